"""The selection as an A4 document, for paper and for the locked PDF: the same items as the preview, and no other.

Front: whose, for whom, my consultation. Then what a doctor wants first: problems, allergies, treatments, vaccines;
results and measurements as tables; the rest; at the end the documents, page by page. Set by Qt, in memory only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from phr.entry import Kind
from sharing.extract import Extract, Item
from sharing.pdf_pages import Pages, Place, together
from ui.catalogue import day, language, translate
from ui.desktop.names import kinds_name
from ui.pdf_pages import application_without_windows
from ui.selection_pdf import wording
from ui.selection_pdf.documents import Annex, Picture, annexes
from ui.selection_pdf.sheets import BOTTOM, HEIGHT, LEFT, RIGHT, Column, Part, Sheets, Style

Say = Callable[[int, int], None]

_RESOLUTION: Final = 1200  # dots per inch
_ORDER: Final = (
    Kind.PROBLEM, Kind.ALLERGY, Kind.TREATMENT, Kind.VACCINE, Kind.RESULT, Kind.MEASUREMENT, Kind.PROCEDURE,
    Kind.APPOINTMENT, Kind.NOTE, Kind.CONTACT, Kind.DOCUMENT,
)  # fmt: skip
_TABLES: Final = (Kind.RESULT, Kind.MEASUREMENT)
_CURRENT_FIRST: Final = (Kind.PROBLEM, Kind.ALLERGY, Kind.TREATMENT)
_NAMED: Final = 12
"""Titles of what changed that stand at the top; the others are marked where they stand."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The document that was set, and how many pages it has."""

    file: pikepdf.Pdf
    pages: int


def selection_pdf(whole: Extract, say: Say = lambda _done, _total: None) -> Paper:
    """The document of an extract, in the language shown; ``say`` is told how far it is, and may raise to stop."""
    application = QGuiApplication.instance() or application_without_windows()
    assert application is not None  # noqa: S101 -- fonts need it alive until the pages are set
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    # Whoever finds the file reads its title without opening it.
    writer.setTitle(translate("Paper", "Extract"))
    writer.setCreator("Carnet")
    setting = _Setting(whole, writer, say)
    setting.set_all()
    with QPainter(writer) as painter:
        setting.sheets.draw(painter)
    buffer.close()
    steps = setting.steps
    file = together(bytes(data.data()), setting.places, language(), lambda _: steps.one())
    return Paper(file, len(setting.sheets.all))


class _Steps:
    """Counts what was done: each row, each page, each page of a document."""

    def __init__(self, total: int, say: Say) -> None:
        self._done = 0
        self._total = total
        self._say = say

    def one(self) -> None:
        """One more."""
        self._done += 1
        self._say(min(self._done, self._total), self._total)


