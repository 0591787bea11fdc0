"""The program's signs, drawn: no icon theme has to be installed."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

_SIDE = 20


def draw_icon(painter: QPainter, name: str, x: float, y: float, colour: QColor) -> None:
    """Draw the sign ``name``, 20 by 20, with its upper left corner at ``x``, ``y``."""
    painter.save()
    painter.translate(x, y)
    pen = QPen(colour, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[name](painter)
    painter.restore()


@cache
def icon(name: str, colour: str) -> QPixmap:
    """The sign ``name`` as a picture for a table, drawn once, at twice its size for dense screens."""
    picture = QPixmap(2 * _SIDE, 2 * _SIDE)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, name, 0, 0, QColor(colour))
    return picture


def _today(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(2, 10), QPointF(10, 2.5), QPointF(18, 10)])
    painter.drawPolyline([QPointF(4.5, 8.5), QPointF(4.5, 17.5), QPointF(15.5, 17.5), QPointF(15.5, 8.5)])


def _record(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3, 1.5, 14, 17), 2, 2)
    for height in (6, 10, 14):
        painter.drawLine(QPointF(6.5, height), QPointF(13.5, height))


def _documents(painter: QPainter) -> None:
    painter.drawPolyline(
        [
            QPointF(12, 1.5),
            QPointF(4, 1.5),
            QPointF(4, 18.5),
            QPointF(16, 18.5),
            QPointF(16, 5.5),
            QPointF(12, 1.5),
        ]
    )
    painter.drawPolyline([QPointF(12, 1.5), QPointF(12, 5.5), QPointF(16, 5.5)])


def _trends(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(2.5, 2), QPointF(2.5, 17.5), QPointF(18, 17.5)])
    painter.drawPolyline([QPointF(5.5, 13), QPointF(9, 8.5), QPointF(12.5, 10.5), QPointF(17, 4.5)])


def _inbox(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(2, 11), QPointF(5, 3), QPointF(15, 3), QPointF(18, 11)])
    painter.drawPolyline(
        [
            QPointF(2, 11),
            QPointF(7, 11),
            QPointF(8, 13.5),
            QPointF(12, 13.5),
            QPointF(13, 11),
            QPointF(18, 11),
        ]
    )
    painter.drawPolyline([QPointF(2, 11), QPointF(2, 17.5), QPointF(18, 17.5), QPointF(18, 11)])


def _access(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(1.5, 5.5, 9, 9))
    painter.drawLine(QPointF(10.5, 10), QPointF(18.5, 10))
    painter.drawLine(QPointF(18.5, 10), QPointF(18.5, 14))
    painter.drawLine(QPointF(14.5, 10), QPointF(14.5, 13))


def _people(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(4, 2.5, 6, 6))
    painter.drawArc(QRectF(1.5, 11.5, 11, 13), 0, 180 * 16)
    painter.drawArc(QRectF(11, 3, 5.5, 5.5), -120 * 16, 240 * 16)
    painter.drawArc(QRectF(9, 11.5, 10, 13), 0, 110 * 16)


def _history(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(2, 2, _SIDE - 4, _SIDE - 4))
    painter.drawPolyline([QPointF(10, 5.5), QPointF(10, 10), QPointF(13.5, 12)])


def _settings(painter: QPainter) -> None:
    for height, knob in ((5, 13), (10, 6), (15, 11)):
        painter.drawLine(QPointF(2, height), QPointF(knob - 2, height))
        painter.drawEllipse(QPointF(knob, height), 2, 2)
        painter.drawLine(QPointF(knob + 2, height), QPointF(18, height))


def _import(painter: QPainter) -> None:
    painter.drawLine(QPointF(10, 2), QPointF(10, 12.5))
    painter.drawPolyline([QPointF(5.5, 8.5), QPointF(10, 13), QPointF(14.5, 8.5)])
    painter.drawPolyline([QPointF(2.5, 13), QPointF(2.5, 17.5), QPointF(17.5, 17.5), QPointF(17.5, 13)])


def _lock(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3.5, 9, 13, 9.5), 2, 2)
    painter.drawArc(QRectF(6, 2, 8, 13), 0, 180 * 16)


_SIGNS: dict[str, Callable[[QPainter], None]] = {
    "today": _today,
    "record": _record,
    "documents": _documents,
    "trends": _trends,
    "inbox": _inbox,
    "access": _access,
    "people": _people,
    "history": _history,
    "settings": _settings,
    "import": _import,
    "lock": _lock,
}
