"""The body: which entry of which section becomes what.

Templates tell first (IHE PCC and C-CDA, both of which the French CI-SIS builds on), then the section, then the form
of the statement itself; an entry of an unknown template is therefore still read.
"""

from phr.formats.cda import acts, medicines, problems, results
from phr.formats.cda.codes import is_code
from phr.formats.cda.document import Document
from phr.formats.cda.related import SEVERITY, STATUS, inner, is_comment
from phr.formats.cda.tree import Node, children, kid, kids, local, templates

_ALLERGY = {"1.3.6.1.4.1.19376.1.5.3.1.4.6", "2.16.840.1.113883.10.20.22.4.7", "2.16.840.1.113883.10.20.1.18"}
_PROBLEM = {"1.3.6.1.4.1.19376.1.5.3.1.4.5", "2.16.840.1.113883.10.20.22.4.4", "2.16.840.1.113883.10.20.1.28"}
_VACCINE = {
    "1.3.6.1.4.1.19376.1.5.3.1.4.12",
    "2.16.840.1.113883.10.20.22.4.52",
    "2.16.840.1.113883.10.20.22.4.120",
}
_FAMILY = {
    "1.3.6.1.4.1.19376.1.5.3.1.4.15",
    "2.16.840.1.113883.10.20.22.4.45",
    "2.16.840.1.113883.10.20.1.23",
}
_VITAL = {
    "1.3.6.1.4.1.19376.1.5.3.1.4.13.1",
    "1.3.6.1.4.1.19376.1.5.3.1.4.13.2",
    "2.16.840.1.113883.10.20.22.4.27",
}
_SOCIAL = {
    "1.3.6.1.4.1.19376.1.5.3.1.4.13.4",
    "2.16.840.1.113883.10.20.22.4.38",
    "2.16.840.1.113883.10.20.22.4.78",
}
# IHE Laboratory (XD-LAB): the entry of one specialty.
_LABORATORY = "1.3.6.1.4.1.19376.1.3.1"
_REPORTS = {
    "2.16.840.1.113883.10.20.22.4.1",
    "1.3.6.1.4.1.19376.1.5.3.1.4.13.6",
    "2.16.840.1.113883.10.20.1.32",
}

# LOINC codes of sections.
_ALLERGIES = ("48765-2",)
_PROBLEMS = ("11450-4", "11348-0", "11535-2", "46241-6", "42347-5", "10219-4", "10218-6", "29308-4")
_VACCINES = ("11369-6",)
_VITALS = ("8716-3",)
_SOCIAL_HISTORY = ("29762-2",)
_RESULTS = ("30954-2",)
_FAMILIES = ("10157-6",)
_PAYERS = ("48768-6",)


def read_sections(document: Document) -> None:
    """Take up what the entries of all sections say, in their order."""
    for section in kids(document.root, "component/structuredBody/component/section"):
        _section(document, section)


def _section(document: Document, section: Node) -> None:
    if document.is_others(section):
        return
    for entry in kids(section, "entry"):
        for statement in children(entry):
            _Entry(document, section, laboratory=_LABORATORY in templates(entry)).read(statement)
    for one in kids(section, "component/section"):
        _section(document, one)


class _Entry:
    """One entry of a section."""

    def __init__(self, document: Document, section: Node, *, laboratory: bool) -> None:
        self._document = document
        self._section = section
        self._laboratory = laboratory

    def read(self, statement: Node) -> None:
        """Take up a statement by its form."""
        form = local(statement)
        if not self._is_family(statement) and self._document.is_others(statement):
            return
        if form == "act":
            self._act(statement)
        elif form == "observation":
            self._observation(statement)
        elif form == "organizer":
            self._organizer(statement)
        elif form == "substanceAdministration":
            given = medicines.vaccine if self._is(statement, _VACCINE, _VACCINES) else medicines.treatment
            given(self._document, self._section, statement)
        elif form == "procedure":
            does = acts.procedure if acts.is_done(statement) else acts.request
            does(self._document, self._section, statement)
        elif form == "encounter":
            acts.encounter(self._document, self._section, statement)
        elif form == "supply":
            acts.supply(self._document, self._section, statement)

    def _is(self, statement: Node, of: set[str], sections: tuple[str, ...]) -> bool:
        return bool(of & templates(statement)) or self._document.is_section(self._section, *sections)

    def _is_family(self, statement: Node) -> bool:
        return local(statement) == "organizer" and self._is(statement, _FAMILY, _FAMILIES)

    def _act(self, act: Node) -> None:
        if self._laboratory or _LABORATORY in templates(act):
            results.report(self._document, self._section, act, "laboratory")
            return
        if self._document.is_section(self._section, *_PAYERS):
            acts.cover(self._document, self._section, act)
            return
        if is_comment(act):
            return
        held = [one for one in inner(act, "SUBJ", "COMP", "REFR") if self._is_held(one)]
        for one in held:
            if local(one) == "observation":
                self._problem(one, act)
            else:
                self.read(one)
        if not held:
            does = acts.procedure if acts.is_done(act) else acts.request
            does(self._document, self._section, act)

    def _is_held(self, statement: Node) -> bool:
        """Whether an act is only the wrapping of this: a concern's problem, a medicine at discharge."""
        if local(statement) != "observation":
            return local(statement) == "substanceAdministration"
        if not acts.is_done(statement) or is_code(kid(statement, "code"), SEVERITY, STATUS):
            return False
        if (_PROBLEM | _ALLERGY) & templates(statement):
            return True
        # Other guides' templates, in a section that says what it holds.
        return statement.getparent().get("typeCode") != "REFR" and self._document.is_section(
            self._section, *_PROBLEMS, *_ALLERGIES
        )

    def _problem(self, statement: Node, concern: Node | None = None) -> None:
        reader = problems.allergy if self._is(statement, _ALLERGY, _ALLERGIES) else problems.condition
        reader(self._document, self._section, statement, concern)

    def _observation(self, statement: Node) -> None:
        mood = statement.get("moodCode") or "EVN"
        if mood == "GOL":
            results.goal(self._document, self._section, statement)
        elif mood != "EVN":
            acts.request(self._document, self._section, statement)
        elif self._is(statement, _PROBLEM | _ALLERGY, (*_PROBLEMS, *_ALLERGIES)):
            self._problem(statement)
        else:
            results.observation(self._document, self._section, statement, self._category(statement))

    def _category(self, statement: Node) -> str:
        if self._is(statement, _VITAL, _VITALS):
            return "vital-signs"
        if self._is(statement, _SOCIAL, _SOCIAL_HISTORY):
            return "social-history"
        return "laboratory" if self._laboratory else ""

    def _organizer(self, organizer: Node) -> None:
        if self._is_family(organizer):
            problems.family(self._document, self._section, organizer)
        elif self._is(organizer, _VITAL, _VITALS):
            results.components(self._document, self._section, organizer, "vital-signs")
        elif self._is(organizer, _REPORTS, _RESULTS) or organizer.get("classCode") == "BATTERY":
            results.report(self._document, self._section, organizer, "laboratory" if self._laboratory else "")
        elif not any(local(one) == "observationMedia" for one in inner(organizer)):
            # The observation beside a file is its label.
            for one in inner(organizer):
                self.read(one)
