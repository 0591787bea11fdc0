"""The units that laboratories print, as they print them: what is none of these is not taken for one."""

_AMOUNT = (
    r"(?:[kmµμunpf]?g|[mµμunpf]?mol|m?[Ee]q|m?Osm|[kmµμ]?UI?|[mµμ]?IU|[MGT]|[Gg]iga|T[ée]ra|M(?:ill)?ions?"
    r"|[Mm]ille|(?:x ?)?10(?:\^|\*|E|e)?(?:3|6|9|12)|10[³⁶⁹]|10¹²|[µμn]kat|copies|cell(?:ules)?"
    r"|[ée]l[ée]ments|[ée]lts|UFC|germes"
    r"|[mµμ]?[lL]|mm|log)"
)
_PER = (
    r"(?: ?/ ?(?:[dcmµμf]?[lL]|mm(?:3|³)|[µμ](?:3|³)|[kmµμ]?g|mmol|mol|24 ?[hH]|[hH]|[jJ]|min|champ"
    r"|1[.,]73 ?m(?:2|²)))"
)
# Masses and international units by themselves are doses, but for the picograms of a red cell.
_ALONE = r"%|‰|f[lL]|pg|mm|sec(?:ondes)?|s|[µμ]m(?:3|³)|[µμ](?:3|³)|log"

PATTERN = rf"(?:{_AMOUNT}{_PER}{{1,2}}|(?<![\w/]){_PER}|{_ALONE})(?![\w/])"
"""A regular expression of one unit, with nothing of a word before or after it."""
