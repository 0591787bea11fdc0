"""A short list of entries to look at and choose from: what will be shared, what stays out, what was found."""

from phr.entry import Entry
from ui.desktop.dates import show_day
from ui.desktop.names import kind_name, title_of, value_of
from ui.desktop.tables import RowsModel, Table


class EntryListModel(RowsModel[Entry]):
    """Kind, title with its value, and date; what is kept private is faded."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Kind"), self.tr("Title"), self.tr("Date")

    def cell(self, row: Entry, column: int) -> str:
        """The text of a cell."""
        title = " · ".join(part for part in (title_of(row), value_of(row)) if part)
        return (kind_name(row.kind), title, show_day(row.date))[column]

    def is_faded(self, row: Entry) -> bool:
        """What is kept private."""
        return row.hidden


class EntryList(Table):
    """The table over it; several entries can be chosen."""

    def __init__(self) -> None:
        self.held = EntryListModel()
        super().__init__(self.held, stretch=1, widths={0: 170, 2: 150}, several=True)

    def chosen(self) -> tuple[Entry, ...]:
        """The entries selected."""
        return tuple(self.held.rows[row] for row in self.chosen_rows())
