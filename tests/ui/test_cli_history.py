"""The history as evidence: exported, checked by somebody without Carnet, and held against a mark kept elsewhere."""

import base64
import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.provenance import Provenance

from tests.ui.phr_command import Phr

VERIFIER = Path(__file__).parents[2] / "docs" / "verify_history.py"
Rows = list[list[str]]


@pytest.fixture(scope="module")
def phr(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """A vault with a dozen lines of history."""
    phr = Phr(tmp_path_factory.mktemp("history")).create()
    phr("add", "--kind", "problem", "--title", "Trouble bipolaire", "--person", "Ana Lima")
    phr("practitioner add", "--name", "Dr Reine")
    phr("grant new", "--to", "Dr Reine", "--until", "P7D", "--kind", "problem", "--out", phr.folder / "out")
    return phr


@pytest.fixture(scope="module")
def exported(phr: Phr) -> tuple[Path, str]:
    """The history as CSV, and its head as printed."""
    file = phr.folder / "history.csv"
    answer = phr("log", "--export", file)
    assert (answer["file"], answer["format"]) == (str(file), "csv")
    return file, answer["head"]


def verify(file: Path, *heads: str, bare: bool = False) -> tuple[int, str]:
    """Run the stand-alone verifier; ``bare``: without any package but the standard library's."""
    options = ["-S"] if bare else []
    done = subprocess.run(
        [sys.executable, *options, VERIFIER, file, *heads],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def read(file: Path) -> Rows:
    return list(csv.reader(io.StringIO(file.read_text("ascii"))))


def write(file: Path, rows: Rows) -> Path:
    with file.open("w", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return file


def chain(rows: Rows) -> None:
    """Compute all hashes anew, and let the head agree with them."""
    before = bytes(32)
    for row in rows[1:-1]:
        text = '[{},"{}","{}","{}",{}]'.format(*row[:5])
        before = hashlib.sha256(before + text.encode()).digest()
        row[5] = before.hex()
    head = json.loads(rows[-1][4]) | {"seq": len(rows) - 2, "hash": before.hex()}
    rows[-1][4] = json.dumps(head, sort_keys=True, separators=(",", ":"))


def sign(rows: Rows, key: Ed25519PrivateKey) -> None:
    """Sign the head with another key."""
    signature = key.sign(b"phr-journal-head/v1\n" + rows[-1][4].encode())
    public = key.public_key().public_bytes_raw()
    rows[-1][6:] = [base64.b64encode(signature).decode(), base64.b64encode(public).decode()]


def edit(rows: Rows) -> None:
    rows[3][1] = "2020-01-01T00:00:00Z"


def delete(rows: Rows) -> None:
    del rows[3]


def reorder(rows: Rows) -> None:
    rows[3], rows[4] = rows[4], rows[3]


def renumber(rows: Rows) -> None:
    delete(rows)
    for number, row in enumerate(rows[1:-1], start=1):
        row[0] = str(number)


def truncate(rows: Rows) -> None:
    del rows[-2]


def rehash(rows: Rows) -> None:
    edit(rows)
    chain(rows)


def sign_anew(rows: Rows) -> None:
    sign(rows, Ed25519PrivateKey.generate())


def write_anew(rows: Rows) -> None:
    """All of it by somebody with a key of their own, which the first line names."""
    edit(rows)
    key = Ed25519PrivateKey.generate()
    created = json.loads(rows[1][4]) | {"key": key.public_key().public_bytes_raw().hex()}
    rows[1][4] = json.dumps(created, sort_keys=True, separators=(",", ":"))
    chain(rows)
    sign(rows, key)


@pytest.mark.parametrize("bare", [False, True], ids=["cryptography", "openssl"])
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_what_was_exported_holds_together(phr: Phr, tmp_path: Path, ending: str, bare: bool) -> None:
    file = tmp_path / f"history.{ending}"
    head = phr("log", "--export", file)["head"]
    code, told = verify(file, head, head.upper(), bare=bare)
    assert (code, told.endswith("hold together, and the head is signed.\n")) == (0, True), told
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (edit, "line 3 does not follow"),
        (delete, "line 3 does not follow"),
        (reorder, "line 3 does not follow"),
        (renumber, "line 3 does not follow"),
        (truncate, "is the last one, but the head is of line"),
        (rehash, "the head is not signed with the key that this history names"),
        (sign_anew, "the head is not signed with the key that this history names"),
    ],
)
@pytest.mark.parametrize("bare", [False, True], ids=["cryptography", "openssl"])
def test_a_change_is_named_with_its_line(
    exported: tuple[Path, str], tmp_path: Path, tamper: Callable[[Rows], None], told: str, bare: bool
) -> None:
    rows = read(exported[0])
    tamper(rows)
    code, said = verify(write(tmp_path / "tampered.csv", rows), bare=bare)
    assert (code, told in said) == (1, True), said


def test_a_history_written_anew_is_found_only_by_a_head_held_elsewhere(
    exported: tuple[Path, str], tmp_path: Path
) -> None:
    rows = read(exported[0])
    write_anew(rows)
    forged = write(tmp_path / "forged.csv", rows)
    assert verify(forged)[0] == 0, "nobody holds a head: it proves nothing"
    code, told = verify(forged, exported[1])
    seq = exported[1].split("-")[1]
    assert (code, f"line {seq} is not the one of" in told) == (1, True)


def test_lines_left_off_at_the_end_are_found_by_a_later_head(phr: Phr, tmp_path: Path) -> None:
    shorter, longer = tmp_path / "shorter.csv", tmp_path / "longer.csv"
    earlier = phr("log", "--export", shorter)["head"]
    later = phr("log", "--export", longer)["head"]
    assert verify(longer, earlier, later)[0] == 0
    assert verify(shorter, later)[0] == 1


@pytest.mark.parametrize("content", ["", "{}", "[1]", "é", "a,b\n1,2\n", '{"entry":7}'])
def test_what_is_no_history_is_told_so(tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.csv"
    file.write_text(content, "utf-8")
    assert verify(file)[0] == 2


def test_the_fhir_form_is_valid_r4_and_says_the_same(phr: Phr, tmp_path: Path) -> None:
    file = tmp_path / "history.fhir"
    phr("log", "--export", file, "--format", "json")
    bundle = json.loads(file.read_bytes())
    Bundle.model_validate(bundle)
    lines = phr("log")["lines"]
    found = [one["resource"] for one in bundle["entry"]]
    events = [one for one in found if one["resourceType"] == "AuditEvent"]
    told = [(one["subtype"][0]["code"], one["recorded"]) for one in events]
    assert told == [(line["action"], line["at"]) for line in lines[: len(told)]]
    (made,) = [line for line in lines if line["action"] == "grant-made"]
    (provenance,) = found[len(events) :]
    Provenance.model_validate(provenance)
    digest = base64.urlsafe_b64encode(bytes.fromhex(made["detail"]["digest"])).decode().rstrip("=")
    assert provenance["target"][0]["identifier"]["value"] == f"ni:///sha-256;{digest}"
    assert provenance["entity"][0]["what"]["identifier"]["value"] == made["grant"]
    assert verify(file)[0] == 0


def test_the_pages_name_each_line_and_no_item(phr: Phr, tmp_path: Path) -> None:
    file = tmp_path / "history.pdf"
    head = phr("log", "--export", file)["head"]
    document = pypdfium2.PdfDocument(file)
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    assert head in text
    for line in phr("log")["lines"][: int(head.split("-")[1])]:
        assert line["action"] in text
    assert "AccessgiventoDrReine:1item." in text
    assert "bipolaire" not in text


def test_no_form_of_the_history_names_an_item(exported: tuple[Path, str]) -> None:
    assert b"bipolaire" not in exported[0].read_bytes().lower()


def test_a_head_held_elsewhere_is_checked(phr: Phr, exported: tuple[Path, str]) -> None:
    answer = phr("log", "--check-head", exported[1])
    assert answer == {"seq": int(exported[1].split("-")[1]), "holds": True, "ended": 0}
    wrong = exported[1][:-1] + ("0" if exported[1][-1] != "0" else "1")
    assert "mistyped" in phr.refused("log", phr.vault, "--check-head", wrong)
    assert "continues" in phr.run("log", phr.vault, "--check-head", exported[1]).stdout


def test_an_older_vault_ends_everything_once_a_head_shows_it(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    phr = Phr(tmp_path / "older")
    _granted(phr)
    shutil.copytree(phr.folder, tmp_path / "kept")
    phr("add", "--kind", "note", "--title", "x")
    head = phr("log", "--export", tmp_path / "later.csv")["head"]
    shutil.copytree(tmp_path / "kept", phr.folder, dirs_exist_ok=True)
    assert phr("grant list")["grants"][0]["state"] == "running"
    answer = phr("log", "--check-head", head, code=1)
    assert (answer["holds"], answer["ended"]) == (False, 1)
    assert phr("grant list")["grants"][0]["state"] == "rolled-back"
    assert "not a continuation" in phr.run("log", phr.vault, "--check-head", head, code=1).stderr


def _granted(phr: Phr) -> None:
    phr.create()
    phr("add", "--kind", "problem", "--title", "x", "--person", "Ana Lima")
    phr("practitioner add", "--name", "Dr Reine")
    phr("grant new", "--to", "Dr Reine", "--until", "P7D", "--kind", "problem", "--out", phr.folder / "out")


@pytest.mark.parametrize(
    "options",
    [
        ("--export", "history.txt"),
        ("--export", "h.csv", "--verify"),
        ("--check-head", "x", "--export", "h.csv"),
        ("--export", "h.csv", "--format", "xml"),
    ],
)
def test_wrong_usage_is_told(phr: Phr, options: tuple[Any, ...]) -> None:
    phr.run("log", phr.vault, *options, code=2)


def test_lines_are_found_by_whom_what_and_when(phr: Phr) -> None:
    """Options add up; the lines stay the oldest first."""

    def found(*options: str) -> list[str]:
        return [line["action"] for line in phr("log", *options)["lines"]]

    entry = phr("entries")["entries"][0]["id"]
    of_doctor = found("--practitioner", "Dr Reine")
    assert of_doctor[:2] == ["practitioner-added", "grant-made"]
    assert found("--entry", entry)[:2] == ["entry-added", "grant-made"]
    assert found("--practitioner", "Dr Reine", "--about", "people") == ["practitioner-added"]
    assert set(found("--about", "vault", "--about", "items")) <= {"created", "unlock", "entry-added"}
    assert found("--person", "Ana Lima")[0] == "person"
    assert found("--to", "2001") == found("--from", "2300") == []
    assert found("--from", "P1D")[0] == "created"
    assert found("--grant", "f" * 32) == []


@pytest.mark.parametrize(
    "options",
    [("--entry", "f" * 32), ("--practitioner", "Dr Personne"), ("--person", "Personne"), ("--from", "hier")],
)
def test_what_is_not_there_is_refused(phr: Phr, options: tuple[str, str]) -> None:
    phr.refused("log", phr.vault, *options)
