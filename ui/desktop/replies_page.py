"""Replies of those who opened a file that was given: they wait here, closed, until the patient opens them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from sharing import replies
from sharing.errors import SharingError
from sharing.replies import OpenedReply, ReplyInfo
from storage.vault import Vault
from ui.desktop import tasks
from ui.desktop.confirm import Confirm
from ui.desktop.dates import show_instant
from ui.desktop.empty_state import EmptyState
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Head, Hint, PrimaryButton, Title, column, row
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Space
from ui.replies import open_reply, take_in_file
from ui.sentences import sentence


class RepliesModel(RowsModel[ReplyInfo]):
    """Whose file a reply answers, when that was given, when the reply says it was written, how large it is."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Answers the file given to"),
            self.tr("Given on"),
            self.tr("Written on, it says"),
            self.tr("Size"),
        )

    def cell(self, row: ReplyInfo, column: int) -> str:
        """The text of a cell."""
        size = self.tr("%1 kB").replace("%1", str(max(1, round(row.size / 1000))))
        made = row.made.isoformat()
        return (row.practitioner.name, show_instant(row.grant.made_at), show_instant(made), size)[column]


class RepliesPage(Page):
    """The replies that wait. ``left`` goes back to the accesses, ``record_asked`` to what was opened."""

    left = Signal()
    record_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()
        self.back = Button()
        self.add = PrimaryButton()
        self._hint = Hint()
        self._empty = EmptyState("inbox")
        self.model = RepliesModel()
        self.table = Table(self.model, stretch=0, widths={1: 220, 2: 220, 3: 110})
        self.open_one = PrimaryButton()
        self.delete = Button()
        self.confirm = Confirm()
        layout = column(Head(self._title, self.back, self.add), self._hint, margin=Space.SECTION)
        layout.addWidget(self._empty, 100)
        layout.addWidget(self.table)
        layout.addLayout(row(self.open_one, self.delete))
        layout.addWidget(self.confirm)
        layout.addStretch(1)
        self.setLayout(layout)
        self.back.clicked.connect(self.left)
        self.add.clicked.connect(self._ask_file)
        self.open_one.clicked.connect(self.open_chosen)
        self.delete.clicked.connect(self._ask_delete)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.retranslate()
        self.forget()

    def read(self) -> None:
        """Read the replies that wait."""
        found = replies.waiting(self.vault)
        self.model.show([one for one in found if self.person in ("", one.grant.person)])
        self.table.fit()
        self.table.setVisible(bool(self.model.rows))
        self._empty.setVisible(not self.model.rows)
        if self.model.rows:
            self.table.selectRow(0)
        self._selected()

    def forget(self) -> None:
        """Show nothing."""
        self.model.show(())
        self.confirm.withdraw()
        self._selected()

    def chosen(self) -> ReplyInfo | None:
        """The reply selected, if any."""
        rows = self.table.chosen_rows()
        return self.model.rows[rows[0]] if rows else None

    def _selected(self) -> None:
        self.confirm.withdraw()
        for button in (self.open_one, self.delete):
            button.setVisible(self.chosen() is not None)

    def _ask_file(self) -> None:
        kinds = self.tr("Replies (*.phr-reply);;All files (*)")
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Reply files"), "", kinds)
        self.take_in([Path(file) for file in files])

    def take_in(self, files: list[Path]) -> None:
        """Take these replies in, closed; one that is refused is told and stops no other."""
        vault = self.vault

        def work(_: tasks.Progress) -> list[str]:
            return [_refusal(vault, file) for file in files]

        if files:
            self.run(work, self._taken)

    def _taken(self, refusals: list[str]) -> None:
        told = [one for one in refusals if one]
        n = len(refusals) - len(told)
        if n:
            received = self.tr(
                "%n reply(ies) received. Nothing is shown of a reply before you open it.", "", n
            )
            told.insert(0, received)
        self.say(" ".join(told), Level.INFO if n == len(refusals) else Level.ERROR)
        self._written()

    def open_chosen(self) -> None:
        """Make items of the record of the chosen reply."""
        vault, info = self.vault, self.chosen()
        if info is not None:
            self.run(lambda _: open_reply(vault, info), self._opened)

    def _opened(self, done: OpenedReply) -> None:
        n = len(done.entries)
        signed = (
            self.tr("Signed “%1”, which nothing proves.").replace("%1", done.sender) if done.sender else ""
        )
        text = self.tr("Reply opened: %n new item(s) in the record.", "", n)
        self.say(f"{text} {signed}".strip(), action=self.tr("See the record"), do=self.record_asked.emit)
        self._written()

    def _ask_delete(self) -> None:
        info, vault = self.chosen(), self.vault
        if info is None:
            return

        def delete() -> None:
            if self.attempt(lambda: replies.discard(vault, info.id)):
                self.say(self.tr("Reply deleted, unopened."))
                self._written()

        self.confirm.ask(
            self.tr("This reply will be deleted without being read. It cannot be received a second time."),
            self.tr("Keep it"),
            self.tr("Delete it unopened"),
            delete,
        )

    def _written(self) -> None:
        self.refresh()
        self.changed.emit()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("Replies from care professionals"))
        self.back.setText(self.tr("Back to the accesses"))
        self.add.setText(self.tr("Receive a reply…"))
        self._hint.setText(
            self.tr(
                "A reply was written by somebody who opened the file that you gave; who, it does not prove. It stays "
                "closed until you open it."
            )
        )
        self._empty.say(
            self.tr("No reply waits"),
            self.tr(
                "In the reading page, “Reply to the patient” makes a file that ends in .phr-reply: receive it here, or "
                "drop it on this window."
            ),
        )
        self.open_one.setText(self.tr("Open this reply"))
        self.delete.setText(self.tr("Delete unopened…"))
        self.table.setAccessibleName(self.tr("Replies that wait"))
        self.table.say_again()


def _refusal(vault: Vault, file: Path) -> str:
    """Take a reply in: why it was refused, or ""."""
    try:
        take_in_file(vault, file)
    except (SharingError, OSError) as error:
        return sentence(error)
    return ""
