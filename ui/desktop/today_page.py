"""Today: what is to come, what waits, what is new, and what the history says."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from phr.entry import Entry, Kind
from sharing import grants as sharing
from storage import entries, grants, inbox, news, practitioners, replies
from storage.entries import Filter
from storage.errors import DateUnconfirmed, WrongClock
from storage.grants import GrantRow
from storage.journal import Line
from storage.vault import Vault
from ui.desktop.dates import show_date, show_instant, time_left
from ui.desktop.journal_text import journal_sentence
from ui.desktop.names import title_of
from ui.desktop.page import Page
from ui.desktop.parts import Button, Heading, Hint, Panel, Title, Words, column, row, scrolled
from ui.desktop.running_accesses import Running, RunningAccesses
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Space
from ui.desktop.time_bar import share_left

_MOST = 5
_LINES = 3
_READ = 200


@dataclass(frozen=True, slots=True)
class Today:
    """All that the page shows. ``now`` is None while the date is in doubt."""

    now: datetime | None
    to_come: tuple[Entry, ...]
    latest: tuple[Entry, ...]
    running: tuple[GrantRow, ...]
    names: dict[str, str]
    files: int
    replies: int
    backup: datetime | None
    opened_before: datetime | None
    lines: tuple[Line, ...]


def today(vault: Vault, person: str) -> Today:
    """Read it all. Raises what reading the vault raises."""
    try:
        now: datetime | None = vault.now()
    except (DateUnconfirmed, WrongClock):
        now = None
    to_come: list[Entry] = []
    if now is not None:
        ahead = Filter(person=person, kinds=(Kind.APPOINTMENT,), date_from=now.date().isoformat())
        to_come = entries.page(vault, ahead, limit=_READ).entries[::-1]  # the nearest first
    given = [one for one in grants.grants(vault) if person in ("", one.person)]
    running = [one for one in given if one.state == "running"]
    opened_before, lines = news.since_last_opening(vault)
    return Today(
        now,
        tuple(to_come[:_MOST]),
        tuple(news.latest(vault, person, _MOST)),
        tuple(sorted(running, key=lambda one: one.until)[:_MOST]),
        {one.id: one.name for one in practitioners.practitioners(vault)},
        len(inbox.waiting(vault)),
        len(replies.waiting(vault)),
        news.last_done(vault, "backup-made"),
        opened_before,
        tuple(lines[:_LINES]),
    )


class EntryRows(RowsModel[Entry]):
    """A few entries: date and title."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Date"), self.tr("Title")

    def cell(self, row: Entry, column: int) -> str:
        """A cell."""
        return (show_date(row.date), title_of(row))[column]


class Card(Panel):
    """A heading, what belongs under it, and a sentence in its place when there is nothing."""

    def __init__(self, *things: QWidget) -> None:
        super().__init__()
        self.heading = Heading()
        self.words = Words()
        self._things = things
        layout = column(self.heading, self.words, *things, margin=Space.WIDE, gap=Space.HALF)
        layout.addStretch(1)
        self.setLayout(layout)

    def say(self, heading: str, words: str) -> None:
        """Set heading and sentence; none is shown for ""."""
        self.heading.setText(heading)
        self.words.setText(words)
        self.words.setVisible(bool(words))


