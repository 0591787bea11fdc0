"""Sensitive topics: the patient's own marks on entries. They never leave the vault."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from phr.entry import Entry
from ui.desktop.names import LABELS, label_name
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, PrimaryButton, column, row, scrolled
from ui.desktop.theme import Space
from ui.desktop.translated import Translated


class TopicPanel(Translated):
    """The program's topics as boxes to tick, and one's own in words."""

    kept = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: frozenset[str] = frozenset()
        self._heading = Heading()
        self._hint = Hint()
        self.boxes = {label: QCheckBox() for label in LABELS}
        self._own_name = FieldName()
        self.own = Field()
        self._own_name.setBuddy(self.own)
        self.keep = PrimaryButton()
        self.drop = Button()
        content = QWidget()
        layout = column(
            self._heading,
            self._hint,
            *self.boxes.values(),
            self._own_name,
            self.own,
            row(self.keep, self.drop),
            margin=Space.WIDE,
            gap=Space.HALF,
        )
        layout.addStretch(1)
        content.setLayout(layout)
        self.setLayout(column(scrolled(content)))
        self.keep.clicked.connect(self.kept)
        self.drop.clicked.connect(self.dropped)
        self.retranslate()

    def begin(self, chosen: Sequence[Entry]) -> None:
        """Show the topics that all chosen entries have in common."""
        self._before = frozenset.intersection(*(frozenset(entry.labels) for entry in chosen))
        for label, box in self.boxes.items():
            box.setChecked(label in self._before)
        self.own.setText(", ".join(sorted(self._before - set(LABELS))))

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The topics to add and those to take away."""
        now = {label for label, box in self.boxes.items() if box.isChecked()}
        now |= {text.strip() for text in self.own.text().split(",") if text.strip()}
        return tuple(sorted(now - self._before)), tuple(sorted(self._before - now))

    def clear(self) -> None:
        """Forget what was shown."""
        self._before = frozenset()
        self.own.clear()

    def retranslate(self) -> None:
        """Name the topics."""
        self._heading.setText(self.tr("Sensitive topic"))
        self._hint.setText(
            self.tr(
                "For yourself alone: it lets you leave a whole topic out of an access. It is never shared."
            )
        )
        for label, box in self.boxes.items():
            box.setText(label_name(label))
        self._own_name.setText(self.tr("Your &own topics, separated by commas"))
        self.keep.setText(self.tr("Save"))
        self.drop.setText(self.tr("Cancel"))
