"""The sections at the left of the view: the summary, each kind that has items, everything."""

from dataclasses import dataclass

from phr.entry import Kind
from ui.catalogue import translate
from ui.consultation.excerpt import ESSENTIAL, Excerpt, Item
from ui.desktop.names import kinds_name
from ui.desktop.tables import RowsModel

SECTIONS_WIDE = 250


@dataclass(frozen=True, slots=True)
class Section:
    """A section: of one ``kind``, or of all where it is None. The summary is a page of its own."""

    items: tuple[Item, ...]
    kind: Kind | None = None
    is_summary: bool = False


def sections_of(excerpt: Excerpt) -> tuple[Section, ...]:
    """The sections in reading order; no summary where it would be empty."""
    told = excerpt.reason or excerpt.questions or excerpt.added or excerpt.changed
    essential = told or any(excerpt.of(kind) for kind in ESSENTIAL)
    kinds = ((kind, excerpt.of(kind)) for kind in Kind)
    return (
        *((Section((), is_summary=True),) if essential else ()),
        *(Section(items, kind) for kind, items in kinds if items),
        Section(excerpt.items),
    )


class SectionsModel(RowsModel[Section]):
    """Their names, with how many items each has."""

    def names(self) -> tuple[str, ...]:
        """The column's name."""
        return (translate("Consultation", "Sections"),)

    def cell(self, row: Section, _column: int) -> str:
        """The name of a section."""
        if row.is_summary:
            return translate("Consultation", "Summary")
        name = kinds_name(row.kind) if row.kind else translate("Consultation", "Everything")
        return f"{name} ({len(row.items)})"
