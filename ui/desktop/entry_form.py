"""Where the patient writes an item of their own, or corrects one."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from phr.entry import Entry, Kind
from storage.people import Person
from ui.desktop.dates import as_typed, typed_date
from ui.desktop.form import StackedForm
from ui.desktop.names import kind_name, title_of
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, PrimaryButton, column, row, scrolled
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

_DECIMAL_COMMA = re.compile(r"^([<>]?=? ?\d+),(\d+)$")
_MEASURED = (Kind.RESULT, Kind.MEASUREMENT)


class EntryForm(Translated):
    """A new item, or the fields of one that may be corrected."""

    kept = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self.heading = Heading()
        self.person = QComboBox()
        self.new_person = Field()
        self.kind = QComboBox()
        self.title = Field()
        self.date = Field()
        self.value = Field()
        self.unit = Field()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(3 * Size.CONTROL)
        self._hint = Hint()
        self.keep = PrimaryButton()
        self.drop = Button()
        for kind in Kind:
            self.kind.addItem("", str(kind))
        self.form = StackedForm()
        self._names: list[FieldName] = []
        self._fields = (
            self.person,
            self.new_person,
            self.kind,
            self.title,
            self.date,
            self.value,
            self.unit,
            self.note,
        )
        for field in self._fields:
            name = FieldName()
            self._names.append(name)
            self.form.add(name, field)
            if field is not self.note:
                field.setMinimumHeight(Size.CONTROL)
        content = QWidget()
        layout = column(self.heading, self.form, self._hint, row(self.keep, self.drop), margin=Space.WIDE)
        layout.addStretch(1)
        content.setLayout(layout)
        self.setLayout(column(scrolled(content)))
        self.kind.currentIndexChanged.connect(self._fit)
        self.keep.clicked.connect(self.kept)
        self.drop.clicked.connect(self.dropped)
        self.retranslate()

    @property
    def entry(self) -> Entry | None:
        """The entry being corrected; None for a new one."""
        return self._entry

    def begin_new(self, people: list[Person], person: str) -> None:
        """Ask for a new item of ``person``, or of whom the patient says."""
        self._entry = None
        self._empty()
        for one in people:
            self.person.addItem(one.name, one.id)
        self.person.setCurrentIndex(max(0, self.person.findData(person)))
        self.retranslate()
        self._fit()
        self.title.setFocus()

    def begin_edit(self, entry: Entry) -> None:
        """Offer the fields of ``entry`` that may be corrected."""
        self._empty()
        self._entry = entry
        self.title.setText(title_of(entry))
        self.date.setText(as_typed(entry.date or ""))
        self.note.setPlainText(entry.note)
        if entry.value:
            self.value.setText(entry.value.text)
            self.unit.setText(entry.value.unit)
        self.retranslate()
        self._fit()
        self.title.setFocus()

    def _empty(self) -> None:
        self.person.clear()
        self.note.clear()
        for field in (self.new_person, self.title, self.date, self.value, self.unit):
            field.clear()

    clear = _empty

    def _fit(self) -> None:
        new = self._entry is None
        kind = self.chosen_kind()
        measured = kind in _MEASURED and (self._entry is None or not self._entry.source)
        for field, visible in (
            (self.person, new and self.person.count() > 1),
            (self.new_person, new and self.person.count() == 0),
            (self.kind, new),
            (self.value, measured),
            (self.unit, measured),
        ):
            self.form.setRowVisible(field, visible)

    def chosen_kind(self) -> Kind:
        """The kind of what is written or corrected."""
        return self._entry.kind if self._entry else Kind(self.kind.currentData())

    def changes(self) -> dict[str, str]:
        """The fields that differ from what is in the vault: of a new item, all that were filled in.

        Raises:
            NotADate: the date is none.
        """
        entry = self._entry
        before = {"title": "", "date": "", "note": "", "value": "", "unit": ""}
        if entry is not None:
            before |= {"title": title_of(entry), "date": entry.date or "", "note": entry.note}
            if entry.value:
                before |= {"value": entry.value.text, "unit": entry.value.unit}
        now = {
            "title": self.title.text().strip(),
            "date": before["date"]
            if self.date.text() == as_typed(before["date"])
            else typed_date(self.date.text()),
            "note": self.note.toPlainText().strip(),
            "value": _DECIMAL_COMMA.sub(r"\1.\2", self.value.text().strip()),
            "unit": self.unit.text().strip(),
        }
        return {name: text for name, text in now.items() if text != before[name]}

    def retranslate(self) -> None:
        """Name the fields."""
        self.heading.setText(self.tr("Correct this item") if self._entry else self.tr("Write an item"))
        names = (
            self.tr("&Whose record"),
            self.tr("&Name of the person"),
            self.tr("&Kind"),
            self.tr("&Title"),
            self.tr("&Date"),
            self.tr("&Value"),
            self.tr("&Unit"),
            self.tr("N&ote"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        for place, kind in enumerate(Kind):
            self.kind.setItemText(place, kind_name(kind))
        self.date.setPlaceholderText(self.tr("day/month/year, month/year or year"))
        self._hint.setText(
            self.tr("What was there before is kept among the earlier versions.")
            if self._entry
            else self.tr("The item will say that you wrote it.")
        )
        self.keep.setText(self.tr("Save"))
        self.drop.setText(self.tr("Cancel"))
