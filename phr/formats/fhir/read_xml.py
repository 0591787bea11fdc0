"""FHIR XML to items: the same resources in FHIR's JSON form (FHIR R4, xml.html and json.html).

The table of elements tells what is a list, a number or a truth value; decimals keep their digits. A Bundle is read
entry by entry. A document type is refused before anything else is looked at, so there are no entities.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from phr.errors import FormatError
from phr.formats.doctype import refuse_document_type
from phr.formats.fhir.elements import element, is_type
from phr.formats.fhir.items import Item, Resource, decimal
from phr.formats.fhir.write import dumps

_FHIR = "{http://hl7.org/fhir}"
_DIV = "{http://www.w3.org/1999/xhtml}div"
# A thousand digits, since int() refuses more than 4,300 when the JSON form is read again.
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,999})(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_INTEGERS = ("integer", "positiveInt", "unsignedInt")
_DEPTH = 100


def read_xml(stream: BinaryIO) -> Iterator[Item]:
    """The resources of a Bundle one by one, or the file's one resource.

    ``stream`` is seekable. ``raw`` is the JSON form. A resource that has what R4 does not know is an item with a
    problem and its XML as ``raw``. Raises :class:`FormatError`, perhaps after some items, when the file has a document
    type, is no XML, or its root is no FHIR element.
    """
    start = stream.tell()
    refuse_document_type(stream)
    stream.seek(start)
    parser = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    try:
        yield from _items(parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FormatError("not well-formed XML", f"line {line}, column {column}") from None


def _items(parser: "etree.iterparse[tuple[str, Any]]") -> Iterator[Item]:
    depth = index = 0
    root = None
    for event, node in parser:
        if event == "start":
            if root is None:
                root = node
                if not str(node.tag).startswith(_FHIR) or not is_type(_name(node)):
                    raise FormatError("not a FHIR resource", f"line {node.sourceline}")
            depth += 1
            if depth > _DEPTH:
                raise FormatError("nested too deep", f"line {node.sourceline}")
            continue
        depth -= 1
        if depth == 1 and root is not None and root.tag == f"{_FHIR}Bundle" and node.tag == f"{_FHIR}entry":
            item = _entry(node, f"entry[{index}]")
            if item is not None:
                yield item
            index += 1
            root.remove(node)
    if root is not None and root.tag != f"{_FHIR}Bundle":
        yield _item(root, "")


def _entry(entry: Any, where: str) -> Item | None:
    holder = entry.find(f"{_FHIR}resource")
    nodes = [] if holder is None else list(holder.iterchildren("*"))
    if not nodes:
        return None
    item = _item(nodes[0], where)
    full_url = entry.find(f"{_FHIR}fullUrl")
    item.full_url = full_url.get("value", "") if full_url is not None else ""
    return item


def _item(node: Any, where: str) -> Item:
    try:
        resource = _resource(node)
    except _UnknownError as error:
        return Item(where, etree.tostring(node, encoding="utf-8"), None, problem=str(error))
    return Item(where, dumps(resource), resource)


class _UnknownError(Exception):
    """Something that R4 does not have; the message names the element, never its content."""


def _name(node: Any) -> str:
    # Not by QName, which refuses the names that a parser that mends lets through.
    return str(node.tag).rpartition("}")[2]


def _resource(node: Any) -> Resource:
    kind = _name(node)
    if not str(node.tag).startswith(_FHIR) or not is_type(kind):
        raise _UnknownError(f"no resource of R4 on line {node.sourceline}")
    return {"resourceType": kind, **_object(node, kind)}


def _object(node: Any, kind: str) -> Resource:
    """The members of a complex element. An attribute is ``id`` or an extension's ``url``."""
    result: Resource = {name: node.get(name) for name in ("id", "url") if node.get(name) is not None}
    for child in node.iterchildren("*"):
        name = _name(child)
        known = element(kind, name)
        if known is None:
            raise _UnknownError(f"{kind} has no such element on line {child.sourceline}")
        of, repeats = known
        if child.tag == _DIV and of == "xhtml":
            result[name] = etree.tostring(child, encoding="unicode", with_tail=False)
        elif not str(child.tag).startswith(_FHIR):
            raise _UnknownError(f"another namespace on line {child.sourceline}")
        elif of == "Resource":
            _add(result, name, _resource(next(child.iterchildren("*"), child)), repeats=repeats)
        elif of[0].islower():
            _primitive(result, child, name, of, repeats=repeats)
        else:
            _add(result, name, _object(child, of), repeats=repeats)
    return result


def _add(result: Resource, name: str, value: Any, *, repeats: bool) -> None:
    if not repeats:
        if name in result:
            raise _UnknownError(f"{name} repeated")
        result[name] = value
    else:
        result.setdefault(name, []).append(value)


def _primitive(result: Resource, node: Any, name: str, of: str, *, repeats: bool) -> None:
    """A value and, beside it, its id and extensions under ``_name``; in a list both keep step by null."""
    text = node.get("value")
    value = None if text is None else _typed(text, of, node)
    extra = _object(node, "Element") if len(node) or node.get("id") is not None else None
    if not repeats:
        if value is not None:
            _add(result, name, value, repeats=False)
        if extra is not None:
            _add(result, f"_{name}", extra, repeats=False)
        return
    before = max(len(result.get(name, ())), len(result.get(f"_{name}", ())))
    for key, one in ((name, value), (f"_{name}", extra)):
        if one is not None or key in result:
            held = result.setdefault(key, [None] * before)
            held.append(one)


def _typed(text: str, of: str, node: Any) -> Any:
    if of == "boolean" and text.strip() in ("true", "false"):
        return text.strip() == "true"
    if of == "decimal" and _DECIMAL.fullmatch(text.strip()):
        try:
            return decimal(text.strip())
        except ArithmeticError:
            raise _UnknownError(f"a number out of bounds on line {node.sourceline}") from None
    if of in _INTEGERS and _INTEGER.fullmatch(text.strip()):
        return int(text)
    if of in ("boolean", "decimal", *_INTEGERS):
        raise _UnknownError(f"not of type {of} on line {node.sourceline}")
    return text
