"""What of the record is looked at: search as one types, and filters."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from phr.entry import Kind
from storage.entries import Filter
from ui.desktop.dates import typed_so_far
from ui.desktop.names import LABELS, kinds_name, label_name
from ui.desktop.parts import Button, Field, FieldName, column, name_choice, row
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

TYPING = 120
"""Milliseconds without a key before a search starts that may read far."""


_TOPIC = 11
"""Letters of a sensitive topic that are always to be read."""


class FilterBar(Translated):
    """Search field, year and kind at hand; period, author, sensitive topic and visibility behind a button.

    The year is a way to fill in the period: it shows one only while the period is that year.
    """

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the search field: the first item found is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.search = Field()
        self.search.setClearButtonEnabled(True)
        self.year = QComboBox()
        self.kind = QComboBox()
        self.visibility = QComboBox()
        self.more = Button()
        self.more.setCheckable(True)
        self.date_from = Field()
        self.date_to = Field()
        self.author = Field()
        self.label = QComboBox()
        self._names = [FieldName() for _ in range(5)]
        self.year.addItem("", "")
        for value in ("", *Kind):
            self.kind.addItem("", str(value))
        for hidden in (None, False, True):
            self.visibility.addItem("", hidden)
        for topic in ("", *LABELS):
            self.label.addItem("", topic)
        self._further = QWidget()
        grid = QGridLayout(self._further)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.ONE)
        fields = (self.date_from, self.date_to, self.author, self.label, self.visibility)
        for place, (name, field) in enumerate(zip(self._names, fields, strict=True)):
            name.setBuddy(field)
            grid.addWidget(name, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        # As wide as the others, not as the longest topic.
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label.setMinimumContentsLength(_TOPIC)
        self._further.hide()
        first = row(gap=Space.HALF)
        first.insertWidget(0, self.search, 1)
        for place, choice in enumerate((self.year, self.kind, self.more), 1):
            first.insertWidget(place, choice)
        first.takeAt(4)
        self.setLayout(column(first, self._further, gap=Space.HALF))
        for field in (self.search, self.year, self.kind, *fields):
            field.setMinimumHeight(Size.CONTROL)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING)
        self._wait.timeout.connect(self.changed)
        self.search.textChanged.connect(self.changed)  # each letter is answered before the next one is typed
        for text in (self.author, self.date_from, self.date_to):
            text.textChanged.connect(self._wait.start)
        for text in (self.date_from, self.date_to):
            text.textChanged.connect(self._show_year)
        self.year.activated.connect(self._choose_year)
        self.search.returnPressed.connect(self._enter)
        for box in (self.kind, self.visibility, self.label):
            box.currentIndexChanged.connect(self.changed)
        self.more.toggled.connect(self._further.setVisible)
        self.retranslate()

    def chosen(self, person: str) -> Filter:
        """The filter as it stands. A date not typed to its end yet does not count."""
        kind = self.kind.currentData()
        return Filter(
            person=person,
            kinds=(Kind(kind),) if kind else (),
            search=self.search.text().strip(),
            date_from=typed_so_far(self.date_from.text()),
            date_to=typed_so_far(self.date_to.text()),
            author=self.author.text().strip(),
            label=self.label.currentData(),
            hidden=self.visibility.currentData(),
        )

    def clear(self) -> None:
        """Look at everything."""
        for text in (self.search, self.author, self.date_from, self.date_to):
            text.clear()
        for box in (self.kind, self.visibility, self.label):
            box.setCurrentIndex(0)
        self.more.setChecked(False)

    def _choose_year(self) -> None:
        for text in (self.date_from, self.date_to):
            text.setText(self.year.currentData())

    def _show_year(self) -> None:
        period = {typed_so_far(self.date_from.text()), typed_so_far(self.date_to.text())}
        self.year.setCurrentIndex(max(0, self.year.findData(period.pop())) if len(period) == 1 else 0)

    def offer_years(self, years: Sequence[int]) -> None:
        """Offer the years in which something is in the record, the newest first."""
        self.year.clear()
        self.year.addItem(self.tr("All years"), "")
        for year in years:
            self.year.addItem(str(year), f"{year:04}")
        self._show_year()

    def _enter(self) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self.changed.emit()
        self.entered.emit()

    def forget(self) -> None:
        """Look at everything, and have nothing read for it: whoever asks reads anyway, or has nothing to read."""
        self.blockSignals(True)
        self.clear()
        self._wait.stop()
        self.blockSignals(False)

    def offer_topics(self, topics: tuple[str, ...]) -> None:
        """Offer the patient's own sensitive topics beside the program's."""
        chosen = self.label.currentData()
        self.label.blockSignals(True)  # the choice stays; only what is offered changes
        self.label.clear()
        self.label.addItem(self.tr("All topics"), "")
        for topic in (*LABELS, *(t for t in topics if t not in LABELS)):
            self.label.addItem(label_name(topic), topic)
        self.label.setCurrentIndex(max(0, self.label.findData(chosen)))
        self.label.blockSignals(False)

    def retranslate(self) -> None:
        """Name the fields and what they offer."""
        self.search.setPlaceholderText(self.tr("Search the record"))
        self.search.setAccessibleName(self.tr("Search the record"))
        name_choice(self.year, self.tr("Year"))
        self.year.setItemText(0, self.tr("All years"))
        name_choice(self.kind, self.tr("Kind"))
        self.kind.setItemText(0, self.tr("All kinds"))
        for place, kind in enumerate(Kind, 1):
            self.kind.setItemText(place, kinds_name(kind))
        for place, text in enumerate((self.tr("All"), self.tr("Can be shared"), self.tr("Kept private"))):
            self.visibility.setItemText(place, text)
        self.more.setText(self.tr("More filters"))
        names = (
            self.tr("&From"),
            self.tr("&To"),
            self.tr("&Author"),
            self.tr("Sensitive t&opic"),
            self.tr("Visibility"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        for field in (self.date_from, self.date_to):
            field.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.label.setItemText(0, self.tr("All topics"))
        for place in range(1, self.label.count()):
            self.label.setItemText(place, label_name(self.label.itemData(place)))
