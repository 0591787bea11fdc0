"""What a PDF tells: its text, everything that its objects hold, and files made to bring along what must not come."""

import base64
import io
import json
from typing import Any

import pikepdf
import pypdfium2

CANARY = "CANARY"
"""Stands in every part of a document that acts, is attached, or is not seen."""


def text_of(data: bytes, password: str | None = None) -> str:
    """The text of all pages, without white space."""
    document = pypdfium2.PdfDocument(data, password=password)
    return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def squeezed(text: str) -> str:
    """A text without white space: pages break lines."""
    return "".join(text.split())


def everything_in(data: bytes, password: str = "") -> bytes:
    """Every object of a file, its streams inflated, as bytes; with whatever stands between them."""
    found = [data]
    with pikepdf.open(io.BytesIO(data), password=password) as file:
        found += [file.trailer.unparse(resolved=False)]
        for one in file.objects:
            if isinstance(one, pikepdf.Stream):
                found.append(one.read_raw_bytes())
                with_filters = str(one.get("/Filter", ""))
                if "DCT" not in with_filters and "JPX" not in with_filters:
                    found.append(one.read_bytes())
                one = one.stream_dict  # noqa: PLW2901 -- the dictionary of the stream that was read
            found.append(one.unparse(resolved=True))
    return b"\n".join(found)


def letter(pages: int = 2, seen: str = "Letter", rotate: int = 0) -> bytes:
    """A PDF that shows ``seen`` and the page's number, and holds CANARY wherever something acts or hides."""
    file = pikepdf.new()
    font = file.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for number in range(1, pages + 1):
        page = file.add_blank_page(page_size=(595, 842))
        # a font whose name is that of an entry which is taken out elsewhere
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(A=font), Extra=pikepdf.String(CANARY))
        page.Contents = file.make_stream(f"BT /A 24 Tf 72 720 Td ({seen}{number}) Tj ET".encode())
        page.Rotate = rotate
        page.PieceInfo = pikepdf.Dictionary(X=pikepdf.Dictionary(Private=CANARY))
        page.Metadata = file.make_stream(CANARY.encode())
        page.AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=CANARY))
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[72, 700, 200, 740],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://example.org/{CANARY}"),
        )
        page.Annots = file.make_indirect(pikepdf.Array([file.make_indirect(link)]))
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{CANARY}')")
    file.attachments["attached.txt"] = CANARY.encode()
    file.docinfo["/Title"] = CANARY
    with file.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(CANARY, 0))
    return saved(file)


def saved(file: pikepdf.Pdf) -> bytes:
    """The bytes of a file."""
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def document(id_: str, title: str, media_type: str, data: bytes) -> dict[str, Any]:
    """A DocumentReference of the patient ``p``."""
    attachment = {
        "contentType": media_type,
        "title": f"{id_}.bin",
        "data": base64.b64encode(data).decode(),
    }
    return {
        "resourceType": "DocumentReference",
        "id": id_,
        "status": "current",
        "subject": {"reference": "urn:uuid:p"},
        "description": title,
        "content": [{"attachment": attachment}],
    }


def as_bundle(*resources: dict[str, Any]) -> bytes:
    """A collection of these, with the patient ``p``."""
    patient = {
        "resourceType": "Patient",
        "id": "p",
        "name": [{"family": "Mercier", "given": ["Odile"]}],
        "birthDate": "1954-07-02",
        "identifier": [{"system": "urn:x", "value": "254079912345678"}],
    }
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in (patient, *resources)]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()
