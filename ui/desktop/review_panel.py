"""What files would bring, shown before anything is saved: all of it is taken, or some, or nothing yet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox

from storage.review import FoundPerson
from ui.desktop.dates import show_date
from ui.desktop.incoming import Reviewed
from ui.desktop.parts import Button, Heading, Hint, PrimaryButton, Words, column, row
from ui.desktop.review_model import FilesModel, FoundModel
from ui.desktop.tables import CheckTable, Table
from ui.desktop.translated import Translated
from ui.notices import reason
from ui.review_text import oddity_text

_MOST_LINES = 4


class ReviewPanel(Translated):
    """The files and, of the chosen one, each thing with a box."""

    accepted = Signal()
    """What is ticked is to be taken in; :attr:`reviewed` holds it."""
    later = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reviewed: tuple[Reviewed, ...] = ()
        self._heading = Heading()
        self._files = FilesModel()
        self.files = Table(self._files, stretch=0, widths={1: 190, 2: 90, 3: 90, 4: 110, 5: 110})
        self._whose = Words()
        self._odd = Hint()
        self.found = FoundModel()
        self.table = CheckTable(
            self.found, stretch=3, widths={0: 152, 1: 124, 2: 128, 4: 100, 5: 296}, several=True
        )
        self._more = Hint()
        self.closed = QCheckBox()
        self.take = PrimaryButton()
        self.wait = Button()
        self.drop = Button()
        self.all = Button()
        layout = column(self._heading, self.files, self._whose, self._odd)
        layout.addWidget(self.table, 1)
        marks = row(self.closed)
        marks.addWidget(self.all)
        layout.addWidget(self._more)
        layout.addLayout(marks)
        layout.addLayout(row(self.take, self.wait, self.drop))
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.files.selectionModel().selectionChanged.connect(self._show_file)
        self.found.dataChanged.connect(self._say_all)
        self.closed.toggled.connect(self.found.veil)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._toggle_chosen)
        self.take.clicked.connect(self.accepted)
        self.wait.clicked.connect(self.later)
        self.drop.clicked.connect(self.dropped)
        self.all.clicked.connect(self._toggle_all)
        self.retranslate()

    def ask(self, reviewed: Sequence[Reviewed]) -> None:
        """Show what these files would bring."""
        self.reviewed = tuple(reviewed)
        self._files.show(self.reviewed)
        self.files.fit()
        self.files.setVisible(len(self.reviewed) > 1)
        self.files.selectRow(0)
        self._show_file()
        self.take.setFocus()

    def clear(self) -> None:
        """Show nothing."""
        self.reviewed = ()
        self._files.show(())
        self.found.show_file(None)
        self.retranslate()

    def _one(self) -> Reviewed | None:
        chosen = self.files.chosen_rows()
        return self.reviewed[chosen[0] if chosen else 0] if self.reviewed else None

    def _show_file(self) -> None:
        self.found.show_file(self._one())
        self._say_file()

    def _toggle_chosen(self) -> None:
        rows = self.table.chosen_rows()
        if rows:
            self.found.want(rows, not all(self.found.wants(number) for number in rows))

    def _toggle_all(self) -> None:
        self.found.want(list(range(len(self.found.rows))), not self._all_wanted())

    def _all_wanted(self) -> bool:
        one = self._one()
        return one is not None and not one.without

    def _say_all(self) -> None:
        self.all.setText(self.tr("Untick all") if self._all_wanted() else self.tr("Tick all"))

    def _say_file(self) -> None:
        one = self._one()
        self._say_all()
        if one is None:
            for words in (self._whose, self._odd, self._more):
                words.clear()
            return
        review = one.review
        self._whose.setText("\n".join(self._person(person) for person in review.persons))
        self._whose.setVisible(bool(review.persons))
        lines = [oddity_text(odd.what) for odd in review.odd if not odd.key]
        lines += [f"{problem.where} {reason(problem.code)}".strip() for problem in review.report.problems]
        if len(lines) > _MOST_LINES:
            lines[_MOST_LINES:] = [self.tr("And %n more.", "", len(lines) - _MOST_LINES)]
        self._odd.setText("\n".join(lines))
        self._odd.setVisible(bool(lines))
        self.table.setVisible(bool(self.found.rows))
        self.all.setVisible(len(self.found.rows) > 1)
        more = []
        if review.report.kept:
            kept = self.tr(
                "%n more would be kept as they came, without an item of their own.", "", review.report.kept
            )
            more.append(kept)
        if review.unlisted:
            more.append(self.tr("%n more are counted only, and taken in as well.", "", review.unlisted))
        self._more.setText(" ".join(more))
        self._more.setVisible(bool(more))

    def _person(self, person: FoundPerson) -> str:
        name = ", ".join(filter(None, (person.name or self.tr("me"), show_date(person.birth_date))))
        text = self.tr("For %1, whom this vault does not hold yet") if person.new else self.tr("For %1")
        said = text.replace("%1", name)
        others = [given for given in person.named if given != (person.name, person.birth_date) and given[0]]
        if others:
            given = "; ".join(", ".join(filter(None, (name, show_date(born)))) for name, born in others)
            said += ". " + self.tr("The file says: %1").replace("%1", given)
        return said

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._heading.setText(self.tr("To check before it is saved"))
        self.take.setText(self.tr("Put in the record"))
        self.wait.setText(self.tr("To check later"))
        self.closed.setText(self.tr("Leave the results and letters of these &files closed"))
        self.drop.setText(self.tr("Take nothing"))
        self.files.setAccessibleName(self.tr("Files"))
        self.table.setAccessibleName(self.tr("What the file would bring"))
        self.files.say_again()
        self.table.say_again()
        self._say_file()
