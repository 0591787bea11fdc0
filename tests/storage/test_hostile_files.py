"""Files made to harm: each is refused or kept, soon, in little memory, and nothing is written but the vault."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.vault import open_vault
from tests.storage import hostile_binaries, hostile_texts
from tests.storage.conftest import PASSPHRASE, Fresh
from tests.storage.hostile_taking import Taken, everything
from tests.storage.hostile_texts import ADDRESS, SECRET

ROOT = Path(__file__).parents[2]
CANARY = "canary-79bd1d8e"
GROUPS: dict[str, Callable[[], Iterator[tuple[str, bytes]]]] = {
    "document types": hostile_texts.document_types,
    "deep": hostile_texts.deep,
    "numbers": hostile_texts.numbers,
    "encodings": hostile_texts.encodings,
    "truncated": hostile_texts.truncated,
    "long": hostile_texts.long,
    "zips": hostile_binaries.zips,
    "certificates": hostile_binaries.certificates,
    "pictures": hostile_binaries.pictures,
    "pdfs": hostile_binaries.pdfs,
    "dicoms": hostile_binaries.dicoms,
}
MOST_MIB = 500
# There is nothing in them that could be lost.
HOLD_NOTHING = ("bundle of nothing",)


def allowed(one: Taken) -> float:
    """Seconds of the processor: two, and a little for each MB of what is large and each resource of what is much."""
    return 2 + one.size / 5e6 + one.resources / 1000


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted by Linux")
@pytest.mark.parametrize("group", GROUPS)
def test_refused_or_kept(group: str, tmp_path: Path, fresh: Fresh) -> None:
    files, place = tmp_path / "files", tmp_path / "place"
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    for folder in ("files", "place/tmp", "place/home", "place/work", "state"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copytree(fresh.folder, tmp_path / "vault")
    shutil.copytree(fresh.state.parent, tmp_path / "state", dirs_exist_ok=True)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/x.dtd"
        names = _written(files, group, secret.as_uri(), address)
        found = _taken(tmp_path)
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert [one.name for one in found] == sorted(names)
    by_name = {names[one.name]: one for one in found}
    assert {name: one for name, one in by_name.items() if one.seconds > allowed(one)} == {}
    assert {name: one for name, one in by_name.items() if one.mib > MOST_MIB} == {}
    # Nothing is lost without a word.
    silent = {name for name, one in by_name.items() if not (one.refused or one.resources or one.problems)}
    assert silent.issubset(HOLD_NOTHING)
    assert [str(path) for path in place.rglob("*") if path.is_file()] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ("files", "place", "secret.txt", "state", "vault", "result")
    )


def _written(files: Path, group: str, secret: str, address: str) -> dict[str, str]:
    """The files by names that say nothing, since names never count; what each is called here."""
    names = {}
    for number, (name, data) in enumerate(GROUPS[group]()):
        path = files / f"{number:04}"
        path.write_bytes(data.replace(SECRET, secret.encode()).replace(ADDRESS, address.encode()))
        names[path.name] = name
    return names


def _taken(folder: Path) -> list[Taken]:
    place = folder / "place"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COV"))},
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_STATE_HOME": str(folder / "state"),
        "TMPDIR": str(place / "tmp"),
        "HOME": str(place / "home"),
    }
    arguments = [str(folder / name) for name in ("vault", "files", "result")]
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.hostile_taking", *arguments],
        cwd=place / "work",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with open_vault(folder / "vault", PASSPHRASE) as vault:
        assert CANARY.encode() not in everything(vault)
    return [Taken(**json.loads(line)) for line in (folder / "result").read_text().splitlines()]
