"""What waits to be checked, and the files that are only kept."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from storage import attachments
from storage.attachments import Attachment
from storage.inbox import Waiting, discard_waiting, waiting
from ui.desktop import tasks
from ui.desktop.confirm import Confirm
from ui.desktop.dates import show_instant
from ui.desktop.empty_state import EmptyState
from ui.desktop.files import write_private
from ui.desktop.incoming import Incoming
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Heading, Hint, PrimaryButton, Title, column, row
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Space

_Found = tuple[list[Waiting], list[Attachment]]


class WaitingModel(RowsModel[Waiting]):
    """One row for each file that waits."""

    def names(self) -> tuple[str, ...]:
        """File, size and since when."""
        return self.tr("File"), self.tr("Size"), self.tr("Put aside")

    def cell(self, row: Waiting, column: int) -> str:
        """A cell."""
        return (row.name, QLocale().formattedDataSize(row.size), show_instant(row.put_at))[column]


class KeptModel(RowsModel[Attachment]):
    """One row for each file that is only kept."""

    def names(self) -> tuple[str, ...]:
        """File and size."""
        return self.tr("File"), self.tr("Size")

    def cell(self, row: Attachment, column: int) -> str:
        """A cell."""
        return (row.name, QLocale().formattedDataSize(row.size))[column]


class InboxPage(Page):
    """``check_asked`` carries the files to be looked at, as :class:`Incoming`."""

    check_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()
        self._empty = EmptyState("inbox")
        self._waiting = WaitingModel()
        self.table = Table(self._waiting, stretch=0, widths={1: 110, 2: 210}, several=True)
        self.check = PrimaryButton()
        self.discard = Button()
        self.confirm = Confirm()
        self._kept_heading = Heading()
        self._kept_words = Hint()
        self._kept = KeptModel()
        self.kept = Table(self._kept, stretch=0, widths={1: 110})
        self.save = Button()
        layout = column(self._title, margin=Space.SECTION)
        layout.addWidget(self._empty, 100)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.confirm)
        layout.addLayout(row(self.check, self.discard))
        layout.addSpacing(Space.ONE)
        layout.addWidget(self._kept_heading)
        layout.addWidget(self._kept_words)
        layout.addWidget(self.kept, 2)
        layout.addLayout(row(self.save))
        layout.addStretch(1)
        self.setLayout(layout)
        self.check.clicked.connect(self._ask_check)
        self.discard.clicked.connect(self._ask_discard)
        self.save.clicked.connect(self._ask_place)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.kept.selectionModel().selectionChanged.connect(self._offer)
        self.forget()
        self.retranslate()

    def read(self) -> None:
        """Read what waits again."""
        vault = self.vault
        self.run(lambda _: (waiting(vault), attachments.originals(vault)), self._show)

    def _show(self, found: _Found) -> None:
        self._waiting.show(found[0])
        self._kept.show(found[1])
        for table in (self.table, self.kept):
            table.fit()
        if found[0]:
            self.table.selectRow(0)
        self._offer()

    def _offer(self) -> None:
        some, kept = bool(self._waiting.rows), bool(self._kept.rows)
        wait: tuple[QWidget, ...] = (self.table, self.check, self.discard)
        keep: tuple[QWidget, ...] = (self._kept_heading, self._kept_words, self.kept, self.save)
        for widgets, visible in ((wait, some), (keep, kept)):
            for widget in widgets:
                widget.setVisible(visible)
        self._empty.setVisible(not some)
        chosen = bool(self.table.chosen_rows())
        self.check.setEnabled(chosen)
        self.discard.setEnabled(chosen)
        self.save.setEnabled(bool(self.kept.chosen_rows()))

    def chosen(self) -> tuple[Waiting, ...]:
        """The files selected."""
        return tuple(self._waiting.rows[number] for number in self.table.chosen_rows())

    def _ask_check(self) -> None:
        self.check_asked.emit([Incoming.from_inbox(one) for one in self.chosen()])

    def _ask_discard(self) -> None:
        ids = [one.id for one in self.chosen()]
        self.confirm.ask(
            self.tr("Delete %n file(s) from the vault, unread? This cannot be undone.", "", len(ids)),
            self.tr("Keep"),
            self.tr("Delete for good"),
            lambda: self._discard(ids),
        )

    def _discard(self, ids: list[str]) -> None:
        vault = self.vault

        def work(_: tasks.Progress) -> bool:
            gone = [discard_waiting(vault, one) for one in ids]
            return all(gone)

        self.run(work, lambda gone: self._discarded(len(ids), gone))

    def _discarded(self, count: int, gone: bool) -> None:
        text = self.tr("%n file(s) deleted from this vault.", "", count)
        if not gone:
            text += " " + self.tr("Wiping the traces will end when the vault is next opened.")
        self.say(text, Level.INFO if gone else Level.WARNING)
        self.refresh()
        self.changed.emit()

    def _ask_place(self) -> None:
        file = self._kept.rows[self.kept.chosen_rows()[0]]
        place, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), file.name.rpartition("/")[2])
        if place:
            self.save_to(file, Path(place))

    def save_to(self, file: Attachment, place: Path) -> None:
        """Write a kept file to ``place``, readable by its owner alone."""
        vault = self.vault
        self.run(
            lambda _: write_private(place, attachments.read(vault, file.id)),
            lambda _: self.say(self.tr("Copy saved. It is not protected: whoever has it can read it.")),
        )

    def forget(self) -> None:
        """Show nothing."""
        self._waiting.show(())
        self._kept.show(())
        self.confirm.withdraw()
        self._offer()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("To check"))
        self._empty.say(
            self.tr("Nothing waits"),
            self.tr("A file that you put aside during an import stays here, protected, until you check it."),
        )
        self.check.setText(self.tr("Check…"))
        self.discard.setText(self.tr("Delete…"))
        self._kept_heading.setText(self.tr("Only kept"))
        self._kept_words.setText(
            self.tr("Files that could not be read, or of which a part could not: nothing of them was lost.")
        )
        self.save.setText(self.tr("Save a copy…"))
        self.table.setAccessibleName(self.tr("Files to check"))
        self.kept.setAccessibleName(self.tr("Files that are only kept"))
        for table in (self.table, self.kept):
            table.say_again()
