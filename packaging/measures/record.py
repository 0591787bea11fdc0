"""Vaults of many entries, filled straight through the storage room's own rows."""

import hashlib
import json
from itertools import islice
from pathlib import Path

from measures.child import Samples
from measures.words import drafts

PASSPHRASE = "une phrase pour mesurer"  # noqa: S105 - of vaults without anybody's data
SOURCE = 1
_BATCH = 50_000


def fill(folder: str, count: int) -> Samples:
    """Make a vault of ``count`` entries, each with a resource of some 200 bytes, in ``folder``.

    An import would do the same work and more; what is measured afterwards only reads.
    """
    from phr.entry import Kind
    from storage import bodies, document_text
    from storage.ids import Ids, Positions
    from storage.keyslots import LEAST_COST
    from storage.people import add_person
    from storage.rows import entry_row, insert_entries
    from storage.vault import create

    insert_resource = (
        "INSERT INTO resource (entry, person, source, type, rid, digest, codec, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    text = "".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(6))
    observation = {"resourceType": "Observation", "status": "final", "code": {"text": text}}
    body = bodies.pack(json.dumps(observation).encode())
    coming, ids = drafts(count), Ids()
    with create(Path(folder), PASSPHRASE, cost=LEAST_COST) as vault:
        person = add_person(vault, "Camille Demonteil").id
        with vault.write() as db:
            db.execute("PRAGMA cache_size=-64000")
            db.execute(
                "INSERT INTO source (id, name, digest, format, importer, imported_at) VALUES (?, ?, ?, ?, ?, ?)",
                (SOURCE, "dossier.json", b"", "fhir-json", "bench", "2026-11-21T00:00:00Z"),
            )
        while batch := list(islice(coming, _BATCH)):
            with vault.write() as db:
                places = Positions(db)
                rows = [
                    entry_row(places.take(draft.date), ids.new(), person, draft, hidden=False)
                    for draft in batch
                ]
                insert_entries(db, rows)
                # As an import does: else opening the vault would look for files of these documents.
                pairs = zip(rows, batch, strict=True)
                document_text.put(db, ((row[1], []) for row, draft in pairs if draft.kind is Kind.DOCUMENT))
                db.executemany(
                    insert_resource,
                    (
                        (row[1], person, SOURCE, "Observation", row[1], b"", bodies.CODEC, body)
                        for row in rows
                    ),
                )
    return {}
