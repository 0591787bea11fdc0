"""Texts of a record made fit for a terminal: no control characters, columns that line up."""

import unicodedata
from collections.abc import Iterable, Sequence

import click

# Marks that turn the direction of writing (Unicode UAX 9, section 2): they make a line read as another.
_DIRECTIONS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _shown(mark: str) -> str:
    if mark in "\t\n\r":
        return " "
    return "\ufffd" if mark in _DIRECTIONS or unicodedata.category(mark) in ("Cc", "Cs") else mark


def plain(text: str) -> str:
    """``text`` on one line, with what a terminal would obey replaced by U+FFFD."""
    return "".join(map(_shown, text))


def columns(rows: Iterable[Sequence[str]], *, err: bool = False) -> None:
    """Write rows in columns, two spaces apart; ``err``: on standard error."""
    table = [[plain(cell) for cell in row] for row in rows]
    if not table:
        return
    widths = [max(len(row[number]) for row in table) for number in range(len(table[0]))]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip(), err=err)
