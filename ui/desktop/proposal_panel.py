"""Results that a document prints, each beside the line it was read from, for the patient to confirm."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from storage.proposals import Offer, Offered
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, PrimaryButton, Words, column, row
from ui.desktop.tables import DISPLAY, CheckTable, RowsModel
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_PRINTED = 2


class ProposalModel(RowsModel[Offered]):
    """A box, the result, its value and range, and the printed line; what is in the record already has no box."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: set[int] = set()

    def show(self, rows: Sequence[Offered]) -> None:
        """Hold these rows, none chosen."""
        self.chosen = set()
        super().show(rows)

    def choose_all(self, chosen: bool) -> None:
        """Choose all that are not in the record yet, or none."""
        self.chosen = {one.number for one in self.rows if not one.entry} if chosen else set()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def names(self) -> tuple[str, ...]:
        """Result, value with its range, and line."""
        return self.tr("Result"), self.tr("Value (laboratory's range)"), self.tr("Printed line")

    def cell(self, row: Offered, column: int) -> str:
        """What stands there."""
        found = row.proposal.row
        limits = f"({found.range_text})" if found.range_text else ""
        value = " ".join(part for part in (found.flag, found.value, found.unit, limits) if part)
        printed = self.tr("p. %1: %2").replace("%1", str(row.proposal.page))
        return (found.analyte, value, printed.replace("%2", row.proposal.printed))[column]

    def is_faded(self, row: Offered) -> bool:
        """Whether it is in the record already."""
        return bool(row.entry)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """The first column has a box."""
        flags = super().flags(index)
        boxed = index.column() == 0 and not self.rows[index.row()].entry
        return flags | Qt.ItemFlag.ItemIsUserCheckable if boxed else flags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> Any:
        """The text of a cell, its colour, or its box."""
        if role == _CHECK:
            one = self.rows[index.row()]
            if index.column() or one.entry:
                return None
            return Qt.CheckState.Checked if one.number in self.chosen else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = int(Qt.ItemDataRole.EditRole),
    ) -> bool:
        """Tick or clear a box."""
        if role != _CHECK or index.column() or self.rows[index.row()].entry:
            return False
        number = self.rows[index.row()].number
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.chosen.add(number)
        else:
            self.chosen.discard(number)
        self.dataChanged.emit(index, index)
        return True


class ProposalPanel(Translated):
    """``kept`` carries the numbers chosen and the date typed."""

    kept = Signal(list, str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offer: Offer | None = None
        self._heading = Heading()
        self._hint = Hint()
        self._recognised = Words()
        self.model = ProposalModel()
        self.table = CheckTable(self.model, stretch=_PRINTED, widths={0: 170, 1: 200})
        self._left_out = Hint()
        self._date_name = FieldName()
        self.date = Field()
        self._date_name.setBuddy(self.date)
        self.everything = Button()
        self.keep = PrimaryButton()
        self.drop = Button()
        layout = column(self._heading, self._hint, self._recognised, margin=Space.WIDE, gap=Space.HALF)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._left_out)
        layout.addWidget(self._date_name)
        layout.addWidget(self.date)
        layout.addLayout(row(self.everything))
        layout.addLayout(row(self.keep, self.drop))
        self.setLayout(layout)
        self.model.dataChanged.connect(self._count)
        self.everything.clicked.connect(self._choose_all)
        self.keep.clicked.connect(lambda: self.kept.emit(sorted(self.model.chosen), self.date.text().strip()))
        self.drop.clicked.connect(self.dropped)
        self.retranslate()

    def begin(self, offer: Offer) -> None:
        """Show what a document offers, nothing chosen."""
        self._offer = offer
        self.model.show(offer.offered)
        # As it is typed: day, month, year.
        self.date.setText("/".join(reversed(offer.date.partition("/")[0][:10].split("-"))))
        self.retranslate()

    def clear(self) -> None:
        """Forget what was shown."""
        self._offer = None
        self.model.show(())
        self.date.clear()

    def _choose_all(self) -> None:
        self.model.choose_all(len(self.model.chosen) < sum(not one.entry for one in self.model.rows))

    def _count(self) -> None:
        chosen = len(self.model.chosen)
        self.keep.setEnabled(chosen > 0)
        self.keep.setText(self.tr("Add %n result(s) to the record", "", chosen))

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        offer = self._offer
        found = bool(offer and offer.offered)
        self._heading.setText(self.tr("Results to confirm"))
        if found:
            self._hint.setText(
                self.tr("Read from the document. Compare each with its line, and tick those that are right.")
            )
        else:
            self._hint.setText(
                self.tr("Carnet found no result in this document that it can read without a doubt.")
            )
        recognised = bool(offer and any(one.recognised for one in offer.offered))
        self._recognised.setVisible(recognised)
        self._recognised.setText(self.tr("Recognised text, may hold mistakes: compare with the picture."))
        left_out = offer.left_out if offer else 0
        self._left_out.setVisible(left_out > 0)
        self._left_out.setText(self.tr("%n line(s) not understood and left out.", "", left_out))
        self._date_name.setText(self.tr("&Date of the samples"))
        self.everything.setText(self.tr("Tick all or none"))
        self.drop.setText(self.tr("Back"))
        self.table.setAccessibleName(self.tr("Results to confirm"))
        for widget in (self.table, self._date_name, self.date, self.everything, self.keep):
            widget.setVisible(found)
        self.table.say_again()
        self._count()
