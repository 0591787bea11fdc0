"""Taking FHIR files in, against json and a bare SQLCipher insert of the same texts; and the vault's size."""

import json
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any

from measures.child import Samples, compare
from measures.record import PASSPHRASE
from measures.report import Goal, Section, number
from measures.synthetic import write_bundle

_SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "fhir-r4-bundles"
_ROUNDS = 3
_TURNS = 3


def section() -> Section:
    """Runs on Synthea's samples where they are, else on a made-up Bundle."""
    with tempfile.TemporaryDirectory() as folder:
        files = sorted(_SAMPLES.glob("*.json"))
        what = f"Synthea's sample bundles ({len(files)} files)"
        if not files:
            files = [Path(folder) / "synthetic.json"]
            write_bundle(files[0])
            what = "a made-up bundle of Synthea's shape"
        ours, bare = compare(into_vault, into_table, [str(file) for file in files], rounds=_ROUNDS)
        imported = sum(file.stat().st_size for file in files)
    resources = ours.median("resources")
    speeds = [resources / side.median("seconds") for side in (ours, bare)]
    ratio = speeds[0] / speeds[1]
    sizes = [side.median("bytes") for side in (ours, bare)]
    share = sizes[0] / imported
    return Section(
        "Import",
        (
            f"{what}: {resources:,.0f} resources, {imported / 1e6:.1f} MB. Ours: `import_file` into a new vault (read,"
            " parse with exact decimals, entries, words to search, persons, compressed originals, journal). Bare:"
            " `json.loads`, then one transaction that inserts each resource's text, made beforehand, into one table"
            " without any index; the same connection, key and pragmas. Sizes are those of the files once the log is"
            " checkpointed; their ratio is to the JSON imported."
        ),
        ("", "ours", "bare", "ratio"),
        (
            ("resources a second", number(speeds[0]), number(speeds[1]), f"{ratio:.2f}"),
            ("peak memory, MiB", number(ours.peak), number(bare.peak), f"{ours.peak / bare.peak:.2f}"),
            ("size on disk, MB", number(sizes[0] / 1e6), number(sizes[1] / 1e6), f"{share:.2f}"),
        ),
        (
            Goal("import, speed of the bare insert", ratio, 0.5, above=True),
            Goal("vault, size of the JSON imported", share, 0.6),
        ),
    )


def into_vault(files: list[str]) -> Samples:
    """The product's way."""
    from storage.intake import Who, import_file
    from storage.keyslots import LEAST_COST
    from storage.vault import create

    samples: Samples = {"seconds": [], "resources": [], "bytes": []}
    for _ in range(_TURNS):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "vault"
            resources = 0
            with create(folder, PASSPHRASE, cost=LEAST_COST) as vault:
                start = time.perf_counter()
                for file in files:
                    resources += import_file(vault, Path(file), who=Who(each=True)).resources
                samples["seconds"].append(time.perf_counter() - start)
            samples["resources"].append(resources)
            samples["bytes"].append(sum(path.stat().st_size for path in folder.iterdir()))
    return samples


def into_table(files: list[str]) -> Samples:
    """Parsing and inserting alone."""
    from storage.connection import KEY_SIZE, connect

    samples: Samples = {"seconds": [], "bytes": []}
    texts = [_texts(file) for file in files]
    for _ in range(_TURNS):
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "bare.db"
            db = connect(path, secrets.token_bytes(KEY_SIZE), create=True)
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA cache_size=-64000")
            db.execute("CREATE TABLE resource (body TEXT)")
            start = time.perf_counter()
            for file, rows in zip(files, texts, strict=True):
                json.loads(Path(file).read_bytes())
                db.execute("BEGIN IMMEDIATE")
                db.executemany("INSERT INTO resource VALUES (?)", rows)
                db.execute("COMMIT")
            samples["seconds"].append(time.perf_counter() - start)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.close()
            samples["bytes"].append(path.stat().st_size)
    return samples


def _texts(file: str) -> list[tuple[str]]:
    bundle: dict[str, Any] = json.loads(Path(file).read_bytes())
    return [(json.dumps(entry["resource"]),) for entry in bundle["entry"]]
