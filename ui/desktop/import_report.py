"""What became of imported files: counts for each, and everything that did not become an item, with the reason."""

from storage.reports import FileReport, Problem
from ui.desktop.tables import RowsModel
from ui.notices import reason


class ReportModel(RowsModel[FileReport]):
    """One row for each file, with its counts."""

    def names(self) -> tuple[str, ...]:
        """File and counts."""
        return (
            self.tr("File"),
            self.tr("New"),
            self.tr("Updated"),
            self.tr("Already there"),
            self.tr("Kept aside"),
            self.tr("Refused"),
        )

    def cell(self, row: FileReport, column: int) -> str:
        """A name or a count."""
        return (row.file, *map(str, (row.added, row.updated, row.unchanged, row.kept, row.refused)))[column]


class ProblemModel(RowsModel[tuple[str, Problem]]):
    """One row for each thing that did not become an item: the file, and what was found."""

    def names(self) -> tuple[str, ...]:
        """File, place and reason."""
        return self.tr("File"), self.tr("Where"), self.tr("Why")

    def cell(self, row: tuple[str, Problem], column: int) -> str:
        """A cell of the problem."""
        file, problem = row
        return (file, problem.where, reason(problem.code))[column]
