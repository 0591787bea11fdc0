"""Care professionals, and the rows of their accesses."""

import pytest

from storage import grants, journal
from storage.errors import NoSuchGrant, NoSuchPractitioner, SeveralPractitioners
from storage.practitioners import Practitioner, add_practitioner, practitioner, practitioners
from storage.vault import Vault
from tests.storage.conftest import add_grant

GID = "a" * 32


def test_one_is_found_by_id_and_by_name(vault: Vault) -> None:
    added = add_practitioner(
        vault, "  Dr Léa Martin ", specialty="Cardiologie", rpps="10001234567", contact="01 02 03 04 05"
    )
    assert added == Practitioner(added.id, "Dr Léa Martin", "Cardiologie", "10001234567", "01 02 03 04 05")
    assert practitioner(vault, added.id) == added
    assert practitioner(vault, "Dr Léa Martin") == added


def test_two_of_one_name_need_the_id(vault: Vault) -> None:
    first, second = add_practitioner(vault, "Dr Martin"), add_practitioner(vault, "Dr Martin")
    with pytest.raises(SeveralPractitioners):
        practitioner(vault, "Dr Martin")
    assert practitioner(vault, second.id) == second
    assert {found.id for found in practitioners(vault)} == {first.id, second.id}


def test_nobody(vault: Vault) -> None:
    for wanted in ("", "Dr Nobody", "%"):
        with pytest.raises(NoSuchPractitioner):
            practitioner(vault, wanted)


def test_one_without_a_name(vault: Vault) -> None:
    with pytest.raises(ValueError, match="name"):
        add_practitioner(vault, "  ")


def test_the_journal_has_the_id_and_not_the_name(vault: Vault) -> None:
    added = add_practitioner(vault, "Dr Martin")
    line = journal.lines(vault)[-1]
    assert (line.action, line.detail) == ("practitioner-added", {"practitioner": added.id})


def test_a_grant_is_kept_column_for_column(vault: Vault) -> None:
    row = add_grant(vault)
    assert grants.grant(vault, GID) == row
    assert grants.grants(vault) == [row]
    with vault.write() as db:
        grants.update(db, GID, state="withdrawn", released=1, ended_at="2026-03-02T08:30:00Z")
    changed = grants.grant(vault, GID)
    assert (changed.state, changed.released, changed.ended_at) == ("withdrawn", 1, "2026-03-02T08:30:00Z")


def test_no_such_grant(vault: Vault) -> None:
    with pytest.raises(NoSuchGrant):
        grants.grant(vault, GID)
    with pytest.raises(NoSuchGrant), vault.write() as db:
        grants.update(db, GID, state="withdrawn")


def test_no_such_column(vault: Vault) -> None:
    add_grant(vault)
    with pytest.raises(ValueError, match="column"), vault.write() as db:
        grants.update(db, GID, **{"state = 'x' --": "y"})
