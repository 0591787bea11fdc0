"""Opening a vault to the first rows of its timeline, against opening the same database and reading as many rows."""

import time
from pathlib import Path
from unittest.mock import patch

from measures.child import Samples, compare
from measures.record import PASSPHRASE
from measures.report import Goal, Section, number

ENTRIES = 100_000
_ROWS = 50
_ROUNDS = 7


def section(vaults: dict[int, str]) -> Section:
    """Runs on a vault of :data:`ENTRIES` entries."""
    ours, bare = compare(as_vault, as_database, vaults[ENTRIES], rounds=_ROUNDS)
    times = [side.median("seconds") * 1e3 for side in (ours, bare)]
    return Section(
        f"Opening {ENTRIES:,} entries",
        (
            f"Ours: `open_vault` and the first page of {_ROWS} entries, in a new process each time, less the time that"
            " Argon2id takes (it is slow on purpose, and does not grow with the vault). Opening checks the file, takes"
            " the lock, looks at the journal and the state file, and journals the unlocking. Bare: connect with"
            f" the key, and the last {_ROWS} rows of the table."
        ),
        ("", "ours", "bare SQLCipher", "ratio"),
        (
            ("to first rows, ms", number(times[0]), number(times[1]), f"{times[0] / times[1]:.1f}"),
            ("peak memory, MiB", number(ours.peak), number(bare.peak), f"{ours.peak / bare.peak:.1f}"),
        ),
        (Goal(f"first {_ROWS} rows of {ENTRIES:,}", times[0], 150, "ms"),),
    )


def as_vault(folder: str) -> Samples:
    """The product's way. The peak holds Argon2id's 64 MiB."""
    from storage import entries, keyslots
    from storage.vault import open_vault

    unlock, in_kdf = keyslots.unlock, 0.0

    def timed(slots: keyslots.KeySlots, passphrase: str) -> bytes:
        nonlocal in_kdf
        begun = time.perf_counter()
        key = unlock(slots, passphrase)
        in_kdf = time.perf_counter() - begun
        return key

    with patch.object(keyslots, "unlock", timed):
        start = time.perf_counter()
        with open_vault(Path(folder), PASSPHRASE) as vault:
            page = entries.page(vault, entries.Filter(), limit=_ROWS)
            seconds = time.perf_counter() - start - in_kdf
    if len(page.entries) != _ROWS:
        raise AssertionError("the first page is not full")
    return {"seconds": [seconds]}


def as_database(folder: str) -> Samples:
    """The library alone, with the same key and pragmas."""
    from storage import keyslots
    from storage.connection import connect

    slots = keyslots.read(Path(folder))
    key = keyslots.unlock(slots, PASSPHRASE)
    start = time.perf_counter()
    db = connect(Path(folder) / slots.database, key)
    db.execute("SELECT * FROM entry ORDER BY pos DESC LIMIT ?", (_ROWS,)).fetchall()
    seconds = time.perf_counter() - start
    db.close()
    return {"seconds": [seconds]}
