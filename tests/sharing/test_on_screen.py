"""On my screen: exactly the preview, in the history before anything is shown, and never left."""

import hashlib
import json

import pytest

from phr.entry import Kind
from sharing import grants as sharing
from sharing import on_screen
from sharing.errors import BadTerms, NothingToShare, WrongMode
from sharing.preview import select
from sharing.scope import Scope
from storage import curate, entries, grants, journal
from tests.sharing.conftest import Practice


def test_it_is_exactly_the_preview_and_journalled(practice: Practice) -> None:
    hidden = entries.add_own(practice.vault, practice.person.id, Kind.PROBLEM, "Caché")
    curate.set_hidden(practice.vault, [hidden.id], hidden=True)
    scope = Scope(person=practice.person.id)
    showing = on_screen.begin(
        practice.vault, practitioner=practice.doctor.id, purpose="", scope=scope, minutes=15
    )
    shown = json.loads(showing.bundle)["entry"][1:]  # the patient comes first
    selected = select(practice.vault, scope).entries
    ids = [one["resource"]["identifier"][-1]["value"] for one in shown]
    assert ids == [entry.id for entry in selected] == [practice.entry.id]
    row = grants.grant(practice.vault, showing.gid)
    assert json.loads(row.entries) == ids
    assert row.digest == hashlib.sha256(showing.bundle).digest()
    assert journal.lines(practice.vault, grant=showing.gid)[0].action == "screen-begun"
    assert "bundle" not in repr(showing)
    with pytest.raises(WrongMode):
        sharing.revoke(practice.vault, showing.gid)


@pytest.mark.parametrize("minutes", [0, -5, on_screen.LONGEST + 1])
def test_an_absurd_time_is_refused(practice: Practice, minutes: int) -> None:
    scope = Scope(person=practice.person.id)
    with pytest.raises(BadTerms):
        on_screen.begin(
            practice.vault, practitioner="Dr Salomé Roux", purpose="", scope=scope, minutes=minutes
        )
    assert grants.grants(practice.vault) == []


def test_nothing_is_not_shown(practice: Practice) -> None:
    scope = Scope(person=practice.person.id, without=(practice.entry.id,))
    with pytest.raises(NothingToShare):
        on_screen.begin(practice.vault, practitioner="Dr Salomé Roux", purpose="", scope=scope, minutes=5)
    assert grants.grants(practice.vault) == []
