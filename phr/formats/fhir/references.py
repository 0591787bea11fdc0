"""References between resources, in all the forms that files hold (FHIR R4, references.html)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote_plus

from phr.formats.fhir.items import Resource

_REFERENCE_KEYS = frozenset({"reference", "type", "identifier", "display", "id", "extension", "_reference"})


class Form(StrEnum):
    """How a reference names its target."""

    CONTAINED = "contained"  # "#id", within the same resource
    RELATIVE = "relative"  # "Patient/12"
    ABSOLUTE = "absolute"  # "https://server/fhir/Patient/12"
    URN = "urn"  # "urn:uuid:…", "urn:oid:…": an entry's fullUrl
    CONDITIONAL = "conditional"  # "Patient?identifier=system|value"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Parts:
    """A reference taken apart. What its form does not have is "".

    ``url`` is the reference without a version, as a fullUrl would have it; ``token`` is ``system|value``.
    """

    form: Form
    type: str = ""
    id: str = ""
    url: str = ""
    token: str = ""


def split(reference: str) -> Parts:
    """Takes a reference apart; a version (``/_history/3``) is left out, since a file holds one version."""
    if reference.startswith("#"):
        return Parts(Form.CONTAINED, id=reference[1:])
    if reference.startswith("urn:"):
        return Parts(Form.URN, url=reference)
    path, question, query = reference.partition("?")
    if question:
        return _conditional(path, query)
    url = path.partition("/_history/")[0].partition("#")[0].rstrip("/")
    base, _, last = url.rpartition("/")
    kind = base.rpartition("/")[2]
    if not last or not kind[:1].isupper() or not kind.isalpha():
        absolute = "://" in url
        return Parts(Form.ABSOLUTE if absolute else Form.OTHER, url=url if absolute else "")
    if "://" in url:
        return Parts(Form.ABSOLUTE, kind, last, url)
    return Parts(Form.RELATIVE, kind, last, url)


def _conditional(path: str, query: str) -> Parts:
    kind = path.rpartition("/")[2]
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if name.partition(":")[0] == "identifier" and value:
            return Parts(Form.CONDITIONAL, kind, token=unquote_plus(value))
    return Parts(Form.CONDITIONAL, kind)


def references(resource: Resource) -> Iterator[Resource]:
    """Each Reference object within a resource, in place, those of its contained resources too.

    An object with a ``reference``, or one that holds nothing but what a Reference holds, with an
    ``identifier``.
    """
    stack: list[object] = list(resource.values())
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(node)
        elif isinstance(node, dict):
            if isinstance(node.get("reference"), str) or (
                isinstance(node.get("identifier"), dict) and node.keys() <= _REFERENCE_KEYS
            ):
                yield node
            stack.extend(node.values())


def contained(resource: Resource, reference: str) -> Resource | None:
    """The resource that ``#id`` names within ``resource``; ``#`` alone is the resource itself."""
    if reference == "#":
        return resource
    inside = resource.get("contained")
    if not reference.startswith("#") or not isinstance(inside, list):
        return None
    for other in inside:
        # Some senders write the "#" into the id too.
        if isinstance(other, dict) and other.get("id") in (reference[1:], reference):
            return other
    return None
