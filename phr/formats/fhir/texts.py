"""Texts of a resource that may be odd anywhere: what has the wrong type counts as absent.

No function here raises on any JSON value.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from phr.entry import Coding

# Control characters but tab and line feed, and halves of characters, which no file and no database takes.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_NARRATIVE_LIMIT = 20_000


def line(value: Any) -> str:
    """A text on one line; "" for anything but a string."""
    if type(value) is not str:
        return ""
    if value.isprintable() and "  " not in value:
        return value.strip()
    return " ".join(_UNPRINTABLE.sub(" ", value).split())


def block(value: Any) -> str:
    """A text that may have several lines."""
    if type(value) is not str:
        return ""
    if value.isprintable():
        return value.strip()
    return _UNPRINTABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def at(node: Any, path: str) -> list[Any]:
    """All that stands at a dotted path, lists on the way and at its end laid flat."""
    if type(node) is not dict:
        return []
    if "." not in path:  # most calls, most of them in vain
        value = node.get(path)
        return value if type(value) is list else [] if value is None else [value]
    nodes = [node]
    for name in path.split("."):
        found: list[Any] = []
        for one in nodes:
            value = one.get(name) if type(one) is dict else None
            if type(value) is list:
                found.extend(value)
            elif value is not None:
                found.append(value)
        nodes = found
    return nodes


def codings(value: Any) -> Iterator[Coding]:
    """The codings of a CodeableConcept, or of a Coding that stands alone."""
    if type(value) is not dict:
        return
    inside = value.get("coding")
    for one in inside if type(inside) is list else (value,):
        if type(one) is dict:
            code = line(one.get("code"))
            if code:
                yield Coding(line(one.get("system")), code, line(one.get("display")))


def concept_text(value: Any) -> str:
    """What a CodeableConcept, Coding, Reference, HumanName or string says; its first code if it has no words."""
    return concept_words(value) or next((coding.code for coding in codings(value)), "")


def concept_words(value: Any) -> str:
    """As :func:`concept_text`, but "" if there is only a code."""
    if type(value) is str:
        return line(value)
    if type(value) is not dict:
        return ""
    text = line(value.get("text")) or line(value.get("display"))
    if text:
        return text
    inside = value.get("coding")
    for one in inside if type(inside) is list else ():
        text = line(one.get("display")) if type(one) is dict else ""
        if text:
            return text
    if "family" in value or "given" in value:
        return " ".join(filter(None, map(line, [*at(value, "given"), value.get("family")])))
    return ""


def narrative(resource: Any) -> str:
    """The narrative without its markup, cut at 20,000 characters."""
    div = next(iter(at(resource, "text.div")), None)
    if type(div) is not str:
        return ""
    return line(html.unescape(_TAG.sub(" ", div[: 4 * _NARRATIVE_LIMIT])))[:_NARRATIVE_LIMIT]
