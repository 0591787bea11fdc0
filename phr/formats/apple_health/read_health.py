"""Apple Health's ``export.xml`` to FHIR: whose it is, and an Observation for each record, workout and day.

Every value, unit and time is as exported, and so are source, device and metadata (as extensions). HealthKit counts
percent from 0 to 1; nothing is multiplied, the unit says so. Clinical records are files of their own beside the
export. Points of routes and single heartbeats are left out.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import BinaryIO
from urllib.parse import quote

from phr.formats.apple_health.elements import Element, elements
from phr.formats.derived import concept, derived, patient, present, reference
from phr.formats.fhir.items import Item, Resource
from phr.formats.measures import Measure, code_of, measures, observation, value_of

_SYSTEM = "http://developer.apple.com/documentation/healthkit"
_EXTENSION = "urn:phr:apple-health:"
_PREFIX = re.compile(
    r"HK(?:Quantity|Category|Correlation|Data)TypeIdentifier|HKWorkoutActivityType|HKCategoryValue"
)
_ADDRESS = re.compile(r"\A<+HKDevice: 0x[0-9a-fA-F]+>,? ?")
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})")
_SEXES = {"HKBiologicalSexMale": "male", "HKBiologicalSexFemale": "female", "HKBiologicalSexOther": "other"}
# They stand twice: alone, and in the correlation that makes them one measurement.
_SIDES = ("HKQuantityTypeIdentifierBloodPressureSystolic", "HKQuantityTypeIdentifierBloodPressureDiastolic")
_PRESSURE = "HKCorrelationTypeIdentifierBloodPressure"
# Beyond that, sides of blood pressures are no longer held back for their correlations.
_MOST_HELD = 50_000
_RATIO_UNIT = "(1 = 100 %)"
_SUMMARY = (
    ("activeEnergyBurned", "Énergie active", "Active energy", "activeEnergyBurnedUnit"),
    ("appleMoveTime", "Minutes de mouvement", "Move minutes", ""),
    ("appleExerciseTime", "Minutes d'exercice", "Exercise minutes", ""),
    ("appleStandHours", "Heures debout", "Stand hours", ""),
)
_WORKOUT = (
    ("duration", "Durée", "Duration", "durationUnit"),
    ("totalDistance", "Distance", "Distance", "totalDistanceUnit"),
    ("totalEnergyBurned", "Énergie", "Energy", "totalEnergyBurnedUnit"),
)
_STATISTICS = ("sum", "average", "minimum", "maximum")


def read_health(stream: BinaryIO) -> Iterator[Item]:
    """One item for each record; what no reader knows is an item with a problem.

    Raises :class:`FormatError`, perhaps after some items.
    """
    reader = _Reader()
    for number, element in enumerate(elements(stream), 1):
        yield from reader.items(element, f"{element.tag} {number}")
    yield from reader.held()


class _Reader:
    """Whom the export is about, and what waits for its correlation."""

    def __init__(self) -> None:
        self._subject: Resource = {}
        self._held: dict[tuple[str, ...], list[Item]] = {}

    def items(self, element: Element, where: str) -> Iterator[Item]:
        """What a child of the root gives."""
        match element.tag:
            case "Me":
                yield from self._me(element)
            case "Record":
                yield from self._record(element, where)
            case "Correlation":
                yield self._correlation(element, where)
            case "Workout":
                yield self._item(element, where, "workoutActivityType", _workout(element))
            case "ActivitySummary":
                yield self._item(element, where, "", _summary(element))
            case "ExportDate" | "ClinicalRecord":
                return
            case _:
                yield Item(
                    where, json.dumps(_plain(element)).encode(), None, problem=f"no reader for {element.tag}"
                )

    def held(self) -> Iterator[Item]:
        """Sides of blood pressures that no correlation has."""
        for items in self._held.values():
            yield from items
        self._held = {}

    def _me(self, element: Element) -> Iterator[Item]:
        known = {
            key.removeprefix("HKCharacteristicTypeIdentifier"): value
            for key, value in element.attributes.items()
        }
        born = known.get("DateOfBirth", "")
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", born):
            person = patient("", (), born, sex=_SEXES.get(known.get("BiologicalSex", ""), ""))
            self._subject = reference(person)
            yield person

    def _record(self, element: Element, where: str) -> Iterator[Item]:
        item = self._item(element, where, "type", _value(element))
        if element.attributes.get("type") not in _SIDES:
            yield item
            return
        self._held.setdefault(_key(element), []).append(item)
        if len(self._held) > _MOST_HELD:
            yield from self.held()

    def _correlation(self, element: Element, where: str) -> Item:
        records = [part for part in element.parts if part.tag == "Record"]
        if element.attributes.get("type") != _PRESSURE:
            # What a meal consists of stands in records of its own.
            return self._item(element, where, "type", {})
        for record in records:
            same = self._held.get(_key(record))
            if same:
                same.pop()
        components = [_component(_code(_kind(one), _unit(one)), _value(one)) for one in records]
        return self._item(element, where, "type", present(component=components))

    def _item(self, element: Element, where: str, kind: str, value: Resource) -> Item:
        attributes = element.attributes
        identifier = attributes.get(kind, "") if kind else element.tag
        made = observation(
            _code(identifier, _unit(element)),
            _measure(identifier).category,
            subject=self._subject,
            **_when(attributes),
            issued=_moment(attributes.get("creationDate", "")),
            **value,
            device=present(display=attributes.get("sourceName", "")),
            extension=_extensions(element),
        )
        return derived(made, self._subject.get("reference", ""), *_words(element), where=where)


def _kind(element: Element) -> str:
    return element.attributes.get("type", "")


def _key(element: Element) -> tuple[str, ...]:
    """What a record and its copy in a correlation share."""
    return tuple(
        element.attributes.get(name, "")
        for name in ("type", "startDate", "value", "sourceName", "creationDate")
    )


def _words(element: Element) -> Iterator[str]:
    """What makes a record the same in the next export."""
    yield from (text for name, text in element.attributes.items() if name != "device")
    for part in element.parts:
        yield from _words(part)


def _unit(element: Element) -> str:
    unit = element.attributes.get("unit", "")
    return _RATIO_UNIT if unit == "%" else unit


@cache
def _names() -> dict[str, str | list[str]]:
    table: dict[str, str | list[str]] = json.loads(
        resources.files(__package__).joinpath("names.json").read_text("utf-8")
    )
    return table


def _measure(identifier: str) -> Measure:
    """What HealthKit's identifier means; one that is not in the table is spelled out."""
    row = _names().get(identifier)
    if isinstance(row, str):
        return measures()[row]
    if row:
        return Measure(*row)
    words = _spelled(identifier)
    return Measure(words, words, "", "activity")


