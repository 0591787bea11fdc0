"""Accesses as a table: to whom, in which way, until when, how often opened, and what became of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from storage.grants import GrantRow
from ui.desktop.dates import show_instant, time_left
from ui.desktop.names import mode_name, state_name
from ui.desktop.tables import DISPLAY, Index, RowsModel
from ui.desktop.time_bar import SHARE, share_left

ENDS = 3
"""The column of the end, or of the time left."""


class AccessModel(RowsModel[GrantRow]):
    """Running ones and ended ones, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._now: datetime | None = None

    def show_accesses(self, rows: Sequence[GrantRow], names: Mapping[str, str], now: datetime | None) -> None:
        """Hold these; ``names`` are the care professionals' by id, ``now`` is None while the date is in doubt."""
        self._names = names
        self._now = now
        self.show(rows)

    def row_of(self, gid: str) -> int:
        """The row of an access, or -1."""
        return next((place for place, one in enumerate(self.rows) if one.gid == gid), -1)

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Care professional"),
            self.tr("Way"),
            self.tr("State"),
            self.tr("Access ends"),
            self.tr("Openings"),
        )

    def cell(self, row: GrantRow, column: int) -> str:
        """The text of a cell."""
        openings = self.tr("%1 of %2").replace("%1", str(row.released)).replace("%2", str(row.releases))
        return (
            self._names.get(row.practitioner, ""),
            mode_name(row.mode),
            state_name(row.state),
            self._end(row),
            openings if row.mode == "code" else "",
        )[column]

    def _end(self, row: GrantRow) -> str:
        if row.state == "handed-over":
            return ""
        if row.state == "running" and self._now is not None:
            return time_left(datetime.fromisoformat(row.until), self._now)
        return show_instant(row.ended_at or row.until)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What is left of a running access's time too, for its bar."""
        if role != SHARE:
            return super().data(index, role)
        row = self.rows[index.row()]
        if index.column() != ENDS or row.state != "running" or self._now is None:
            return None
        return share_left(row, self._now)

    def is_faded(self, row: GrantRow) -> bool:
        """What has ended."""
        return row.state != "running"
