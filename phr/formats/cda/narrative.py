"""The words of a document as people read them: sections, paragraphs, lists, and tables as lines (CDA R2, 4.3.5)."""

from collections.abc import Iterator

from phr.formats.cda.tree import V3, Node, kid, kids, local, squeezed, words

_BLOCKS = frozenset({"paragraph", "list", "item", "table", "caption", "tr", "text", "footnote"})
_CELLS = (f"{V3}td", f"{V3}th")
_LONGEST = 2000


class Narrative:
    """The parts of the narrative that entries point to by ``#id``."""

    def __init__(self, root: Node) -> None:
        self._by_id: dict[str, Node] = {}
        for node in root.iter(f"{V3}*"):
            name = node.get("ID")
            if name:
                self._by_id.setdefault(name, node)
        self._texts: dict[str, str] = {}

    def at(self, reference: str) -> str:
        """What stands at ``#id``, on one line of at most 2000 characters; "" for nothing.

        Some senders leave the ``#`` out.
        """
        name = reference.strip().removeprefix("#")
        if name not in self._texts:
            node = self._by_id.get(name)
            self._texts[name] = "" if node is None else _beginning(node)
        return self._texts[name]

    def of(self, node: Node | None) -> str:
        """The words of an ``ED`` element (``originalText``, ``text``): its own, else those it points to."""
        if node is None or node.get("representation") == "B64":
            return ""
        own = squeezed("".join(_pieces(node)))
        if own:
            return own[:_LONGEST]
        reference = kid(node, "reference")
        return "" if reference is None else self.at(reference.get("value") or "")


def _beginning(node: Node) -> str:
    pieces, length = [], 0
    for piece in _pieces(node):
        pieces.append(piece)
        length += len(piece)
        if length > _LONGEST:
            break
    return squeezed("".join(pieces))[:_LONGEST]


def document_text(root: Node, title: str) -> str:
    """The whole document: its title, then each section's title and text; "" if no section says anything."""
    lines: list[str] = []
    for section in kids(root, "component/structuredBody/component/section"):
        lines += _section(section, 1)
    return "\n".join([title, *lines]).strip() + "\n" if lines else ""


def _section(section: Node, depth: int) -> list[str]:
    title = words(kid(section, "title"))
    text = kid(section, "text")
    lines = ["", f"{'#' * min(depth, 6)} {title}"] if title else []
    if text is not None:
        body = [line for line in map(squeezed, "".join(_pieces(text)).split("\n")) if line]
        lines += [*([""] if not title and body else []), *body]
    for inner in kids(section, "component/section"):
        lines += _section(inner, depth + 1)
    return lines


def _pieces(node: Node) -> Iterator[str]:
    """The text below an element; line feeds only where the reader sees a new line."""
    if _is_deleted(node):
        return
    name = local(node)
    if name == "br":
        yield "\n"
        return
    if name == "tr":
        yield "\n" + " | ".join(_cells(node)) + "\n"
        return
    block = name in _BLOCKS
    if block:
        yield "\n- " if name == "item" else "\n"
    yield _inline(node.text)
    for child in node.iterchildren("*"):
        yield from _pieces(child)
        yield _inline(child.tail)
    if block:
        yield "\n"


def _cells(row: Node) -> list[str]:
    cells = [squeezed("".join(_pieces_of_cell(cell))) for cell in row.iterchildren(*_CELLS)]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _pieces_of_cell(cell: Node) -> Iterator[str]:
    yield _inline(cell.text)
    for child in cell.iterchildren("*"):
        yield from _pieces(child)
        yield _inline(child.tail)


def _inline(text: str | None) -> str:
    """Inner line feeds of the source are spaces; a space at either end counts, for a word may follow."""
    if not text:
        return ""
    inner = squeezed(text)
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if inner and text[-1].isspace() else ''}"


def _is_deleted(node: Node) -> bool:
    """Whether a newer version struck this text out."""
    return (node.get("revised") or "") == "delete"
