"""My consultation: what the patient puts at the top of file and paper. What changed is shown before it is said."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from phr.entry import Entry
from sharing.consultation import LONGEST, QUESTIONS, Consultation, consultation
from ui.desktop.dates import show_date
from ui.desktop.form import Form
from ui.desktop.names import title_of
from ui.desktop.parts import Field, FieldName, Hint, Words, column
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

_NAMED = 20


class ConsultationPanel(Translated):
    """A reason, up to three questions, and whether to say what is new or changed since the last access."""

    def __init__(self) -> None:
        super().__init__()
        self._since = Consultation()
        self._titles: Mapping[str, str] = {}
        self._hint = Hint()
        self.reason = Field()
        self.questions = [Field() for _ in range(QUESTIONS)]
        self.since = QCheckBox()
        self._changes = Words()
        self._names = [FieldName() for _ in range(1 + QUESTIONS)]
        form = Form()
        for label, field in zip(self._names, (self.reason, *self.questions), strict=True):
            field.setMaxLength(LONGEST)
            form.add(label, field)
        layout = column(self._hint, form, self.since, self._changes, gap=Space.HALF)
        layout.addStretch(1)
        self.setLayout(layout)
        self.retranslate()

    def show_since(self, found: Consultation, entries: Mapping[str, Entry]) -> None:
        """Show what is new and changed in the selection; ``found.since`` is "" where nothing was given before."""
        self._since = found
        self._titles = {id_: title_of(entries[id_]) for id_ in (*found.added, *found.changed)}
        self.retranslate()

    def told(self) -> Consultation:
        """What was written, and what changed if that is to be said."""
        told = consultation(self.reason.text(), tuple(field.text() for field in self.questions))
        if not (self._since.since and self.since.isChecked()):
            return told
        return replace(told, since=self._since.since, added=self._since.added, changed=self._since.changed)

    def clear(self) -> None:
        """Forget everything."""
        for field in (self.reason, *self.questions):
            field.clear()
        self.since.setChecked(False)
        self.show_since(Consultation(), {})

    def _named(self, ids: tuple[str, ...]) -> str:
        more = " …" if len(ids) > _NAMED else ""
        return " · ".join(self._titles[id_] for id_ in ids[:_NAMED]) + more

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._hint.setText(
            self.tr(
                "It stands first, in the file and on paper. The history keeps none of it. Leave empty what you do not "
                "need."
            )
        )
        names = [self.tr("Why I &come")]
        names += [self.tr("Question %1").replace("%1", f"&{number}") for number in range(1, QUESTIONS + 1)]
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        found = self._since
        self.since.setVisible(bool(found.since))
        self._changes.setVisible(bool(found.since))
        self.since.setText(
            self.tr("&Say what is new or changed since %1").replace("%1", show_date(found.since[:10]))
        )
        lines = (
            (self.tr("New: %1"), found.added),
            (self.tr("Changed: %1"), found.changed),
        )
        text = "\n".join(text.replace("%1", self._named(ids)) for text, ids in lines if ids)
        self._changes.setText(text or self.tr("Nothing in this selection is new or changed since."))