class _Setting:
    """One document while it is set."""

    def __init__(self, whole: Extract, writer: QPdfWriter, say: Say) -> None:
        self._whole = whole
        self._annexes = annexes(whole)
        self.places: list[Place] = []
        pages = sum(annex.pages for one in self._annexes.values() for annex in one)
        # A row, its share of a page, and each page of a document twice: set, then drawn.
        self.steps = _Steps(len(whole.items) + len(whole.items) // 25 + 2 * pages + 10, say)
        self.sheets = Sheets(writer, self.steps.one)

    def set_all(self) -> None:
        self._front()
        self._consultation()
        for kind in _ORDER:
            items = [item for item in self._whole.items if item.told.kind is kind]
            if kind in _CURRENT_FIRST:
                items.sort(key=lambda item: wording.has_ended(item.told))
            if items:
                self._section(kind, items)
        for found in self._annexes.values():
            for annex in found:
                self._annex(annex)
        self._margins()

    # The front

    def _front(self) -> None:
        whole, sheets = self._whole, self.sheets
        sheets.y = 14
        sheets.text(Part(translate("Paper", "Extract of a health record"), Style.COLUMN))
        sheets.text(Part(wording.name(whole.patient), Style.NAME))
        sheets.text(Part(wording.identity(whole.patient)))
        sheets.space(3)
        to = whole.practitioner
        facts = [
            (translate("Paper", "For"), ", ".join(part for part in (to.name, to.specialty) if part)),
            (translate("Paper", "Reason"), whole.purpose),
            (translate("Paper", "Prepared on"), day(whole.made_at)),
            (translate("Paper", "Contact details added"), wording.further(whole.patient)),
        ]
        for name, text in facts:
            if text:
                columns = (Column(LEFT, 42), Column(LEFT + 42, RIGHT - LEFT - 42))
                sheets.row([[Part(name, Style.SMALL)], [Part(text)]], columns, gap=0.3)
        sheets.space(2)
        sheets.text(Part(_statement(), Style.STRONG))
        sheets.space(3)

    def _consultation(self) -> None:
        told = self._whole.consultation
        if told is None:
            return
        parts = [Part(translate("Paper", "My consultation"), Style.HEAD)]
        if told.reason:
            parts.append(Part(told.reason, Style.STRONG))
        parts += [Part(f"{number}. {text}") for number, text in enumerate(told.questions, start=1)]
        parts += self._changes()
        inner = Column(LEFT + 4, RIGHT - LEFT - 8)
        self.sheets.tint(sum(self.sheets.height(part, inner.width) for part in parts) + 7)
        self.sheets.y += 3
        for part in parts:
            self.sheets.row([[part]], [inner], gap=0.25)
        self.sheets.y += 6

    def _changes(self) -> list[Part]:
        told = self._whole.consultation
        if told is None or not told.since:
            return []
        new, changed = len(told.added), len(told.changed)
        since = translate("Paper", "Since the last access (%1):").replace("%1", wording.date(told.since[:10]))
        counts = (
            translate("Paper", "%n new item(s)", "", new) if new else "",
            translate("Paper", "%n changed item(s)", "", changed) if changed else "",
        )
        text = ", ".join(one for one in counts if one) or translate("Paper", "nothing new in this extract")
        parts = [Part(f"{since} {text}", Style.STRONG)]
        titles = {item.told.id: item.told.title_in(language()) for item in self._whole.items}
        named = list(dict.fromkeys(titles[id_] for id_ in (*told.added, *told.changed) if id_ in titles))
        if named:
            more = " …" if len(named) > _NAMED else ""
            parts.append(Part(" · ".join(named[:_NAMED]) + more))
        return parts

    def _news(self, item: Item) -> str:
        told = self._whole.consultation
        if told and item.told.id in told.added:
            return translate("Paper", "new")
        return translate("Paper", "changed") if told and item.told.id in told.changed else ""

    # Sections

    def _section(self, kind: Kind, items: Sequence[Item]) -> None:
        sheets = self.sheets
        sheets.space(4)
        sheets.need(24)
        sheets.text(Part(f"{kinds_name(kind)} ({len(items)})", Style.HEAD))
        sheets.y += 0.6
        sheets.rule(0.35)
        sheets.y += 1.6
        if kind in _TABLES:
            self._table(kind, items)
            return
        columns = (Column(LEFT, 38), Column(LEFT + 40, RIGHT - LEFT - 40))
        for item in items:
            sheets.row([[_date(item)], self._what(item)], columns)

    def _table(self, kind: Kind, items: Sequence[Item]) -> None:
        test = translate("Paper", "Test") if kind is Kind.RESULT else translate("Paper", "Measurement")
        columns = (
            Column(LEFT, 28, translate("Paper", "Date")),
            Column(LEFT + 30, 55, test),
            Column(LEFT + 87, 32, translate("Paper", "Value")),
            Column(LEFT + 121, 21, translate("Paper", "Reference")),
            Column(LEFT + 144, 32, translate("Paper", "Laboratory's remark")),
        )

        told = [item.told for item in items]
        # A column that holds nothing needs no name.
        shown = (True, True, True, any(map(wording.reference, told)), any(map(wording.flag, told)))
        names = [
            [Part(one.name, Style.COLUMN)] if used else [] for one, used in zip(columns, shown, strict=True)
        ]

        def head() -> None:
            self.sheets.row(names, columns, gap=0.6)
            self.sheets.rule()
            self.sheets.y += 1

        head()
        for item in items:
            cells = (
                [_date(item)],
                self._what(item, value=False),
                [Part(wording.value(item.told), Style.STRONG)],
                [Part(wording.reference(item.told), Style.SMALL)],
                [Part(wording.flag(item.told), Style.SMALL)],
            )
            self.sheets.row(cells, columns, gap=0.5, head=head)
            self.sheets.rule(0.12, pale=True)
            self.sheets.y += 0.6

    def _what(self, item: Item, *, value: bool = True) -> list[Part]:
        """A title with all that is said besides, and which documents come with it."""
        told = item.told
        title = told.title_in(language()) or "—"
        said = [title, *([wording.value(told)] if value else []), wording.status(told), self._news(item)]
        parts = [Part(" · ".join(one for one in said if one))]
        parts += [Part(text, Style.SMALL) for text in (told.author, told.note) if text]
        return [*parts, *(Part(_reference(annex), Style.SMALL) for annex in self._annexes.get(told.id, ()))]

    # Documents

    def _annex(self, annex: Annex) -> None:
        content, sheets = annex.content, self.sheets
        if isinstance(content, str):
            sheets.turn()
            self._annex_head(annex, 0)
            sheets.text(Part(content))
            return
        for number in range(annex.pages):
            sheets.turn()
            self._annex_head(annex, number)
            if isinstance(content, Pages):
                box = (_points(LEFT), _points(HEIGHT - BOTTOM), _points(RIGHT), _points(HEIGHT - sheets.y))
                self.places.append(Place(len(sheets.all) - 1, content, number, box))
            elif isinstance(content, Picture):
                sheets.picture(content.image, content.size)

    def _annex_head(self, annex: Annex, number: int) -> None:
        told = annex.item.told
        parts = [_annex_name(annex), told.title_in(language()), wording.date(told.date)]
        if annex.pages > 1:
            page = translate("Paper", "page %1 of %2").replace("%1", str(number + 1))
            parts.append(page.replace("%2", str(annex.pages)))
        self.sheets.text(Part(" · ".join(part for part in parts if part), Style.SMALL))
        self.sheets.y += 2

    # Every page

    def _margins(self) -> None:
        total = len(self.sheets.all)
        whose = " · ".join(
            part
            for part in (wording.name(self._whole.patient), wording.identity(self._whole.patient))
            if part
        )
        for number in range(total):
            page = translate("Paper", "Page %1/%2").replace("%1", str(number + 1)).replace("%2", str(total))
            lines = [(Part(_statement(), Style.SMALL), 288.0, False), (Part(page, Style.SMALL), 288.0, True)]
            if number:
                lines += [(Part(whose, Style.SMALL), 15.0, False)]
                lines += [(Part(day(self._whole.made_at), Style.SMALL), 15.0, True)]
            self.sheets.margins(number, lines)


def _statement() -> str:
    return translate("Paper", "Excerpt chosen by the patient. Other items may exist.")


def _date(item: Item) -> Part:
    return Part(wording.date(item.told.date) or translate("Paper", "undated"), Style.SMALL)


def _annex_name(annex: Annex) -> str:
    return translate("Paper", "Document %1").replace("%1", str(annex.number))


def _reference(annex: Annex) -> str:
    """Where a document stands in this file, or why it does not."""
    if not annex.number:
        return f"{annex.document.name}\u00a0: {wording.why_not(annex.document.format)}"
    if isinstance(annex.content, str):
        return f"→ {_annex_name(annex)}"
    pages = annex.pages
    return f"→ {_annex_name(annex)} ({translate('Paper', '%n page(s)', '', pages)})"


def _points(millimetres: float) -> float:
    return millimetres * 72 / 25.4
