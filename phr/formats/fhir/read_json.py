"""FHIR JSON to items: a Bundle of any size, a single resource, NDJSON.

A Bundle is read entry by entry: no more is held than a chunk of the file and the resource being read.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from phr.errors import FormatError
from phr.formats.fhir.items import Item
from phr.formats.fhir.window import STRICT, Window, elements, keys, more_keys
from phr.formats.fhir.write import dumps

# How nearly every entry begins and ends, each found in one step; "_" is white space.
_TEXT = r'"[^"\\\x00-\x1f]*"'
_BEGINNING = re.compile(rf'_\{{_(?:"fullUrl"_:_({_TEXT})_,_)?"resource"_:_'.replace("_", r"[ \t\n\r]*"))
_REST = re.compile(
    rf'_(?:,_"request"_:_\{{_{_TEXT}_:_{_TEXT}(?:_,_{_TEXT}_:_{_TEXT})*_\}}_)?\}}'.replace("_", r"[ \t\n\r]*")
)


def read_json(stream: BinaryIO) -> Iterator[Item]:
    """The resources of a Bundle one by one, or the file's one resource (or several, one after another).

    ``stream`` is seekable. A Bundle inside a Bundle is one item. Raises :class:`FormatError` with the line
    and column, perhaps after some items, when the text is not UTF-8, -16 or -32, not JSON, cut short or
    nested too deep. A resource that is JSON but no FHIR resource is an item with a problem.
    """
    start = stream.tell()
    bundle = _type_of_top(Window(stream)) == "Bundle"
    stream.seek(start)
    window = Window(stream)
    if bundle:
        yield from _bundle(window)
    else:
        yield from _resources(window)


def read_ndjson(stream: BinaryIO) -> Iterator[Item]:
    """One item for each line that is not blank; a line that is no resource is an item with a problem."""
    for number, line in enumerate(stream, 1):
        raw = line.removeprefix(codecs.BOM_UTF8).strip() if number == 1 else line.strip()
        if not raw:
            continue
        where = f"line {number}"
        try:
            value = STRICT.decode(raw.decode())
        except RecursionError:
            yield Item(where, raw, None, problem="nested too deep")
        except (ValueError, ArithmeticError):
            yield Item(where, raw, None, problem="not JSON in UTF-8, or a number out of bounds")
        else:
            yield _item(where, raw, value)


def _type_of_top(window: Window) -> str:
    """The resourceType of the outermost object, usually its first member."""
    if window.peek() != "{":
        raise FormatError("not a JSON object", window.place(window.pos))
    for name in keys(window):
        if name == "entry" and window.peek() == "[":
            for _ in elements(window):
                window.value()
        else:
            value, _, _ = window.value()
            if name == "resourceType":
                return value if isinstance(value, str) else ""
    return ""


def _resources(window: Window) -> Iterator[Item]:
    where = ""
    while window.peek():
        if where and window.peek() != "{":
            raise FormatError("something after the resource", window.place(window.pos))
        value, text, problem = window.value()
        yield _item(where, text.encode(), value, problem)
        window.peek()
        where = f"line {window.line()}"


def _bundle(window: Window) -> Iterator[Item]:
    for name in keys(window):
        if name != "entry" or window.peek() != "[":
            window.value()
            continue
        for index in elements(window):
            item = _entry(window, f"entry[{index}]")
            if item is not None:
                yield item
    if window.peek():
        raise FormatError("something after the Bundle", window.place(window.pos))


def _entry(window: Window, where: str) -> Item | None:
    """One element of ``Bundle.entry``: None without a resource."""
    item = None
    full_url: Any = ""
    marks: dict[str, Any] = {}
    usual = _BEGINNING.match(window.text, window.pos)
    if usual:
        full_url = (usual[1] or "")[1:-1]
        window.pos = usual.end()
        value, text, problem = window.value()
        item = _item(where, text.encode(), value, problem)
        rest = _REST.match(window.text, window.pos)
        if rest:
            window.pos = rest.end()
            names: Iterator[str] = iter(())
        else:
            names = more_keys(window) if window.take(",}") == "," else iter(())
    elif window.peek() == "{":
        names = keys(window)
    else:
        _, text, _ = window.value()
        return Item(where, text.encode(), None, problem="not an object")
    for name in names:
        value, text, problem = window.value()
        if name == "resource":
            item = _item(where, text.encode(), value, problem)
        elif name == "fullUrl":
            full_url = value
        elif name == "extension":
            marks = _marks(value)
    if item is not None:
        item.full_url = full_url if isinstance(full_url, str) else ""
        item.marks = marks
    return item


def _item(where: str, raw: bytes, value: Any, problem: str = "") -> Item:
    if problem:
        return Item(where, raw, None, problem=problem)
    if not isinstance(value, dict):
        return Item(where, raw, None, problem="not an object")
    kind = value.get("resourceType")
    if not isinstance(kind, str) or not kind:
        return Item(where, raw, None, problem="no resourceType")
    if b"\\" in raw and (b"\\ud" in raw or b"\\uD" in raw):
        try:
            dumps(value)
        except UnicodeEncodeError:
            return Item(where, raw, None, problem="half a character (a lone surrogate)")
    return Item(where, raw, value)


def _marks(extensions: Any) -> dict[str, Any]:
    """What our own export says beside a resource."""
    marks: dict[str, Any] = {}
    for extension in extensions if isinstance(extensions, list) else ():
        if not isinstance(extension, dict):
            continue
        text, flag = extension.get("valueString"), extension.get("valueBoolean")
        match extension.get("url"):
            case "urn:phr:label" if isinstance(text, str):
                marks.setdefault("labels", []).append(text)
            case "urn:phr:source" if isinstance(text, str):
                marks["source"] = text
            case "urn:phr:entry" if isinstance(text, str):
                marks["entry"] = text
            case "urn:phr:same-as" if isinstance(text, str):
                marks["same_as"] = text
            case "urn:phr:read-from" if isinstance(text, str):
                marks.setdefault("read_from", []).append(text)
            case "urn:phr:version" if isinstance(text, str):
                marks.setdefault("version", []).append(text)
            case "urn:phr:hidden" if isinstance(flag, bool):
                marks["hidden"] = flag
            case "urn:phr:closed" if isinstance(flag, bool):
                marks["closed"] = flag
    return marks
