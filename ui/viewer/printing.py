"""A document on paper, page by page as it was drawn."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.desktop.tasks import Progress
from ui.viewer.drawing import draw

_SCREEN = 1200
"""Pixels across the page that is drawn only to learn how many pages there are."""


def print_document(data: bytes, printer: QPrinter, turned: int, progress: Progress) -> int:
    """Print all pages of a document, each as large as the sheet takes: how many there were.

    Nothing is printed of what cannot be drawn. Raises ``tasks.Cancelled``; the sheets before are then printed.
    """
    room = printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
    pages = draw(data, 0, _SCREEN).pages
    printed = 0
    painter: QPainter | None = None
    try:
        for number in range(pages):
            progress.say(number, pages)
            image = draw(data, number, room.width(), turned).image
            if image is None:
                continue
            if painter is None:
                painter = QPainter(printer)
            else:
                printer.newPage()
            size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(0, 0, size.width(), size.height()), image)
            printed += 1
    finally:
        if painter is not None:
            painter.end()
    return printed
