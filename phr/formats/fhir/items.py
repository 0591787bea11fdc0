"""One resource of a file, and numbers that keep their digits."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self, TypeAlias

Resource: TypeAlias = dict[str, Any]


@dataclass(slots=True)
class Item:
    """One resource as a file holds it.

    ``where`` is ``entry[12]``, ``line 7`` or "" for a file that is one resource. ``raw`` is its JSON, byte
    for byte as it came but in UTF-8. ``resource`` is the same parsed, or None with the reason in ``problem``;
    ``raw`` is then whatever stood there, perhaps no JSON at all. ``marks`` is what an export of ours says
    beside the resource: ``labels`` (list of str), ``hidden`` and ``closed`` (bool), ``source`` (str), ``entry``
    (str: its name within the export), ``same_as`` (str: the entry that it is another source of), ``read_from`` (list of
    str: the documents that it was read from), each absent if not said. ``version`` (list of str: series, number, time)
    is how new a document says that its content is.
    """

    where: str
    raw: bytes
    resource: Resource | None
    full_url: str = ""
    problem: str = ""
    marks: dict[str, Any] = field(default_factory=dict)


class Written(Decimal):
    """A decimal whose own spelling (``1.0e-3``, ``0.00000010``) is not the one that ``str`` would choose."""

    __slots__ = ("_text",)
    _text: str

    def __new__(cls, text: str) -> Self:
        """As ``Decimal``, keeping the text."""
        number = super().__new__(cls, text)
        number._text = text
        return number

    def __str__(self) -> str:
        return self._text

    def __reduce__(self) -> tuple[type["Written"], tuple[str]]:
        return Written, (self._text,)


def decimal(text: str) -> Decimal:
    """The decimal that JSON or XML spells ``text``; ``str`` gives the same text back, to the last zero."""
    number = Decimal(text)
    return number if str(number) == text else Written(text)
