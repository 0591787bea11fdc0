"""XLSX workbooks made for tests, sound and hostile."""

import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.zips import zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# Styles of cells: general, day, day and time, time, percent, a format of its own, text in quotes.
GENERAL, DAY, MOMENT, TIME, PERCENT, FRENCH_DAY, QUOTED = range(7)
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-40C]dd/mm/yyyy;@"/>'
    '<numFmt numFmtId="165" formatCode="0.0&quot; mmol/day&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
    + "".join(f'<xf numFmtId="{one}"/>' for one in (0, 14, 22, 20, 9, 164, 165))
    + "</cellXfs></styleSheet>"
)
Cell = str | tuple[str, int]


def cell(reference: str, value: Cell) -> str:
    """A text as an inline string; a pair is a number with its style."""
    if isinstance(value, tuple):
        return f'<c r="{reference}" s="{value[1]}"><v>{value[0]}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows: Sequence[Sequence[Cell]], *, merged: Sequence[str] = (), first: int = 1) -> str:
    """A worksheet of these rows; empty texts are no cells."""
    lines = [
        f'<row r="{number}">'
        + "".join(cell(f"{chr(65 + place)}{number}", one) for place, one in enumerate(row) if one)
        + "</row>"
        for number, row in enumerate(rows, first)
        if row
    ]
    return whole("".join(lines), "".join(f'<mergeCell ref="{one}"/>' for one in merged))


def whole(rows: str, merged: str = "", *, namespace: str = MAIN) -> str:
    """A worksheet of these elements."""
    ends = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return (
        f'<worksheet xmlns="{namespace}"><dimension ref="A1:XFD1048576"/>'
        f"<sheetData>{rows}</sheetData>{ends}</worksheet>"
    )


def workbook(
    sheets: Mapping[str, str],
    *,
    strings: str = "",
    from_1904: bool = False,
    styles: str = _STYLES,
    stored: bool = False,
) -> bytes:
    """A workbook of worksheets by their names; ``stored``: not deflated, so that no ratio tells what is in it."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{place}" r:id="rId{place}"/>'
        for place, name in enumerate(sheets, 1)
    )
    targets = [
        (f"rId{place}", "worksheet", f"worksheets/sheet{place}.xml") for place, _ in enumerate(sheets, 1)
    ]
    targets += [("rIdA", "styles", "/xl/styles.xml"), ("rIdB", "sharedStrings", "sharedStrings.xml")]
    related = "".join(
        f'<Relationship Id="{i}" Type="{_RELATIONS}/{kind}" Target="{to}"/>' for i, kind, to in targets
    )
    properties = '<workbookPr date1904="1"/>' if from_1904 else "<workbookPr/>"
    book = f"{properties}<sheets>{listed}</sheets>"
    members = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">{book}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>',
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        **{f"xl/worksheets/sheet{place}.xml": one for place, one in enumerate(sheets.values(), 1)},
    }
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return zipped(*((name, text.encode()) for name, text in members.items()), method=method)
