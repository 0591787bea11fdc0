"""Photographs were chosen: one document or several, in which order, turned and straightened how."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCheckBox, QListView, QProgressBar

from phr.errors import PhrError
from phr.formats.photographs import pages
from phr.formats.photographs.pictures import png
from storage.errors import Cancelled, NotAPicture, WhoIsWho
from storage.intake import FileReport, Who
from storage.photographs import Photograph, import_pages, read_picture
from ui.desktop import tasks
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Field, FieldName, Hint, PrimaryButton, Title, column, row
from ui.desktop.theme import Space, colours
from ui.desktop.who_is_who import WhoIsWhoPanel

_SHOWN = 240
# Enough for the slant to be found as on the page itself.
_MEASURED = 900


def _thumbnail(photograph: Photograph) -> bytes:
    picture = pages.page_picture(
        pages.Page(read_picture(photograph.path), photograph.turn, photograph.straighten), longest=_MEASURED
    )
    if picture is None:
        raise NotAPicture
    picture.thumbnail((2 * _SHOWN, 2 * _SHOWN))
    return png(picture)


def _page_sign(data: bytes) -> QIcon:
    """The page with its edge, which is as white as what is around it; the same where it is chosen."""
    picture = QPixmap.fromImage(QImage.fromData(data))
    with QPainter(picture) as painter:
        painter.setPen(QColor(colours(QApplication.palette()).outline))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    sign = QIcon(picture)
    sign.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it
    return sign


class PhotographPage(Page):
    """``several`` carries the files when they are taken as they are; ``left``: one document was made, or none."""

    several = Signal(list)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.photographs: list[Photograph] = []
        self._task: tasks.Task[FileReport] | None = None
        self._title = Title()
        self._hint = Hint()
        self._model = QStandardItemModel()
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setIconSize(QSize(_SHOWN, _SHOWN))
        self.list.setGridSize(QSize(_SHOWN + 2 * Space.WIDE, _SHOWN + 3 * Space.WIDE))
        self.earlier = Button()
        self.later = Button()
        self.turn = Button()
        self.straighten = QCheckBox()
        self._name = FieldName()
        self.name = Field()
        self._name.setBuddy(self.name)
        self.question = WhoIsWhoPanel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = Button()
        self.one = PrimaryButton()
        self.many = Button()
        self.cancel = Button()
        layout = column(self._title, self._hint, margin=Space.SECTION)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(self.earlier, self.later, self.turn, self.straighten))
        layout.addWidget(self._name)
        layout.addWidget(self.name)
        layout.addWidget(self.question)
        layout.addLayout(row(self.progress, self.stop))
        layout.addLayout(row(self.one, self.many, self.cancel))
        self.setLayout(layout)
        self._connect()
        self.forget()
        self.retranslate()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.turn.clicked.connect(self._turn)
        self.straighten.clicked.connect(self._straighten)
        self.name.returnPressed.connect(self.one.click)
        self.one.clicked.connect(lambda: self._make(Who(person=self.person)))
        self.question.answered.connect(self._make)
        self.question.later.connect(self.left)
        self.many.clicked.connect(self._leave_several)
        self.cancel.clicked.connect(self.left)
        self.stop.clicked.connect(self._stop)

    def begin(self, files: Sequence[Path]) -> None:
        """Ask about these pictures."""
        self.forget()
        self.photographs = [Photograph(file) for file in files]
        for number, photograph in enumerate(self.photographs):
            item = QStandardItem(str(number + 1))
            item.setData(photograph.path.name, int(Qt.ItemDataRole.AccessibleTextRole))
            item.setSizeHint(self.list.gridSize())
            item.setToolTip(photograph.path.name)
            self._model.appendRow(item)
            self._draw(number)
        self.list.setCurrentIndex(self._model.index(0, 0))
        for button in (self.earlier, self.later):
            button.setVisible(len(files) > 1)
        self.retranslate()
        self.name.setFocus()

    def _draw(self, number: int) -> None:
        photograph = self.photographs[number]
        tasks.run(
            self, lambda _: _thumbnail(photograph), lambda data: self._drawn(photograph, data), self.say_error
        )

    def _drawn(self, photograph: Photograph, data: bytes) -> None:
        # It may have been moved or turned in the meantime.
        if photograph in self.photographs:
            self._model.item(self.photographs.index(photograph)).setIcon(_page_sign(data))

    def _current(self) -> int:
        return self.list.currentIndex().row()

    def _current_changed(self) -> None:
        number = self._current()
        chosen = 0 <= number < len(self.photographs)
        self.earlier.setEnabled(chosen and number > 0)
        self.later.setEnabled(chosen and number < len(self.photographs) - 1)
        self.turn.setEnabled(chosen)
        self.straighten.setEnabled(chosen)
        self.straighten.setChecked(chosen and self.photographs[number].straighten)

    def _move(self, by: int) -> None:
        number = self._current()
        self.photographs.insert(number + by, self.photographs.pop(number))
        self._model.insertRow(number + by, self._model.takeRow(number))
        for place in range(self._model.rowCount()):
            self._model.item(place).setText(str(place + 1))
        self.list.setCurrentIndex(self._model.index(number + by, 0))

    def _turn(self) -> None:
        number = self._current()
        one = self.photographs[number]
        self.photographs[number] = replace(one, turn=(one.turn + 90) % 360)
        self._draw(number)

    def _straighten(self, straighten: bool) -> None:
        number = self._current()
        self.photographs[number] = replace(self.photographs[number], straighten=straighten)
        self._draw(number)

    def _make(self, who: Who) -> None:
        title = self.name.text().strip()
        if not title:
            self.say(self.tr("Give the document a title."), Level.WARNING)
            self.name.setFocus()
            return
        vault, chosen = self.vault, tuple(self.photographs)
        self._show_busy(True)
        self._task = tasks.run(
            self,
            lambda progress: import_pages(
                vault, chosen, title, who=who, progress=progress.say, cancelled=progress.cancelled
            ),
            self._made,
            self._failed,
        )

    def _made(self, report: FileReport) -> None:
        self._show_busy(False)
        if report.added:
            self.say(self.tr("One document of %n page(s).", "", len(self.photographs)))
        else:
            self.say(self.tr("This document is in the record already."))
        self.changed.emit()
        self.left.emit()

    def _failed(self, error: PhrError | OSError) -> None:
        self._show_busy(False)
        if isinstance(error, WhoIsWho):
            self.question.ask(error, self.name.text().strip())
            self.question.show()
        elif not isinstance(error, Cancelled | tasks.Cancelled):
            self.say_error(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()

    def _leave_several(self) -> None:
        self.several.emit([one.path for one in self.photographs])

    def _show_busy(self, busy: bool) -> None:
        self.progress.setRange(0, 0)
        for widget in (self.progress, self.stop):
            widget.setVisible(busy)
        for control in (self.one, self.many, self.cancel, self.list, self.turn, self.earlier, self.later):
            control.setEnabled(not busy)
        if busy:
            self.question.hide()
        else:
            self._current_changed()

    def forget(self) -> None:
        """Show nothing."""
        self.photographs = []
        self._model.clear()
        self.name.clear()
        self.question.clear()
        self.question.hide()
        self._show_busy(False)

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        if len(self.photographs) == 1:
            self._say_one()
        else:
            self._say_several()
        self.list.setAccessibleName(self.tr("Pages of the document"))
        self.earlier.setText(self.tr("Earlier"))
        self.later.setText(self.tr("Later"))
        self.turn.setText(self.tr("Turn right"))
        self.straighten.setText(self.tr("Straighten this page"))
        self._name.setText(self.tr("&Title of the document"))
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.stop.setText(self.tr("Stop"))
        self.cancel.setText(self.tr("Cancel"))

    def _say_one(self) -> None:
        self._title.setText(self.tr("A photographed paper?"))
        self._hint.setText(
            self.tr(
                "As a document, it has the title that you give it; the place and the camera that the telephone noted "
                "are not in it. The picture is kept with it as it came."
            )
        )
        self.one.setText(self.tr("Keep as a document"))
        self.many.setText(self.tr("Take the picture as it is"))

    def _say_several(self) -> None:
        self._title.setText(self.tr("One document or several?"))
        self._hint.setText(
            self.tr(
                "Several pictures were chosen. As one document, they are its pages, in this order; the place and the "
                "camera that the telephone noted are not in it. The pictures are kept with it as they came."
            )
        )
        self.one.setText(self.tr("One document"))
        self.many.setText(self.tr("Several documents"))
