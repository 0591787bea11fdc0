"""Rows of text cells, whatever file they stand in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

# Headings are looked for within so many rows; what the columns hold, within the rest of the beginning.
HEADINGS_WITHIN = 10
BEGINNING = 40


@dataclass(frozen=True, slots=True)
class Grid:
    """``head`` are its first rows, ``rest`` the others, to be gone through once.

    ``numbers`` are the rows' numbers as people count them, ``name`` that of the sheet or "".
    """

    head: Sequence[list[str]]
    rest: Iterator[list[str]]
    numbers: Iterable[int]
    name: str = ""
    separator: str = "\t"


def grid(rows: Iterable[list[str]], numbers: Iterable[int], name: str = "", separator: str = "\t") -> Grid:
    """A grid of these rows, of which only the beginning is read."""
    rest = iter(rows)
    return Grid(list(islice(rest, BEGINNING)), rest, numbers, name, separator)
