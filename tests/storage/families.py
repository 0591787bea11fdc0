"""A vault that keeps two people: one file about both, files of each, and all that a record may hold."""

from pathlib import Path
from typing import Any

from phr.entry import Kind
from storage import consultations, curate, entries, grants, inbox, journal, people, replies, state
from storage.closed import close_entries
from storage.entries import Filter
from storage.grants import GrantRow
from storage.intake import Who, import_file
from storage.practitioners import add_practitioner
from storage.replies import ReplyKey, Waiting
from storage.vault import Vault
from tests.storage.bundles import Resource, condition, patient, write
from tests.storage.conftest import SHARE

CANARY = "quetzalcoatlus"
"""Stands in everything of Zoé's, in nothing of Ben's."""
ZOE, BEN = f"Zoé {CANARY.title()}", "Ben Bell"
GID = "b" * 32


def result(id_: str, subject: str, lab: str, title: str = "") -> Resource:
    return {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "subject": {"reference": subject},
        "category": [{"coding": [{"code": "laboratory"}]}],
        "code": {"coding": [{"system": "urn:lab", "code": "GLU"}], "text": title or "Glycémie"},
        "effectiveDateTime": "2024-05-01T08:00:00+02:00",
        "performer": [{"reference": f"Practitioner/{lab}"}],
        "valueQuantity": {"value": 5.25, "unit": "g/L"},
    }


def practitioner(id_: str, name: str) -> Resource:
    return {
        "resourceType": "Practitioner",
        "id": id_,
        "identifier": [{"system": "urn:rpps", "value": id_}],
        "name": [{"text": name}],
    }


def family(vault: Vault, files: Path) -> tuple[str, str]:
    """Fill a vault: the ids of Zoé and of Ben."""
    files.mkdir()
    both: tuple[Any, ...] = (
        patient("z", ZOE, "2008-03-01"),
        patient("b", BEN, "1980-02-01"),
        practitioner("common", "Dr Both"),
        practitioner("hers", f"Dr {CANARY}"),
        practitioner("his", "Dr His"),
        condition("c1", f"Asthme {CANARY}", "Patient/z", recorder={"reference": "Practitioner/hers"}),
        condition("c2", "Migraine", "Patient/b", recorder={"reference": "Practitioner/his"}),
        result("o1", "Patient/z", "common", f"Glycémie {CANARY}"),
        result("o2", "Patient/b", "common"),
        {
            "resourceType": "Provenance",
            "id": "pr",
            "target": [{"reference": "Condition/c1"}],
            "recorded": "2024-05-01T08:00:00Z",
            "agent": [{"who": {"display": CANARY}}],
        },
    )
    import_file(vault, write(files / "family.json", *both), who=Who(each=True))
    zoe, ben = people.person(vault, ZOE).id, people.person(vault, BEN).id
    # The same practitioner comes with a file of hers first, and only his leads to it later.
    import_file(
        vault,
        write(
            files / f"{CANARY}.json",
            patient("z", ZOE, "2008-03-01"),
            practitioner("later", "Dr Later"),
            practitioner("common", "Dr Both"),
            result("o3", "Patient/z", "later", f"Créatinine {CANARY}"),
            result("o4", "Patient/z", "common", f"Glycémie {CANARY}"),
            {"resourceType": "Basic", "id": "loose", "code": {"text": CANARY}},
            "no resource",
        ),
        who=Who(person=zoe),
    )
    import_file(
        vault,
        write(
            files / "ben.json",
            patient("b", BEN, "1980-02-01"),
            practitioner("later", "Dr Later"),
            result("o5", "Patient/b", "later"),
        ),
        who=Who(person=ben),
    )
    document = files / f"lettre {CANARY}.txt"
    document.write_text(f"Compte rendu {CANARY}\n" * 20)
    import_file(vault, document, who=Who(person=zoe))
    other = files / "lettre.txt"
    other.write_text("Compte rendu\n" * 20)
    import_file(vault, other, who=Who(person=ben))
    waiting = files / "attend.txt"
    waiting.write_text("à vérifier")
    inbox.put_aside(vault, waiting)
    for person, word in ((zoe, CANARY), (ben, "tranquille")):
        note = entries.add_own(vault, person, Kind.NOTE, f"Note {word}", date="2024-05", note=word)
        curate.edit(vault, note.id, {"note": f"autre {word}"})
        curate.add_labels(vault, note.id, [f"sujet {word}"])
        curate.set_hidden(vault, [note.id], True)
        close_entries(vault, [note.id])
    with vault.write() as db:
        db.execute("INSERT INTO known_name VALUES (?, ?, '', '2026-01-01T00:00:00Z')", (zoe, f"Zoe {CANARY}"))
        db.execute("INSERT INTO reply_seen VALUES ('r0', x'00')")
    _access(vault, zoe, GID, f"Dr {CANARY}")
    _access(vault, ben, "c" * 32, "Dr Ben")
    return zoe, ben


def _access(vault: Vault, person: str, gid: str, doctor: str) -> None:
    known = add_practitioner(vault, doctor)
    ids = [one.id for one in entries.page(vault, Filter(person=person)).entries]
    row = GrantRow(
        gid=gid,
        practitioner=known.id,
        person=person,
        scope="{}",
        entries=str(ids).replace("'", '"'),
        mode="code",
        until="2027-01-01T00:00:00Z",
        releases=1,
        made_at="2026-03-01T08:30:00Z",
        challenge_key=b"k" * 32,
        digest=b"h" * 32,
    )
    state.put_share(vault, gid, SHARE)
    with vault.write() as db:
        grants.insert(db, row)
        consultations.insert(db, gid, f'{{"reason": "{doctor}"}}')
        replies.put_key(db, gid, ReplyKey("AGE-SECRET", b"m" * 32))
        at = "2026-03-02T08:30:00Z"
        replies.put(db, Waiting(f"r{gid[0]}", gid, doctor, at, at, 6), doctor.encode())
        journal.append(db, "grant-made", grant=gid)
