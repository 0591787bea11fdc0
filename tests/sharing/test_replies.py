"""Replies: taken in closed, opened when chosen; forged, replayed, foreign, late, oversized and broken ones refused."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phr.entry import Kind
from phr.formats.sniff import Format, sniff
from sharing import grants, replies, reply_file
from sharing.envelope import Mode
from sharing.errors import (
    DamagedReply,
    ForeignReply,
    ForgedReply,
    LateReply,
    NewerReply,
    NotAReply,
    OversizedReply,
    ReplayedReply,
    SharingError,
)
from sharing.grants import NewGrant
from sharing.scope import Scope
from storage import attachments, entries, journal, people
from storage import grants as rows
from storage import replies as kept
from storage.errors import NoSuchReply
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create, open_vault
from tests.sharing.conftest import PASSPHRASE, Practice
from tests.sharing.reply_letters import MADE, content, opened, reply
from tests.storage.pages import decrypted

SAID_BY = "réponse (écrit par quelqu’un qui a ouvert ce fichier)"


@dataclass
class Correspondence:
    """A grant, its package and what its reader found in it."""

    practice: Practice
    made: NewGrant
    package: bytes
    bundle: dict[str, Any]

    @property
    def vault(self) -> Vault:
        return self.practice.vault

    def write(self, *letter: Any, **changes: Any) -> bytes:
        """A genuine reply."""
        return reply(self.bundle, self.package, content(*letter, **changes))

    def sealed(self, letter: dict[str, Any] | bytes) -> bytes:
        """A reply that is genuine but for what it says."""
        return reply(self.bundle, self.package, letter)


def begun(practice: Practice, mode: Mode) -> Correspondence:
    made = practice.grant(mode)
    return Correspondence(practice, made, made.envelope.read_bytes(), opened(practice, made))


@pytest.fixture
def correspondence(practice: Practice) -> Correspondence:
    return begun(practice, Mode.CARD)


def refusals(vault: Vault) -> list[object]:
    lines = journal.lines(vault, limit=1000)
    return [line.detail["why"] for line in lines if line.action == "reply-refused"]


def test_a_reply_waits_closed_and_becomes_entries_when_it_is_opened(correspondence: Correspondence) -> None:
    vault, practice = correspondence.vault, correspondence.practice
    before = entries.count(vault, entries.Filter())
    data = correspondence.write("Bilan rassurant.\nÀ revoir en mai.", ("compte rendu.pdf", b"%PDF-1.7 rien"))
    assert sniff(data) is Format.REPLY
    info = replies.take_in(vault, data, "reponse-k3fp.phr-reply")
    assert (info.grant.gid, info.practitioner, info.size) == (
        correspondence.made.gid,
        practice.doctor,
        len(data),
    )
    assert info.made.isoformat() == MADE
    assert replies.waiting(vault) == [info]
    assert entries.count(vault, entries.Filter()) == before
    done = replies.open_reply(vault, info.id, SAID_BY)
    assert done.sender == "Dr Salomé Roux"
    note, document = (entries.entry(vault, one) for one in done.entries)
    assert (note.kind, note.title, note.title_en) == (
        Kind.NOTE,
        "Réponse du soignant",
        "Reply from a care professional",
    )
    assert (note.note, note.date) == ("Bilan rassurant.\nÀ revoir en mai.", MADE)
    assert (document.kind, document.title) == (Kind.DOCUMENT, "compte rendu")
    assert {note.author, document.author} == {"Dr Salomé Roux"}
    assert {note.source, document.source} == {SAID_BY}
    assert {note.person, document.person} == {practice.person.id}
    [file] = attachments.of_entry(vault, document.id)
    assert (file.name, file.media_type) == ("compte rendu.pdf", "application/pdf")
    assert attachments.read(vault, file.id) == b"%PDF-1.7 rien"
    link = entries.resource(vault, note.id)["payload"][0]["contentReference"]["reference"]
    assert link == f"DocumentReference/{document.id}"
    assert replies.waiting(vault) == []
    with pytest.raises(NoSuchReply):
        replies.open_reply(vault, info.id, SAID_BY)
    actions = [line.action for line in journal.lines(vault, correspondence.made.gid)]
    assert actions == ["grant-made", "card-made", "reply-received", "reply-opened"]


def test_a_reply_may_come_after_the_last_opening_until_the_last_day(practice: Practice) -> None:
    correspondence = begun(practice, Mode.CODE)
    vault = practice.vault
    first, second, third = (correspondence.write(str(number)) for number in range(3))
    grants.received(vault, correspondence.made.gid)
    assert rows.grant(vault, correspondence.made.gid).state == "used-up"
    practice.clock.advance(days=6)
    replies.take_in(vault, first, "")
    practice.clock.now = correspondence.made.expires_at - timedelta(seconds=1)
    replies.take_in(vault, second, "")
    practice.clock.advance(seconds=1)
    with pytest.raises(LateReply) as late:
        replies.take_in(vault, third, "")
    assert late.value.gid == correspondence.made.gid
    assert refusals(vault) == ["late"]
    assert len(replies.waiting(vault)) == 2


def test_a_reply_to_a_withdrawn_access_is_late(correspondence: Correspondence) -> None:
    grants.revoke(correspondence.vault, correspondence.made.gid)
    with pytest.raises(LateReply) as late:
        replies.take_in(correspondence.vault, correspondence.write(), "")
    assert late.value.state == "withdrawn"


@pytest.mark.parametrize("then", ["waiting", "opened", "deleted", "entries deleted", "access gone"])
def test_no_reply_comes_in_twice(correspondence: Correspondence, then: str) -> None:
    vault, data = correspondence.vault, correspondence.write("Une fois", ("a.txt", b"a"))
    info = replies.take_in(vault, data, "")
    if then in ("opened", "entries deleted"):
        done = replies.open_reply(vault, info.id, SAID_BY)
        if then == "entries deleted":
            entries.delete(vault, done.entries)
    if then == "deleted":
        replies.discard(vault, info.id)
    if then == "access gone":
        with vault.write() as db:
            db.execute("DELETE FROM access_grant WHERE gid = ?", (correspondence.made.gid,))
        assert kept.key(vault, correspondence.made.gid) is None
        assert replies.waiting(vault) == []
    with pytest.raises(ReplayedReply):
        replies.take_in(vault, data, "")
    assert refusals(vault) == ["replayed"]
    assert len(replies.waiting(vault)) == (then == "waiting")


def test_a_second_letter_under_the_same_id_is_no_new_one(correspondence: Correspondence) -> None:
    """Whoever has the key can sign anything, but an id is taken once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.sharing.reply_letters.secrets.token_bytes", lambda size: b"i" * size)
        first, second = correspondence.write("une"), correspondence.write("deux")
    replies.take_in(correspondence.vault, first, "")
    with pytest.raises(ReplayedReply):
        replies.take_in(correspondence.vault, second, "")


