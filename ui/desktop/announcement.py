"""What assistive technology is to say at once, wherever the keyboard is."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QTableView, QWidget


def announce(source: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have ``text`` said after what is being said, or, when ``urgent``, before."""
    event = QAccessibleAnnouncementEvent(source, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def tell_checked(table: QTableView, index: QModelIndex) -> None:
    """Have it said that the box in a cell was ticked, or no longer is: Qt tells of boxes outside tables only."""
    changed = QAccessible.State()
    changed.checked = True  # which state it is; what it is now is asked for
    event = QAccessibleStateChangeEvent(table, changed)
    # Qt counts the headers, the one at the side also where it is hidden.
    event.setChild((index.row() + 1) * (index.model().columnCount() + 1) + index.column() + 1)
    QAccessible.updateAccessibility(event)