def _spelled(identifier: str) -> str:
    return _WORDS.sub(" ", _PREFIX.sub("", identifier)) or identifier


@lru_cache(maxsize=1000)
def _code(identifier: str, unit: str) -> Resource:
    return code_of(_measure(identifier), unit, (_SYSTEM, identifier))


def _value(element: Element) -> Resource:
    """The value of a record: a quantity, or the name of a category."""
    text, unit = element.attributes.get("value", ""), _unit(element)
    if text.startswith("HKCategoryValue"):
        return {
            "valueCodeableConcept": {"coding": [{"system": _SYSTEM, "code": text}], "text": _spelled(text)}
        }
    return value_of(text, unit)


def _component(code: Resource, value: Resource) -> Resource:
    return {"code": code, **value}


def _workout(element: Element) -> Resource:
    components = _components(element, _WORKOUT)
    for part in element.parts:
        if part.tag == "WorkoutStatistics":
            unit = _unit(part)
            components += [
                _component(_code(_kind(part), unit), value_of(part.attributes[name], unit))
                for name in _STATISTICS
                if part.attributes.get(name)
            ]
    return present(component=components)


def _summary(element: Element) -> Resource:
    return present(component=_components(element, _SUMMARY))


def _components(element: Element, rows: tuple[tuple[str, str, str, str], ...]) -> list[Resource]:
    return [
        _component(
            concept(french, english, (_SYSTEM, name)), value_of(text, element.attributes.get(unit, ""))
        )
        for name, french, english, unit in rows
        if (text := element.attributes.get(name, ""))
    ]


def _when(attributes: dict[str, str]) -> Resource:
    start, end = _moment(attributes.get("startDate", "")), _moment(attributes.get("endDate", ""))
    if start and end and start != end:
        return {"effectivePeriod": {"start": start, "end": end}}
    day = attributes.get("dateComponents", "")
    return present(effectiveDateTime=start or end or (day if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else ""))


def _moment(text: str) -> str:
    """``2014-09-13 10:27:54 +0100`` as FHIR writes it, "" if it is no such time."""
    found = _MOMENT.fullmatch(text)
    return f"{found[1]}T{found[2]}{found[3]}:{found[4]}" if found else ""


# What a resource has an element of its own for.
_TOLD = {"type", "workoutActivityType", "unit", "value", "sourceName"}
_TOLD |= {"startDate", "endDate", "creationDate", "dateComponents"}
_TOLD |= {name for row in (*_WORKOUT, *_SUMMARY) for name in (row[0], row[3])}


def _extensions(element: Element) -> list[Resource]:
    """All that is said besides: device, versions, goals, metadata."""
    told = [(name, text) for name, text in element.attributes.items() if name not in _TOLD]
    told += [
        (part.attributes.get("key", ""), part.attributes.get("value", ""))
        for part in element.parts
        if part.tag == "MetadataEntry"
    ]
    # Where the device stood in the telephone's memory is different in each export.
    told = [(name, _ADDRESS.sub("<", text) if name == "device" else text) for name, text in told]
    return [
        {"url": _EXTENSION + quote(name, safe=""), "valueString": text}
        for name, text in told
        if name and text.strip()
    ]


def _plain(element: Element) -> dict[str, object]:
    return {"element": element.tag, **element.attributes, "parts": [_plain(part) for part in element.parts]}
