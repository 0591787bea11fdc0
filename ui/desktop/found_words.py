"""The words that a search found, marked where a cell shows them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from storage.search import found_in
from ui.desktop.theme import colours


class FoundWords(QStyledItemDelegate):
    """Paints the text of a cell with the words marked that begin as those of what is typed do: another ground and a
    line below them, since colour alone is not seen by all.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed = ""
        # By text: the same titles come over and over.
        self._spots: dict[str, list[tuple[int, int]]] = {}

    def seek(self, typed: str) -> None:
        """Mark the words of ``typed`` from now on, and forget what was marked."""
        self._typed = typed
        self._spots.clear()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        text = str(index.data())
        spots = self._spots.get(text)
        if spots is None:
            spots = self._spots[text] = found_in(text, self._typed)
        if not spots:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
        room.adjust(margin, 0, -margin, 0)
        text = cell.fontMetrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
        cell.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        layout = QTextLayout(text, cell.font)
        layout.setFormats([_marked(start, end, cell.palette) for start, end in spots])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        chosen = cell.state & QStyle.StateFlag.State_Selected
        painter.save()
        painter.setPen(
            cell.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        )
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))
        painter.restore()


def _marked(start: int, end: int, palette: QPalette) -> QTextLayout.FormatRange:
    tokens = colours(palette)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    form = QTextCharFormat()
    form.setBackground(QColor(tokens.warning))
    form.setForeground(QColor(tokens.text))
    form.setFontUnderline(True)
    marked.format = form
    return marked
