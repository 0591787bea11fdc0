"""The accesses that run, each with the time it has left and a way to withdraw it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.desktop.parts import Button, Words, column, tab_in_order
from ui.desktop.theme import Space
from ui.desktop.time_bar import TimeBar
from ui.desktop.translated import Translated


@dataclass(frozen=True, slots=True)
class Running:
    """An access: to whom, the time left in words and as a share of all of it (None while the date is in doubt), and
    whether it can be withdrawn."""

    gid: str
    name: str
    left: str
    share: float | None
    withdrawable: bool


class RunningAccesses(Translated):
    """A line for each. ``withdraw_asked`` carries the id of an access; nothing is withdrawn here."""

    withdraw_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._shown: tuple[Running, ...] = ()
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.HALF)
        self._lines.setColumnStretch(0, 1)

    def show_running(self, running: Sequence[Running]) -> None:
        """Show these."""
        if self._shown != tuple(running):
            self._shown = tuple(running)
            self.retranslate()

    def _clear(self, layout: QLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # at once: until it is deleted it would be painted over what comes now
                old.deleteLater()
        self.buttons = []

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._clear(self._lines)
        for place, one in enumerate(self._shown):
            self._lines.addWidget(_line(one), place, 0)
            if one.withdrawable:
                self._lines.addWidget(self._button(one), place, 1)
        tab_in_order(self._lines)

    def _button(self, one: Running) -> Button:
        button = Button(self.tr("Withdraw…"))
        button.setAccessibleName(self.tr("Withdraw the access of %1…").replace("%1", one.name))
        button.clicked.connect(lambda: self.withdraw_asked.emit(one.gid))
        self.buttons.append(button)
        return button


def _line(one: Running) -> QWidget:
    line, words = QWidget(), Words(f"{one.name} · {one.left}")
    bar = () if one.share is None else (TimeBar(one.share),)
    line.setLayout(column(words, *bar, gap=Space.SMALL))
    return line
