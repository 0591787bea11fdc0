"""The care professionals whom the patient knows, and the fields to write down another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from storage.practitioners import Practitioner
from storage.vault import Vault
from ui.desktop.parts import Button, Heading, Panel, PrimaryButton, column, row
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.desktop.who_step import PractitionerForm


class PractitionerModel(RowsModel[Practitioner]):
    """Name, speciality, number and contact."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Name"), self.tr("Speciality"), self.tr("RPPS"), self.tr("Contact")

    def cell(self, row: Practitioner, column: int) -> str:
        """The text of a cell."""
        return (row.name, row.specialty, row.rpps, row.contact)[column]


_ROWS = 6
"""Of the care professionals are always in sight, or as many as there are."""


class PractitionerPanel(Translated):
    """The list; « Add » opens the fields below it. ``wanted`` says that they are filled in."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading()
        self.add = Button()
        self.model = PractitionerModel()
        self.table = Table(self.model, stretch=0, widths={1: 220, 2: 150, 3: 220})
        self.form = PractitionerForm()
        self.keep_button = PrimaryButton()
        self.drop = Button()
        self._panel = Panel()
        self._panel.setLayout(column(self.form, row(self.keep_button, self.drop), margin=Space.WIDE))
        self._panel.hide()
        head = row(self._heading)
        head.addWidget(self.add)
        layout = column(head)
        layout.addWidget(self._panel)
        layout.addWidget(self.table)
        self.setLayout(layout)
        self.add.clicked.connect(self.begin)
        self.drop.clicked.connect(self.close_form)
        self.keep_button.clicked.connect(self._ask)
        self.retranslate()

    def show_all(self, known: Sequence[Practitioner]) -> None:
        """Show these."""
        self.model.show(known)
        self.table.fit(least=_ROWS)
        self.table.setVisible(bool(known))

    def chosen(self) -> str:
        """The id of the one selected, or ""."""
        rows = self.table.chosen_rows()
        return self.model.rows[rows[0]].id if rows else ""

    def begin(self) -> None:
        """Open the fields for another one."""
        self.form.clear()
        self._panel.show()
        self.form.name.setFocus()

    def close_form(self) -> None:
        """Nothing stays in the fields."""
        self.form.clear()
        self._panel.hide()

    def _ask(self) -> None:
        if self.form.name.text().strip():
            self.wanted.emit()
        else:
            self.form.name.setFocus()

    def keep(self, vault: Vault) -> None:
        """Write down the one in the fields, and close them."""
        self.form.keep(vault)
        self._panel.hide()

    def retranslate(self) -> None:
        """Name the parts."""
        self._heading.setText(self.tr("Care professionals"))
        self.add.setText(self.tr("Add a care professional…"))
        self.keep_button.setText(self.tr("Add"))
        self.drop.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Care professionals"))
        self.table.say_again()
