"""A string in each private item, sensitive topic and document is found in nothing that leaves or is left behind.

Everything a user can make from a record is made with the real command, from what is shared; then each file, and each
answer of the command, is searched for the strings, in each form in which they could stand there.
"""

import base64
import io
import json
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from sharing import on_screen
from sharing.scope import Scope
from storage import keyslots, people
from storage.vault import open_vault
from tests.storage.pages import decrypted
from tests.ui.phr_command import PASSPHRASE, Phr, bundle, condition, patient
from ui.consultation import pipe

WHOM = ("--to", "Dr Reine")
SHARED = "Asthme intermittent"


def canary() -> str:
    """A string that is nowhere else; letters only, so that a search index takes it whole."""
    return "zz" + "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(22))


@dataclass
class Canaries:
    """What must not be found: in a private item, in one whose topic stays out, in a topic's name, in documents."""

    title: str = field(default_factory=canary)
    note: str = field(default_factory=canary)
    topical: str = field(default_factory=canary)
    topic: str = field(default_factory=canary)
    file: str = field(default_factory=canary)
    file_name: str = field(default_factory=canary)

    def all(self) -> list[str]:
        """All of them."""
        return list(vars(self).values())


def forms(text: str) -> Iterator[bytes]:
    """A string as it could stand in a file: as bytes, for Qt and for Windows, in base64 at each offset, in hex."""
    plain = text.encode()
    yield from (
        plain,
        plain.upper(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        plain.hex().encode(),
    )
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + plain)
        yield encoded[4 if offset else 0 : -4]  # without the letters that the neighbours decide


def found(canaries: Canaries, data: bytes) -> list[str]:
    """The names of those that stand in these bytes, folded letters included."""
    lower = data.lower()
    return [
        name
        for name, text in vars(canaries).items()
        if any(form in data for form in forms(text)) or text.encode() in lower
    ]


