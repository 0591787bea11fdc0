"""The consultation card as a PDF: one A4 page with the card to cut out, set by Qt, in memory only.

The card says how to open the file and nothing of the record: no name, no practitioner, no health data.
"""

from datetime import datetime
from typing import Final

import segno
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPageSize, QPainter, QPdfWriter, QPen

from ui.catalogue import day, translate
from ui.pdf_pages import application_without_windows

_RESOLUTION: Final = 600  # dots per inch
_INK: Final = QColor("black")
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
# Millimetres on the page.
_MARGIN: Final = 15.0
_WIDTH: Final = 180.0
_PADDING: Final = 8.0
_QR_SIDE: Final = 48.0


def card_pdf(code: str, until: datetime) -> bytes:
    """A PDF of the card with ``code`` (24 characters, grouped or not), in the language shown.

    ``until`` is when the access was meant to end; the card itself opens the file for as long as it exists.
    """
    application = QGuiApplication.instance() or application_without_windows()
    assert application is not None  # noqa: S101 -- fonts need it alive until the page is set
    characters = code.replace("-", "").replace(" ", "")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(translate("card", "Consultation card"))
    writer.setCreator("Carnet")
    painter = QPainter(writer)
    _draw(painter, characters, until)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _draw(painter: QPainter, characters: str, until: datetime) -> None:
    left, width = _MARGIN + _PADDING, _WIDTH - 2 * _PADDING
    beside = width - _QR_SIDE - _PADDING
    title = translate("card", "Consultation card")
    top = _write(painter, (left, _MARGIN + _PADDING, width), title, _font(17, bold=True))
    alone = translate("card", "This card alone opens nothing: the file is needed too.")
    top = _write(painter, (left, top + 1, width), alone, _font(11)) + 5
    _draw_qr(painter, characters, left + beside + _PADDING, top)
    groups = [characters[start : start + 4] for start in range(0, len(characters), 4)]
    row = _write(painter, (left, top + 2, beside), " ".join(groups[:3]), _code_font())
    row = _write(painter, (left, row + 1, beside), " ".join(groups[3:]), _code_font())
    meant = translate("card", "Access meant until {date}").format(date=day(until))
    _write(painter, (left, row + 4, beside), meant, _font(10))
    top += _QR_SIDE + 4
    for number, step in enumerate(_steps(), start=1):
        _write(painter, (left, top, 6), f"{number}.", _font(10.5, bold=True))
        top = _write(painter, (left + 6, top, width - 6), step, _font(10.5)) + 1
    after = translate(
        "card",
        "Afterwards: the patient takes this card back, or it is destroyed. It goes on opening the file for "
        "as long as it exists; a photograph of it is enough.",
    )
    top = _write(painter, (left, top + 2, width), after, _font(9.5))
    extract = translate("card", "Excerpt chosen by the patient. Other items may exist.")
    bottom = _write(painter, (left, top + 2, width), extract, _font(9.5)) + _PADDING
    cut = QPen(_INK, _dots(0.2))
    cut.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(cut)
    painter.drawRect(QRectF(_dots(_MARGIN), _dots(_MARGIN), _dots(_WIDTH), _dots(bottom - _MARGIN)))


def _steps() -> tuple[str, str, str]:
    return (
        translate("card", "Open the file you were given in any browser. There is nothing to install."),
        translate("card", "Type the 24 characters above, or scan the square with a code reader."),
        translate("card", "Read. The page opens without a network and sends nothing."),
    )


def _dots(millimetres: float) -> float:
    return millimetres * _RESOLUTION / 25.4


def _write(painter: QPainter, place: tuple[float, float, float], text: str, font: QFont) -> float:
    """Write ``text`` at ``place`` (left, top, width, in millimetres). Answers where it ends, downwards."""
    x, y, width = place
    painter.setFont(font)
    painter.setPen(_INK)
    column = QRectF(_dots(x), _dots(y), _dots(width), _dots(200))
    used = painter.boundingRect(column, _WRAPPED, text)
    painter.drawText(column, _WRAPPED, text)
    return y + used.height() * 25.4 / _RESOLUTION


def _draw_qr(painter: QPainter, text: str, x: float, y: float) -> None:
    """The code as QR (ISO/IEC 18004, level Q: a quarter may be lost), with its quiet zone of four modules."""
    matrix = tuple(segno.make(text, error="q", micro=False).matrix_iter(border=4))
    side = _dots(_QR_SIDE) / len(matrix)
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                # a dot larger than a module, so that no white seam shows between two of them
                module = QRectF(_dots(x) + column * side, _dots(y) + row * side, side + 1, side + 1)
                painter.fillRect(module, _INK)


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont("DejaVu Sans")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _code_font() -> QFont:
    """A large face in which 0 and O, 1 and I cannot be mistaken, and all letters have one width."""
    font = QFont("DejaVu Sans Mono")
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSizeF(25)
    font.setBold(True)
    return font
