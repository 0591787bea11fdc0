"""Giving access, step by step: to whom and why, what, until when, exactly what they will see, handing over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from sharing import renewal
from sharing.envelope import Mode
from sharing.grants import NewGrant
from sharing.preview import Preview, preview, select
from sharing.scope import Scope
from storage import entries, grants, practitioners
from ui.desktop.announcement import announce
from ui.desktop.changes_panel import ChangesPanel
from ui.desktop.chosen import Chosen, Terms
from ui.desktop.confirm import Confirm
from ui.desktop.deliver_step import DeliverStep
from ui.desktop.looked import Looked
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.pages_step import PagesStep
from ui.desktop.parts import Button, Heading, Hint, PrimaryButton, Title, column, row, scrolled
from ui.desktop.preview_step import PreviewStep
from ui.desktop.receipt_file import ask_receipt
from ui.desktop.terms_step import TermsStep
from ui.desktop.theme import Space
from ui.desktop.what_step import WhatStep
from ui.desktop.who_step import WhoStep

if TYPE_CHECKING:
    from storage.grants import GrantRow

T = TypeVar("T")

WHO, WHAT, TERMS, PREVIEW, DELIVER, PAGES = range(6)


class GrantPage(Page):
    """The path through the steps. ``made`` carries the access when it has been given.

    ``screen_asked`` carries what is to be shown on this screen, the vault being locked.
    """

    left = Signal()
    made = Signal(object)
    card_asked = Signal(str)
    screen_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._practitioner = ""
        self._made: NewGrant | None = None
        self._former: GrantRow | None = None
        self._only_held = False
        self._proposed: tuple[str, str] | None = None
        self._title = Title()
        self._where = Hint()
        self.who = WhoStep()
        self.what = WhatStep()
        self.terms = TermsStep()
        self.preview = PreviewStep()
        self.changes = ChangesPanel()
        self.deliver = DeliverStep()
        self.pages = PagesStep()
        self._steps = (self.who, self.what, self.terms, self.preview, self.deliver, self.pages)
        self.stack = QStackedWidget()
        for step in (
            _framed(self.who),
            _framed(self.what),
            _framed(self.terms),
            _above(self.changes, self.preview),
            _framed(self.deliver),
            _framed(self.pages),
        ):
            self.stack.addWidget(step)
        self.confirm = Confirm()
        self.cancel = Button()
        self.back = Button()
        self.straight = Button()
        self.next = PrimaryButton()
        layout = column(row(self._title, self._where, gap=Space.WIDE), margin=Space.SECTION)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.confirm)
        layout.addLayout(row(self.cancel, self.back, self.straight, self.next, end=True))
        self.setLayout(layout)
        self.cancel.clicked.connect(self._leave)
        self.back.clicked.connect(lambda: self._turn(PREVIEW if self.step == PAGES else self.step - 1))
        self.straight.clicked.connect(self.go_straight)
        self.next.clicked.connect(self.go_on)
        self.preview.changed.connect(self._select)
        self.deliver.card_asked.connect(self._ask_card)
        self.deliver.receipt_asked.connect(self._ask_receipt)
        self.pages.given.connect(self._handed_over)
        self.pages.failed.connect(self.say_error)
        self.pages.said.connect(self.say)
        self.pages.stopped.connect(lambda: self._turn(PREVIEW))
        self.retranslate()

    def begin(self, practitioner: str = "") -> None:
        """Start from the beginning, for ``practitioner`` if one is named."""
        self.forget()
        self.who.begin(self.vault, self.person, practitioner)
        self.what.begin(self.vault)
        self.terms.begin()
        self.preview.begin(self.vault)
        self._turn(WHO)

    def begin_again(self, gid: str, *, narrower: bool) -> None:
        """Give an access anew: with what changed since, or ``narrower``, with nothing that it does not hold."""
        self.forget()
        vault, former = self.vault, grants.grant(self.vault, gid)
        scope = renewal.scope_again(vault, gid)
        self._former, self._only_held = former, narrower
        self.who.again(vault, former)
        self._proposed = (self.who.specialty(), "")
        self.what.again(vault, scope)
        self.terms.again(former)
        self.preview.begin(vault)
        self.preview.named = {one: entries.entry(vault, one) for one in scope.entries}
        self.preview.without = {one: entries.entry(vault, one) for one in scope.without}
        self._turn(WHAT if narrower else TERMS)

    @property
    def step(self) -> int:
        """The step shown."""
        return self.stack.currentIndex()

    def go_on(self) -> None:
        """Leave this step for the next one, if nothing is missing."""
        missing = self._steps[self.step].missing()
        if missing:
            self.say(missing, Level.WARNING)
        elif self.step == WHAT:
            self._turn(TERMS)
        elif self.step == TERMS:
            self._leave_terms()
        elif self.step == PREVIEW and self.terms.mode() == Mode.SCREEN:
            self.show_on_screen()
        elif self.step == PREVIEW and self.terms.mode() == Mode.PAPER:
            self.set_pages()
        elif self.step == PREVIEW:
            self._ask_folder()
        elif self.step in (DELIVER, PAGES):
            self._leave()
        else:
            self._propose()
            self._turn(WHAT)

    def go_straight(self) -> None:
        """From what is shared to what they will see, on the terms that were proposed."""
        missing = self.what.missing() or self.terms.missing()
        if missing:
            self.say(missing, Level.WARNING)
        else:
            self._leave_terms()

    def _propose(self) -> None:
        """Begin the next steps with what is useful for the purpose, once: what was adjusted since stays."""
        template, specialty = self.who.template(), self.who.specialty()
        proposed = (specialty, template.name if template else "")
        if proposed != self._proposed:
            if self._proposed is not None or any(proposed):
                self.what.begin(self.vault, template, specialty)
                self.terms.begin(template)
            self._proposed = proposed

    def _leave_terms(self) -> None:
        if self.terms.mode() not in (Mode.PDF, Mode.NO_WAY_BACK):
            self._show_preview()
            return
        self.confirm.ask(
            self.tr(
                "This access cannot be withdrawn. Anyone who has this file and its words can read it, today and in ten "
                "years. The end date changes nothing."
            ),
            self.tr("Go back"),
            self.tr("Continue with no way back"),
            self._show_preview,
        )

    def _scope(self) -> Scope:
        return self.what.scope(
            self.who.person.currentData(), tuple(self.preview.named), tuple(self.preview.without)
        )

    def _nothing(self) -> bool:
        """Whether neither a kind nor an item is chosen: to a scope that would mean everything."""
        return self.what.nothing_chosen() and not self.preview.named

    def _show_preview(self) -> None:
        if self._nothing():
            self._select()
            return
        vault, scope, bounded = self.vault, self._scope(), self._bounded()
        self._look(lambda: preview(vault, bounded(scope)))

    def _select(self) -> None:
        vault, scope, nothing, bounded = self.vault, self._scope(), self._nothing(), self._bounded()

        def selected() -> Preview:
            shown = select(vault, bounded(scope))
            return replace(shown, entries=()) if nothing else shown

        self._look(selected)

    def _bounded(self) -> Callable[[Scope], Scope]:
        """What keeps a narrower access from holding anything that the former one does not."""
        vault, former, only_held = self.vault, self._former, self._only_held
        return lambda scope: renewal.within(vault, former.gid, scope) if former and only_held else scope

    def _look(self, selected: Callable[[], Preview]) -> None:
        vault, former = self.vault, self._former
        practitioner = self.who.practitioner.currentData() or ""
        self.run(lambda _: Looked.at(vault, selected(), former, practitioner), self._shown)

    def _shown(self, found: Looked) -> None:
        self.preview.show_preview(found.shown, found.leaves_care_out, found.guesses)
        self.preview.consultation.show_since(found.since, {one.id: one for one in found.shown.entries})
        self.changes.show_changes(found.changes)
        self._turn(PREVIEW)

    def _ask_folder(self) -> None:
        folder = self.ask_folder(self.tr("Folder for the protected file"))
        if folder and self.terms.mode() == Mode.PDF:
            self.make_pdf(Path(folder))
        elif folder:
            self.give(Path(folder))

    def set_pages(self) -> None:
        """Set what was chosen on pages, to be printed or saved."""
        chosen = self._chosen()
        if chosen is not None:
            self._turn(PAGES)
            self.pages.set_paper(chosen.on_pages())

    def make_pdf(self, folder: Path) -> None:
        """Make the locked PDF in ``folder``."""
        chosen = self._chosen()
        if chosen is not None:
            self._turn(PAGES)
            self.pages.make_pdf(chosen.on_pages(), folder)

    def _handed_over(self) -> None:
        self.changed.emit()
        self.retranslate()

    def give(self, folder: Path) -> None:
        """Make the access, its files in ``folder``."""
        chosen = self._chosen()
        if chosen is None:
            return
        terms = Terms(
            Mode(self.terms.mode()),
            self.terms.begins(),
            self.terms.ends(),
            self.terms.releases.value(),
            self._former.gid if self._former else "",
            self.changes.keep.isChecked(),
        )
        self._hand_over(lambda: chosen.give(terms, folder), self._given)

    def show_on_screen(self) -> None:
        """Begin to show it on this screen."""
        chosen, minutes = self._chosen(), self.terms.minutes.currentData()
        if chosen is not None:
            self._hand_over(lambda: chosen.show(minutes), self.screen_asked.emit)

    def _hand_over(self, give: Callable[[], T], done: Callable[[T], None]) -> None:
        """Off the window's thread, once."""
        self.next.setEnabled(False)
        self.run(lambda _: give(), done).finished.connect(lambda: self.next.setEnabled(True))

    def _chosen(self) -> Chosen | None:
        """What is to be handed over, or None where something is missing, which is said."""
        scope, bounded = self._scope(), self._bounded()
        if self._nothing():
            self.say(self.preview.missing(), Level.WARNING)
            return None
        if not self._practitioner and not self.attempt(self._keep_practitioner):
            return None
        return Chosen(
            self.vault,
            practitioners.practitioner(self.vault, self._practitioner),
            self.who.purpose.text().strip(),
            lambda: bounded(scope),
            self.preview.consultation.told(),
        )

    def _ask_card(self) -> None:
        if self._made is not None:
            self.card_asked.emit(self._made.gid)

    def _ask_receipt(self) -> None:
        if self._made is not None:
            ask_receipt(self, self._made.gid)

    def _keep_practitioner(self) -> None:
        known = self.who.practitioner.currentData()
        self._practitioner = known or self.who.new.keep(self.vault).id

    def _given(self, made: NewGrant) -> None:
        self._made = made
        self.deliver.show_made(made)
        self._turn(DELIVER)
        self.changed.emit()
        self.made.emit(made)

    def _turn(self, step: int) -> None:
        self.confirm.withdraw()
        self.stack.setCurrentIndex(step)
        self.retranslate()
        heading = self._steps[step].findChild(Heading)
        if self.isVisible() and heading is not None:  # the keyboard stays where it is
            announce(self, f"{self._where.text()} · {heading.text()}")

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """Forget every step."""
        self._practitioner = ""
        self._made = None
        self._former = None
        self._only_held = False
        self._proposed = None
        self.confirm.withdraw()
        self.changes.show_changes(None)
        for step in self._steps:
            step.clear()
        self._turn(WHO)

    def retranslate(self) -> None:
        """Name the buttons after what they lead to."""
        if self._former is None:
            self._title.setText(self.tr("Give access"))
        else:
            self._title.setText(
                self.tr("Narrow the access") if self._only_held else self.tr("Renew the access")
            )
        self._where.setText(self.tr("Step %1 of 5").replace("%1", str(min(self.step, DELIVER) + 1)))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setVisible(self.step not in (DELIVER, PAGES))
        self.back.setText(self.tr("Back"))
        self.back.setVisible(self.step not in (WHO, DELIVER) and not self.pages.is_given())
        self.straight.setText(self.tr("See exactly what they will see"))
        self.straight.setShortcut(QKeySequence("Ctrl+Shift+Return"))  # a new text takes it away
        self.straight.setVisible(self.step == WHAT)
        self.preview.say_terms(self.terms.summary())
        self.next.setText(
            (
                self.tr("Next"),
                self.tr("Next"),
                self.tr("See exactly what they will see"),
                self._handing_over(),
                self.tr("Done"),
                self.tr("Done"),
            )[self.step]
        )
        self.next.setShortcut(QKeySequence("Ctrl+Return"))

    def _handing_over(self) -> str:
        return {
            Mode.SCREEN.value: self.tr("Lock the vault and show it"),
            Mode.PAPER.value: self.tr("Set the pages"),
            Mode.PDF.value: self.tr("Make the locked PDF…"),
        }.get(self.terms.mode(), self.tr("Make the protected file…"))


def _above(panel: QWidget, step: QWidget) -> QWidget:
    both = QWidget()
    layout = column(panel)
    layout.addWidget(step, 1)
    both.setLayout(layout)
    return both


def _framed(step: QWidget) -> QWidget:
    content = QWidget()
    layout = column(step)
    layout.addStretch(1)
    content.setLayout(layout)
    return scrolled(content)
