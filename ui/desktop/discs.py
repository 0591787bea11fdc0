"""A person's sign: their initials on a disc of a colour of their own, the same on every page."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from storage.people import Person

LETTERS: Final = "#ffffff"
COLOURS: Final = (
    "#1f6b66",
    "#8a4b1f",
    "#5b4b9a",
    "#9a2f5f",
    "#2f5fa0",
    "#4f6b1f",
    "#7a3b8a",
    "#a3371f",
)
"""Each has a contrast of at least 4.5 with :data:`LETTERS` (WCAG 2.2, 1.4.3), in the light and in the dark window."""

SIDE: Final = 28
"""Pixels across, before scaling."""


def initials(name: str) -> str:
    """The first letters of the first and the last word; a dot for who has no name."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "·"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def colours_of(people: Iterable[Person]) -> dict[str, str]:
    """A colour for each person, by id: it stays as long as they do, and differs while there are enough of them."""
    given: dict[str, str] = {}
    for one in sorted(people, key=lambda person: person.id):
        first = sum(one.id.encode()) % len(COLOURS)
        turned = (*COLOURS[first:], *COLOURS[:first])
        given[one.id] = next((colour for colour in turned if colour not in given.values()), turned[0])
    return given


def disc(name: str, colour: str) -> QIcon:
    """The sign of a person called ``name``, the same in a row that is selected."""
    picture = _drawn(initials(name), colour)
    sign = QIcon(picture)
    sign.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it, and the letters pale
    return sign


def _drawn(letters: str, colour: str) -> QPixmap:
    """At twice its size, for dense screens."""
    picture = QPixmap(2 * SIDE, 2 * SIDE)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    area = QRectF(0, 0, SIDE, SIDE)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(area)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(LETTERS))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), letters)
    return picture
