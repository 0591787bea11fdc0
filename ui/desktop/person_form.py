"""Where a person is written down, or corrected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from storage.people import Person, add_person, edit_person
from storage.vault import Vault
from ui.desktop.dates import as_typed, typed_date
from ui.desktop.form import Form
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, Panel, PrimaryButton, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

# http://hl7.org/fhir/administrative-gender; "": not said
_SEXES = ("", "female", "male", "other", "unknown")


class PersonForm(Translated):
    """Name, birth date and, if one wants, sex. ``wanted`` says that they are to be kept."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._heading = Heading()
        self.name = Field()
        self.born = Field()
        self.sex = QComboBox()
        self._names = [FieldName() for _ in range(3)]
        self._hint = Hint()
        self.keep_button = PrimaryButton()
        self.drop = Button()
        form = Form()
        for name, field in zip(self._names, (self.name, self.born, self.sex), strict=True):
            field.setMaximumWidth(420)
            field.setMinimumWidth(320)
            form.add(name, field)
        for code in _SEXES:
            self.sex.addItem("", code)
        panel = Panel()
        panel.setLayout(
            column(self._heading, form, self._hint, row(self.keep_button, self.drop), margin=Space.WIDE)
        )
        self.keep_button.clicked.connect(self._ask)
        for line in (self.name, self.born):
            line.returnPressed.connect(self._ask)
        self.drop.clicked.connect(self.close_form)
        self.setLayout(column(panel))
        self.retranslate()
        self.hide()

    def begin(self, person: Person | None) -> None:
        """Ask for somebody new, or for what is to be corrected of ``person``."""
        self._person = person
        self.name.setText(person.name if person else "")
        self.born.setText(as_typed(person.birth_date) if person else "")
        self.sex.setCurrentIndex(max(0, self.sex.findData(person.sex if person else "")))
        self.retranslate()
        self.show()
        self.name.setFocus()

    def close_form(self) -> None:
        """Hold nothing, and go."""
        self._person = None
        self.name.clear()
        self.born.clear()
        self.hide()

    def keep(self, vault: Vault) -> Person:
        """Write down what is in the fields. Raises ``NotADate``, and what writing raises."""
        name, born, sex = self.name.text(), typed_date(self.born.text()), self.sex.currentData()
        if self._person is None:
            return add_person(vault, name, born, sex)
        return edit_person(vault, self._person.id, name=name, birth_date=born, sex=sex)

    def _ask(self) -> None:
        if self.name.text().strip():
            self.wanted.emit()
        else:
            self.name.setFocus()

    def retranslate(self) -> None:
        """Name the fields."""
        new = self._person is None
        self._heading.setText(self.tr("Add a person") if new else self.tr("Correct who this is"))
        self._names[0].setText(self.tr("First and last &name"))
        self._names[1].setText(self.tr("&Birth date"))
        self._names[2].setText(self.tr("Se&x (if you like)"))
        sexes = (
            "",
            self.tr("Woman"),
            self.tr("Man"),
            self.tr("Other"),
            self.tr("Not known"),
        )
        for place, text in enumerate(sexes):
            self.sex.setItemText(place, text)
        self._hint.setText(self.tr("Items stay as they are, and documents keep the name that they bear."))
        self._hint.setVisible(not new)
        self.keep_button.setText(self.tr("Add") if new else self.tr("Save"))
        self.drop.setText(self.tr("Cancel"))
