"""One item in full, with a button for each of its documents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.catalogue import language, translate
from ui.consultation.excerpt import Item
from ui.consultation.items import value_of
from ui.desktop.dates import show_date
from ui.desktop.names import kind_name, range_text, status_name, value_text
from ui.desktop.parts import Button, Heading, Hint, Words, column, row, scrolled
from ui.desktop.theme import Space


class ItemPane(QWidget):
    """Shows the chosen item. ``file_asked`` carries a document to be shown."""

    file_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = Heading()
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self._about = Hint()
        self._value = Heading()
        self._value.setTextFormat(Qt.TextFormat.PlainText)
        self._value.setWordWrap(True)
        self._files = column(gap=Space.HALF)
        self._fields: dict[str, tuple[Hint, Words]] = {}
        facts = column(gap=Space.SMALL)
        for name, text in (
            ("range", translate("Consultation", "Laboratory's reference range")),
            ("flag", translate("Consultation", "Laboratory's remark")),
            ("status", translate("Consultation", "Status")),
            ("author", translate("Consultation", "Author")),
            ("note", translate("Consultation", "Note")),
        ):
            self._fields[name] = Hint(text), Words()
            for label in self._fields[name]:
                facts.addWidget(label)
        content = QWidget()
        layout = column(
            self.title, self._about, self._value, self._files, facts, margin=Space.WIDE, gap=Space.HALF
        )
        layout.addStretch(1)
        content.setLayout(layout)
        self.setLayout(column(scrolled(content)))
        self.clear()

    def show_item(self, item: Item) -> None:
        """Show one item."""
        value = value_of(item)
        self.title.setText(item.title_in(language()))
        date = show_date(item.date) or translate("Consultation", "undated")
        self._about.setText(f"{kind_name(item.kind)} · {date}")
        self._value.setText(value_text(value))
        self._value.setVisible(bool(self._value.text()))
        self._fill("range", range_text(value))
        self._fill("flag", "" if item.flag == "N" else item.flag)
        self._fill("status", status_name(item.status))
        self._fill("author", item.author)
        self._fill("note", item.note)
        self._forget_files()
        for file in item.files:
            name = file.name or translate("Consultation", "document")
            button = Button(translate("Consultation", "Show the document"))
            button.setAccessibleName(translate("Consultation", "Show %1").replace("%1", name))
            button.clicked.connect(lambda _=False, file=file: self.file_asked.emit(file))
            self._files.addWidget(Words(name))
            self._files.addLayout(row(button))

    def clear(self) -> None:
        """Show nothing."""
        for label in (self.title, self._about, self._value):
            label.clear()
        for name in self._fields:
            self._fill(name, "")
        self._forget_files()

    def _fill(self, name: str, text: str) -> None:
        label, words = self._fields[name]
        words.setText(text)
        for one in (label, words):
            one.setVisible(bool(text))

    def _forget_files(self) -> None:
        while (place := self._files.takeAt(0)) is not None:
            inner = place.layout()
            held = inner.takeAt(0) if inner else place
            widget = held.widget() if held else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
