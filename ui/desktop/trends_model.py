"""What the page of trends shows: what was measured, its values, and the rows that are drawn of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage import series
from storage.series import Analyte, Point
from storage.vault import Vault
from ui.catalogue import language
from ui.desktop.dates import show_date
from ui.desktop.names import range_text
from ui.desktop.tables import RowsModel
from ui.values import value_in_both

MOST_ROWS = 6
"""Rows of a chart; more would be too small to read."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One value of one analyte."""

    analyte: Analyte
    point: Point


class AnalyteModel(RowsModel[Analyte]):
    """What was measured, and how often."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("What was measured"), self.tr("Values")

    def cell(self, row: Analyte, column: int) -> str:
        """The title, or how many values there are."""
        return row.title_in(language()) if column == 0 else str(row.count)


class ValueModel(RowsModel[Measured]):
    """The values of what is chosen, newest first."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Date"),
            self.tr("What was measured"),
            self.tr("Value"),
            self.tr("Range sent"),
            self.tr("Mark"),
        )

    def cell(self, row: Measured, column: int) -> str:
        """A cell, as it was sent; values also in the other unit that they are often given in."""
        value = row.point.value
        return (
            show_date(row.point.date),
            row.analyte.title_in(language()),
            value_in_both(value, [row.analyte.coding] if row.analyte.coding else []),
            range_text(value),
            value.flag,
        )[column]

    def written_names(self) -> tuple[str, ...]:
        """The columns of :meth:`written`."""
        return (
            self.tr("Date"),
            self.tr("What was measured"),
            self.tr("Value"),
            self.tr("Unit"),
            self.tr("Laboratory's reference range"),
            self.tr("Laboratory's mark"),
            self.tr("Author"),
        )

    def written(self) -> Iterator[tuple[str, ...]]:
        """The rows as a file holds them: dates as the record has them, digits as they were sent."""
        for one in self.rows:
            value, title = one.point.value, one.analyte.title_in(language())
            yield (
                one.point.date,
                title,
                value.text,
                value.unit,
                range_text(value),
                value.flag,
                one.point.author,
            )


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the chart: what is measured, in which unit, and the values that are numbers, oldest first."""

    name: str
    unit: str
    points: tuple[Point, ...]


def key(analyte: Analyte) -> str:
    """What tells an analyte from the others."""
    return f"{analyte.coding.system}|{analyte.coding.code}" if analyte.coding else analyte.title


def measured(vault: Vault, chosen: Sequence[Analyte]) -> list[Measured]:
    """The values of what is chosen, oldest first."""
    found = [Measured(analyte, point) for analyte in chosen for point in series.points(vault, analyte)]
    return sorted(found, key=lambda one: one.point.second)


def rows_of(values: Sequence[Measured]) -> tuple[list[Row], int]:
    """The rows of the chart, one for each analyte and unit, and how many values are in none of them."""
    groups: dict[tuple[str, str, str], list[Point]] = {}
    for one in values:
        if one.point.numbers:
            name = one.analyte.title_in(language())
            groups.setdefault((key(one.analyte), name, one.point.value.unit), []).append(one.point)
    rows = [Row(name, unit, tuple(points)) for (_, name, unit), points in groups.items()][:MOST_ROWS]
    return rows, len(values) - sum(len(row.points) for row in rows)
