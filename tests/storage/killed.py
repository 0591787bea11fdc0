"""A process that imports and curates until it is killed, and says before and after each operation what it does."""

import hashlib
import json
import random
from multiprocessing.connection import Connection
from pathlib import Path

from phr.entry import Kind
from storage import entries, people
from storage.entries import Filter
from storage.intake import Who, import_file
from storage.vault import Vault, open_vault
from tests.storage.bundles import condition, patient, write
from tests.storage.conftest import PASSPHRASE

# By title: the date and whether it is kept private.
State = dict[str, tuple[str | None, bool]]

OWNER = "Anna Bell"
_AT_MOST = 700
_IN_A_FILE = 250


def state_of(vault: Vault) -> State:
    """What the vault holds."""
    found = entries.page(vault, Filter(), limit=10_000).entries
    return {entry.title: (entry.date, entry.hidden) for entry in found}


def digest(state: State) -> str:
    """The same, short enough to be sent before each operation."""
    return hashlib.sha256(json.dumps(sorted(state.items())).encode()).hexdigest()


def work(folder: Path, files: Path, seed: int, tell: Connection) -> None:
    """Open the vault and change it until killed. ``tell`` gets the digest of the state to come, then ``done``."""
    chance = random.Random(seed)
    with open_vault(folder, PASSPHRASE) as vault:
        person = people.person(vault, OWNER).id
        state = state_of(vault)
        ids = {entry.title: entry.id for entry in entries.page(vault, Filter(), limit=10_000).entries}
        for number in range(1_000_000):
            name = f"{seed}-{number}"
            some = chance.sample(sorted(state), min(len(state), 5))
            action = chance.choice(["import", "import", "add", "edit", "hide", "delete"])
            if action == "delete" and len(state) > _AT_MOST:
                some = sorted(state)
            if action == "import" and len(state) <= _AT_MOST:
                titles = [f"file {name} {place}" for place in range(_IN_A_FILE)]
                path = write(files / f"{name}.json", patient(), *(condition(one, one) for one in titles))
                tell.send(digest(state := state | dict.fromkeys(titles, (None, False))))
                import_file(vault, path, who=Who(person=person))
                found = entries.page(vault, Filter(search=f"file {name}"), limit=_IN_A_FILE * 2).entries
                ids |= {entry.title: entry.id for entry in found}
            elif action == "add" or not some:
                tell.send(digest(state := state | {f"own {name}": ("2024-05", False)}))
                ids[f"own {name}"] = entries.add_own(
                    vault, person, Kind.NOTE, f"own {name}", date="2024-05", note="…"
                ).id
            elif action == "edit":
                _, hidden = state[some[0]]
                after = {title: at for title, at in state.items() if title != some[0]}
                tell.send(digest(state := after | {f"edited {name}": ("2025-01-02", hidden)}))
                ids[f"edited {name}"] = ids.pop(some[0])
                entries.edit(vault, ids[f"edited {name}"], {"title": f"edited {name}", "date": "2025-01-02"})
            elif action == "hide":
                hide = chance.random() < 0.7
                tell.send(digest(state := state | {title: (state[title][0], hide) for title in some}))
                entries.set_hidden(vault, [ids[title] for title in some], hide)
            else:
                tell.send(digest(state := {title: at for title, at in state.items() if title not in some}))
                entries.delete(vault, [ids.pop(title) for title in some])
            tell.send("done")
