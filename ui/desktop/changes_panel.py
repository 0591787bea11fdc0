"""What changed since a former access, shown before it is given anew, and what becomes of the former one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from phr.entry import Entry
from sharing.grants import withdrawal
from sharing.preview import Preview
from sharing.renewal import Difference, difference
from storage.grants import GrantRow
from storage.vault import Vault
from ui.desktop.dates import show_date
from ui.desktop.names import title_of
from ui.desktop.parts import Heading, Panel, Words, column, scrolled
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.withdrawals import what_is_left

_TALLEST = 120


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference to the former access, whether that still runs, and what withdrawing it can do."""

    difference: Difference
    runs: bool
    left: str

    @classmethod
    def of(cls, vault: Vault, former: GrantRow, shown: Preview) -> "Changes":
        """Read them."""
        runs = former.state == "running"
        left = what_is_left(withdrawal(vault, former)) if runs else ""
        return cls(difference(vault, former.gid, shown), runs, left)


class ChangesPanel(Translated):
    """Item by item what would newly leave, what was corrected, what no longer leaves. Hidden without changes."""

    def __init__(self) -> None:
        super().__init__()
        self._changes: Changes | None = None
        self._heading = Heading()
        self.words = Words()
        self._left = Words()
        self.keep = QCheckBox()
        content = QWidget()
        content.setLayout(column(self.words))
        area = scrolled(content)
        area.setMaximumHeight(_TALLEST)
        panel = Panel("info")
        panel.setLayout(column(self._heading, area, self._left, self.keep, margin=Space.ONE, gap=Space.HALF))
        self.setLayout(column(panel))
        self.keep.toggled.connect(lambda _: self.retranslate())
        self.show_changes(None)

    def show_changes(self, changes: Changes | None) -> None:
        """Show these, or nothing; the former access is not kept unless the patient says so again."""
        if changes is None:
            self.keep.setChecked(False)
        self._changes = changes
        self.setVisible(changes is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._heading.setText(self.tr("What changes from the former access"))
        self.keep.setText(self.tr("Let the former access run on"))
        changes = self._changes
        self.words.setText("\n".join(self._lines(changes.difference)) if changes else "")
        runs = changes is not None and changes.runs
        self._left.setVisible(runs and not self.keep.isChecked())
        self.keep.setVisible(runs)
        self._left.setText(self.tr("The former access ends.") + " " + (changes.left if changes else ""))

    def _lines(self, found: Difference) -> list[str]:
        lines = [
            *_named(self.tr("Newly shared: %1"), found.added),
            *_named(self.tr("Corrected or completed since: %1"), found.changed),
            *_named(self.tr("No longer shared: %1"), found.gone),
            *_named(
                self.tr("Kept private, but shared again because you added it yourself: %1"), found.private
            ),
        ]
        deleted = found.deleted
        if deleted:
            lines.append(self.tr("%n item(s) shared before are deleted from the record since.", "", deleted))
        return lines or [self.tr("Nothing: the same items are shared, as they were.")]


def _named(text: str, found: Sequence[Entry]) -> list[str]:
    return [text.replace("%1", _name(entry)) for entry in found]


def _name(entry: Entry) -> str:
    date = show_date(entry.date)
    return f"{title_of(entry)} ({date})" if date else title_of(entry)
