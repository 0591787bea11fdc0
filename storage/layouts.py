"""What the columns of tables hold, as the user said once: kept in the vault by the tables' headings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from phr.formats.tables.columns import Column
from phr.formats.tables.layouts import Layout
from storage import clock, journal
from storage.errors import NotAFile
from storage.readers import TABLES, columns_of, format_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from phr.formats.tables.layouts import Table
    from storage.vault import Vault


def known(vault: Vault) -> dict[str, Layout]:
    """The remembered layouts by the shape of their headings."""
    with vault.read() as db:
        rows = db.execute("SELECT shape, columns, day_first FROM table_layout ORDER BY at, shape").fetchall()
    return {
        shape: Layout(
            tuple(Column(*one) for one in json.loads(columns)), None if first is None else bool(first)
        )
        for shape, columns, first in rows
    }


def remember(vault: Vault, layout: Layout) -> None:
    """From now on read tables with these headings so. Raises ``ValueError`` for a layout by which nothing is read."""
    if not layout.usable:
        raise ValueError("a date and something measured are needed")
    columns = json.dumps([[one.key, one.unit, one.heading, one.name] for one in layout.columns])
    with vault.write() as db:
        db.execute(
            "INSERT OR REPLACE INTO table_layout (shape, columns, day_first, at) VALUES (?, ?, ?, ?)",
            (layout.shape, columns, layout.day_first, clock.instant(db.clock())),
        )
        journal.append(db, "columns-told", detail={"columns": len(layout.columns)})


def forget(vault: Vault, shape: str) -> None:
    """No longer know tables with these headings; nothing happens if they are not known."""
    with vault.write() as db:
        if db.execute("DELETE FROM table_layout WHERE shape = ?", (shape,)).rowcount:
            journal.append(db, "columns-forgotten")


def table_in(path: Path) -> Table | None:
    """The beginning of a file that is plainly a table of something measured, read or not; None for any other.

    Raises :class:`NotAFile`.
    """
    try:
        with path.open("rb") as stream:
            return columns_of(format_of(stream), stream)
    except OSError as error:
        raise NotAFile from error


def unknown_table(vault: Vault, path: Path) -> Table | None:
    """The same, only where importing the file would give no measurement for want of knowing its columns."""
    try:
        with path.open("rb") as stream:
            return unread_table(vault, stream)
    except OSError as error:
        raise NotAFile from error


def unread_table(vault: Vault, stream: BinaryIO) -> Table | None:
    """The same for an open stream."""
    form = format_of(stream, known(vault))
    return None if form in TABLES else columns_of(form, stream)
