"""What verifying finds, beside damaged pages (test_vault) and the journal (test_journal)."""

import pytest

from storage import journal, verify
from storage.errors import Cancelled, DamagedVault, VaultLocked
from storage.practitioners import add_practitioner, practitioners
from storage.vault import Vault


def test_a_fresh_vault_is_sound(vault: Vault) -> None:
    assert verify.verify(vault) == []


def test_a_dangling_reference(vault: Vault) -> None:
    with vault.write() as db:
        db.execute("PRAGMA defer_foreign_keys=ON")
        db.execute("INSERT INTO label(entry, label) VALUES ('gone', 'x')")
        assert [fault.kind for fault in verify.check(db)] == ["reference"]
        db.execute("DELETE FROM label")


def test_an_index_that_contradicts_its_table(vault: Vault) -> None:
    add_practitioner(vault, "Dr")
    with vault.write() as db:
        db.execute("PRAGMA writable_schema=ON")
        db.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'specialty  TEXT NOT NULL', 'specialty  BLOB NOT NULL')"
        )
        db.execute("PRAGMA writable_schema=OFF")
    with vault.write() as db:
        db.execute("PRAGMA schema_version=1000")
    assert {fault.kind for fault in verify.verify(vault)} == {"structure"}


def test_an_empty_journal_is_damage(vault: Vault) -> None:
    with vault.write() as db:
        db.execute("DROP TRIGGER journal_no_delete")
        db.execute("DELETE FROM journal")
    for ask in (vault.now, lambda: journal.head(vault)):
        with pytest.raises(DamagedVault):
            ask()


def test_it_can_be_stopped(vault: Vault) -> None:
    add_practitioner(vault, "Dr")
    with pytest.raises(Cancelled):
        verify.verify(vault, cancelled=lambda: True)
    assert verify.verify(vault, cancelled=lambda: False) == []


def test_a_locked_vault_says_so(vault: Vault) -> None:
    vault.close()
    for ask in (vault.now, vault.scrub, lambda: practitioners(vault), lambda: add_practitioner(vault, "Dr")):
        with pytest.raises(VaultLocked):
            ask()
