"""IHE XDM: what the sender of a zip says of the documents in it (IHE ITI TF-2, 3.32; metadata: TF-3, 4.2).

``METADATA.XML`` is an ebRIM SubmitObjectsRequest, known by its content. What it says is checked (size and SHA-1) and
otherwise only used where a document says nothing itself.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from phr.errors import FormatError
from phr.formats.about import About
from phr.formats.doctype import refuse_document_type
from phr.formats.sniff import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from phr.formats.fhir.items import Resource

Node: TypeAlias = etree._Element  # noqa: SLF001 - lxml's only name for it

_DOCUMENTS = (
    "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1",
    # Made on demand.
    "urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248",
)
_AUTHOR = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d"
_SUBMISSION_AUTHOR = "urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d"
_TYPE = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983"
MOST_METADATA = 16 << 20
_ROOT = re.compile(rb"<(?:[\w.-]+:)?SubmitObjectsRequest[\s>]")
_MOMENT = re.compile(r"(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?\d*\Z")


@dataclass(frozen=True, slots=True)
class Described:
    """A document as its sender describes it: texts are "" where nothing is said. ``sha1`` is in lower case."""

    uri: str
    size: str = ""
    sha1: str = ""
    about: About = field(default_factory=About)

    def difference(self, size: int, sha1: str) -> str:
        """What is not as described, "" if all is."""
        if self.size and self.size != str(size):
            return f"{size} bytes, described with {self.size}"
        return "another fingerprint (SHA-1)" if self.sha1 and self.sha1 != sha1 else ""


def is_metadata(head: bytes) -> bool:
    """Whether a file that begins with ``head`` describes the documents beside it."""
    return _ROOT.search(head[:4096]) is not None


def read_metadata(data: bytes) -> list[Described]:
    """The documents that are described. Raises :class:`FormatError`."""
    if len(data) > MOST_METADATA:
        raise FormatError("metadata larger than is safe")
    data = data.lstrip(b" \t\r\n\xef\xbb\xbf")
    refuse_document_type(io.BytesIO(data))
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise FormatError("not well-formed XML", f"line {error.lineno}") from None
    sender = next(_people(root, _SUBMISSION_AUTHOR), "")
    return [
        _described(node, sender)
        for node in root.iter("{*}ExtrinsicObject")
        if node.get("objectType") in (None, *_DOCUMENTS)
    ]


def match(described: Iterable[Described], names: Sequence[str], folder: str) -> dict[int, Described]:
    """By place in ``names``, those of a zip, what is said of it; ``folder`` is where the metadata stand."""
    found: dict[int, Described] = {}
    plain = [_plain(name) for name in names]
    for one in described:
        uri = _plain(one.uri)
        if not uri:
            continue
        # The URI counts from the folder; some senders forget the folder, or the separator behind it.
        likely = [
            (name != _plain(f"{folder}/{uri}"), not f"/{name}".endswith(f"/{uri}"), place)
            for place, name in enumerate(plain)
            if name.endswith(uri) and place not in found
        ]
        if likely:
            found[min(likely)[-1]] = one
    return found


def is_packaging(name: str, form: Format) -> bool:
    """Whether a file that the metadata do not name only presents the others: index, style sheets, read-me."""
    readme = form is Format.TEXT and name.rpartition("/")[2].lower().startswith("readme")
    return readme or form in (Format.HTML, Format.XML)


def _plain(name: str) -> str:
    return name.replace("\\", "/").strip().lower().removeprefix("./").lstrip("/")


def _described(node: Node, sender: str) -> Described:
    return Described(
        uri=_slot(node, "URI"),
        size=_slot(node, "size"),
        sha1=_slot(node, "hash").lower(),
        about=About(
            title=_name(node),
            author=next(_people(node, _AUTHOR), "") or sender,
            date=_date(_slot(node, "serviceStartTime") or _slot(node, "creationTime")),
            type=_type(node),
        ),
    )


def _slot(node: Node, name: str) -> str:
    """All values of a slot as one text: a long URI is cut into several (TF-3, 4.2.3.2.25)."""
    for slot in node.iterfind("{*}Slot"):
        if slot.get("name") == name:
            values = [(value.text or "").strip() for value in slot.iter("{*}Value")]
            if name == "URI":
                # "1|first part", "2|second part"
                return "".join(re.sub(r"\A\d+\|", "", value) for value in sorted(values))
            return values[0] if values else ""
    return ""


def _name(node: Node) -> str:
    return next(
        (
            text
            for one in node.iterfind("{*}Name/{*}LocalizedString")
            if (text := one.get("value", "").strip())
        ),
        "",
    )


def _people(node: Node, scheme: str) -> Iterator[str]:
    """Authors as "family given", from XCN ``id^family^given^…``."""
    for one in node.iter("{*}Classification"):
        if one.get("classificationScheme") == scheme:
            _, family, given, _, _, prefix, *_ = [*_slot(one, "authorPerson").split("^"), *[""] * 5]
            name = " ".join(filter(None, (prefix.strip(), given.strip(), family.strip())))
            yield name or _slot(one, "authorInstitution").partition("^")[0]


def _type(node: Node) -> Resource:
    for one in node.iterfind("{*}Classification"):
        if one.get("classificationScheme") == _TYPE and (code := one.get("nodeRepresentation")):
            system = _slot(one, "codingScheme")
            uri = {"2.16.840.1.113883.6.1": "http://loinc.org", "LOINC": "http://loinc.org"}.get(system)
            coding = {"system": uri or (f"urn:oid:{system}" if re.fullmatch(r"[\d.]+", system) else system)}
            coding |= {"code": code} | ({"display": name} if (name := _name(one)) else {})
            return {"coding": [{key: text for key, text in coding.items() if text}]}
    return {}


def _date(text: str) -> str:
    """A DTM (in UTC, TF-3, table 4.2.3.1.7-2) as FHIR writes it, "" if it is none."""
    found = _MOMENT.match(text)
    if found is None:
        return ""
    year, month, day, hour, minute, second = found.groups()
    date = "-".join(filter(None, (year, month, day)))
    return f"{date}T{hour}:{minute}:{second or '00'}Z" if hour else date
