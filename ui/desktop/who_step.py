"""First step of giving access: to whom, whose record, and why."""

from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QLineEdit

from sharing.templates import Template, for_specialty, template, templates
from storage import people, practitioners
from storage.grants import GrantRow
from storage.practitioners import Practitioner
from storage.vault import Vault
from ui.catalogue import language
from ui.desktop.form import Form, StackedForm
from ui.desktop.names import purpose_name
from ui.desktop.parts import Field, FieldName, Heading, Hint, column
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated


class PractitionerForm(Translated):
    """Name, speciality, number and contact of a care professional."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Field()
        self.specialty = Field()
        self.rpps = Field()
        self.contact = Field()
        self._names = []
        form = Form()
        form.setContentsMargins(0, Space.HALF, 0, 0)
        self.setLayout(form)
        for field in self.fields():
            label = FieldName()
            field.setMaximumWidth(420)
            self._names.append(label)
            form.add(label, field)
        self.retranslate()

    def fields(self) -> tuple[QLineEdit, ...]:
        """The four fields, in order."""
        return (self.name, self.specialty, self.rpps, self.contact)

    def clear(self) -> None:
        """Empty every field."""
        for field in self.fields():
            field.clear()

    def keep(self, vault: Vault) -> Practitioner:
        """Write the care professional down in the vault."""
        return practitioners.add_practitioner(
            vault,
            self.name.text(),
            specialty=self.specialty.text(),
            rpps=self.rpps.text(),
            contact=self.contact.text(),
        )

    def retranslate(self) -> None:
        """Name the fields."""
        names = (
            self.tr("&Name, as you call them"),
            self.tr("&Speciality"),
            self.tr("National &number (RPPS), if you know it"),
            self.tr("&Telephone or address, if you like"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)


class WhoStep(Translated):
    """A care professional from the list or a new one, what for, the person, and the reason in the patient's words.

    What for is proposed from the speciality until the patient chooses.
    """

    def __init__(self) -> None:
        super().__init__()
        self.practitioner = QComboBox()
        self.new = PractitionerForm()
        self.occasion = QComboBox()
        for one in templates():
            self.occasion.addItem("", one.name)
        self.occasion.addItem("", "")
        self._reason = Hint()
        self._specialties: dict[str, str] = {}
        self._proposes = True
        self.person = QComboBox()
        self.purpose = Field()
        self._heading = Heading()
        self._hint = Hint()
        self._names = [FieldName() for _ in range(4)]
        self.form = StackedForm()
        fields = (self.practitioner, self.occasion, self.person, self.purpose)
        for label, field in zip(self._names, fields, strict=True):
            field.setMinimumHeight(Size.CONTROL)
            field.setMaximumWidth(560)
            self.form.add(label, field)
        self.form.insertRow(1, self.new)
        self.form.insertRow(3, self._reason)
        self.setLayout(column(self._heading, self.form, self._hint))
        stops = (self.practitioner, *self.new.fields(), self.occasion, self.person, self.purpose)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self.practitioner.currentIndexChanged.connect(self._fit)
        self.new.specialty.textChanged.connect(self._propose)
        self.occasion.activated.connect(self._choose)
        self.occasion.currentIndexChanged.connect(self._explain)
        self.retranslate()

    def begin(self, vault: Vault, person: str, practitioner: str) -> None:
        """Offer those whom the vault knows."""
        self.practitioner.clear()
        self._proposes = True
        known = practitioners.practitioners(vault)
        self._specialties = {one.id: one.specialty for one in known}
        for one in known:
            self.practitioner.addItem(" · ".join(part for part in (one.name, one.specialty) if part), one.id)
        self.practitioner.addItem("", "")
        self.practitioner.setCurrentIndex(max(0, self.practitioner.findData(practitioner)))
        self.person.clear()
        for someone in people.people(vault):
            self.person.addItem(someone.name or self.tr("Me"), someone.id)
        self.person.setCurrentIndex(max(0, self.person.findData(person)))
        self.purpose.clear()
        self.new.clear()
        self.retranslate()
        self._fit()

    def again(self, vault: Vault, former: GrantRow) -> None:
        """The care professional and the person of an access that is given anew, which stay, and its reason."""
        self.begin(vault, former.person, former.practitioner)
        self.purpose.setText(former.purpose)
        self._choose()
        self.occasion.setCurrentIndex(self.occasion.findData(""))
        self.practitioner.setEnabled(False)
        self.person.setEnabled(False)

    def take_focus(self) -> None:
        """Put the keyboard where the answer is given."""
        (self.practitioner if self.practitioner.currentData() else self.new.name).setFocus()

    def specialty(self) -> str:
        """What the care professional does, as the patient wrote it, or ""."""
        return self._specialties.get(self.practitioner.currentData() or "", self.new.specialty.text())

    def template(self) -> Template | None:
        """What to begin with for the purpose chosen; None for something else."""
        name = self.occasion.currentData()
        return template(name) if name else None

    def _fit(self) -> None:
        self.form.setRowVisible(self.new, not self.practitioner.currentData())
        self.form.setRowVisible(self.person, self.person.count() > 1)
        self._propose()

    def _propose(self) -> None:
        if self._proposes:
            proposed = for_specialty(self.specialty())
            self.occasion.setCurrentIndex(self.occasion.findData(proposed.name if proposed else ""))

    def _choose(self) -> None:
        self._proposes = False

    def _explain(self) -> None:
        chosen = self.template()
        self._reason.setText((chosen.reason_fr if language() == "fr" else chosen.reason_en) if chosen else "")
        self.form.setRowVisible(self._reason, chosen is not None)

    def missing(self) -> str:
        """What is still to be said, as a sentence, or ""."""
        if not self.practitioner.currentData() and not self.new.name.text().strip():
            return self.tr("Say to whom you give access.")
        if self.person.count() == 0:
            return self.tr("The record is still empty: there is nothing to share.")
        return ""

    def clear(self) -> None:
        """Forget everything."""
        self.practitioner.setEnabled(True)
        self.person.setEnabled(True)
        self._specialties = {}
        self.practitioner.clear()
        self.person.clear()
        self.purpose.clear()
        self.new.clear()

    def retranslate(self) -> None:
        """Name the fields."""
        self._heading.setText(self.tr("To whom, and why"))
        names = (
            self.tr("&Care professional"),
            self.tr("What &for"),
            self.tr("&Whose record"),
            self.tr("&Reason, in your own words"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self.practitioner.setItemText(self.practitioner.count() - 1, self.tr("Someone new…"))
        self.purpose.setPlaceholderText(self.tr("for example: preparing the consultation of May"))
        self._hint.setText(self.tr("The care professional will read the reason. It may stay empty."))
        for place in range(self.occasion.count()):
            self.occasion.setItemText(place, purpose_name(self.occasion.itemData(place)))
        self._explain()