def _content(stream: pikepdf.Stream) -> bytes:
    """A stream unpacked; a picture, which has no other form, as it is."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def inside_pdf(data: bytes, password: str = "") -> bytes:
    """A PDF as its words and its streams, unpacked."""
    with pikepdf.open(io.BytesIO(data), password=password) as file:
        streams = [_content(one) for one in file.objects if isinstance(one, pikepdf.Stream)]
        texts = [str(value) for value in file.docinfo.values()]
    document = pypdfium2.PdfDocument(data, password=password or None)
    try:
        texts += [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return b"\n".join([*streams, *(text.encode() for text in texts)])


def document(id_: str, name: str, data: bytes) -> dict[str, Any]:
    """A FHIR DocumentReference of patient 1."""
    attachment = {"contentType": "text/plain", "title": name, "data": base64.b64encode(data).decode()}
    return {
        "resourceType": "DocumentReference",
        "id": id_,
        "status": "current",
        "subject": {"reference": "Patient/1"},
        "description": name,
        "content": [{"attachment": attachment}],
    }


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def phr(tmp_path: Path, canaries: Canaries) -> Phr:
    """A vault in which one thing is shared, and each canary stands in something that is not."""
    made = Phr(tmp_path).create()
    private = condition("private", "1", canaries.title) | {"note": [{"text": canaries.note}]}
    resources = (
        patient("1", "Martin", "1980-05-17"),
        condition("shared", "1", SHARED),
        private,
        condition("topical", "1", canaries.topical),
        document(
            "letter",
            f"{canaries.file_name}.txt",
            f"Lettre {canaries.file} {secrets.token_hex(50_000)}".encode(),
        ),
    )
    source = tmp_path / "source.json"
    source.write_bytes(bundle(*resources))
    made("import", source)
    source.unlink()
    ids = {
        title: made.ids("--search", title) for title in (canaries.title, canaries.topical, canaries.file_name)
    }
    made("hide", *ids[canaries.title], *ids[canaries.file_name])
    made("label", *ids[canaries.topical], canaries.topic)
    made("practitioner add", "--name", "Dr Reine")
    return made


def leave(phr: Phr, canaries: Canaries, out: Path) -> dict[str, bytes]:
    """Make all that can be made of what is shared; what was made and said, by its name."""
    scope = (*WHOM, "--without-label", canaries.topic)
    verbs: list[tuple[object, ...]] = [
        ("grant", "preview", phr.vault, *scope),
        ("grant", "new", phr.vault, *scope, "--until", "P7D", "--mode", "no-way-back", "--out", out / "nwb"),
        ("grant", "new", phr.vault, *scope, "--until", "P7D", "--mode", "card", "--out", out / "card"),
        ("grant", "paper", phr.vault, *scope, "--out", out / "paper.pdf"),
        ("grant", "pdf", phr.vault, *scope, "--out", out / "locked"),
        ("grant", "list", phr.vault),
        ("log", phr.vault, "--verify"),
        *(
            ("log", phr.vault, "--export", out / f"history.{form}", "--format", form)
            for form in ("csv", "json", "pdf")
        ),
    ]
    answers = {
        " ".join(map(str, verb[:2])) + str(at): phr.run(*verb, "--json") for at, verb in enumerate(verbs)
    }
    made = {name: one.stdout_bytes + one.stderr_bytes for name, one in answers.items()}
    sealed, card, pdf = (
        json.loads(answers[name].stdout) for name in ("grant new1", "grant new2", "grant pdf4")
    )
    receipt = (
        "grant",
        "receipt",
        phr.vault,
        sealed["grant"],
        "--out",
        out / "receipt.pdf",
        "--fhir",
        out / "c.json",
    )
    made["receipt"] = phr.run(*receipt).stderr_bytes
    made["card"] = phr.run("grant", "card", phr.vault, card["grant"], "--out", out / "card.pdf").stderr_bytes
    words = out.parent / "words"
    words.write_text(sealed["words"], "utf-8")
    made["package"] = phr.run("open", sealed["html"], "--words-file", words).stdout_bytes
    for file in out.rglob("*"):
        if file.is_file():
            made[file.name] = file.read_bytes()
        if file.suffix == ".pdf":
            made[f"{file.name} unpacked"] = inside_pdf(
                file.read_bytes(), pdf["words"] if "locked" in file.parts else ""
            )
    with phr.at_home(), open_vault(phr.vault, PASSPHRASE) as vault:
        person = people.people(vault)[0].id
        showing = on_screen.begin(
            vault,
            practitioner="Dr Reine",
            purpose="",
            scope=Scope(person=person, without_labels=(canaries.topic,)),
            minutes=15,
        )
    made["pipe"] = pipe.encode(pipe.Order("fr", "light", showing.seconds, showing.bundle))
    return made


def test_what_is_kept_back_is_in_nothing_that_is_made(
    phr: Phr, canaries: Canaries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    made = leave(phr, canaries, tmp_path / "out")
    names = (
        "package",
        "paper.pdf unpacked",
        "dossier.pdf unpacked",
        "pipe",
        "history.csv",
        "receipt.pdf unpacked",
    )
    assert set(names) <= made.keys()
    for name in names[:4]:
        assert SHARED.encode() in made[name], name  # it can be searched, and holds what it should
    assert {name: hits for name, data in made.items() if (hits := found(canaries, data))} == {}
    assert list(scratch.rglob("*")) == []


def test_nothing_of_the_record_stands_beside_the_vault(phr: Phr, canaries: Canaries, tmp_path: Path) -> None:
    """In no byte of the vault's files, of the state file or of whatever else the program left, even what is shared."""
    leave(phr, canaries, tmp_path / "out")
    left = [file for file in tmp_path.rglob("*") if file.is_file() and (tmp_path / "out") not in file.parents]
    assert {"keyslots.json", "record-1.db", "releases.json"} <= {file.name for file in left}
    assert {file.name: hits for file in left if (hits := found(canaries, file.read_bytes()))} == {}
    assert [file.name for file in left if SHARED.encode() in file.read_bytes()] == []


def stored(phr: Phr, canaries: Canaries) -> tuple[list[bytes], bytes]:
    """How bodies and documents of the canaries stand in the database, packed as they are; and its pages in clear."""
    with phr.at_home(), open_vault(phr.vault, PASSPHRASE) as vault, vault.read() as db:
        rows = db.execute(
            "SELECT body FROM resource WHERE entry IN (SELECT id FROM entry WHERE title <> ?) "
            "UNION ALL SELECT data FROM attachment_chunk",
            (SHARED,),
        ).fetchall()
    key = keyslots.unlock(keyslots.read(phr.vault), PASSPHRASE)
    # a piece of each: a long one is spread over pages
    return [body[8:40] for (body,) in rows], decrypted(next(phr.vault.glob("record-*.db")), key)


def test_deleted_items_are_in_no_page(phr: Phr, canaries: Canaries) -> None:
    pieces, pages = stored(phr, canaries)
    assert set(found(canaries, pages)) >= {"title", "note", "topical", "topic", "file_name"}
    assert len(pieces) >= 3
    assert all(piece in pages for piece in pieces)
    texts = (canaries.title, canaries.topical, canaries.file_name)
    ids = [one for text in texts for one in phr.ids("--hidden", "--search", text)]
    answer = phr("delete", *ids, "--yes")
    assert not answer["pending"]
    _, pages = stored(phr, canaries)
    assert SHARED.encode() in pages
    assert found(canaries, pages) == []
    assert [piece for piece in pieces if piece in pages] == []
