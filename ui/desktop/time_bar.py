"""What is left of an access's time, as a bar: full at its beginning, empty at its end. Words beside it say the same."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from storage.grants import GrantRow
from ui.desktop.theme import Space, colours

SHARE = int(Qt.ItemDataRole.UserRole)
"""Role of a model that answers with the share of the time that is left, or None."""

_TALL = 7
"""Pixels, outline included."""


def share_left(grant: GrantRow, now: datetime) -> float:
    """How much of an access's time is to come at ``now``, from 1 (all of it) to 0."""
    begin = datetime.fromisoformat(grant.not_before or grant.made_at)
    until = datetime.fromisoformat(grant.until)
    whole = (until - begin).total_seconds()
    return min(1.0, max(0.0, (until - now).total_seconds() / whole)) if whole > 0 else 0.0


def draw_bar(painter: QPainter, area: QRect, share: float, *, selected: bool = False) -> None:
    """Paint a bar that fills ``area``, on a panel or on a selected row."""
    tokens = colours(QApplication.palette())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
    round_ = around.height() / 2
    if share > 0:
        filled = QRectF(around)
        filled.setWidth(max(around.height(), around.width() * share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(filled, round_, round_)
    painter.setPen(QColor(tokens.on_selection if selected else tokens.outline))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around, round_, round_)
    painter.restore()


class TimeBarDelegate(QStyledItemDelegate):
    """A cell's words, and under them the bar where the model knows a share."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell: surface, words, bar."""
        share = index.data(SHARE)
        if share is None:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style()
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        text, cell.text = cell.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        words = words.adjusted(Space.SMALL - 1, 0, -Space.SMALL, -_TALL - Space.SMALL // 2)
        painter.setFont(cell.font)
        style.drawItemText(
            painter,
            words,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            cell.palette,
            True,
            cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width()),
            role.HighlightedText if selected else role.Text,
        )
        bottom = cell.rect.bottom() - Space.SMALL
        draw_bar(
            painter,
            QRect(words.left(), bottom - _TALL, words.width() - Space.ONE, _TALL),
            share,
            selected=selected,
        )


class TimeBar(QWidget):
    """The bar alone, under words that say the same."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Flat."""
        return QSize(10 * _TALL, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            draw_bar(painter, self.rect(), self._share)
