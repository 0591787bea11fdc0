"""What hangs on a statement (``entryRelationship``): comments, severity, status, reasons, ages."""

from collections.abc import Iterator

from phr.formats.cda.codes import is_code
from phr.formats.cda.document import Document
from phr.formats.cda.tree import Node, children, kid, kids, local, templates
from phr.formats.fhir.items import Resource

_STATEMENTS = frozenset(
    {
        "act",
        "observation",
        "organizer",
        "procedure",
        "substanceAdministration",
        "supply",
        "encounter",
        "observationMedia",
    }
)
_COMMENTS = {"1.3.6.1.4.1.19376.1.5.3.1.4.2", "2.16.840.1.113883.10.20.22.4.64"}
_INSTRUCTIONS = {"1.3.6.1.4.1.19376.1.5.3.1.4.3", "2.16.840.1.113883.10.20.22.4.20"}
# LOINC 48767-8: annotation comment. ActCode SEV: severity. LOINC 33999-4: status.
COMMENT, SEVERITY, STATUS = "48767-8", "SEV", "33999-4"


def inner(holder: Node, *types: str) -> Iterator[Node]:
    """The statements that a statement holds, by ``component`` or by ``entryRelationship`` of one of the types.

    Without types, all of them.
    """
    for link in children(holder):
        name = local(link)
        if name == "component" or (
            name == "entryRelationship" and (not types or link.get("typeCode") in types)
        ):
            yield from (one for one in children(link) if local(one) in _STATEMENTS)


def is_comment(statement: Node) -> bool:
    """Whether a statement is words about the one that holds it."""
    return local(statement) == "act" and (
        is_code(kid(statement, "code"), COMMENT) or bool(_COMMENTS & templates(statement))
    )


def comments(document: Document, statement: Node) -> list[Resource]:
    """The remarks on a statement as Annotations."""
    texts = [document.narrative.of(kid(one, "text")) for one in inner(statement) if is_comment(one)]
    return [{"text": text} for text in dict.fromkeys(texts) if text]


def instructions(document: Document, statement: Node) -> str:
    """What the patient is told to do."""
    texts = [
        document.narrative.of(kid(one, "text"))
        for one in inner(statement)
        if local(one) == "act" and (is_code(kid(one, "code"), "PINSTRUCT") or _INSTRUCTIONS & templates(one))
    ]
    return "; ".join(dict.fromkeys(filter(None, texts)))


def observed(statement: Node, code: str) -> Node | None:
    """The value of the inner observation of this code."""
    for one in inner(statement):
        if local(one) == "observation" and is_code(kid(one, "code"), code):
            return kid(one, "value")
    return None


def reasons(document: Document, statement: Node) -> list[Resource]:
    """Why it was done or given (``RSON``)."""
    found: dict[str, Resource] = {}
    for one in inner(statement, "RSON"):
        value = kid(one, "value")
        concept = document.concept(value if value is not None else kid(one, "code"))
        if concept:
            found.setdefault(str(concept), concept)
    return list(found.values())


def sites(document: Document, statement: Node, name: str = "targetSiteCode") -> list[Resource]:
    """Where on the body."""
    return [one for one in map(document.concept, kids(statement, name)) if one]