class TodayPage(Page):
    """The first page after unlocking. Its signals ask for other pages."""

    entry_asked = Signal(str)
    page_asked = Signal(str)
    backup_asked = Signal()
    withdraw_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._title = Title()
        self.to_come, self.latest = EntryRows(), EntryRows()
        self.appointments = _table(self.to_come)
        self.new = _table(self.latest)
        self.check, self.see_access, self.back_up, self.see_history = Button(), Button(), Button(), Button()
        self._to_come = Card(self.appointments)
        self._new = Card(self.new)
        self._waiting = Card(_in_row(self.check))
        self.running = RunningAccesses()
        self._access = Card(self.running, _in_row(self.see_access))
        self._backup = Card(_in_row(self.back_up))
        self._history = Card(_in_row(self.see_history))
        self._notice = Hint()
        content = QWidget()
        left = column(self._to_come, self._new, self._notice, gap=Space.WIDE)
        right = column(self._waiting, self._access, self._backup, self._history, gap=Space.WIDE)
        for side in (left, right):
            side.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(Space.WIDE)
        sides.addLayout(left, 5)
        sides.addLayout(right, 4)
        both = column(sides)
        both.addStretch(1)
        both.setContentsMargins(0, 0, Space.ONE, 0)
        content.setLayout(both)
        layout = column(self._title, margin=Space.SECTION)
        layout.addWidget(scrolled(content), 1)
        self.setLayout(layout)
        for table, model in ((self.appointments, self.to_come), (self.new, self.latest)):
            for source in (table.activated, table.clicked):
                source.connect(lambda index, model=model: self.entry_asked.emit(model.rows[index.row()].id))
        self.check.clicked.connect(self._ask_check)
        self.see_access.clicked.connect(lambda: self.page_asked.emit("access"))
        self.see_history.clicked.connect(lambda: self.page_asked.emit("history"))
        self.back_up.clicked.connect(self.backup_asked)
        self.running.withdraw_asked.connect(self.withdraw_asked)
        self.forget()
        self.retranslate()

    def read(self) -> None:
        """Read everything again."""
        vault, person = self.vault, self.person
        self.run(lambda _: today(vault, person), self._show)

    def _show(self, found: Today) -> None:
        self._today = found
        self.to_come.show(found.to_come)
        self.latest.show(found.latest)
        for table in (self.appointments, self.new):
            table.fit()
            table.setMinimumHeight(table.maximumHeight())
        self._say()

    def _ask_check(self) -> None:
        found = self._today
        self.page_asked.emit("replies" if found and found.replies and not found.files else "inbox")

    def forget(self) -> None:
        """Show nothing."""
        self._today = None
        self.to_come.show(())
        self.latest.show(())
        self._say()

    def _say(self) -> None:
        found = self._today
        if found is None:
            self.running.show_running(())
            for card in (self._to_come, self._new, self._waiting, self._access, self._backup, self._history):
                card.say("", "")
            return
        self.appointments.setVisible(bool(found.to_come))
        self.new.setVisible(bool(found.latest))
        self._to_come.say(
            self.tr("Next appointments"), "" if found.to_come else self.tr("No appointment to come.")
        )
        self._new.say(
            self.tr("New in the record"),
            "" if found.latest else self.tr("Nothing yet. Import the files you received, or drop them here."),
        )
        self._say_waiting(found)
        self._say_running(found)
        self._backup.say(self.tr("Last backup"), self._backed_up(found))
        self._history.say(self.tr("Since last time"), self._since(found))

    def _say_waiting(self, found: Today) -> None:
        said = []
        if found.files:
            said.append(self.tr("%n file(s) to check.", "", found.files))
        if found.replies:
            said.append(self.tr("%n reply (replies) to open.", "", found.replies))
        self._waiting.say(self.tr("To check"), "\n".join(said) or self.tr("Nothing waits."))
        self.check.setVisible(bool(said))

    def _say_running(self, found: Today) -> None:
        self._access.say(
            self.tr("Running accesses"), "" if found.running else self.tr("Nobody has access now.")
        )
        running = []
        for one in found.running:
            until = datetime.fromisoformat(one.until)
            left = time_left(until, found.now) if found.now else show_instant(until)
            name = found.names.get(one.practitioner, "")
            share = share_left(one, found.now) if found.now else None
            running.append(Running(one.gid, name, left, share, sharing.can_be_withdrawn(one)))
        self.running.show_running(running)
        self.running.setVisible(bool(running))

    def _backed_up(self, found: Today) -> str:
        return (
            show_instant(found.backup)
            if found.backup
            else self.tr("None yet. A vault without a backup can be lost.")
        )

    def _since(self, found: Today) -> str:
        if found.opened_before is None:
            return self.tr("The vault is opened for the first time.")
        said = [self.tr("Opened before on %1.").replace("%1", show_instant(found.opened_before))]
        said += [self._sentence(line, found) for line in found.lines]
        return "\n".join(said)

    @staticmethod
    def _sentence(line: Line, found: Today) -> str:
        return f"{show_instant(line.at)} · {journal_sentence(line, '', found.names)}"

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._title.setText(self.tr("Today"))
        self.check.setText(self.tr("Check…"))
        self.see_access.setText(self.tr("See the accesses"))
        self.back_up.setText(self.tr("Make a backup…"))
        self.see_history.setText(self.tr("See the history"))
        self.appointments.setAccessibleName(self.tr("Next appointments"))
        self.new.setAccessibleName(self.tr("New in the record"))
        for table in (self.appointments, self.new):
            table.say_again()
        self._notice.setText(
            self.tr(
                "Carnet keeps, protects and hands over. It does not interpret, raises no alarm and replaces no medical "
                "advice. Emergency: 15 or 112."
            )
        )
        self._say()


def _table(model: EntryRows) -> Table:
    table = Table(model, stretch=1, widths={0: 194})
    table.horizontalHeader().hide()
    table.setFrameShape(QFrame.Shape.NoFrame)  # the card has one
    return table


def _in_row(*buttons: Button) -> QWidget:
    held = QWidget()
    held.setLayout(row(*buttons))
    return held
