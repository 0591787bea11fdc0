"""Third step of giving access: in which way, until when, how often."""

from datetime import datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QDateEdit, QRadioButton, QSpinBox

from sharing.templates import Template
from storage.grants import GrantRow
from ui.desktop.dates import show_instant
from ui.desktop.parts import FieldName, Heading, Hint, Words, column, row
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

MODES = ("screen", "card", "code", "paper", "pdf", "no-way-back")
"""The ways to give access, the one without return last."""

AT_ONCE = ("screen", "paper", "pdf")
"""Those that have no period."""

_DAYS = (0, 1, 7, 14, 30, 90, -1)
_MINUTES = (10, 15, 20, 30, 45, 60)


class TermsStep(Translated):
    """The way, with what it means; the beginning and the end; the number of openings."""

    def __init__(self) -> None:
        super().__init__()
        self.modes = {mode: QRadioButton() for mode in MODES}
        self._group = QButtonGroup(self)
        self._explained = {mode: Words() for mode in MODES}
        self.until = QComboBox()
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.later = QCheckBox()
        self.begins_on = QDateEdit()
        self.begins_on.setCalendarPopup(True)
        self.begins_on.setMinimumHeight(Size.CONTROL)
        self._period = Words()
        self.releases = QSpinBox()
        self.releases.setRange(1, 99)
        self.minutes = QComboBox()
        for minutes in _MINUTES:
            self.minutes.addItem("", minutes)
        self._headings = [Heading(), Heading()]
        self._names = [FieldName() for _ in range(4)]
        self._time_hint = Hint()
        for label, field in zip(
            self._names, (self.until, self.day, self.releases, self.minutes), strict=True
        ):
            label.setBuddy(field)
            field.setMinimumHeight(Size.CONTROL)
        for days in _DAYS:
            self.until.addItem("", days)
        layout = column(self._headings[0], gap=Space.HALF)
        for mode in MODES:
            self._group.addButton(self.modes[mode])
            explained = column(self._explained[mode])
            explained.setContentsMargins(Space.SECTION, 0, 0, 0)
            choice = column(self.modes[mode], explained, gap=Space.SMALL)
            layout.addLayout(choice)
        layout.addWidget(self._headings[1])
        layout.addLayout(
            row(
                *(self._names[0], self.until, self._names[1], self.day, self._names[2], self.releases),
                gap=Space.ONE,
            )
        )
        layout.addLayout(row(self.later, self.begins_on, gap=Space.ONE))
        layout.addWidget(self._period)
        layout.addLayout(row(self._names[3], self.minutes, gap=Space.ONE))
        layout.addWidget(self._time_hint)
        self.setLayout(layout)
        self.until.currentIndexChanged.connect(self._fit)
        self._group.buttonToggled.connect(self._fit)
        self.later.toggled.connect(self._fit)
        for day in (self.day, self.begins_on):
            day.dateChanged.connect(self._fit)
        self.retranslate()

    def begin(self, template: Template | None = None) -> None:
        """What a template proposes; or at a distance, for a week, one opening."""
        self.modes[template.mode if template else "code"].setChecked(True)
        self.until.setCurrentIndex(self.until.findData(template.days if template else 7))
        self.day.setMinimumDate(QDate.currentDate())
        self.day.setDate(QDate.currentDate().addDays(7))
        self.releases.setValue(template.releases if template else 1)
        self.later.setChecked(False)
        self.begins_on.setMinimumDate(QDate.currentDate())
        self.begins_on.setDate(QDate.currentDate().addDays(1))
        self.minutes.setCurrentIndex(self.minutes.findData(20))
        self._fit()

    def again(self, former: GrantRow) -> None:
        """The way of an access that is given anew, with as many openings, for a week.

        A protected file takes the place of the former one; paper, PDF and the screen take nobody's place.
        """
        self.begin()
        self._offer(at_once=False)
        self.modes[former.mode].setChecked(True)
        self.releases.setValue(former.releases)

    def clear(self) -> None:
        """Offer every way again."""
        self._offer(at_once=True)

    def _offer(self, *, at_once: bool) -> None:
        for mode in AT_ONCE:
            self.modes[mode].setVisible(at_once)
            self._explained[mode].setVisible(at_once)

    def _fit(self) -> None:
        screen = self.mode() == "screen"
        lasts = self.mode() not in AT_ONCE
        own = self.until.currentData() == -1 and lasts
        code = self.mode() == "code"
        fields = (self.until, self.day, self.releases, self.minutes)
        for name, field, wanted in zip(self._names, fields, (lasts, own, code, screen), strict=True):
            name.setVisible(wanted)
            field.setVisible(wanted)
        self._headings[1].setVisible(lasts or screen)
        self._time_hint.setVisible(lasts)
        self.later.setVisible(lasts)
        self.begins_on.setVisible(lasts and self.later.isChecked())
        self._period.setVisible(lasts)
        self._say_period()

    def _say_period(self) -> None:
        self._period.setText(self._period_text())

    def _period_text(self) -> str:
        begins = self.begins()
        text = self.tr("Can be opened from %1 to %2.") if begins else self.tr("Can be opened until %2.")
        return text.replace("%1", show_instant(begins) if begins else "").replace(
            "%2", show_instant(self.ends())
        )

    def summary(self) -> str:
        """The way, the period and the number of openings, in a line."""
        parts = [self.modes[self.mode()].text().replace("&", "") + "."]
        if self.mode() not in AT_ONCE:
            parts.append(self._period_text())
        if self.mode() == "code":
            parts.append(self.tr("%n opening(s).", "", self.releases.value()))
        return " ".join(parts)

    def mode(self) -> str:
        """The way chosen."""
        return next((mode for mode, button in self.modes.items() if button.isChecked()), "code")

    def ends(self) -> datetime:
        """When the access ends: the last second of a local day."""
        days = self.until.currentData()
        day = self.day.date() if days == -1 else QDate.currentDate().addDays(days)
        return datetime(day.year(), day.month(), day.day(), 23, 59, 59).astimezone()

    def begins(self) -> datetime | None:
        """When the access begins: the first second of a local day, or at once."""
        if not self.later.isChecked():
            return None
        day = self.begins_on.date()
        return datetime(day.year(), day.month(), day.day()).astimezone()

    def missing(self) -> str:
        """What contradicts itself, as a sentence, or ""."""
        begins = self.begins()
        if begins is not None and self.mode() not in AT_ONCE and begins >= self.ends():
            return self.tr("The access would end before it begins.")
        return ""

    def retranslate(self) -> None:
        """Name the choices and say what they mean."""
        self._headings[0].setText(self.tr("In which way"))
        self._headings[1].setText(self.tr("Until when"))
        self.modes["screen"].setText(self.tr("Beside me, on my &screen"))
        self._explained["screen"].setText(
            self.tr(
                "No file leaves. Your vault is locked, and only what you chose is shown, until the time is over. Your "
                "passphrase brings you back."
            )
        )
        self.modes["card"].setText(self.tr("Face to face, with a consultation &card"))
        self.modes["code"].setText(self.tr("At a distance, with an &opening code"))
        self.modes["paper"].setText(self.tr("On &paper"))
        self._explained["paper"].setText(
            self.tr("Pages to print and hand over. What is on paper cannot be taken back.")
        )
        self.modes["pdf"].setText(self.tr("As a locked P&DF"))
        self._explained["pdf"].setText(
            self.tr(
                "One PDF and six words, for where the protected file does not get through. You cannot withdraw it."
            )
        )
        self.modes["no-way-back"].setText(self.tr("With no way &back"))
        self._explained["card"].setText(
            self.tr(
                "The file, and a printed card that you hand over. Until the card is made, nobody can open the file."
            )
        )
        self._explained["code"].setText(
            self.tr(
                "The file, and five words that you send another way. For each opening the care professional reads "
                "you a code and you answer with another."
            )
        )
        self._explained["no-way-back"].setText(
            self.tr("The file, and six words. You cannot withdraw it, and the end date changes nothing.")
        )
        self._names[0].setText(self.tr("Access &ends"))
        self._names[1].setText(self.tr("&Day"))
        self._names[2].setText(self.tr("&Number of openings"))
        self._names[3].setText(self.tr("&Time limit"))
        for place, minutes in enumerate(_MINUTES):
            self.minutes.setItemText(place, self.tr("%n minute(s)", "", minutes))
        texts = (
            self.tr("Tonight"),
            self.tr("Tomorrow night"),
            self.tr("In 7 days"),
            self.tr("In 14 days"),
            self.tr("In 30 days"),
            self.tr("In 90 days"),
            self.tr("On another day"),
        )
        for place, text in enumerate(texts):
            self.until.setItemText(place, text)
        self.later.setText(self.tr("Not &before a day"))
        self.begins_on.setAccessibleName(self.tr("First day"))
        self._say_period()
        self._time_hint.setText(
            self.tr(
                "The end and the number of openings limit later openings only. What has been opened once can be kept, "
                "printed or copied."
            )
        )
