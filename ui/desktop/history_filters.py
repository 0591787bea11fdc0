"""What of the history is looked at: whose access, what happened, from when to when."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from storage.journal_pages import Group, LineFilter
from ui.desktop.dates import show_instant, typed_so_far
from ui.desktop.filter_bar import TYPING
from ui.desktop.history_model import Names
from ui.desktop.parts import Field, FieldName, column
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

_EVERYBODY = ""
_LETTERS = 14
"""Of a choice are always to be read."""


class HistoryFilters(Translated):
    """Care professional, access, what happened, and period, which add up; ``entry`` is the one item looked at, or "".

    ``changed`` tells of what the person chose.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = ""
        self._names = Names()
        self.practitioner, self.grant, self.group = QComboBox(), QComboBox(), QComboBox()
        self.date_from, self.date_to = Field(), Field()
        fields = (self.practitioner, self.grant, self.group, self.date_from, self.date_to)
        self._labels = [FieldName() for _ in fields]
        upper, lower = QGridLayout(), QGridLayout()
        places = [(upper, 0), (upper, 1), (lower, 0), (lower, 1), (lower, 2)]
        for label, one, (grid, place) in zip(self._labels, fields, places, strict=True):
            label.setBuddy(one)
            one.setMinimumHeight(Size.CONTROL)
            grid.addWidget(label, 0, place)
            grid.addWidget(one, 1, place)
            grid.setColumnStretch(place, 1)
            grid.setHorizontalSpacing(Space.ONE)
            grid.setVerticalSpacing(Space.SMALL)
        self.setLayout(column(upper, lower, gap=Space.HALF))
        self.group.addItem("", None)
        for group in Group:
            self.group.addItem("", group)
        for box in (self.practitioner, self.grant, self.group):
            # As wide as its part of the row, not as its longest choice.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING)
        self._wait.timeout.connect(self.changed)
        for text in (self.date_from, self.date_to):
            text.textChanged.connect(self._wait.start)
        self.practitioner.currentIndexChanged.connect(self._offer_accesses)
        for box in (self.practitioner, self.grant, self.group):
            box.currentIndexChanged.connect(self.changed)
        self.offer(Names())

    def chosen(self, person: str) -> LineFilter:
        """The filter as it stands, ``person`` being whose record is looked at. A date not typed to its end yet does
        not count."""
        grant, group = self.grant.currentData(), self.group.currentData()
        return LineFilter(
            grant=grant or "",
            person=person if grant is None and not self.entry else "",
            practitioner=self.practitioner.currentData() or "",
            entry=self.entry,
            groups=(group,) if group else (),
            date_from=typed_so_far(self.date_from.text()),
            date_to=typed_so_far(self.date_to.text()),
        )

    def offer(self, names: Names) -> None:
        """Offer these care professionals and their accesses; what is chosen stays chosen while it is there."""
        self._names = names
        chosen = self.practitioner.currentData()
        self.practitioner.blockSignals(True)  # only what is offered changes
        self.practitioner.clear()
        self.practitioner.addItem("", None)
        for id_, name in names.practitioners.items():
            self.practitioner.addItem(name, id_)
        self.practitioner.setCurrentIndex(max(0, self.practitioner.findData(chosen)) if chosen else 0)
        self.practitioner.blockSignals(False)
        self._offer_accesses()

    def _offer_accesses(self) -> None:
        whom, chosen = self.practitioner.currentData(), self.grant.currentData()
        self.grant.blockSignals(True)  # the same
        self.grant.clear()
        self.grant.addItem("", None)
        for access in self._names.accesses:
            if whom in (None, access.practitioner):
                name = self._names.practitioners.get(access.practitioner, "")
                self.grant.addItem(f"{name} · {show_instant(access.made_at)}", access.gid)
        if self._names.whose:
            self.grant.addItem("", _EVERYBODY)
        self.grant.setCurrentIndex(max(0, self.grant.findData(chosen)) if chosen is not None else 0)
        self.grant.blockSignals(False)
        self.retranslate()

    def clear(self) -> None:
        """Look at everything."""
        self.blockSignals(True)
        self.entry = ""
        for box in (self.practitioner, self.grant, self.group):
            box.setCurrentIndex(0)
        for text in (self.date_from, self.date_to):
            text.clear()
        self._wait.stop()
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Name the fields and what they offer."""
        names = (
            self.tr("Care &professional"),
            self.tr("A&ccess"),
            self.tr("What &happened"),
            self.tr("&From"),
            self.tr("&To"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        for text in (self.date_from, self.date_to):
            text.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.practitioner.setItemText(0, self.tr("All"))
        if self._names.whose:
            self.grant.setItemText(0, self.tr("Accesses of %1").replace("%1", self._names.whose))
            self.grant.setItemText(self.grant.findData(_EVERYBODY), self.tr("Everybody: the whole history"))
        else:
            self.grant.setItemText(0, self.tr("All accesses"))
        groups = {
            Group.ACCESSES: self.tr("Accesses given and ended"),
            Group.CODES: self.tr("Codes and cards given"),
            Group.REPLIES: self.tr("Replies"),
            Group.IMPORTS: self.tr("Files imported"),
            Group.ITEMS: self.tr("Items changed or deleted"),
            Group.PEOPLE: self.tr("People and care professionals"),
            Group.VAULT: self.tr("Openings, backups, keys"),
        }
        self.group.setItemText(0, self.tr("Everything"))
        for place, group in enumerate(Group, 1):
            self.group.setItemText(place, groups[group])
