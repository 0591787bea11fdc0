"""Items in a table: when, of what kind, what, and a value with the laboratory's own range and remark."""

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent, QKeySequence

from phr.entry import Value
from ui.catalogue import language, translate
from ui.consultation.excerpt import Item
from ui.desktop.dates import show_day
from ui.desktop.names import kind_name, range_text, value_text
from ui.desktop.tables import RowsModel, Table

KIND = 1
"""The column that is shown where kinds stand together."""
VALUES = (3, 4, 5)
"""Those for what was measured; the last two give way where kinds stand together."""


class ItemsModel(RowsModel[Item]):
    """Items as they are handed over."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            translate("Consultation", "Date"),
            translate("Consultation", "Kind"),
            translate("Consultation", "Item"),
            translate("Consultation", "Value"),
            translate("Consultation", "Range"),
            translate("Consultation", "Remark"),
        )

    def cell(self, row: Item, column: int) -> str:
        """The text of a cell."""
        value = value_of(row)
        return (
            show_day(row.date) or translate("Consultation", "undated"),
            kind_name(row.kind),
            row.title_in(language()),
            value_text(value),
            range_text(value),
            "" if row.flag == "N" else row.flag,
        )[column]


class ItemTable(Table):
    """A table from which nothing is copied: the clipboard would outlive the view."""

    def __init__(self, model: ItemsModel) -> None:
        super().__init__(model, stretch=2, widths={0: 150, 1: 150, 3: 175, 4: 155, 5: 95})

    def fit_columns(self, items: Sequence[Item], *, mixed: bool) -> None:
        """Show the columns that these items fill; ``mixed``: they are of several kinds."""
        self.setColumnHidden(KIND, not mixed)
        filled = (
            any(item.value for item in items),
            not mixed and any(item.low or item.high or item.range for item in items),
            not mixed and any(item.flag not in ("", "N") for item in items),
        )
        for section, is_filled in zip(VALUES, filled, strict=True):
            self.setColumnHidden(section, not is_filled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys but the one that copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        else:
            super().keyPressEvent(event)


def value_of(item: Item) -> Value:
    """The item's value, exactly as sent."""
    return Value(item.value, item.unit, item.low, item.high, item.range, item.flag)
