"""For any record and any scope: the package holds what the preview lists, and no trace of anything else."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from phr.entry import Kind
from sharing.envelope import Mode
from sharing.package import Terms, build
from sharing.preview import preview
from sharing.scope import Scope
from storage import entries, people
from storage.entries import Filter
from storage.identity import Who
from storage.intake import import_stream
from tests.sharing.conftest import Practice
from tests.sharing.records import TYPES, Plan, Record

LABELS = ("LABEL-psy", "LABEL-autre")
DATES = ("2001", "2010-05", "2010-05-17", "2020-01-01T10:00:00Z")
EXAMPLES = count()

plans = st.lists(
    st.builds(
        Plan,
        type=st.sampled_from(TYPES),
        whose=st.sampled_from([0, 0, 0, 1]),
        targets=st.lists(st.integers(0, 9), max_size=3).map(tuple),
        date=st.sampled_from(DATES),
        hidden=st.booleans(),
        labels=st.lists(st.sampled_from(LABELS), max_size=1).map(tuple),
    ),
    min_size=1,
    max_size=8,
)
choices = st.fixed_dictionaries(
    {
        "kinds": st.lists(st.sampled_from(list(Kind)), max_size=5, unique=True).map(tuple),
        "date_from": st.sampled_from(["", "2005", "2010-05-17"]),
        "date_to": st.sampled_from(["", "2010-06", "2021"]),
        "without_labels": st.sampled_from([(), LABELS[:1], LABELS]),
        "identifiers": st.sampled_from([(), ("telecom",), ("identifier", "address")]),
    }
)
# Each type once, pointing at a hidden entry, at a shown one and at somebody else's.
_HIDDEN, _OTHER = len(TYPES), len(TYPES) + 1
EACH_TYPE = [
    *(
        Plan(name, 0, (_HIDDEN, number - 1, _OTHER), "2010-05", hidden=False, labels=())
        for number, name in enumerate(TYPES)
    ),
    Plan("RelatedPerson", 0, (), "2001", hidden=True, labels=LABELS[:1]),
    Plan("Device", 1, (), "2001", hidden=False, labels=()),
]
numbers = st.sets(st.integers(0, 7), max_size=3)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within a JSON value."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(item)


def entry_ids(practice: Practice, record: Record) -> dict[int, str]:
    """The vault's ids of what was imported, by number."""
    vault, found = practice.vault, {}
    for whose in range(2):
        person = people.person(vault, f"Jo Famille{record.person_mark(whose)}")
        for entry in entries.page(vault, Filter(person=person.id)).entries:
            found[record.urls.index(f"urn:uuid:{entries.resource(vault, entry.id)['id']}")] = entry.id
    return found


def check_references(bundle: dict[str, Any]) -> None:
    urls = {entry["fullUrl"] for entry in bundle["entry"]}
    for entry in bundle["entry"]:
        inside = {f"#{one['id']}" for one in entry["resource"].get("contained", ())}
        used = {
            node["reference"] for node in nodes(entry["resource"]) if isinstance(node.get("reference"), str)
        }
        assert used <= urls | inside | {"#"}
        assert inside <= used


def check_views(bundle: dict[str, Any]) -> None:
    """The pointers to documents lead to them."""
    for entry in bundle["entry"][1:]:
        for file in (part for part in entry["extension"][0]["extension"] if part["url"] == "file"):
            found = entry["resource"]
            for step in file["extension"][2]["valueString"].split("/")[1:]:
                found = found[int(step)] if isinstance(found, list) else found[step]
            assert isinstance(found, str)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plans, choices, numbers, numbers)
@example(EACH_TYPE, {}, set(), set())
def test_the_package_is_the_preview_and_nothing_else(
    practice: Practice, planned: list[Plan], chosen: dict[str, Any], named: set[int], without: set[int]
) -> None:
    vault = practice.vault
    record = Record(next(EXAMPLES), planned)
    import_stream(vault, io.BytesIO(record.bundle()), "dossier.json", who=Who(each=True))
    person = people.person(vault, f"Jo Famille{record.person_mark(0)}")
    ids = entry_ids(practice, record)
    hidden = [ids[number] for number, plan in enumerate(planned) if plan.hidden]
    entries.set_hidden(vault, hidden, hidden=True)
    for number, plan in enumerate(planned):
        if plan.labels:
            entries.add_labels(vault, ids[number], plan.labels)
    mine = [number for number, plan in enumerate(planned) if plan.whose == 0]
    scope = Scope(
        person=person.id,
        entries=tuple(ids[number] for number in mine if number in named),
        without=tuple(ids[number] for number in ids if number in without),
        **chosen,
    )
    shown = preview(vault, scope)
    until = practice.clock.now + timedelta(days=1)
    document = build(vault, shown, Terms(bytes(16), Mode.CODE, practice.doctor, "", None, until))
    bundle = json.loads(document)
    text = document.decode()
    clear = json.dumps(bundle, ensure_ascii=False)

    inside = [entry.id for entry in shown.entries]
    assert [entry["resource"]["id"] for entry in bundle["entry"][1:]] == inside
    for entry in bundle["entry"][1:]:
        identifier = entry["resource"]["identifier"]
        identifier = identifier[0] if isinstance(identifier, list) else identifier
        assert identifier == {"system": "urn:phr:entry", "value": entry["resource"]["id"]}
    check_references(bundle)
    check_views(bundle)
    for number, plan in enumerate(planned):
        if ids[number] in inside:
            assert plan.whose == 0
            assert number not in without
            assert not plan.hidden or number in named
        else:
            for trace in (*record.traces(number), ids[number]):
                assert trace not in text
                assert trace not in clear
    banned = ["LABEL", "MARKED", "META", "NARRATIVE", "UNUSED", "DIRECT", "CONTAINED", "ANCIEN", "IDENTIFIER"]
    banned += [record.person_mark(1), *(url[9:] for url in record.patients)]
    direct = {"identifier": f"NIR{record.example}.0", "telecom": "TEL", "address": "VILLE"}
    for word in banned + [value for name, value in direct.items() if name not in scope.identifiers]:
        assert word not in clear, word
    for name in scope.identifiers:
        assert direct[name] in clear
