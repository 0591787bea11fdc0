"""Writes a title, a date or a note into the element that holds it in each type."""

from collections.abc import Iterator
from typing import Any

from phr.errors import NotEditable
from phr.formats.fhir.elements import element
from phr.formats.fhir.items import Resource
from phr.formats.fhir.moments import read
from phr.formats.fhir.shapes import NOTE_URL, OWN_WORDS_URL, Shape
from phr.formats.fhir.texts import at
from phr.formats.fhir.titles import named

# In these types the title is writable; a Coding alone has no room for words.
_WORDS = ("string", "CodeableConcept", "Reference", "HumanName")


def set_title(resource: Resource, shape: Shape, title: str) -> None:
    """Puts a title where the present one is read, else in the first element that may hold one."""
    if not title:
        raise NotEditable("an entry needs a title")
    for path in shape.titles:
        kind = _type_at(resource, path)
        for holder, key in _places(resource, path):
            found = named(holder[key], resource)
            if found.french or found.reference:
                if kind in _WORDS:
                    holder[key] = _titled(kind, holder[key], title)
                    return
                break
    for path in shape.titles:
        kind = _type_at(resource, path)
        if kind in _WORDS and kind != "Reference":
            holder, key = _make(resource, path)
            holder[key] = _titled(kind, holder[key], title)
            return
    raise NotEditable("this type has no title of its own")


def _titled(kind: str, old: Any, title: str) -> Any:
    if kind == "string":
        return title
    value = old if type(old) is dict else {}
    if kind == "HumanName":
        return {**value, "text": title}
    words = "display" if kind == "Reference" else "text"
    others = [one for one in at(value, f"_{words}.extension") if one.get("url") != OWN_WORDS_URL]
    own_words = {"url": OWN_WORDS_URL, "valueBoolean": True}
    return {**value, words: title, f"_{words}": {"extension": [*others, own_words]}}


def set_date(resource: Resource, shape: Shape, text: str) -> None:
    """Puts a date where the present one is read, or where there is room for it; "" removes every date read."""
    if any("T" in side and not side.endswith("Z") and side[-6] not in "+-" for side in text.split("/")):
        raise NotEditable("a time needs its offset")
    found = read(resource, shape.dates)[1]
    if not text:
        while found:
            _remove(resource, found)
            found = read(resource, shape.dates)[1]
        return
    for path in [found, *shape.dates] if found else shape.dates:
        if _fits(resource, path, text):
            for before in shape.dates[: shape.dates.index(path) + 1]:
                _remove(resource, before)
            _write_date(resource, path, text)
            return
    raise NotEditable("this entry cannot hold such a date")


def _fits(resource: Resource, path: str, text: str) -> bool:
    if path.endswith("[x]"):
        wanted = "Period" if "/" in text else "DateTime"
        return element(resource["resourceType"], path[:-3] + wanted) is not None
    instants = all("T" in side for side in text.split("/"))
    if path == "start..end":
        return instants
    kind = _type_at(resource, path)
    if kind == "Period" or "/" in text:
        return kind == "Period"
    return kind == "dateTime" or (kind == "date" and "T" not in text) or (kind == "instant" and instants)


def _write_date(resource: Resource, path: str, text: str) -> None:
    start, slash, end = text.partition("/")
    period = {"start": start, "end": end if slash else start}
    period = {side: date for side, date in period.items() if date}
    if path.endswith("[x]"):
        resource[path[:-3] + ("Period" if slash else "DateTime")] = period if slash else text
    elif path == "start..end":
        resource.update(period)
    else:
        holder, key = _make(resource, path)
        holder[key] = period if _type_at(resource, path) == "Period" else text


def _remove(resource: Resource, path: str) -> None:
    """Removes what stands at a path of dates, all choices of ``[x]``, with the extensions beside it."""
    if path.endswith("[x]"):
        stem = path[:-3]
        names = [name for name in resource if name.removeprefix("_").startswith(stem)]
        for name in names:
            if name.removeprefix("_")[len(stem) : len(stem) + 1].isupper():
                del resource[name]
        return
    if path == "start..end":
        for name in ("start", "end", "_start", "_end"):
            resource.pop(name, None)
        return
    parent, _, last = path.rpartition(".")
    for holder in at(resource, parent) if parent else [resource]:
        if type(holder) is dict:
            holder.pop(last, None)
            holder.pop(f"_{last}", None)


def set_note(resource: Resource, shape: Shape, note: str) -> None:
    """Puts a remark into the type's element, or into the extension that stands in for one; "" removes it."""
    extensions = [
        one for one in at(resource, "extension") if not (type(one) is dict and one.get("url") == NOTE_URL)
    ]
    resource.pop("extension", None)
    if note and not shape.note:
        extensions.append({"url": NOTE_URL, "valueString": note})
    if extensions:
        resource["extension"] = extensions
    if not shape.note:
        return
    old = at(resource, shape.note)
    resource.pop(shape.note, None)
    if not note:
        return
    if _type_at(resource, shape.note) == "Annotation":
        first = old[0] if len(old) == 1 and type(old[0]) is dict else {}
        resource[shape.note] = [{**first, "text": note}]
    else:
        resource[shape.note] = note


def _type_at(resource: Resource, path: str) -> str:
    """R4's type of the element at a path, "" if there is none."""
    kind = str(resource["resourceType"])
    for name in path.split("."):
        found = element(kind, name)
        if found is None:
            return ""
        kind = found[0]
    return kind


def _places(node: Any, path: str) -> Iterator[tuple[Any, Any]]:
    """Container and key of each value at a path, in the order of :func:`phr.formats.fhir.texts.at`."""
    name, _, rest = path.partition(".")
    if type(node) is not dict or name not in node:
        return
    value = node[name]
    holders: list[tuple[Any, Any]] = (
        [(value, index) for index in range(len(value))] if type(value) is list else []
    )
    for holder, key in holders or ([(node, name)] if type(value) is not list else []):
        if rest:
            yield from _places(holder[key], rest)
        else:
            yield holder, key


def _make(resource: Resource, path: str) -> tuple[Any, Any]:
    """Container and key of the first place at a path, made where R4 has it; what stands there is None if new."""
    node: Any = resource
    kind = resource["resourceType"]
    *parents, last = path.split(".")
    for name in parents:
        found = element(kind, name)
        if found is None:
            raise NotEditable("no such element")
        kind, repeats = found
        inner = node.get(name)
        if repeats:
            if type(inner) is not list or not inner or type(inner[0]) is not dict:
                inner = node[name] = [{}]
            node = inner[0]
        else:
            if type(inner) is not dict:
                inner = node[name] = {}
            node = inner
    found = element(kind, last)
    if found is None:
        raise NotEditable("no such element")
    if not found[1]:
        node.setdefault(last, None)
        return node, last
    if type(node.get(last)) is not list or not node[last]:
        node[last] = [None]
    return node[last], 0
