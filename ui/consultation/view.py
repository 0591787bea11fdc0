"""The view that stands on the screen: the fixed line and the time left above, sections at the left, items beside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.catalogue import translate
from ui.consultation.countdown import Countdown
from ui.consultation.document import DocumentPage
from ui.consultation.excerpt import Excerpt, File, Item, searched
from ui.consultation.item_pane import ItemPane
from ui.consultation.items import ItemsModel, ItemTable
from ui.consultation.sections import SECTIONS_WIDE, Section, SectionsModel, sections_of
from ui.consultation.summary import Summary
from ui.desktop.confirm import Confirm
from ui.desktop.dates import show_date
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, Panel, Title, Words, column, row
from ui.desktop.tables import Table
from ui.desktop.theme import Space

SUMMARY, ITEMS, DOCUMENT = range(3)
_WIDEST = 4000  # pixels: the line above the record takes the room there is


class View(QWidget):
    """The whole excerpt. ``finished`` comes when its time is over or somebody ended it; nothing is shown any more."""

    finished = Signal()

    def __init__(self, excerpt: Excerpt, seconds: int) -> None:
        super().__init__()
        self._excerpt = excerpt
        self._words = [(item, item.words()) for item in excerpt.items]
        # No name in the title: other programs, task bars and screenshots see it.
        self.setWindowTitle("Carnet")
        self.left = Heading()
        self.end = Button(translate("Consultation", "&End the consultation"))
        self.confirm = Confirm()
        self.sections = SectionsModel()
        self.chooser = Table(self.sections, stretch=0, widths={})
        self.search = Field()
        self.items = ItemsModel()
        self.table = ItemTable(self.items)
        self.pane = ItemPane()
        self.document = DocumentPage()
        self.pages = QStackedWidget()
        self.found = Hint()
        self._build()
        self._fill()
        self.countdown = Countdown(seconds, self)
        self.countdown.moved.connect(self._tell_time)
        self.countdown.over.connect(self.finish)
        self.chooser.selectionModel().selectionChanged.connect(self._turn)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.search.textChanged.connect(self._seek)
        self.pane.file_asked.connect(self._show_file)
        self.document.left.connect(lambda: self.pages.setCurrentIndex(ITEMS))
        self.end.clicked.connect(self.ask_end)
        self.chooser.selectRow(0)
        self.countdown.start()

    def _build(self) -> None:
        statement = Panel("info")
        statement.setLayout(column(self._statement(), margin=Space.ONE))
        head = QHBoxLayout()
        head.setSpacing(Space.WIDE)
        head.addLayout(column(self._name(), self._about(), gap=Space.SMALL), 1)
        head.addWidget(self.left)
        head.addWidget(self.end)
        name = FieldName()
        name.setText(translate("Consultation", "&Search in this extract"))
        name.setBuddy(self.search)
        self.chooser.horizontalHeader().hide()
        self.chooser.setFixedWidth(SECTIONS_WIDE)
        self.chooser.setAccessibleName(translate("Consultation", "Sections"))
        self.table.setAccessibleName(translate("Consultation", "Items"))
        split = QWidget()
        below = column()
        below.addWidget(self.table, 3)
        below.addWidget(self.pane, 2)
        split.setLayout(below)
        self.pages.addWidget(Summary(self._excerpt))
        self.pages.addWidget(split)
        self.pages.addWidget(self.document)
        right = column(row(name, self.found), self.search)
        right.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setSpacing(Space.SECTION)
        body.addWidget(self.chooser)
        body.addLayout(right, 1)
        layout = column(head, statement, self.confirm, margin=Space.SECTION, gap=Space.ONE)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def _statement(self) -> Words:
        return Words(translate("Consultation", "Excerpt chosen by the patient. Other items may exist."))

    def _name(self) -> Title:
        title = Title(self._excerpt.name or translate("Consultation", "Name not given"))
        title.setTextFormat(Qt.TextFormat.PlainText)
        return title

    def _about(self) -> Hint:
        shown = self._excerpt
        born = show_date(shown.birth_date)
        sex = {
            "female": translate("Consultation", "female"),
            "male": translate("Consultation", "male"),
        }.get(shown.sex, "")
        parts = (
            translate("Consultation", "born %1").replace("%1", born) if born else "",
            sex,
            translate("Consultation", "for %1").replace("%1", shown.to) if shown.to else "",
            shown.purpose,
        )
        about = Hint(" · ".join(part for part in parts if part))
        about.setMaximumWidth(_WIDEST)
        return about

    def _fill(self) -> None:
        self.sections.show(sections_of(self._excerpt))

    # What is looked at

    def _turn(self) -> None:
        chosen = self.chooser.chosen_rows()
        if not chosen:
            return
        section = self.sections.rows[chosen[0]]
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.found.clear()
        self._show_section(section)

    def _show_section(self, section: Section) -> None:
        self.document.clear()
        if section.is_summary:
            self.pages.setCurrentIndex(SUMMARY)
        else:
            self._list(section.items, mixed=section.kind is None)

    def _list(self, items: tuple[Item, ...], *, mixed: bool) -> None:
        self.pane.clear()
        self.pane.hide()
        self.items.show(items)
        self.table.fit_columns(items, mixed=mixed)
        self.pages.setCurrentIndex(ITEMS)

    def _choose(self) -> None:
        chosen = self.table.chosen_rows()
        if chosen:
            self.pane.show_item(self.items.rows[chosen[0]])
            self.pane.show()

    def _seek(self, text: str) -> None:
        wanted = searched(text).split()
        if not wanted:
            self._turn()
            return
        found = tuple(item for item, words in self._words if all(word in words for word in wanted))
        self.document.clear()
        self._list(found, mixed=True)
        self.found.setText(
            translate("Consultation", "%1 of %2")
            .replace("%1", str(len(found)))
            .replace("%2", str(len(self._excerpt.items)))
        )

    def _show_file(self, file: File) -> None:
        self.pages.setCurrentIndex(DOCUMENT)
        self.document.show_file(file)
        self.document.back.setFocus()

    # Its end

    def ask_end(self) -> None:
        """Ask whether the consultation is over."""
        self.confirm.ask(
            translate("Consultation", "End the consultation? Nothing of it stays on the screen."),
            translate("Consultation", "Go back"),
            translate("Consultation", "End it"),
            self.finish,
        )

    def finish(self) -> None:
        """Blank the view and tell that it is over."""
        self.search.clear()
        self._excerpt = Excerpt("", "", "", "", "", ())
        self._words = []
        self.items.show(())
        self.sections.show(())
        self.pane.clear()
        self.document.clear()
        self.hide()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks whether to end."""
        if event.key() == Qt.Key.Key_Escape:
            self.ask_end()
        else:
            super().keyPressEvent(event)

    def _tell_time(self, seconds: int) -> None:
        minutes, rest = divmod(seconds, 60)
        self.left.setText(translate("Consultation", "Time left: %1").replace("%1", f"{minutes}:{rest:02}"))