def test_a_reply_of_another_vault_is_foreign(correspondence: Correspondence, tmp_path: Path) -> None:
    with create(tmp_path / "other", PASSPHRASE, cost=LEAST_COST, now=correspondence.practice.clock) as other:
        with pytest.raises(ForeignReply):
            replies.take_in(other, correspondence.write(), "")
        assert refusals(other) == ["foreign"]


def test_a_reply_is_bound_to_its_access_its_package_and_its_key(correspondence: Correspondence) -> None:
    second = correspondence.practice.grant(Mode.CARD)
    wrong = [
        reply(correspondence.bundle, correspondence.package, content(), gid=second.gid),
        reply(correspondence.bundle, second.envelope.read_bytes(), content()),
        reply(correspondence.bundle, correspondence.package, content(), mac_key=bytes(32)),
    ]
    for data in wrong:
        with pytest.raises(ForgedReply):
            replies.take_in(correspondence.vault, data, "")
    assert refusals(correspondence.vault) == ["forged"] * 3
    assert replies.waiting(correspondence.vault) == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_no_byte_of_a_reply_can_be_changed(
    correspondence: Correspondence, genuine: bytes, where: float, flip: int
) -> None:
    place = int(where * len(genuine))
    before, byte, after = genuine[:place], genuine[place], genuine[place + 1 :]
    for changed in (
        before + bytes([byte ^ flip]) + after,
        before,
        before + after,
        genuine + before[:1] + b"x",
    ):
        with pytest.raises(SharingError):
            replies.read_reply(correspondence.vault, changed)


