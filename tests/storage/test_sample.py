"""The sample record: there to be looked at, and gone without a trace."""

from pathlib import Path

import pytest

from storage import entries, people, state
from storage.entries import Filter
from storage.errors import VaultInUse
from storage.sample import discard_sample, is_sample, open_sample
from storage.vault import Vault


def test_the_sample_goes_away_whole(vault: Vault) -> None:
    before = state.path().read_bytes()
    sample = open_sample()
    assert is_sample(sample)
    assert not is_sample(vault)
    assert entries.count(sample, Filter()) > 50
    assert len(people.people(sample)) == 1
    assert state.record(sample.id) is not None
    discard_sample(sample)
    assert not sample.folder.exists()
    assert state.record(sample.id) is None
    assert state.path().read_bytes() == before


def test_one_left_behind_by_a_crash_is_replaced() -> None:
    left = open_sample()
    left.close()  # as the system closes it when the program dies
    again = open_sample()
    assert state.record(left.id) is None
    assert entries.count(again, Filter()) > 50
    discard_sample(again)


def test_one_that_is_shown_elsewhere_stays() -> None:
    shown = open_sample()
    with pytest.raises(VaultInUse):
        open_sample()
    assert state.record(shown.id) is not None
    assert entries.count(shown, Filter()) > 50
    discard_sample(shown)


def test_no_other_vault_goes_that_way(vault: Vault) -> None:
    with pytest.raises(AssertionError):
        discard_sample(vault)
    assert isinstance(vault.folder, Path)
    assert vault.folder.exists()
