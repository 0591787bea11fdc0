"""Care professionals, and the accesses given to them."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from sharing import grants as sharing
from sharing import replies
from sharing.consultation import of_grant
from sharing.envelope import WORD_COUNT
from storage import grants, practitioners
from storage.errors import DateUnconfirmed, VaultBusy, WrongClock
from storage.grants import GrantRow
from storage.vault import Vault
from ui.card_pdf import card_pdf
from ui.desktop import tasks
from ui.desktop.access_model import ENDS, AccessModel
from ui.desktop.confirm import Confirm
from ui.desktop.dates import show_instant
from ui.desktop.empty_state import EmptyState
from ui.desktop.files import write_private
from ui.desktop.page import Page
from ui.desktop.parts import (
    Button,
    Code,
    Head,
    Hint,
    Panel,
    PrimaryButton,
    Title,
    column,
    row,
    scrolled,
)
from ui.desktop.practitioner_panel import PractitionerPanel
from ui.desktop.receipt_file import ask_receipt
from ui.desktop.tables import Table
from ui.desktop.theme import Space
from ui.desktop.time_bar import TimeBarDelegate
from ui.withdrawals import what_is_left

_ROWS = 8
"""Of the accesses are always in sight, or as many as there are."""


class AccessPage(Page):
    """The list of accesses with what can be done about the chosen one, and the list of care professionals.

    ``again_asked`` carries an access to be given anew, and whether narrower.
    """

    grant_asked = Signal()
    release_asked = Signal()
    again_asked = Signal(str, bool)
    holders_asked = Signal()
    replies_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, str] = {}
        self._shown: GrantRow | None = None
        self._title = Title()
        self.release = Button()
        self.give = PrimaryButton()
        self.model = AccessModel()
        self.table = Table(self.model, stretch=0, widths={1: 200, 2: 190, ENDS: 190, 4: 110})
        self.table.setItemDelegateForColumn(ENDS, TimeBarDelegate(self.table))
        self.confirm = Confirm()
        self._about = Hint()
        self.holders = Button()
        self.replies = Button()
        self.card = Button()
        self.card_back = Button()
        self.renew = Button()
        self.narrow = Button()
        self.words = Button()
        self.receipt = Button()
        self.withdraw = Button()
        self.spoken = Code()
        self._spoken = Panel()
        self._spoken.setLayout(column(self.spoken, margin=Space.WIDE))
        self._empty = EmptyState("access")
        self.people = PractitionerPanel()
        content = QWidget()
        layout = column(self._empty)
        layout.addWidget(self.table)
        layout.addWidget(self._about)
        layout.addLayout(row(self.card, self.card_back, self.words, self.receipt))
        layout.addLayout(row(self.renew, self.narrow, self.withdraw))
        layout.addWidget(self._spoken)
        layout.addWidget(self.confirm)
        layout.addSpacing(Space.HALF)
        layout.addWidget(self.people)
        layout.addLayout(row(self.holders))
        layout.addStretch(1)
        content.setLayout(layout)
        outer = column(Head(self._title, self.replies, self.release, self.give), margin=Space.SECTION)
        outer.addWidget(scrolled(content), 1)
        self.setLayout(outer)
        self._connect()
        self.retranslate()
        self.forget()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.give.clicked.connect(self.grant_asked)
        self.release.clicked.connect(self.release_asked)
        self.holders.clicked.connect(self.holders_asked)
        self.replies.clicked.connect(self.replies_asked)
        self.card_back.clicked.connect(self.ask_card_back)
        self.renew.clicked.connect(lambda: self._ask_again(narrower=False))
        self.narrow.clicked.connect(lambda: self._ask_again(narrower=True))
        self.withdraw.clicked.connect(self.ask_withdraw)
        self.card.clicked.connect(self.ask_card)
        self.receipt.clicked.connect(self._ask_receipt)
        self.words.clicked.connect(self._ask_words)
        self.people.wanted.connect(self._add_practitioner)

    # What is shown

    def read(self) -> None:
        """Read the accesses and the care professionals."""
        chosen = self.chosen()
        known = practitioners.practitioners(self.vault)
        self._names = {one.id: one.name for one in known}
        self.people.show_all(known)
        self._say_replies()
        rows = [one for one in grants.grants(self.vault) if self.person in ("", one.person)]
        self.model.show_accesses(rows, self._names, _now(self.vault))
        self.table.fit(least=_ROWS)
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        running = [one for one in rows if one.state == "running"]
        if chosen is not None:
            self.select(chosen.gid)
        elif len(running) == 1:
            self.select(running[0].gid)
        self._selected()

    def _say_replies(self) -> None:
        waiting = len(replies.waiting(self.vault)) if self.is_open else 0
        self.replies.setText(
            self.tr("Replies (%1)…").replace("%1", str(waiting)) if waiting else self.tr("Replies…")
        )

    def showEvent(self, event: QShowEvent) -> None:
        """The time left is the one of now; what is over ends now."""
        if self.is_open:
            # Not as a task: waiting for an import, it would keep the other pages from reading.
            with suppress(VaultBusy):
                self.attempt(lambda: sharing.end_due(self.vault))
            self.refresh()
        super().showEvent(event)

    def forget(self) -> None:
        """Show nothing."""
        self._names = {}
        self.model.show_accesses((), {}, None)
        self.people.show_all(())
        self.people.close_form()
        self.confirm.withdraw()
        self._selected()

    def chosen(self) -> GrantRow | None:
        """The access selected, if any."""
        rows = self.table.chosen_rows()
        return self.model.rows[rows[0]] if rows else None

    def chosen_practitioner(self) -> str:
        """The care professional selected in their list, or ""."""
        return self.people.chosen()

    def select(self, gid: str) -> None:
        """Choose one access."""
        place = self.model.row_of(gid)
        if place >= 0:
            self.table.selectRow(place)

    def _selected(self) -> None:
        grant = self.chosen()
        if grant is None or grant != self._shown:  # read again as it was: what is asked about it stays
            self.confirm.withdraw()
            self.spoken.setText("")
            self._spoken.hide()
        self._shown = grant
        running = grant is not None and grant.state == "running"
        filed = grant is not None and grant.mode in WORD_COUNT
        self.renew.setVisible(filed)
        self.narrow.setVisible(filed)
        self.card_back.setVisible(grant is not None and sharing.is_out(grant))
        self.card.setVisible(grant is not None and running and grant.mode == "card")
        self.words.setVisible(grant is not None and running and grant.mode == "code")
        self.withdraw.setVisible(grant is not None and sharing.can_be_withdrawn(grant))
        self.receipt.setVisible(grant is not None)
        self._about.setVisible(grant is not None)
        if grant is not None:
            self._about.setText(" · ".join(self._facts(grant)))

    def _facts(self, grant: GrantRow) -> list[str]:
        facts = [self.tr("Given on %1").replace("%1", show_instant(grant.made_at))]
        if grant.not_before:
            facts.append(self.tr("begins on %1").replace("%1", show_instant(grant.not_before)))
        if grant.mode == "code" and grant.state == "running":
            left = grant.releases - grant.released
            facts.append(self.tr("%n opening(s) left", "", left))
        if sharing.is_out(grant):
            facts.append(self.tr("the card is out"))
        if grant.card_back:
            facts.append(self.tr("card back or destroyed on %1").replace("%1", show_instant(grant.card_back)))
        if grant.former:
            facts.append(self.tr("in place of an earlier access"))
        told = of_grant(self.vault, grant.gid)
        own = (grant.purpose, *((told.reason, *told.questions) if told else ()))
        return [*facts, *(text for text in own if text)]

    # What the patient does

    def ask_withdraw(self) -> None:
        """Say what withdrawing can still do, and ask."""
        grant = self.chosen()
        if grant is None:
            return
        vault = self.vault

        def withdraw() -> None:
            if self.attempt(lambda: sharing.revoke(vault, grant.gid)):
                self.say(self.tr("Access withdrawn."))
                self.refresh()
                self.changed.emit()

        whose = self.tr("Access of %1.").replace("%1", self._names.get(grant.practitioner, ""))
        left = what_is_left(sharing.withdrawal(vault, grant))
        self.confirm.ask(f"{whose} {left}", self.tr("Go back"), self.tr("Withdraw access"), withdraw)

    def ask_card(self) -> None:
        """Say what a card is, and ask: making it is the release."""
        grant = self.chosen()
        if grant is None:
            return
        self.confirm.ask(
            self.tr(
                "Whoever has the card and the file can read all of it. A card once printed can only be taken back by "
                "hand. Make it when you are about to hand it over."
            ),
            self.tr("Not now"),
            self.tr("Make the card…"),
            lambda: self._make_card(grant),
        )

    def ask_card_back(self) -> None:
        """Ask whether the card is really back: only the patient knows."""
        grant = self.chosen()
        if grant is None:
            return
        vault = self.vault

        def note() -> None:
            if self.attempt(lambda: sharing.card_returned(vault, grant.gid)):
                self.say(self.tr("Written down: the card is back or destroyed."))
                self.refresh()
                self.changed.emit()

        self.confirm.ask(
            self.tr(
                "Do you hold the card, or was it destroyed? Carnet writes down what you say; it cannot see the card. A "
                "photo of it still opens the file."
            ),
            self.tr("Not now"),
            self.tr("The card is back or destroyed"),
            note,
        )

    def _ask_again(self, *, narrower: bool) -> None:
        grant = self.chosen()
        if grant is not None:
            self.again_asked.emit(grant.gid, narrower)

    def _make_card(self, grant: GrantRow) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the card"), self.tr("consultation-card.pdf"), "PDF (*.pdf)"
        )
        if place:
            self.make_card(grant, Path(place))

    def make_card(self, grant: GrantRow, place: Path) -> None:
        """Make the card in the file ``place``."""
        vault = self.vault

        def make(_: tasks.Progress) -> None:
            card = sharing.make_card(vault, grant.gid)
            write_private(place, card_pdf(card.code, card.until))

        def made(_: None) -> None:
            self.say(self.tr("The card is in %1. Print it, then delete that file.").replace("%1", str(place)))
            self.refresh()
            self.changed.emit()

        self.run(make, made)

    def _ask_receipt(self) -> None:
        grant = self.chosen()
        if grant is not None:
            ask_receipt(self, grant.gid)

    def _ask_words(self) -> None:
        grant = self.chosen()
        if grant is not None:
            self.attempt(lambda: self.spoken.setText(sharing.words(self.vault, grant.gid) or ""))
            self._spoken.setVisible(bool(self.spoken.text()))

    def _add_practitioner(self) -> None:
        if self.attempt(lambda: self.people.keep(self.vault)):
            self.refresh()
            self.changed.emit()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("Care professionals and accesses"))
        self.give.setText(self.tr("Give access…"))
        self.release.setText(self.tr("Allow opening…"))
        self.holders.setText(self.tr("Who has what…"))
        self._say_replies()
        self.card_back.setText(self.tr("Card back or destroyed…"))
        self.renew.setText(self.tr("Renew…"))
        self.narrow.setText(self.tr("Narrow…"))
        self.card.setText(self.tr("Make the card…"))
        self.words.setText(self.tr("Show the words again"))
        self.receipt.setText(self.tr("Sharing receipt…"))
        self.withdraw.setText(self.tr("Withdraw access…"))
        self._empty.say(self.tr("Nobody has access"), self.tr("What you keep here is seen by you alone."))
        self.table.setAccessibleName(self.tr("Accesses"))
        self.table.say_again()
        self._selected()


def _now(vault: Vault) -> datetime | None:
    try:
        return vault.now()
    except (DateUnconfirmed, WrongClock):
        return None
