"""All real files: what their own entries are, counted on the source, is what is in the vault; the rest has a reason."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import clock as clocks
from storage import folder, state
from storage.errors import PersonNeeded
from storage.intake import FileReport, Who, import_file
from storage.vault import Vault
from tests.storage.conftest import Fresh
from tests.storage.samples import DATA, needs_samples
from tests.storage.source_counts import held

# Vectors for cryptography, which the readers meet elsewhere.
NO_HEALTH = ("age", "wycheproof")
FOLDERS = sorted(path.name for path in DATA.iterdir() if path.is_dir()) if DATA.is_dir() else []


@contextmanager
def new_vault(place: Path, fresh: Fresh) -> Iterator[Vault]:
    """A vault of its own for one file, so that no other has its entries already."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(fresh.folder, place)
    state.path().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(fresh.state, state.path())
    with Vault(place, fresh.data_key, fresh.slots, folder.lock(place), clocks.system_now) as made:
        state.set_place(made)
        yield made


def taken(vault: Vault, path: Path) -> FileReport:
    """Everybody in the file is somebody; where it names nobody, it is Anna's."""
    try:
        return import_file(vault, path, who=Who(each=True))
    except PersonNeeded:
        return import_file(vault, path, who=Who(person="Anna Bell"))


@needs_samples
@pytest.mark.parametrize("name", [name for name in FOLDERS if name not in NO_HEALTH])
def test_every_entry_of_every_file(name: str, tmp_path: Path, fresh: Fresh) -> None:
    wrong = []
    for path in sorted(path for path in (DATA / name).rglob("*") if path.is_file()):
        with new_vault(tmp_path / "vault", fresh) as vault:
            report = taken(vault, path)
            with vault.read() as db:
                found = Counter(
                    dict(db.execute("SELECT type, COUNT(*) FROM resource GROUP BY type").fetchall())
                )
        # Understood, or kept with a reason; never silent.
        parts = report.parts or [report]
        assert all(part.resources or part.problems for part in parts), path
        counted = held(path.read_bytes())
        if counted is None:
            assert report.kept
            assert report.problems
            continue
        wrong += [
            (path.name, kind, number, found[kind], report.problems[:2])
            for kind, number in (+counted).items()
            if found[kind] != number
        ]
    assert wrong == []


@needs_samples
@pytest.mark.parametrize("name", NO_HEALTH)
def test_what_is_no_health_file_is_kept(name: str, vault: Vault) -> None:
    for path in sorted((DATA / name).iterdir()):
        report = import_file(vault, path, who=Who(person="Anna Bell"))
        assert (report.added, report.unchanged, report.kept, report.refused).count(0) == 3
        assert report.added or report.unchanged or report.problems
