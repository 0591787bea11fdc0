"""One printed line of a laboratory's table: analyte, value, unit, range, and earlier results that are passed over.

Nothing is guessed: a line is a result only if all of it is understood, and if a unit or a range stands with a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from phr.formats.laboratory import units

# Thousands apart; not so many that two numbers beside each other are read as one.
_NUMBER = (
    r"(?:\d{1,2}[ \u00a0\u202f]\d{3}[ \u00a0\u202f]\d{3}|\d{1,3}[ \u00a0\u202f]\d{3}|\d{1,9})(?![\d/])"
    r"(?:[.,]\d{1,6})?(?![\w/]|[.,]\d)"
)
_COMPARED = rf"(?:(?:<=?|>=?|≤|≥)\s*)?{_NUMBER}"
_DATE = r"\d{2}[/.]\d{2}[/.](?:\d{4}|\d{2})(?!\d)"
_FLAG = r"(?:\*{1,3}|↑{1,2}|↓{1,2}|H{1,2}|L{1,2}|\+{1,3})(?![\w*])"
_UNIT = units.PATTERN
_GAP = r"[\s:]*+"
_NORMAL = (
    r"(?:N|V\.?N\.?|V\.?R\.?|[Nn]orm(?:ales?|es?)|[Vv](?:aleurs?|al\.?) (?:de r[ée]f[ée]rences?|usuelles?|normales?)"
    r"|[Rr][ée]f(?:[ée]rences?|\.)?)\s*:?\s*"
)
_SIDE = (
    r"(?:<=?|>=?|≤|≥|(?:[Ii]nf|[Ss]up)(?:[ée]rieure?)?\.?|[Jj]usqu'|[Mm]oins de|[Pp]lus de)"
    r"(?: ou [ée]gale?)?(?: ?à)?"
)
_TWO = rf"(?P<low{{0}}>{_NUMBER})\s*(?P<first{{0}}>{_UNIT})?\s*(?:-|–|—|à|to)\s*(?P<high{{0}}>{_NUMBER})"
_ONE = rf"{_SIDE}\s*{_NUMBER}"


def _range(number: int) -> str:
    """A range by itself or in brackets; the groups of each are numbered."""
    two = _TWO.replace("{0}", str(number))
    return (
        rf"(?P<open{number}>[(\[]\s*)?(?:{_NORMAL})?(?P<range{number}>{two}|{_ONE})\s*(?P<unit{number}>{_UNIT})?"
        rf"(?(open{number})\s*[)\]])"
    )


_QUALITY = (
    r"(?:[Nn][ée]gati(?:f|ve)s?|[Pp]ositi(?:f|ve)s?|[Aa]bsen(?:ce|te?s?)|[Pp]r[ée]sen(?:ce|te?s?)|[Nn]ormal(?:e|es)?"
    r"|[Nn]on r[ée]acti(?:f|ve)|[Nn]on d[ée]tect[ée]e?s?|[Dd][ée]tect[ée]e?s?|[Ii]nd[ée]tectable)(?!\w)"
)
# Earlier results, and the same one in another unit: dates, values and ranges, nothing with words. Possessive: what
# could be parted in several ways must not be tried in all of them.
_EARLIER = (
    rf"(?>[\s:();\[\]]|(?:(?:le|du) )?{_DATE}|{_UNIT}|{_NUMBER}\s*+(?:-|–|—|à)\s*+{_NUMBER}|{_COMPARED}|{_QUALITY}"
    rf"|{_FLAG})*+"
)
_RESULT = re.compile(
    rf"(?P<before>{_UNIT})?{_GAP}(?P<flag>{_FLAG})?{_GAP}(?P<value>{_COMPARED})\s*+(?P<after>{_UNIT})?\s*+"
    rf"(?P<flagged>{_FLAG})?\s*+(?P<behind>{_UNIT})?{_GAP}(?:{_range(1)})?\s*+(?P<last>{_UNIT})?{_EARLIER}"
)
_WORDS = re.compile(
    rf"{_GAP}(?P<flag>{_FLAG})?{_GAP}(?P<value>{_QUALITY})\s*+(?:[(\[]?\s*+(?:{_NORMAL})?{_QUALITY}\s*+[)\]]?)?{_EARLIER}"
)
# What parts an analyte from its value: columns, a row of dots, a colon; where there is none of these, a blank.
_BOUNDARIES = (re.compile(r"\t|\.{2,}|:(?=[\s\d*<>]|$)"), re.compile(r"\s+(?=[\d<>*])"))
_ASIDE = re.compile(rf"[(\[]\s*{_NORMAL}(?P<range>[^()\[\]]+)[)\]]")
_TRAILING_UNIT = re.compile(rf"(?:\s*[(\[]\s*(?P<inside>{_UNIT})\s*[)\]]|\s+(?P<plain>{_UNIT}))\s*$")
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")
# The value itself, or another one: "CA 125" is a name all the same.
_NUMBERED = re.compile(rf"\d[.,]\d|{_NUMBER}\s*{_UNIT}|(?<!\bCA)\s{_NUMBER}$")
# Another unit's value of the analyte above, and what is no analyte at all.
_NO_ANALYTE = re.compile(
    r"(?:(?:ou )?soit|ou|et|page|dossier|t[ée]l|fax|n°|r[ée]f|[âa]ge|poids|taille|total g[ée]n[ée]ral|prix|le)\b",
    re.IGNORECASE,
)
_LOOKS = re.compile(
    rf"{_NUMBER}\s*{_UNIT}|{_UNIT}\s+{_NUMBER}|{_NORMAL}{_NUMBER}|[(\[]\s*{_NUMBER}\s*[-–à]\s*{_NUMBER}"
)
_LONGEST = 300
_LONGEST_ANALYTE = 80


@dataclass(frozen=True, slots=True)
class Row:
    """What a line says, as printed; ``low`` and ``high`` only where both are printed, else ``range_text``."""

    analyte: str
    value: str
    unit: str
    low: str
    high: str
    range_text: str
    flag: str


def read_row(line: str) -> Row | None:
    """The result that a line prints, columns being parted by tabs; None if it is none, or not understood to its end."""
    if len(line) > _LONGEST:
        return None
    asides = list(_ASIDE.finditer(line))
    aside = _aside(asides)
    text = line if aside is None else line[: asides[0].start()] + line[asides[0].end() :]
    for clear, boundaries in zip((True, False), _BOUNDARIES, strict=True):
        for boundary in boundaries.finditer(text):
            if boundary.start() > _LONGEST_ANALYTE:
                break
            row = _row(text[: boundary.start()], text[boundary.end() :], clear=clear)
            if row is not None:
                return _checked(row, aside)
    return None


def looks_like_one(line: str) -> bool:
    """Whether a line has a number with a unit or a range, and words: what was left out may be a result."""
    return len(line) <= _LONGEST and bool(_LETTERS.search(line) and _LOOKS.search(line))


def _aside(found: list[re.Match[str]]) -> tuple[str, str, str, str] | None:
    """A range in brackets that names itself as one, wherever it stands: low, high, both as printed, unit."""
    if len(found) != 1:
        return None
    inside = re.fullmatch(rf"{_range(1)}\s*", found[0]["range"])
    return _limits(inside) if inside else None


def _limits(found: re.Match[str]) -> tuple[str, str, str, str]:
    text = " ".join((found["range1"] or "").split())
    return found["low1"] or "", found["high1"] or "", text, found["unit1"] or found["first1"] or ""


def _row(words: str, rest: str, *, clear: bool) -> Row | None:
    """``clear``: something but a blank parts name and value, so that the value may be a word."""
    analyte, unit = _analyte(words)
    if not analyte:
        return None
    quality = _WORDS.fullmatch(rest) if clear else None
    if quality:
        return Row(analyte, quality["value"], "", "", "", "", quality["flag"] or "")
    found = _RESULT.fullmatch(rest)
    if found is None:
        return None
    low, high, printed, of_range = _limits(found)
    named = [unit, *found.group("before", "after", "behind"), of_range, found["last"]]
    named = [one for one in named if one]
    if len({_same(one) for one in named}) > 1:
        return None  # two units: which is the value's is not for us to say
    value = " ".join(found["value"].split())
    if " " in value and not clear:
        return None  # thousands, or two numbers
    flag = found["flag"] or found["flagged"] or ""
    return Row(analyte, value, named[0] if named else "", low, high, printed, flag)


def _checked(row: Row, aside: tuple[str, str, str, str] | None) -> Row | None:
    """The row with the range that stood aside; None if two ranges or units differ, or if it is a number alone."""
    if aside is not None:
        low, high, printed, unit = aside
        if row.range_text or (unit and row.unit and _same(unit) != _same(row.unit)):
            return None
        row = replace(row, unit=row.unit or unit, low=low, high=high, range_text=printed)
    return row if row.unit or row.range_text or not row.value[-1].isdigit() else None


def _analyte(words: str) -> tuple[str, str]:
    """The name without what fills the line, and a unit that stands behind it; "" if it is no name."""
    unit = ""
    words = re.sub(r"\.{2,}", "\t", words)
    trailing = _TRAILING_UNIT.search(words)
    if trailing:
        unit, words = trailing["inside"] or trailing["plain"], words[: trailing.start()]
    name = " ".join(words.split()).strip(" .…:*-–•_")
    if (
        not _LETTERS.search(name)
        or name.startswith("(")  # the method, below its analyte
        or len(name) > _LONGEST_ANALYTE
        or _NO_ANALYTE.match(name)
        or _NUMBERED.search(name)
    ):
        return "", ""
    return name, unit


def _same(unit: str) -> str:
    return unit.replace(" ", "").replace("μ", "µ").lower()
