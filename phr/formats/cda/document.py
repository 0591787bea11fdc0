"""One document while it is read: what names its parts, who wrote it, and the resources found so far."""

from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID, uuid5

from lxml import etree

from phr.formats.cda import codes
from phr.formats.cda.narrative import Narrative
from phr.formats.cda.tree import Node, attribute, is_true, kid, words
from phr.formats.fhir.items import Item, Resource
from phr.formats.fhir.terms import names_of
from phr.formats.fhir.write import dumps

# Random, once: the names that these documents give are ours, and the same each time that one is read.
_NAMES = UUID("5b0f7a52-6c1e-4f0e-9a39-0f6f2c0b7d14")
_TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
# A text longer than this stands for a whole table, not for a name.
_NAME_LENGTH = 300
# What lasts may get another date; an event of another date is another event.
_LASTING = frozenset(
    {
        "AllergyIntolerance",
        "Condition",
        "Coverage",
        "Device",
        "FamilyMemberHistory",
        "Goal",
        "MedicationRequest",
        "MedicationStatement",
        "ServiceRequest",
    }
)
_ANSWERS = frozenset({"oui", "non", "yes", "no"})
_ASSERTION = "ASSERTION"
_Found = TypeVar("_Found")


def named(*parts: str) -> str:
    """A UUID that the same parts always give."""
    return str(uuid5(_NAMES, "\x1f".join(parts)))