def test_no_byte_of_the_header_can_be_changed(correspondence: Correspondence, genuine: bytes) -> None:
    for place in range(genuine.index(b"\n") + 1):
        for flip in (1, 0x20, 0x80):
            changed = genuine[:place] + bytes([genuine[place] ^ flip]) + genuine[place + 1 :]
            with pytest.raises(SharingError):
                replies.read_reply(correspondence.vault, changed)


@pytest.fixture
def genuine(correspondence: Correspondence) -> bytes:
    return correspondence.write("x")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda data: b"%PDF" + data, NotAReply),
        (lambda _: b"", NotAReply),
        (lambda data: data.replace(b"reply/v1", b"reply/v2", 1), NewerReply),
        (lambda data: data.replace(b'"}\n', b'","more":1}\n', 1), DamagedReply),
        (lambda data: data[:40], DamagedReply),
        (lambda data: data + bytes(reply_file.FILE_LIMIT), OversizedReply),
    ],
)
def test_what_is_no_reply_is_refused_before_any_key_is_looked_up(
    correspondence: Correspondence, change: Callable[[bytes], bytes], error: type[Exception]
) -> None:
    with pytest.raises(error):
        replies.take_in(correspondence.vault, change(correspondence.write()), "")


@pytest.mark.parametrize(
    "letter",
    [
        b"",
        b"not JSON",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        json.dumps(content(made="2026-02-30T00:00:00Z")).encode(),
        json.dumps(content(made="hier")).encode(),
        json.dumps(content(made="2026-03-02")).encode(),
        json.dumps(content("   ")).encode(),
        json.dumps(content("x" * 20_001)).encode(),
        json.dumps(content(**{"from": "x" * 201})).encode(),
        json.dumps(content(more=1)).encode(),
        json.dumps(content() | {"note": None}).encode(),
        json.dumps(content("x", *[("a", b"")] * 21)).encode(),
        json.dumps(content(files=[{"name": "a", "data": "no base64!"}])).encode(),
        b'{"made":"2026-03-02T11:00:00Z","from":"\\ud800","note":"x","files":[]}',
    ],
    ids=lambda one: one[:40].decode("latin-1"),
)
def test_a_genuine_reply_that_cannot_be_read_is_refused_whole(
    correspondence: Correspondence, letter: bytes
) -> None:
    with pytest.raises(DamagedReply):
        replies.take_in(correspondence.vault, correspondence.sealed(letter), "")
    assert replies.waiting(correspondence.vault) == []


def test_more_content_than_a_reply_may_have_is_refused(correspondence: Correspondence) -> None:
    data = correspondence.write("x", ("gros.bin", bytes(reply_file.CONTENT_LIMIT + 1)))
    assert len(data) < reply_file.FILE_LIMIT
    with pytest.raises(OversizedReply):
        replies.take_in(correspondence.vault, data, "")
    whole = correspondence.write("x", ("juste.bin", bytes(reply_file.CONTENT_LIMIT)))
    replies.take_in(correspondence.vault, whole, "")


@pytest.mark.parametrize(
    ("sent", "filed"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\ordo.pdf", "C__ordo.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("..", "Réponse du soignant 1"),
        ("", "Réponse du soignant 1"),
    ],
)
def test_a_senders_file_name_is_made_harmless(correspondence: Correspondence, sent: str, filed: str) -> None:
    info = replies.take_in(correspondence.vault, correspondence.write("", (sent, b"x")), "")
    [entry] = replies.open_reply(correspondence.vault, info.id, SAID_BY).entries
    assert [one.name for one in attachments.of_entry(correspondence.vault, entry)] == [filed]


