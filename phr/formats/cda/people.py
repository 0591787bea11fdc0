"""People and organisations of a document: names, addresses, and who did or wrote something."""

from phr.formats.cda.codes import INS, id_key, identifiers
from phr.formats.cda.document import Document
from phr.formats.cda.tree import Node, attribute, children, kid, kids, local, words
from phr.formats.fhir.items import Resource

_NAME_USES = {"L": "official", "C": "official", "P": "nickname", "ASGN": "usual"}
_TELECOM_USES = {
    "H": "home",
    "HP": "home",
    "HV": "home",
    "WP": "work",
    "MC": "mobile",
    "DIR": "work",
    "PUB": "work",
}
_SCHEMES = {"tel": "phone", "mailto": "email", "fax": "fax", "http": "url", "https": "url"}
# CI-SIS: the title a professional practises under stands in `suffix`, the civility in `prefix`.
_TITLES = {"DR": "Dr", "PR": "Pr"}
_NAME_URL = "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name"


def human_names(holder: Node | None) -> list[Resource]:
    """The names of a person, the one of birth first when names say which it is (qualifier ``BR``)."""
    found = []
    for name in kids(holder, "name"):
        if not name.get("nullFlavor"):
            found += _names(name)
    return found


def _names(node: Node) -> list[Resource]:
    families, givens = _parts(node, "family"), _parts(node, "given")
    use = _NAME_USES.get((node.get("use") or "").split(" ")[0], "")
    titles = {
        part: texts for part in ("prefix", "suffix") if (texts := [text for text, _ in _parts(node, part)])
    }
    born = [text for text, kinds in families if "BR" in kinds]
    if not born:
        called = [text for text, kinds in givens if "CL" in kinds]
        formal = [text for text, kinds in givens if "CL" not in kinds]
        family = [text for text, _ in families]
        name = _name(use, family, formal or called, titles) or ({"text": words(node)} if words(node) else {})
        usual = _name("usual", family, called, titles) if called and formal else {}
        return [one for one in (name, usual) if one]
    first = [text for text, kinds in givens if "BR" in kinds]
    rest = [text for text, kinds in givens if not kinds & {"BR", "CL"}]
    official = _name("official", born, first or rest, titles)
    if first and rest:
        official["extension"] = [{"url": _NAME_URL, "valueString": " ".join(rest)}]
    used = [text for text, kinds in families if "CL" in kinds] or [
        text for text, kinds in families if "BR" not in kinds
    ]
    called = [text for text, kinds in givens if "CL" in kinds]
    usual = _name("usual", used[:1] or born, called or first or rest, titles)
    return [official] if {**usual, "use": "official"} == official else [official, usual]


def _parts(node: Node, part: str) -> list[tuple[str, set[str]]]:
    parts = [(words(one), set((one.get("qualifier") or "").split())) for one in kids(node, part)]
    return [one for one in parts if one[0]]


def _name(use: str, family: list[str], given: list[str], titles: dict[str, list[str]]) -> Resource:
    name: Resource = {"use": use, "family": " ".join(family), "given": given}
    found = {part: value for part, value in name.items() if value}
    return {**found, **titles} if found.keys() - {"use"} else {}


def spoken(name: Resource) -> str:
    """A name as it is said, with the title a professional practises under."""
    titles = [_TITLES[one.upper()] for one in name.get("suffix", ()) if one.upper() in _TITLES]
    before = titles or [one for one in name.get("prefix", ()) if len(one) > 1 and not one.isupper()]
    return " ".join(
        filter(None, [*before, *name.get("given", ()), name.get("family", ""), name.get("text", "")])
    )


def telecoms(holder: Node | None) -> list[Resource]:
    """Telephone numbers and the like."""
    found = []
    for node in kids(holder, "telecom"):
        scheme, colon, value = (part.strip() for part in attribute(node, "value").partition(":"))
        if not colon:
            scheme, value = "tel", scheme
        if value:
            web = scheme.startswith("http")
            one = {
                "system": _SCHEMES.get(scheme.lower(), "other"),
                "value": f"{scheme}:{value}" if web else value,
            }
            use = _TELECOM_USES.get((node.get("use") or "").split(" ")[0])
            found.append({**one, "use": use} if use else one)
    return found


def addresses(holder: Node | None) -> list[Resource]:
    """Postal addresses; parts that FHIR has no element for are lines."""
    found = []
    for node in kids(holder, "addr"):
        if node.get("nullFlavor"):
            continue
        parts: dict[str, list[str]] = {}
        for part in children(node):
            if words(part) and local(part) != "useablePeriod":
                parts.setdefault(local(part), []).append(words(part))
        address: Resource = {}
        for element, name in (
            ("city", "city"),
            ("state", "state"),
            ("postalCode", "postalCode"),
            ("country", "country"),
        ):
            if element in parts:
                address[name] = " ".join(parts.pop(element))
        number, street = parts.pop("houseNumber", []), parts.pop("streetName", [])
        lines = [" ".join([*number, *street])] if number or street else []
        lines += [text for texts in parts.values() for text in texts]
        if lines:
            address["line"] = lines
        if address or words(node):
            found.append(address or {"text": words(node)})
    return found


def organization(document: Document, node: Node | None) -> Resource | None:
    """A reference to an organisation, taken up as a resource."""
    if node is None:
        return None
    name = words(kid(node, "name"))
    key = id_key(node)
    if not (name or key):
        return None
    body: Resource = {
        "resourceType": "Organization",
        "identifier": identifiers(node),
        "name": name,
        "telecom": telecoms(node),
        "address": addresses(node),
    }
    url = document.person(_filled(body), key or name, node)
    return {"reference": url, "display": name} if name else {"reference": url}


def professional(document: Document, node: Node | None) -> Resource | None:
    """A reference to who stands in an ``assignedAuthor``, ``assignedEntity`` or the like: the person, the
    organisation if there is none, or the program that wrote."""
    if node is None:
        return None
    person = kid(node, "assignedPerson")
    person = kid(node, "associatedPerson") if person is None else person
    names = human_names(person)
    if names:
        qualification = document.concept(kid(node, "code"))
        body: Resource = {
            "resourceType": "Practitioner",
            "identifier": identifiers(node),
            "name": names,
            "telecom": telecoms(node),
            "address": addresses(node),
            "qualification": [{"code": qualification}] if qualification else [],
        }
        said = spoken(names[0])
        if any(one.get("root") in INS for one in kids(node, "id")):
            # The patient, or a relative, wrote: no professional.
            return {"display": said}
        return {"reference": document.person(_filled(body), id_key(node) or said, node), "display": said}
    for inside in ("representedOrganization", "scopingOrganization"):
        found = organization(document, kid(node, inside))
        if found:
            return found
    device = kid(node, "assignedAuthoringDevice")
    program = words(kid(device, "softwareName")) or words(kid(device, "manufacturerModelName"))
    return {"display": program} if program else None


def _filled(resource: Resource) -> Resource:
    return {name: value for name, value in resource.items() if value}


def who(document: Document, statement: Node) -> Resource | None:
    """Who did a thing, else who wrote it down: of the statement itself, or of those around it up to the
    document's author (CDA R2, 4.4: context conduction)."""
    found = professional(document, kid(statement, "performer/assignedEntity"))
    if found:
        return found
    return document.once(_author, statement)


def _author(document: Document, node: Node) -> Resource | None:
    if node is document.root:
        return document.author
    found = professional(document, kid(node, "author/assignedAuthor"))
    around = node.getparent()
    return found or (document.author if around is None else document.once(_author, around))
