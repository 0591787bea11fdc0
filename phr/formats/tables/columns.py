"""What the columns of a table of measurements hold, told by their headings in French or English."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from phr.formats.measures import measures

# Columns that are no measure.
DATE, TIME, UNIT, NOTE, MEASURE, VALUE = "date", "time", "unit", "note", "measure", "value"
# Headings without accents, punctuation and unit.
_HEADINGS: dict[str, tuple[str, ...]] = {
    DATE: (
        "date",
        "jour",
        "day",
        "date heure",
        "date et heure",
        "date time",
        "datetime",
        "timestamp",
        "device timestamp",
        "horodatage",
        "horodatage de l appareil",
        "date de mesure",
        "date de la mesure",
        "measurement date",
        "date mesure",
        "startdate",
        "start date",
    ),
    TIME: ("heure", "time", "hour", "heure de mesure", "heure de la mesure", "measurement time"),
    UNIT: ("unite", "unites", "unit", "units"),
    NOTE: ("note", "notes", "commentaire", "commentaires", "comment", "comments", "remarque", "remarques"),
    MEASURE: ("mesure", "type", "type de mesure", "parametre", "measurement", "measure", "parameter"),
    VALUE: ("valeur", "value", "resultat", "result"),
    "weight": ("poids", "weight", "body weight", "masse"),
    "height": ("taille", "height"),
    "bmi": ("imc", "bmi", "indice de masse corporelle", "body mass index"),
    "body-fat": ("masse grasse", "body fat", "fat", "graisse"),
    "waist": ("tour de taille", "waist", "waist circumference"),
    "blood-pressure": ("tension", "tension arterielle", "pression arterielle", "blood pressure", "ta", "bp"),
    "systolic": (
        "systolique",
        "systolic",
        "sys",
        "pas",
        "pression systolique",
        "tension systolique",
        "pression arterielle systolique",
        "systolic blood pressure",
        "systolic pressure",
    ),
    "diastolic": (
        "diastolique",
        "diastolic",
        "dia",
        "pad",
        "pression diastolique",
        "tension diastolique",
        "pression arterielle diastolique",
        "diastolic blood pressure",
        "diastolic pressure",
    ),
    "heart-rate": (
        "pouls",
        "pulse",
        "pulse rate",
        "heart rate",
        "heartrate",
        "frequence cardiaque",
        "fc",
        "bpm",
        "pulsations",
    ),
    "oxygen": (
        "spo2",
        "saturation",
        "saturation en oxygene",
        "oxygen saturation",
        "o2 saturation",
        "oxygene",
    ),
    "respiratory-rate": ("frequence respiratoire", "respiratory rate"),
    "temperature": ("temperature", "body temperature", "temperature corporelle"),
    "glucose": (
        "glycemie",
        "glycemie capillaire",
        "glucose",
        "glucose value",
        "blood glucose",
        "blood sugar",
        "bg",
        "historique de la glycemie",
        "numerisation de la glycemie",
        "historic glucose",
        "scan glucose",
        "taux de glucose historique",
        "numerisation du taux de glucose",
    ),
    "ketones": ("cetone", "cetones", "ketone", "ketones"),
    "insulin": ("insuline", "insulin"),
    "carbohydrates": ("glucides", "carbs", "carbohydrates"),
    "steps": ("nombre de pas", "steps", "step count", "stepcount"),
    "peak-flow": ("debit de pointe", "debit expiratoire de pointe", "dep", "peak flow", "pef"),
}
_KEYS = {heading: key for key, headings in _HEADINGS.items() for heading in headings}
_FRENCH = {
    "jour",
    "heure",
    "poids",
    "glycemie",
    "systolique",
    "diastolique",
    "pouls",
    "tension",
    "valeur",
    "mesure",
}
_IN_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
# A unit at the end that nothing sets apart: "Glucose mg/dL".
_AT_THE_END = re.compile(r"\s+(\S+/\S+|mmhg|kg|bpm|%|°[cf])\Z", re.IGNORECASE)
_OTHERS = {DATE, TIME, UNIT, NOTE, MEASURE, VALUE}


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` is one of this module's names or a key of the measures, "" for what is not read.

    ``name`` is what a column of values holds, where that is no known measure.
    """

    key: str
    unit: str = ""
    heading: str = ""
    name: str = ""


def plain(text: str) -> str:
    """Lower case, without accents, punctuation or doubled spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        re.sub(r"[^a-z0-9%]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split()
    )


def columns(headings: Sequence[str]) -> list[Column]:
    """What each column holds, by its heading."""
    return [_column(heading.strip()) for heading in headings]


def key_of(name: str) -> str:
    """The key of a measure that is named in a cell, "" if it is not known."""
    key = _KEYS.get(plain(name), "")
    return _own_names().get(plain(name), "") if key in _OTHERS or not key else key


@cache
def _own_names() -> dict[str, str]:
    """The measures by their keys, and by their names in both languages."""
    return {
        plain(name): key
        for key, measure in measures().items()
        for name in (key, measure.french, measure.english)
    }


def usable(found: Sequence[Column]) -> bool:
    """Whether measurements can be read: there are dates, and something measured."""
    keys = {column.key for column in found}
    named = any(column.name for column in found)
    return DATE in keys and bool(keys - _OTHERS - {""} or {MEASURE, VALUE} <= keys or named)


def is_french(headings: Sequence[str]) -> bool:
    """Whether the headings tell that days come before months."""
    words = {word for heading in headings for word in plain(heading).split()}
    return bool(words & _FRENCH)


def _column(heading: str) -> Column:
    bracketed = _IN_BRACKETS.search(heading)
    unit = bracketed[1].strip() if bracketed else ""
    name = _IN_BRACKETS.sub("", heading).strip()
    if not unit and (end := _AT_THE_END.search(name)):
        unit, name = end[1], name[: end.start()]
    return Column(_KEYS.get(plain(name), ""), unit, heading)
