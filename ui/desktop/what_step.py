"""Second step of giving access: what is shared, in broad strokes. Single items follow in the preview."""

from datetime import UTC, datetime
from typing import get_args

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from phr.entry import Kind
from phr.errors import NotADate
from sharing.scope import Identifier, Scope
from sharing.templates import Template, topics_of
from storage import entries
from storage.vault import Vault
from ui.desktop.dates import typed_date
from ui.desktop.names import LABELS, kinds_name, label_name
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, Panel, Words, column, row
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

_COLUMNS = 3
LASTING = (Kind.PROBLEM, Kind.ALLERGY, Kind.TREATMENT, Kind.VACCINE, Kind.PROCEDURE)
"""What holds until something says otherwise: shared however old, unless the patient says no."""


class WhatStep(Translated):
    """Kinds, a period, sensitive topics and direct identifiers, which both stay out unless the patient adds them."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {kind: QCheckBox() for kind in Kind}
        self.every = Button()
        self.none = Button()
        self.date_from = Field()
        self.date_to = Field()
        self.lasting = QCheckBox()
        self._any_date: tuple[Kind, ...] = LASTING
        self.topics: dict[str, QCheckBox] = {}
        self._offered: tuple[str, ...] = ()
        self.offer = Panel("info")
        self._offer_words = Words()
        self.take_offer = Button()
        self.offer.setLayout(column(self._offer_words, row(self.take_offer), margin=Space.WIDE))
        self.identifiers: dict[Identifier, QCheckBox] = {one: QCheckBox() for one in get_args(Identifier)}
        self._headings = [Heading() for _ in range(4)]
        self._dates = [FieldName(), FieldName()]
        self._topic_hint = Hint()
        self._identifier_hint = Hint()
        self._topic_box = QWidget()
        self._topic_grid = _grid(self._topic_box)
        kinds = QWidget()
        grid = _grid(kinds)
        for place, box in enumerate(self.kinds.values()):
            grid.addWidget(box, *divmod(place, _COLUMNS))
        period = row(gap=Space.ONE)
        for place, (label, field) in enumerate(zip(self._dates, (self.date_from, self.date_to), strict=True)):
            label.setBuddy(field)
            field.setMinimumHeight(Size.CONTROL)
            field.setMaximumWidth(220)
            period.insertWidget(2 * place, label)
            period.insertWidget(2 * place + 1, field)
        self.setLayout(
            column(
                self._headings[0],
                kinds,
                row(self.every, self.none),
                self._headings[1],
                period,
                self.lasting,
                self._headings[2],
                self._topic_hint,
                self._topic_box,
                self.offer,
                self._headings[3],
                self._identifier_hint,
                row(*self.identifiers.values(), gap=Space.SECTION),
            )
        )
        self.every.clicked.connect(lambda: self._tick(True))
        self.none.clicked.connect(lambda: self._tick(False))
        self.take_offer.clicked.connect(self._take_offer)
        self.retranslate()

    def begin(self, vault: Vault, template: Template | None = None, specialty: str = "") -> None:
        """What a template proposes, or everything that is not kept private; without a sensitive topic.

        The topics of ``specialty`` that are in use are asked about.
        """
        for kind, box in self.kinds.items():
            box.setChecked(template is None or kind in template.kinds)
        self._any_date = template.any_date if template else LASTING
        self.lasting.setChecked(template is not None)
        self.date_from.setText(_typed(template.date_from(datetime.now(UTC))) if template else "")
        self.date_to.clear()
        for box in self.identifiers.values():
            box.setChecked(False)
        used = entries.labels(vault)
        self._offered = tuple(topic for topic in topics_of(specialty) if topic in used)
        self._offer_topics(used)

    def again(self, vault: Vault, scope: Scope) -> None:
        """What an access was given for."""
        self.begin(vault)
        for kind, box in self.kinds.items():
            box.setChecked(kind in scope.kinds or not (scope.kinds or scope.entries))
        self._any_date = scope.any_date or LASTING
        self.lasting.setChecked(bool(scope.any_date))
        self.date_from.setText(_typed(scope.date_from))
        self.date_to.setText(_typed(scope.date_to))
        for topic, box in self.topics.items():
            box.setChecked(bool(scope.leaves_out([topic])))
        for one, box in self.identifiers.items():
            box.setChecked(one in scope.identifiers)

    def _take_offer(self) -> None:
        for topic in self._offered:
            self.topics[topic].setChecked(False)
        self._offered = ()
        self.retranslate()

    def _offer_topics(self, used: list[str]) -> None:
        for old in self.topics.values():
            self._topic_grid.removeWidget(old)
            old.deleteLater()
        self.topics = {}
        for place, topic in enumerate(sorted(used, key=lambda one: (one not in LABELS, one))):
            box = QCheckBox(label_name(topic))
            box.setChecked(True)
            self.topics[topic] = box
            self._topic_grid.addWidget(box, *divmod(place, _COLUMNS))
        self.retranslate()

    def _tick(self, on: bool) -> None:
        for box in self.kinds.values():
            box.setChecked(on)

    def clear(self) -> None:
        """Forget everything."""
        self._offered = ()
        self._offer_topics([])
        self.date_from.clear()
        self.date_to.clear()

    def missing(self) -> str:
        """What is still to be said, as a sentence, or ""."""
        try:
            typed_date(self.date_from.text())
            typed_date(self.date_to.text())
        except NotADate:
            return self.tr("Write the period as day/month/year, month/year or year.")
        return ""

    def scope(self, person: str, named: tuple[str, ...], without: tuple[str, ...]) -> Scope:
        """What has been chosen; ``named`` and ``without`` are single items in and out."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        if len(kinds) == len(Kind) and not named:
            kinds = ()
        return Scope(
            person=person,
            kinds=kinds,
            date_from=typed_date(self.date_from.text()),
            date_to=typed_date(self.date_to.text()),
            any_date=self._any_date if self.lasting.isChecked() else (),
            entries=named,
            without=without,
            without_labels=tuple(topic for topic, box in self.topics.items() if box.isChecked()),
            with_labels=tuple(topic for topic, box in self.topics.items() if not box.isChecked()),
            identifiers=tuple(one for one, box in self.identifiers.items() if box.isChecked()),
        )

    def nothing_chosen(self) -> bool:
        """Whether no kind is ticked: then only single items are shared."""
        return not any(box.isChecked() for box in self.kinds.values())

    def retranslate(self) -> None:
        """Name the choices."""
        headings = (
            self.tr("What is shared"),
            self.tr("From which time"),
            self.tr("Sensitive topics left out"),
            self.tr("About you"),
        )
        for heading, text in zip(self._headings, headings, strict=True):
            heading.setText(text)
        for kind, box in self.kinds.items():
            box.setText(kinds_name(kind))
        self.every.setText(self.tr("All"))
        self.none.setText(self.tr("None: single items only"))
        self._dates[0].setText(self.tr("&From"))
        self._dates[1].setText(self.tr("&To"))
        for field in (self.date_from, self.date_to):
            field.setPlaceholderText(self.tr("day/month/year"))
        self.lasting.setText(self.tr("Illnesses, allergies, treatments and vaccines of any date"))
        for topic, box in self.topics.items():
            box.setText(label_name(topic))
        self.offer.setVisible(bool(self._offered))
        text = self.tr("This care professional deals with: %1. These items stay out unless you share them.")
        self._offer_words.setText(text.replace("%1", ", ".join(label_name(one) for one in self._offered)))
        self.take_offer.setText(self.tr("Share them too"))
        self._topic_hint.setText(
            self.tr("Ticked topics stay with you. What is kept private stays with you in any case.")
            if self.topics
            else self.tr("No item has a sensitive topic. What is kept private stays with you in any case.")
        )
        self._identifier_hint.setText(
            self.tr("Name, date of birth and sex are always shared. These are left out unless you tick them.")
        )
        for one, text in zip(
            self.identifiers,
            (self.tr("National number"), self.tr("Address"), self.tr("Telephone and e-mail")),
            strict=True,
        ):
            self.identifiers[one].setText(text)


def _typed(date: str) -> str:
    """A date of the record as it is typed here: a whole date day first, anything else as it is."""
    parts = date.split("-")
    return "/".join(reversed(parts)) if len(date) <= 10 else date


def _grid(parent: QWidget) -> QGridLayout:
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.SECTION)
    grid.setVerticalSpacing(Space.HALF)
    for place in range(_COLUMNS):
        grid.setColumnStretch(place, 1)
    return grid
