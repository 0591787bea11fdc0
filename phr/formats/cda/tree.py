"""The document as a tree, whatever its wrapping, and the few ways to look into it."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any, BinaryIO, TypeAlias

from lxml import etree

from phr.errors import FormatError
from phr.formats.doctype import refuse_document_type

Node: TypeAlias = Any
V3 = "{urn:hl7-org:v3}"
_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DEPTH = 200
_LIMIT = 64 << 20


def read(stream: BinaryIO) -> tuple[bytes, Node]:
    """All bytes of a file, and its ClinicalDocument: the root, or inside a style sheet that presents itself.

    Raises :class:`FormatError` for more than 64 MiB, a document type, what is no XML (undeclared prefixes are let
    through, since senders forget ``xsi``), more than 200 levels, or no ClinicalDocument.
    """
    data = stream.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise FormatError("larger than 64 MiB")
    xml = data.lstrip(b" \t\r\n")
    refuse_document_type(BytesIO(xml))
    root = _parse(xml)
    if root is not None and root.tag != f"{V3}ClinicalDocument":
        root = next(root.iter(f"{V3}ClinicalDocument"), None)
    if root is None:
        raise FormatError("no ClinicalDocument")
    return data, root


def _parse(xml: bytes) -> Node | None:
    strict = _parser(xml, recover=False)
    try:
        return _tree(strict)
    except etree.XMLSyntaxError as error:
        if not _only_namespaces(strict):
            line, column = error.position
            raise FormatError("not well-formed XML", f"line {line}, column {column}") from None
    mending = _parser(xml, recover=True)
    root = _tree(mending)
    if not _only_namespaces(mending):
        raise FormatError("not well-formed XML")
    return root


def _parser(xml: bytes, *, recover: bool) -> "etree.iterparse[tuple[str, Any]]":
    return etree.iterparse(
        BytesIO(xml),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _tree(parser: "etree.iterparse[tuple[str, Any]]") -> Node | None:
    depth = 0
    for event, node in parser:
        depth += 1 if event == "start" else -1
        if depth > _DEPTH:
            raise FormatError("nested too deep", f"line {node.sourceline}")
    return parser.root


def _only_namespaces(parser: "etree.iterparse[tuple[str, Any]]") -> bool:
    """Whether prefixes are all that is wrong; only then may the parser mend it."""
    # The log of this parser; an exception's own also holds what other files did.
    return all(one.domain == etree.ErrorDomains.NAMESPACE for one in parser.error_log)


@lru_cache(maxsize=512)
def _path(names: str) -> str:
    return "/".join(V3 + name for name in names.split("/"))


def kid(node: Node | None, names: str) -> Node | None:
    """The first element at a path of names (``a/b``) below ``node``; None if there is none, or no node."""
    return None if node is None else node.find(_path(names))


def kids(node: Node | None, names: str) -> list[Node]:
    """All elements at a path of names."""
    return [] if node is None else node.findall(_path(names))


def children(node: Node) -> Iterator[Node]:
    """The elements right below, of CDA's own namespace."""
    return (one for one in node.iterchildren("*") if str(one.tag).startswith(V3))


def local(node: Node) -> str:
    """An element's name without its namespace."""
    # Not by QName, which refuses the names that a parser that mends lets through.
    return str(node.tag).rpartition("}")[2]


def attribute(node: Node | None, name: str) -> str:
    """An attribute's text, "" for none or for an element that says that it knows nothing (``nullFlavor``)."""
    if node is None or node.get("nullFlavor"):
        return ""
    return squeezed(node.get(name) or "")


def type_of(node: Node) -> str:
    """The data type that ``xsi:type`` names, without its prefix; "" if it names none."""
    # Undeclared, the prefix stays part of the attribute's name.
    named = node.get(_XSI_TYPE) or node.get("xsi:type") or ""
    return str(named).rpartition(":")[2].strip()


def words(node: Node | None) -> str:
    """All text below an element, on one line."""
    return "" if node is None else squeezed("".join(node.itertext()))


def squeezed(text: str) -> str:
    """A text on one line, each space single."""
    return " ".join(text.split())


def templates(node: Node) -> set[str]:
    """The templates that an element says it follows."""
    return {one.get("root", "") for one in kids(node, "templateId")}


def is_true(node: Node, name: str) -> bool:
    """A truth value that stands in an attribute."""
    return (node.get(name) or "").strip() in ("true", "1")
