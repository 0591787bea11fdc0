"""Whether the history still follows from itself: what is known of it, a check of all lines, and one against a mark."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QWidget

from storage import journal
from storage.vault import Vault
from ui.desktop import tasks
from ui.desktop.announcement import announce
from ui.desktop.dates import show_instant
from ui.desktop.parts import Button, Field, FieldName, Hint, Panel, Words, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

_MARK_WIDTH = 520  # what shows a mark in full


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of all lines found, and when: ``broken`` is the number of the first line that does not follow from
    those before it, None if all do; ``until`` is the instant of the last line that does, "" if none does."""

    at: datetime
    broken: int | None = None
    until: str = ""


def verified(vault: Vault, progress: tasks.Progress) -> Verified:
    """Check all lines. Raises :class:`ui.desktop.tasks.Cancelled`."""
    faults = journal.verify(vault, progress=progress.say)
    at = datetime.now(UTC)
    if not faults:
        return Verified(at)
    broken = int(faults[0].where.removeprefix("line "))
    before = journal.lines(vault, after=broken - 2, limit=1) if broken > 1 else []
    return Verified(at, broken, before[0].at if before else "")


class VerificationPanel(Translated):
    """``check_asked`` and ``stop_asked`` begin and end a check of all lines, ``mark_asked`` carries a mark as typed."""

    check_asked = Signal()
    stop_asked = Signal()
    mark_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._found: Verified | None = None
        self._percent: int | None = None
        self.state = Words()
        self.check, self.with_mark, self.check_mark = Button(), Button(), Button()
        self.with_mark.setCheckable(True)
        self.mark = Field()
        self.mark.setMaximumWidth(_MARK_WIDTH)
        self._mark_name = FieldName()
        self._mark_name.setBuddy(self.mark)
        self._mark_hint = Hint()
        self._panel = Panel()
        told = row()
        told.insertWidget(0, self.state, 100)
        told.addWidget(self.check)
        told.addWidget(self.with_mark)
        held = row(self._mark_name, self.mark, self.check_mark)
        held.setStretchFactor(self.mark, 100)
        self._marking = QWidget()
        self._marking.setLayout(column(held, self._mark_hint, gap=Space.HALF))
        self._marking.hide()
        self._panel.setLayout(column(told, self._marking, margin=Space.ONE, gap=Space.HALF))
        self.setLayout(column(self._panel))
        self.with_mark.toggled.connect(self._show_marking)
        self.check.clicked.connect(self._ask)
        self.check_mark.clicked.connect(self._ask_mark)
        self.mark.returnPressed.connect(self._ask_mark)
        self.retranslate()

    def show_found(self, found: Verified | None) -> None:
        """Say what a check found; None: there was none since the vault was opened."""
        self._found, self._percent = found, None
        self._panel.set_tone("error" if found and found.broken else "panel")
        self.retranslate()
        if found:
            announce(self.state, self.state.text(), urgent=found.broken is not None)

    def show_stopped(self) -> None:
        """Say again what was known before."""
        self._percent = None
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the check is."""
        self._percent = 100 * done // total if total else 0
        self.retranslate()

    def forget(self) -> None:
        """Know nothing of any vault."""
        self.mark.clear()
        self.with_mark.setChecked(False)
        self.show_found(None)

    def _show_marking(self, shown: bool) -> None:
        self._marking.setVisible(shown)
        if shown:
            self.mark.setFocus()

    def _ask(self) -> None:
        (self.check_asked if self._percent is None else self.stop_asked).emit()

    def _ask_mark(self) -> None:
        if self.mark.text().strip():
            self.mark_asked.emit(self.mark.text())

    def retranslate(self) -> None:
        """Say it in the language shown."""
        self.state.setText(self._said())
        self.check.setText(self.tr("Check the history") if self._percent is None else self.tr("Stop"))
        self._mark_name.setText(self.tr("&Mark on a receipt"))
        self.with_mark.setText(self.tr("With a receipt…"))
        self.check_mark.setText(self.tr("Check with the receipt"))
        self._mark_hint.setText(
            self.tr(
                "Only a mark that a care professional or you hold elsewhere shows whether the whole vault was set "
                "back. If the history does not continue from it, all accesses end."
            )
        )

    def _said(self) -> str:
        if self._percent is not None:
            return self.tr("Checking: %1 %…").replace("%1", str(self._percent))
        found = self._found
        if found is None:
            return self.tr("Not checked since the vault was opened.")
        when = self._when(found.at)
        if found.broken is None:
            said = self.tr("Checked %1: unbroken, every line follows from the one before.")
        elif not found.until:
            said = self.tr(
                "Checked %1: the history was changed from outside, from its first line on. None of it is sure."
            )
        else:
            said = self.tr(
                "Checked %1: the history was changed from outside. Line %2 is not what was written, or is missing; "
                "what came after %3 is not sure, and shown paler."
            )
        until = show_instant(found.until) if found.until else ""
        return said.replace("%1", when).replace("%2", str(found.broken)).replace("%3", until)

    def _when(self, at: datetime) -> str:
        here = at.astimezone()
        if here.date() == datetime.now(UTC).astimezone().date():
            time = QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)
            return self.tr("today at %1").replace("%1", time)
        return self.tr("on %1").replace("%1", show_instant(at))