class Document:
    """The state of reading one ClinicalDocument.

    ``key`` names the document, ``series`` all its versions (``setId``). ``items`` grow as sections are read.
    """

    def __init__(self, root: Node) -> None:
        self.root = root
        self.narrative = Narrative(root)
        self.language = attribute(kid(root, "languageCode"), "code")
        self.key = codes.id_key(root) or named(*root.itertext())
        self.series = _set_id(root) or self.key
        self.title = words(kid(root, "title")) or attribute(kid(root, "code"), "displayName")
        self.patient = ""
        self.author: Resource | None = None
        self.items: list[Item] = []
        self._people: dict[str, Item] = {}
        self._known: dict[tuple[str, Node], Any] = {}
        self._count: Counter[str] = Counter()

    @property
    def people(self) -> list[Item]:
        """The professionals and organisations that were met."""
        return list(self._people.values())

    def once(self, what: Callable[["Document", Node], _Found], node: Node) -> _Found:
        """What is to be found at a node, looked for once however many statements ask."""
        key = what.__qualname__, node
        if key not in self._known:
            self._known[key] = what(self, node)
        found: _Found = self._known[key]
        return found

    def is_section(self, section: Node, *loinc: str) -> bool:
        """Whether a section has one of the codes."""
        return codes.is_code(self.once(_code_of, section), *loinc)

    def url_of(self, kind: str, statement: Node, *, about: str = "") -> str:
        """The fullUrl of what a statement becomes.

        By its identifier and code and, for events, its date, since makers copy identifiers; without an identifier by
        the document's series, code and date. What a document says twice under one name is counted. ``about`` tells
        apart what has one code.
        """
        own = codes.id_key(statement)
        name = [kind, own or self.series, codes.code_key(kid(statement, "code")), about]
        if not own or kind not in _LASTING:
            time = kid(statement, "effectiveTime")
            name += [attribute(time, "value"), attribute(kid(time, "low"), "value")]
        self._count["\x1f".join(name)] += 1
        number = self._count["\x1f".join(name)]
        return "urn:uuid:" + named(*name, str(number) if number > 1 else "")

    def add(self, kind: str, url: str, statement: Node, body: Resource, *, subject: str = "subject") -> str:
        """Take a resource up; ``subject`` is its element for the patient. Elements that are None or empty are left
        out."""
        resource: Resource = {"resourceType": kind, "id": url.removeprefix("urn:uuid:")}
        if self.language:
            resource["language"] = self.language
        resource |= {name: value for name, value in body.items() if value not in (None, "", [], {})}
        if self.patient:
            resource[subject] = {"reference": self.patient}
        self.items.append(item(resource, url, statement))
        return url

    def odd(self, statement: Node, raw: bytes, problem: str) -> None:
        """Something that could not be read; it is kept beside the rest."""
        self.items.append(Item(f"line {statement.sourceline}", raw, None, problem=problem))

    def is_others(self, node: Node) -> bool:
        """Whether a section or statement is about a newborn, a fetus, a donor: it is then kept beside the rest."""
        if kid(node, "subject") is None:
            return False
        self.odd(node, etree.tostring(node, with_tail=False), "about another person than the patient")
        return True

    def person(self, resource: Resource, key: str, statement: Node) -> str:
        """Take up a professional or an organisation, once: the fullUrl."""
        url = "urn:uuid:" + named(resource["resourceType"], key)
        if url not in self._people:
            self._people[url] = item({**resource, "id": url.removeprefix("urn:uuid:")}, url, statement)
        return url

    def concept(self, node: Node | None) -> Resource | None:
        """A coded element as CodeableConcept: codes, translations, and the words it was coded from."""
        if node is None:
            return None
        found = codes.codings(node)
        text, display = self._words(node, found)
        if not found and not (text or display):
            return None
        concept: Resource = {"coding": found} if found else {}
        if text or not found:
            concept["text"] = text or display
        return concept

    def _words(self, node: Node, found: list[Resource]) -> tuple[str, str]:
        """The words a code was made from, and its name."""
        text = self.narrative.of(kid(node, "originalText"))
        display = attribute(node, "displayName") or next(
            (one["display"] for one in found if "display" in one), ""
        )
        if text.casefold() in _ANSWERS or not any(char.isalpha() for char in text):
            # The reference leads to the cell of a value.
            text = "" if display or found else text
        if len(text) > _NAME_LENGTH:
            text = "" if display or found else text[: _NAME_LENGTH - 1] + "…"
        return text, display

    def denial(self, node: Node | None, section: Node) -> Resource:
        """A coded element of which the sender says that it is not so; its name says that, in both languages."""
        found = codes.codings(node)
        # Not the words it was coded from: « no known allergies » would be denied twice.
        name = self._words(node, found)[1] if node is not None else ""
        return denied({"coding": found} if found else {}, name or self.heading(section), self.language)

    def code(self, statement: Node, section: Node) -> Resource:
        """What a statement is about: its code, else its text, else the section's title; always something."""
        code = kid(statement, "code")
        if is_true(statement, "negationInd"):
            return self.denial(code, section)
        concept = self.concept(code)
        if concept and codes.is_code(code, _ASSERTION):
            # "It is so": what is so is the value.
            return {**concept, "text": self.heading(section)}
        text = self.narrative.of(kid(statement, "text"))[:_NAME_LENGTH] or self.heading(section)
        if concept is None:
            return {"text": text}
        return concept if _has_name(concept) else {**concept, "text": self.heading(section)}

    def heading(self, section: Node) -> str:
        """The title of a section, or else of the document."""
        return self.once(_title_of, section) or self.title or "?"


def _code_of(_: Document, section: Node) -> Node | None:
    return kid(section, "code")


def _title_of(_: Document, section: Node) -> str:
    return words(kid(section, "title"))


def _has_name(concept: Resource) -> bool:
    """Whether the sender, or our table, gives a code a name."""
    return "text" in concept or any(
        one.get("display") or names_of(one.get("system", ""), one["code"])
        for one in concept.get("coding", ())
    )


def denied(concept: Resource, name: str, language: str) -> Resource:
    """A concept whose text says that ``name`` is stated not to be so."""
    french, english = f"Absence indiquée : {name}", f"Stated absent: {name}"
    text, lang, other = (english, "fr", french) if language.startswith("en") else (french, "en", english)
    parts = [{"url": "lang", "valueCode": lang}, {"url": "content", "valueString": other}]
    extra = {"extension": [{"url": _TRANSLATION, "extension": parts}]}
    return {**concept, "text": text, "_text": extra}


def item(resource: Resource, url: str, node: Node) -> Item:
    """A resource as read from the line of ``node``."""
    return Item(f"line {node.sourceline}", dumps(resource), resource, url)


def _set_id(root: Node) -> str:
    one = kid(root, "setId")
    found, extension = attribute(one, "root"), attribute(one, "extension")
    return f"{codes.uri_of(found)}|{extension}" if found or extension else ""
