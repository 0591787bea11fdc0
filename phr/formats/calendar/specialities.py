"""The sensitive topics that the words of an appointment name by themselves: proposed, for the patient to decide."""

import re
import unicodedata

# Beginnings of words, French and English, without accents.
_WORDS = {
    "psychiatry": ("psychiat", "psycholog", "psychother", "cmp", "cmpp", "pedopsych", "bipolar", "bipolair"),
    "addiction": ("addict", "csapa", "alcoolog", "methadone", "tabacolog"),
    "sexual-health": (
        "planning familial",
        "family planning",
        "ivg",
        "abortion",
        "contracept",
        "pma",
        "fertil",
        "sexolog",
        "cegidd",
        "androlog",
    ),
    "gynaecology": ("gyneco", "gynaec", "sage-femme", "midwife", "obstetr", "maternit", "mammograph"),
    "hiv": ("vih", "hiv", "infectiolog", "infectious", "cegidd"),
    "genetics": ("genetic", "genetiq", "oncogenet"),
    "gender": ("transition de genre", "gender", "transgenre", "transident"),
    "cardiology": ("cardio", "rythmolog", "electrocardio", "holter"),
    "violence": ("violence", "victim"),
}
# Short ones are whole words.
_PATTERNS = {
    label: re.compile("|".join(rf"\b{word}" + r"\b" * (len(word) < 5) for word in words))
    for label, words in _WORDS.items()
}


def topics_of(text: str) -> list[str]:
    """The labels whose words stand in a text."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFD", text.casefold())
        if not unicodedata.combining(character)
    )
    return [label for label, pattern in _PATTERNS.items() if pattern.search(plain)]
