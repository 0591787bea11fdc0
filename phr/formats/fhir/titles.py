"""What an entry is called, in French and in English.

The source's own text comes first. The table of names adds the other language where it knows a code; no text
is translated otherwise.
"""

import re
from dataclasses import dataclass
from typing import Any

from phr.entry import Coding
from phr.formats.fhir.items import Resource
from phr.formats.fhir.references import contained
from phr.formats.fhir.shapes import OWN_WORDS_URL, Shape
from phr.formats.fhir.terms import group_of, names_of
from phr.formats.fhir.texts import at, codings, concept_words, line

_FRENCH = re.compile(r"[àâçéèêëîïôùûœ]|\b(?:d[eu]|des|l[ae]|les|et|par|sans)\b|\b[ld]['’]", re.IGNORECASE)
_TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


@dataclass(frozen=True, slots=True)
class Title:
    """A title in both languages, the codes it came with, and the reference that holds the name if this does
    not."""

    french: str
    english: str
    codes: tuple[Coding, ...] = ()
    reference: str = ""


def title_of(resource: Resource, shape: Shape) -> tuple[Title, bool]:
    """The title that a resource has by its shape, and whether it is the source's own (not the type's
    name)."""
    reference = ""
    for path in shape.titles:
        for value in at(resource, path):
            title = named(value, resource)
            if title.french:
                return title, True
            reference = reference or title.reference
    return Title(shape.french, shape.english, (), reference), False


def named(value: Any, resource: Resource) -> Title:
    """The title that one element gives: a string, a CodeableConcept, a HumanName or a Reference."""
    if type(value) is dict:
        if "reference" in value or "identifier" in value:
            return _referenced(value, resource)
        return _concept(value, line(resource.get("language")))
    text = line(value)
    return Title(text, text)


def _referenced(value: Resource, resource: Resource) -> Title:
    """A reference names its target by its own display, by what it contains, or elsewhere."""
    reference = line(value.get("reference"))
    target = contained(resource, reference) if len(reference) > 1 else None
    title = Title("", "")
    for path in ("code", "deviceName.name", "type", "name") if target else ():
        for inner in at(target, path):
            if type(inner) is dict and not title.french:
                title = _concept(inner, line(resource.get("language")))
            elif not title.french:
                title = Title(line(inner), line(inner))
    display = line(value.get("display"))
    if display:
        # The patient's own words stand for the name; a sender's stand in until the name is found.
        own = OWN_WORDS_URL in at(value, "_display.extension.url")
        return Title(display, display, title.codes, "" if own else reference)
    return title if title.french else Title("", "", (), reference)


def _concept(value: Resource, language: str) -> Title:
    codes = tuple(codings(value))
    own = concept_words(value)
    extra = value.get("_text")
    if type(extra) is dict and OWN_WORDS_URL in at(extra, "extension.url"):
        return Title(own, own, codes)
    french, english = _translations(value, extra)
    for coding in codes if not (french and english) else ():
        known = names_of(coding.system, coding.code)
        if known:
            french, english = french or known[0], english or known[1]
            break
    if language.startswith("fr") or (not language and (french or english) and _FRENCH.search(own)):
        french = own or french
    elif not language or language.startswith("en"):
        english = own or english
    group = None if own else next(filter(None, (group_of(one.system, one.code) for one in codes)), None)
    if group:
        french, english = (
            mine or f"{of} ({codes[0].code})" for mine, of in zip((french, english), group, strict=True)
        )
    other = own or (codes[0].code if codes else "")
    return Title(french or other, english or other, codes)


def _translations(value: Resource, extra: Any) -> tuple[str, str]:
    """French and English by FHIR's translation extension, on the text or on a display."""
    found = {"fr": "", "en": ""}
    for holder in (extra, *at(value, "coding._display")):
        for extension in at(holder, "extension"):
            if type(extension) is dict and extension.get("url") == _TRANSLATION:
                parts = {
                    line(part.get("url")): line(part.get("valueCode")) or line(part.get("valueString"))
                    for part in at(extension, "extension")
                    if type(part) is dict
                }
                language = parts.get("lang", "")[:2]
                if language in found and not found[language]:
                    found[language] = parts.get("content", "")
    return found["fr"], found["en"]
