"""What a unit of UCUM is made of, as far as laboratories and scales use them: a factor and base units, exact.

Rules and numbers: The Unified Code for Units of Measure, version 2.1, sections 2 (syntax), 4 (tables of units and
prefixes). Left out: units that depend on a procedure (``[iU]`` and the like are bases of their own), logarithms.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_PREFIXES = {
    "k": Fraction(1000),
    "d": Fraction(1, 10),
    "c": Fraction(1, 100),
    "m": Fraction(1, 10**3),
    "u": Fraction(1, 10**6),
    "n": Fraction(1, 10**9),
    "p": Fraction(1, 10**12),
    "f": Fraction(1, 10**15),
    "": Fraction(1),
}
# Factor and bases with their powers: mass in grams, amount in moles, length in metres, time in seconds.
_METRIC: dict[str, tuple[Fraction, dict[str, int]]] = {
    "g": (Fraction(1), {"g": 1}),
    "mol": (Fraction(1), {"mol": 1}),
    "m": (Fraction(1), {"m": 1}),
    "s": (Fraction(1), {"s": 1}),
    "L": (Fraction(1, 1000), {"m": 3}),
    "l": (Fraction(1, 1000), {"m": 3}),
    "Pa": (Fraction(1000), {"g": 1, "m": -1, "s": -2}),
    "m[Hg]": (Fraction(133_322_000), {"g": 1, "m": -1, "s": -2}),
    "kat": (Fraction(1), {"mol": 1, "s": -1}),
    # "The unit of catalytic activity, 1 umol/min".
    "U": (Fraction(1, 60 * 10**6), {"mol": 1, "s": -1}),
    "[iU]": (Fraction(1), {"[iU]": 1}),
    "[IU]": (Fraction(1), {"[iU]": 1}),
    # A mole by the valence of what is counted, which no table here knows.
    "eq": (Fraction(1), {"eq": 1}),
    "cal": (Fraction(4184), {"g": 1, "m": 2, "s": -2}),
    "J": (Fraction(1000), {"g": 1, "m": 2, "s": -2}),
}
_PLAIN: dict[str, tuple[Fraction, dict[str, int]]] = {
    "min": (Fraction(60), {"s": 1}),
    "h": (Fraction(3600), {"s": 1}),
    "d": (Fraction(86_400), {"s": 1}),
    "%": (Fraction(1, 100), {}),
    "[lb_av]": (Fraction(45_359_237, 100_000), {"g": 1}),
    "[oz_av]": (Fraction(45_359_237, 1_600_000), {"g": 1}),
    "[in_i]": (Fraction(254, 10_000), {"m": 1}),
    "[ft_i]": (Fraction(3048, 10_000), {"m": 1}),
    "[mi_i]": (Fraction(1_609_344, 1000), {"m": 1}),
}
_TERM = re.compile(
    r"(?P<power>10\*|10\^)(?P<exponent>-?\d{1,2})|(?P<symbol>[A-Za-z%\[\]_]+?)(?P<times>-?[1-9])?|1"
)
_ANNOTATION = re.compile(r"\{[^{}]{0,40}\}")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """``factor`` times the bases, each to its power."""

    factor: Fraction
    bases: tuple[tuple[str, int], ...]


@lru_cache(maxsize=512)
def unit(code: str) -> Unit | None:
    """The unit that a UCUM code (case sensitive) means; None for what is not known here."""
    if len(code) > _LONGEST:
        return None
    factor, bases = Fraction(1), dict[str, int]()
    for place, side in enumerate(_ANNOTATION.sub("", code).split("/")):
        sign = -1 if place else 1
        for term in side.split(".") if side else ():
            found = _term(term)
            if found is None:
                return None
            factor *= found.factor**sign
            for base, power in found.bases:
                bases[base] = bases.get(base, 0) + sign * power
    return Unit(factor, tuple(sorted((base, power) for base, power in bases.items() if power)))


def _term(term: str) -> Unit | None:
    match = _TERM.fullmatch(term)
    if match is None:
        return None
    if match["power"]:
        return Unit(Fraction(10) ** int(match["exponent"]), ())
    if not match["symbol"]:
        return Unit(Fraction(1), ())
    atom = _atom(match["symbol"])
    if atom is None:
        return None
    times = int(match["times"] or 1)
    return Unit(atom[0] ** times, tuple((base, power * times) for base, power in atom[1].items()))


def _atom(symbol: str) -> tuple[Fraction, dict[str, int]] | None:
    if symbol in _PLAIN:
        return _PLAIN[symbol]
    for prefix, times in _PREFIXES.items():
        if symbol.startswith(prefix) and symbol[len(prefix) :] in _METRIC:
            factor, bases = _METRIC[symbol[len(prefix) :]]
            return times * factor, bases
    return None