def test_an_opening_that_fails_leaves_the_reply_as_it_was(
    correspondence: Correspondence, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = correspondence.vault
    info = replies.take_in(vault, correspondence.write("x", ("a.txt", b"a")), "")
    before = entries.count(vault, entries.Filter())

    def fail(*_: object, **__: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr("storage.journal.append", fail)
        with pytest.raises(OSError):  # noqa: PT011 -- the very one raised above
            replies.open_reply(vault, info.id, SAID_BY)
    assert replies.waiting(vault) == [info]
    assert entries.count(vault, entries.Filter()) == before
    assert len(replies.open_reply(vault, info.id, SAID_BY).entries) == 2


def test_a_package_without_an_address_opens_and_has_no_replies(practice: Practice) -> None:
    """As those that were made before there were replies."""
    made = practice.grant(Mode.CARD)
    with practice.vault.write() as db:
        db.execute("DELETE FROM reply_key")
    bundle = opened(practice, made)
    with pytest.raises(ForeignReply):
        replies.read_reply(practice.vault, reply(bundle, made.envelope.read_bytes(), content()))


def test_two_accesses_share_no_key(practice: Practice) -> None:
    keys = [kept.key(practice.vault, practice.grant(Mode.CARD).gid) for _ in range(2)]
    assert keys[0]
    assert keys[1]
    assert keys[0].identity != keys[1].identity
    assert keys[0].mac_key != keys[1].mac_key


def test_a_deleted_reply_is_in_no_page_and_in_no_journal_line(correspondence: Correspondence) -> None:
    """Nor is it anywhere in plain text while it waits."""
    vault = correspondence.vault
    canary = "canari-de-la-reponse"
    data = correspondence.write(canary, (f"{canary}.txt", canary.encode()))
    assert canary.encode() not in data
    info = replies.take_in(vault, data, f"{canary}.phr-reply")
    for file in vault.folder.parent.rglob("*"):
        assert not file.is_file() or canary.encode() not in file.read_bytes()
    done = replies.open_reply(vault, info.id, SAID_BY)
    entries.delete(vault, done.entries)
    for line in journal.lines(vault, limit=1000):
        assert canary not in json.dumps(line.detail)
    pages = decrypted(vault.database, vault.data_key)
    assert info.id.encode() in pages
    assert canary.encode() not in pages
    assert data[400:432] not in pages


def test_replies_of_two_people_go_to_their_own_record(practice: Practice) -> None:
    other = people.add_person(practice.vault, "Paul Martin")
    entries.add_own(practice.vault, other.id, Kind.NOTE, "À dire")
    made = practice.grant(mode=Mode.CARD, scope=Scope(person=other.id))
    bundle = opened(practice, made)
    info = replies.take_in(practice.vault, reply(bundle, made.envelope.read_bytes(), content()), "")
    [entry] = replies.open_reply(practice.vault, info.id, SAID_BY).entries
    assert entries.entry(practice.vault, entry).person == other.id


def test_a_copy_of_the_vault_still_reads_replies(correspondence: Correspondence, tmp_path: Path) -> None:
    """Its accesses have ended and release nothing, but what was asked for may still be answered."""
    vault, clock = correspondence.vault, correspondence.practice.clock
    data = correspondence.write()
    vault.close()
    shutil.copytree(vault.folder, tmp_path / "copy")
    with open_vault(tmp_path / "copy", PASSPHRASE, now=clock) as copy:
        assert rows.grant(copy, correspondence.made.gid).state == "copied"
        assert len(replies.open_reply(copy, replies.take_in(copy, data, "").id, SAID_BY).entries) == 1


@pytest.mark.parametrize(("typed", "shown"), [(" Dr\u202e Roux\x1b\n", "Dr Roux"), ("", ""), ("\u2066", "")])
def test_a_senders_name_is_one_harmless_line(correspondence: Correspondence, typed: str, shown: str) -> None:
    data = correspondence.write("x", ("a.txt", b"a"), **{"from": typed})
    done = replies.open_reply(
        correspondence.vault, replies.take_in(correspondence.vault, data, "").id, SAID_BY
    )
    assert done.sender == shown
    assert {entries.entry(correspondence.vault, one).author for one in done.entries} == {shown}
