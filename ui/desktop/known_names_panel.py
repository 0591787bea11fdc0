"""The other names by which a person is known, and forgetting one."""

from PySide6.QtCore import Signal

from storage.known_people import KnownName, known_names
from storage.vault import Vault
from ui.desktop.dates import show_day
from ui.desktop.parts import Button, Heading, Hint, column, row
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Space
from ui.desktop.translated import Translated


class KnownNameModel(RowsModel[KnownName]):
    """A name and a birth date as a document had them."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Other name"), self.tr("Birth date")

    def cell(self, row: KnownName, column: int) -> str:
        """The text of a cell."""
        return (row.name, show_day(row.birth_date))[column]


class KnownNamesPanel(Translated):
    """The names that were confirmed for one person; hidden where there are none. ``forgetting`` says which is to go."""

    forgetting = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading()
        self._hint = Hint()
        self.model = KnownNameModel()
        self.table = Table(self.model, stretch=0, widths={1: 200})
        self.forget_button = Button()
        self.setLayout(column(self._heading, self._hint, self.table, row(self.forget_button), gap=Space.HALF))
        self.table.selectionModel().selectionChanged.connect(self._fit)
        self.forget_button.clicked.connect(self._forget)
        self.retranslate()

    def show_names(self, vault: Vault | None, person: str) -> None:
        """Show those of a person (an id), or nothing."""
        self.model.show(known_names(vault, person) if vault is not None and person else ())
        self.setVisible(bool(self.model.rows))
        self.table.fit()
        self._fit()

    def _fit(self) -> None:
        self.forget_button.setEnabled(bool(self.table.chosen_rows()))

    def _forget(self) -> None:
        for place in self.table.chosen_rows():
            self.forgetting.emit(self.model.rows[place].name)

    def retranslate(self) -> None:
        """Name the parts."""
        self._heading.setText(self.tr("Also known as"))
        self._hint.setText(
            self.tr(
                "Documents with these names are filed here without a question. No access tells them. Forget one, and "
                "the next document with it is asked about."
            )
        )
        self.forget_button.setText(self.tr("Forget this name"))
        self.table.setAccessibleName(self.tr("Other names of this person"))
        self.table.say_again()
