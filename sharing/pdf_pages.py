"""Pages of PDF files put together and locked, in memory only (ISO 32000-2), with qpdf through pikepdf.

A page of somebody else's file is taken for what it shows: as a form XObject (8.10), drawn inside a page of ours. So
nothing of it that acts comes along: no script, link, form field, attached file, bookmark or metadata. What is kept of
its resources is what drawing needs.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BROKEN = (pikepdf.PdfError, ValueError, RuntimeError, KeyError, TypeError, AttributeError, RecursionError)
"""What qpdf and its wrapper raise on files that are not as the standard has them."""

_RESOURCES: Final = frozenset(
    {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/ProcSet", "/Properties"}
)
_MAPS: Final = (_RESOURCES - {"/ProcSet"}) | {"/CharProcs", "/Colorants"}
_STREAM: Final = frozenset({"/Type", "/Subtype", "/Length", "/Filter", "/DecodeParms"})
_IMAGE: Final = _STREAM | {
    "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask", "/Decode",
    "/Interpolate", "/SMask", "/SMaskInData", "/Matte",
}  # fmt: skip
_FORM: Final = _STREAM | {"/FormType", "/BBox", "/Matrix", "/Resources", "/Group"}
# Metadata, files and actions may hang from any dictionary (14.3, 14.5, 7.11.3, 12.6).
_NEVER: Final = frozenset({
    "/Metadata", "/PieceInfo", "/AF", "/OPI", "/Alternates", "/A", "/AA", "/Annots", "/JS", "/EF", "/F", "/URI",
    "/StructParent", "/StructParents", "/Ref", "/Measure", "/PtData", "/Thumb",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of another file is drawn: on page ``sheet`` of ours (from 0), within ``box`` (left, bottom, right,
    top, in points from the lower left corner)."""

    sheet: int
    source: Pages
    number: int
    box: tuple[float, float, float, float]


class Pages:
    """The pages of somebody else's PDF."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file  # its objects live as long as it does
        self._drawings = [(page.as_form_xobject(), _size(page)) for page in file.pages]

    @classmethod
    def of(cls, untrusted_data: bytes) -> Pages | None:
        """Those of a file; None if it is damaged, locked, or has none."""
        try:
            file = pikepdf.open(io.BytesIO(untrusted_data), suppress_warnings=True)
            if "/AcroForm" in file.Root:
                file.generate_appearance_streams()
            # What was filled in or stamped becomes part of the page, as it would be printed.
            file.flatten_annotations("print")
            pages = cls(file)
            # Whether all of it can be copied is known now, and not when half of the document is set.
            trial = pikepdf.new()
            for form, _ in pages._drawings:
                _only_drawing(form)
                trial.copy_foreign(form)
        except _BROKEN:
            return None
        return pages if len(pages) else None

    def __len__(self) -> int:
        return len(self._drawings)

    def drawing(self, number: int) -> tuple[pikepdf.Object, tuple[float, float]]:
        """Page ``number`` (from 0) as a form XObject that only draws; its width and height as seen, in points."""
        return self._drawings[number]


def together(
    own: bytes, places: Iterable[Place], language: str, say: Callable[[int], None] = lambda _done: None
) -> pikepdf.Pdf:
    """Our own pages with those of others drawn where :class:`Place` says; ``say`` is told how many were, and may
    raise to stop. The file says its language (``fr``) and nothing of its content."""
    whole = pikepdf.open(io.BytesIO(own))
    for done, place in enumerate(places):
        say(done)
        form, size = place.source.drawing(place.number)
        _draw(whole.pages[place.sheet], whole.copy_foreign(form), size, place.box)
    whole.Root.Lang = pikepdf.String(language)
    whole.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    return whole


def plain(whole: pikepdf.Pdf) -> bytes:
    """The file, open to everybody."""
    stream = io.BytesIO()
    whole.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


def locked(whole: pikepdf.Pdf, password: str) -> bytes:
    """The file encrypted with AES-256 by the standard security handler, revision 6 (ISO 32000-2, 7.6.4), its metadata
    too. One password: there is no owner's back door, and nothing is forbidden to who has it."""
    stream = io.BytesIO()
    lock = pikepdf.Encryption(user=password, owner=password, R=6, aes=True, metadata=True)
    whole.save(
        stream,
        encryption=lock,
        min_version="2.0",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return stream.getvalue()


def _draw(
    sheet: pikepdf.Page,
    form: pikepdf.Object,
    size: tuple[float, float],
    box: tuple[float, float, float, float],
) -> None:
    """Draw the form at the top of its box, in the middle, as large as it fits, never enlarged."""
    (left, bottom, right, top), (width, height) = box, size
    scale = min(1.0, (right - left) / width, (top - bottom) / height)
    x = left + (right - left - width * scale) / 2
    where = pikepdf.Rectangle(x, top - height * scale, x + width * scale, top)
    name = sheet.add_resource(form, pikepdf.Name.XObject)
    sheet.contents_add(b"q\n", prepend=True)
    drawing = sheet.calc_form_xobject_placement(
        form, name, where, invert_transformations=True, allow_shrink=True, allow_expand=False
    )
    sheet.contents_add(b"\nQ\n" + drawing)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height of a page as it is seen, in points."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    width, height = abs(right - left) or 1.0, abs(top - bottom) or 1.0
    turned = int(page.obj.get("/Rotate", 0)) % 180 != 0
    return (height, width) if turned else (width, height)


def _only_drawing(form: pikepdf.Object) -> None:
    """Take out of a form XObject, and of all that it reaches, what drawing does not need."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[str, Any]] = [("", form)]
    while waiting:
        role, node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += [("", one) for one in node]
        if not isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        for name in list(node.keys()):
            if _is_extra(role, node, name):
                del node[name]
            else:
                # The names in a map are the file's own, and mean nothing.
                waiting.append(("map" if name in _MAPS and role != "map" else name, node[name]))


def _is_extra(role: str, node: pikepdf.Object, name: str) -> bool:
    if role == "map":
        return False
    if role == "/Resources":
        return name not in _RESOURCES
    subtype = str(node.get("/Subtype", "")) if isinstance(node, pikepdf.Stream) else ""
    allowed = {"/Image": _IMAGE, "/Form": _FORM}.get(subtype)
    return name not in allowed if allowed else name in _NEVER
