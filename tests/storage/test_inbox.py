"""Files that wait to be checked: in the vault, out of the record, gone when they are discarded."""

from pathlib import Path

import pytest

from storage import attachments, backup, entries, export, journal
from storage.entries import Filter
from storage.errors import AnotherPerson, NotAFile, NotWaiting
from storage.inbox import discard_waiting, put_aside, review_waiting, take_waiting, waiting
from storage.intake import Who, import_file
from storage.keyslots import LEAST_COST
from storage.review import State, review
from storage.vault import Vault, create, open_vault
from tests.storage.bundles import condition, patient, write
from tests.storage.conftest import PASSPHRASE
from tests.storage.pages import decrypted

CANARY = "zanzibarite"


def test_a_file_waits_and_is_taken(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.json", patient(), condition()))
    path = write(tmp_path / "b.json", patient(name="Anna Coe"), condition("c2", CANARY))
    put = put_aside(vault, path, why="another-name")
    assert (put.name, put.size, put.why) == ("b.json", path.stat().st_size, "another-name")
    assert waiting(vault) == [put] == [put_aside(vault, path, why="again")]
    assert CANARY not in b"".join(export.export_fhir(vault)).decode()
    assert attachments.originals(vault) == []

    with pytest.raises(AnotherPerson):
        take_waiting(vault, put.id)
    assert waiting(vault) == [put]
    who = Who(person="Anna Bell")
    found = review_waiting(vault, put.id, who=who)
    assert [one.title for one in found.found if one.state is State.NEW] == [CANARY]
    assert waiting(vault) == [put]
    assert take_waiting(vault, put.id, who=who).added == 1
    assert waiting(vault) == []
    # It came from where it was, so that the file there is the one that was taken.
    assert import_file(vault, path).unchanged == 1


def test_what_is_left_out_of_it_is_gone(vault: Vault, tmp_path: Path) -> None:
    put = put_aside(vault, write(tmp_path / "a.json", patient(), condition(), condition("c2", CANARY)))
    keys = {one.key for one in review_waiting(vault, put.id).found if one.title == CANARY}
    assert take_waiting(vault, put.id, without=keys).left_out == 1
    assert CANARY.encode() not in decrypted(vault.database, vault.data_key)


@pytest.mark.parametrize("size", [0, 1, attachments.CHUNK, attachments.CHUNK + 1, 3 * attachments.CHUNK])
def test_files_of_all_sizes_are_as_they_were(vault: Vault, tmp_path: Path, size: int) -> None:
    path = tmp_path / "Lettre.pdf"
    path.write_bytes((b"%PDF-1.4 " + bytes(range(256)) * (size // 256 + 1))[:size])
    put = put_aside(vault, path)
    told = review(vault, path)
    again = review_waiting(vault, put.id)
    assert (again.report.digest, again.counts) == (told.report.digest, told.counts)
    with attachments.open_file(vault, put.id) as stream:
        assert stream.read() == path.read_bytes()
        stream.seek(size // 2)
        assert stream.read(7) == path.read_bytes()[size // 2 :][:7]
    take_waiting(vault, put.id)
    assert entries.count(vault, Filter()) == bool(size)


def test_discarded_is_gone_from_every_page(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / f"{CANARY}.bin").write_bytes(b"\x00" + CANARY.encode() * 20)
    put = put_aside(vault, tmp_path / f"{CANARY}.bin", why=CANARY)
    vault.scrub()
    assert CANARY.encode() in decrypted(vault.database, vault.data_key)
    assert discard_waiting(vault, put.id)
    assert CANARY.encode() not in decrypted(vault.database, vault.data_key)
    assert waiting(vault) == []
    for act in (discard_waiting, take_waiting, review_waiting):
        with pytest.raises(NotWaiting):
            act(vault, put.id)
    told = [(line.action, line.detail) for line in journal.lines(vault)][-2:]
    assert told == [("put-aside", {"file": put.id}), ("discarded", {"file": put.id})]


def test_what_waits_and_what_was_kept_are_two(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(range(256)))
    put = put_aside(vault, tmp_path / "a.bin")
    assert import_file(vault, tmp_path / "a.bin").kept == 1
    assert [one.name for one in attachments.originals(vault)] == ["a.bin"]
    discard_waiting(vault, put.id)
    assert [attachments.read(vault, one.id) for one in attachments.originals(vault)] == [bytes(range(256))]
    with pytest.raises(NotAFile):
        put_aside(vault, tmp_path / "absent")


def test_a_backup_holds_what_waits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"bonjour")
    with create(tmp_path / "one", PASSPHRASE, cost=LEAST_COST) as made:
        put_aside(made, tmp_path / "a.txt")
        kept = backup.backup(made, tmp_path / "backups")
    backup.restore(kept, tmp_path / "two", PASSPHRASE)
    with open_vault(tmp_path / "two", PASSPHRASE) as restored:
        put = waiting(restored)[0]
        assert attachments.read(restored, put.id) == b"bonjour"
