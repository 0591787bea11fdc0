"""One entry in full, at the right of the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from phr.entry import Coding, Entry, Kind
from storage import attachments, document_text, entries, recognition
from storage.vault import Vault
from ui.desktop.dates import show_date
from ui.desktop.form import StackedForm
from ui.desktop.held_by import Holder, holders, holders_text
from ui.desktop.links_panel import Links, LinksPanel
from ui.desktop.names import (
    kind_name,
    label_name,
    range_text,
    status_name,
    title_of,
    value_text,
)
from ui.desktop.parts import (
    Button,
    Heading,
    Hint,
    Words,
    column,
    row,
    ruler,
    scrolled,
    shared_row,
    tab_in_order,
)
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.desktop.versions_text import versions_text
from ui.values import value_in_both

_OUTSIDE = frozenset({"H", "HH", "HU", "L", "LL", "LU", "<", ">"})
"""Codes of HL7's ObservationInterpretation that say "outside the reference range"."""

_SYSTEMS = {
    "http://loinc.org": "LOINC",
    "http://snomed.info/sct": "SNOMED CT",
    "http://hl7.org/fhir/sid/icd-10": "CIM-10",
    "http://www.whocc.no/atc": "ATC",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
    "http://hl7.org/fhir/sid/cvx": "CVX",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows of one entry."""

    entry: Entry
    files: tuple[attachments.Attachment, ...]
    revisions: tuple[entries.Revision, ...]
    resource: bytes
    holders: tuple[Holder, ...]
    pictured: bool
    """Whether some of its text is in pictures alone."""
    printed: bool
    """Whether its text can be looked through for results."""
    links: Links


def shown(vault: Vault, entry_id: str) -> Shown:
    """Read one entry with its documents, its earlier versions and who was given it."""
    files = tuple(attachments.of_entry(vault, entry_id))
    recognised = bool(files) and bool(document_text.recognised(vault, entry_id))
    return Shown(
        entries.entry(vault, entry_id),
        files,
        tuple(entries.revisions(vault, entry_id)),
        entries.resource_bytes(vault, entry_id),
        holders(vault, entry_id),
        pictured=recognised or (bool(files) and recognition.can_recognise(vault, entry_id)),
        printed=recognised or any(file.media_type == "application/pdf" for file in files),
        links=Links(
            tuple(entries.provenances(vault, entry_id)),
            tuple(entries.documents_of(vault, entry_id)),
            tuple(entries.read_from(vault, entry_id)),
        ),
    )


class DetailPane(Translated):
    """Shows the one chosen entry, or how many are chosen, and what can be done with them."""

    hide_asked = Signal(bool)
    topics_asked = Signal()
    edit_asked = Signal()
    close_asked = Signal()
    delete_asked = Signal()
    save_asked = Signal(object)
    open_asked = Signal(object)
    proposals_asked = Signal(str)
    text_asked = Signal(str)
    entry_asked = Signal(str)
    history_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._chosen: tuple[Entry, ...] = ()
        self.title = Heading()
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.kind = Hint()
        self.value = Heading()
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.flag = Words()
        self.fields = {
            name: Words()
            for name in (
                "holders",
                "range",
                "status",
                "author",
                "note",
                "codes",
                "source",
                "topics",
                "versions",
            )
        }
        self._names = {name: Hint() for name in self.fields}
        self.form = StackedForm()
        for name, field in self.fields.items():
            field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._names[name].setWordWrap(False)  # it would, at half the width
            self.form.add(self._names[name], field)
        self.hide_button = Button()
        self.topics = Button()
        self.edit = Button()
        self.delete = Button()
        self.close_button = Button()
        self.history = Button()
        self.proposals = Button()
        self.text = Button()
        self._files = column(gap=Space.HALF)
        self._copy_words = Hint()
        self.links = LinksPanel()
        content = QWidget()
        layout = column(
            self.title,
            self.kind,
            self.value,
            self.flag,
            self._files,
            self._copy_words,
            row(self.proposals),
            row(self.text),
            self.form,
            self.links,
            margin=Space.WIDE,
            gap=Space.HALF,
        )
        layout.addStretch(1)
        content.setLayout(layout)
        # What can be done is always in sight, however long the item is.
        last = shared_row(self.close_button, self.history)
        last.setStretch(0, 2)  # a longer name
        actions = column(
            shared_row(self.hide_button, self.topics),
            shared_row(self.edit, self.delete),
            last,
            margin=Space.HALF,
            gap=Space.HALF,
        )
        self._things = layout, actions
        whole = column(gap=0)
        whole.addWidget(scrolled(content), 1)
        whole.addWidget(ruler())
        whole.addLayout(actions)
        self.setLayout(whole)
        self.hide_button.clicked.connect(lambda: self.hide_asked.emit(self._to_hide()))
        self.proposals.clicked.connect(lambda: self.proposals_asked.emit(self._id()))
        self.text.clicked.connect(lambda: self.text_asked.emit(self._id()))
        self.links.entry_asked.connect(self.entry_asked)
        self.topics.clicked.connect(self.topics_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.history.clicked.connect(lambda: self.history_asked.emit(self._id()))
        self.retranslate()

    def show_one(self, one: Shown) -> None:
        """Show one entry."""
        self._shown = one
        self._chosen = (one.entry,)
        self.links.show_links(one.links)
        self.retranslate()

    def show_many(self, chosen: Sequence[Entry]) -> None:
        """Show how many entries are chosen."""
        self._shown = None
        self._chosen = tuple(chosen)
        self.links.show_links(Links((), (), ()))
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        self.show_many(())

    def _id(self) -> str:
        return self._shown.entry.id if self._shown else ""

    def _to_hide(self) -> bool:
        return any(not entry.hidden for entry in self._chosen)

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self.hide_button.setText(self.tr("Keep private") if self._to_hide() else self.tr("Show again"))
        self.topics.setText(self.tr("Sensitive topic…"))
        self.edit.setText(self.tr("Edit…"))
        self.delete.setText(self.tr("Delete…"))
        self.close_button.setText(self.tr("Not now: close"))
        self.history.setText(self.tr("History…"))
        self.history.setAccessibleName(self.tr("History of this item"))
        for name, text in (
            ("range", self.tr("Laboratory's reference range")),
            ("status", self.tr("Status")),
            ("author", self.tr("Author")),
            ("note", self.tr("Note")),
            ("codes", self.tr("Codes")),
            ("source", self.tr("Where it comes from")),
            ("topics", self.tr("Sensitive topics (never leave the vault)")),
            ("versions", self.tr("Earlier versions")),
            ("holders", self._who_has_it()),
        ):
            self._names[name].setText(text)
        one = self._shown
        self.edit.setVisible(one is not None)
        self.history.setVisible(one is not None)
        self.value.setVisible(one is not None and bool(value_text(one.entry.value)))
        if one is None:
            self._say_many()
        else:
            self._say_one(one)
        self._offer_files(one.files if one else ())
        self.proposals.setVisible(one is not None and one.printed)
        self.proposals.setText(self.tr("Results to confirm…"))
        self.text.setVisible(one is not None and one.pictured)
        self.text.setText(self.tr("Recognised text…"))

    def _say_many(self) -> None:
        self.title.setText(self.tr("%n item(s) chosen", "", len(self._chosen)))
        self.kind.clear()
        self.flag.hide()
        for name in self.fields:
            self._fill(name, "")

    def _say_one(self, one: Shown) -> None:
        entry = one.entry
        self.title.setText(title_of(entry))
        date = show_date(entry.date) or self.tr("undated")
        mark = " · " + self.tr("kept private") if entry.hidden else ""
        self.kind.setText(f"{kind_name(entry.kind)} · {date}{mark}")
        self.value.setText(value_in_both(entry.value, entry.codes))
        flag = entry.value.flag if entry.value else ""
        self.flag.setVisible(bool(flag) and flag != "N")
        if flag in _OUTSIDE:
            self.flag.setText(
                self.tr("Marked outside the reference range by the laboratory (%1)").replace("%1", flag)
            )
        else:
            self.flag.setText(self.tr("The laboratory's remark: %1").replace("%1", flag))
        self._fill("range", range_text(entry.value) if entry.value else "")
        self._fill("status", status_name(entry.status))
        self._fill("author", entry.author)
        self._fill("note", entry.note)
        self._fill("codes", "\n".join(_code(coding) for coding in entry.codes))
        self._fill("source", entry.source or self.tr("Written by you"))
        self._fill("topics", ", ".join(label_name(label) for label in entry.labels))
        self._fill("versions", versions_text(one.revisions, one.resource))
        self._fill("holders", holders_text(one.holders))

    def _who_has_it(self) -> str:
        one = self._shown
        if one is not None and one.entry.kind is Kind.DOCUMENT:
            return self.tr("Who has this document?")
        return self.tr("Who has this item?")

    def _fill(self, name: str, text: str) -> None:
        self.fields[name].setText(text)
        self.form.setRowVisible(self.fields[name], bool(text))

    def _offer_files(self, files: Sequence[attachments.Attachment]) -> None:
        while (item := self._files.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # at once: until it is deleted it would be painted over what comes now
                old.deleteLater()
        for file in files:
            read = Button(self.tr("Read"))
            read.setAccessibleName(self.tr("Read %1").replace("%1", file.name))
            read.clicked.connect(lambda _=False, file=file: self.open_asked.emit(file))
            button = Button(self.tr("Save a copy…"))
            button.setAccessibleName(self.tr("Save a copy of %1").replace("%1", file.name))
            button.clicked.connect(lambda _=False, file=file: self.save_asked.emit(file))
            name = Words(f"{file.name} ({self.locale().formattedDataSize(file.size)})")
            held = QWidget()
            held.setLayout(column(name, row(read, button), gap=Space.HALF))
            self._files.addWidget(held)
        tab_in_order(*self._things)
        self._copy_words.setVisible(bool(files))
        self._copy_words.setText(self.tr("The copy is not protected: whoever has it can read it."))


def _code(coding: Coding) -> str:
    system = _SYSTEMS.get(coding.system, coding.system)
    return " ".join(part for part in (system, coding.code, coding.display) if part)
