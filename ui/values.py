"""A value as people read it, in both faces."""

from collections.abc import Iterable

from phr.entry import Coding, Value
from phr.units.convert import in_another_unit


def value_in_both(value: Value | None, codes: Iterable[Coding]) -> str:
    """As it was sent; in brackets in the other unit that it is often given in. "" for no value."""
    if value is None:
        return ""
    text = f"{value.text} {value.unit}".strip()
    other = in_another_unit(value, codes)
    return f"{text} ({other[0]} {other[1]})" if other else text
