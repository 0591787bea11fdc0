"""Whose a file is, asked inside the page when the program cannot know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from storage.errors import AnotherPerson, Candidate, WhoIsWho
from storage.intake import Who
from ui.desktop.dates import show_date
from ui.desktop.parts import Button, FieldName, Heading, PrimaryButton, Words, column, row, tab_in_order
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

_LEAVE_OUT = ""


class WhoIsWhoPanel(Translated):
    """One line for each patient of the file, with a choice beside it."""

    answered = Signal(object)
    later = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question: WhoIsWho | None = None
        self._file = ""
        self._heading = Heading()
        self._words = Words()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.SECTION)
        self._grid.setColumnStretch(2, 1)
        self._lines: list[tuple[FieldName, QComboBox]] = []
        self.go = PrimaryButton()
        self.wait = Button()
        self.setLayout(
            column(self._heading, self._words, self._grid, row(self.go, self.wait), gap=Space.WIDE)
        )
        self.go.clicked.connect(self._answer)
        self.wait.clicked.connect(self.later)
        self.retranslate()

    def ask(self, question: WhoIsWho, file: str) -> None:
        """Ask whose ``file`` is."""
        self.clear()
        self._question = question
        self._file = file
        for place, patient in enumerate(question.patients or (None,)):
            name = FieldName(_described(patient) if patient else file)
            box = QComboBox()
            box.setMinimumHeight(Size.CONTROL)
            box.setMaximumWidth(420)
            name.setBuddy(box)
            box.setAccessibleName(name.text())
            for person in question.people:
                box.addItem("", person.ref)
            if patient is not None:
                box.addItem("", patient.name or patient.ref)
                box.addItem("", _LEAVE_OUT)
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(box, place, 1)
            self._lines.append((name, box))
        tab_in_order(self._grid)
        self.setTabOrder(self._lines[-1][1], self.go)
        self.setTabOrder(self.go, self.wait)
        self.retranslate()

    def choices(self) -> tuple[QComboBox, ...]:
        """The choice beside each patient."""
        return tuple(box for _, box in self._lines)

    def clear(self) -> None:
        """Ask nothing."""
        for line in self._lines:
            for widget in line:
                self._grid.removeWidget(widget)
                widget.hide()  # at once: until it is deleted it would be painted over what comes now
                widget.deleteLater()
        self._lines = []
        self._question = None
        self._file = ""

    def _answer(self) -> None:
        question = self._question
        if question is None:
            return
        chosen = [box.currentData() for _, box in self._lines]
        if not question.patients:
            self.answered.emit(Who(person=chosen[0]))
            return
        pairs = zip(question.patients, chosen, strict=True)
        mapping = {patient.ref: person for patient, person in pairs if person != _LEAVE_OUT}
        if mapping:
            self.answered.emit(Who(mapping=mapping))
        else:
            self.later.emit()

    def retranslate(self) -> None:
        """Say the question and the choices in the language shown."""
        self._heading.setText(self.tr("Whose is it?") + (f" · {self._file}" if self._file else ""))
        self.go.setText(self.tr("Continue"))
        self.wait.setText(self.tr("To check later"))
        question = self._question
        if question is None:
            return
        if isinstance(question, AnotherPerson) and question.people:
            self._words.setText(
                self.tr(
                    "This document bears another name or another date of birth. Former name, usual name, misspelling?"
                )
            )
        elif question.patients:
            self._words.setText(self.tr("Say who each patient of this file is."))
        else:
            self._words.setText(self.tr("This file names nobody. Say whose record it belongs to."))
        for place, (_, box) in enumerate(self._lines):
            for number, person in enumerate(question.people):
                box.setItemText(number, self.tr("This is %1").replace("%1", person.name or self.tr("me")))
            if question.patients:
                new = question.patients[place].name or question.patients[place].ref
                box.setItemText(len(question.people), self.tr("Another person: %1").replace("%1", new))
                box.setItemText(len(question.people) + 1, self.tr("Leave out"))


def _described(patient: Candidate) -> str:
    return ", ".join(part for part in (patient.name or patient.ref, show_date(patient.birth_date)) if part)
