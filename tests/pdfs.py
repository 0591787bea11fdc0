"""Small PDF files, written by hand (ISO 32000-1, 7.5): lines of text at their places, nothing compressed."""

from collections.abc import Sequence

Line = tuple[float, float, str]
"""Points from the left and from the top of an A4 page, and what stands there."""

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(*pages: Sequence[Line], size: float = 10, catalog: str = "", trailer: str = "") -> bytes:
    """A PDF of these pages; ``catalog`` and ``trailer`` are added to those two dictionaries."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        _FONT,
    ]
    for number, page in enumerate(pages):
        content = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {842 - y} Tm ({_escaped(text)}) Tj ET\n" for x, y, text in page
        ).encode("cp1252")
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>".encode(),
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects, trailer)


def locked() -> bytes:
    """A PDF that asks for a password."""
    dictionary = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]"
    return pdf([(72, 72, "secret")], trailer=dictionary)


def with_script() -> bytes:
    """A PDF that would open a window when it is opened."""
    return pdf([(72, 72, "Ordonnance")], catalog="/OpenAction<</S/JavaScript/JS(app.alert(1);while(1);)>>")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: list[bytes], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
