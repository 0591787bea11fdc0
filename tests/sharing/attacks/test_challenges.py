"""Challenges mistyped, forged, replayed and too late; a computer that dies between journal and answer."""

import multiprocessing
import random
import signal
from pathlib import Path

import pytest

from sharing import codes, grants, wordlist
from sharing.errors import BadChallenge, BadCode, GrantEnded, TooManyTries, WrongCode
from sharing.opening import Opening
from sharing.shares import Shares, challenge_key
from storage import grants as rows
from storage import journal
from storage.vault import Vault, open_vault
from tests.sharing.attacks.killed_release import release_and_die
from tests.sharing.conftest import PASSPHRASE, Practice
from tests.ui.phr_command import Phr


def challenge(made: grants.NewGrant) -> str:
    """Another one each time."""
    reading = Opening.from_file(made.envelope)
    reading.unwrap(made.words or "")
    return reading.challenge


def actions(vault: Vault, gid: str = "") -> list[str]:
    return [line.action for line in journal.lines(vault, grant=gid, limit=5000)]


def typos(code: str) -> list[str]:
    """Each character replaced by each other one of the alphabet, and each two neighbours exchanged."""
    found = {
        code[:at] + other + code[at + 1 :]
        for at, char in enumerate(code)
        for other in codes.ALPHABET
        if char not in {"-", other}
    }
    bare = code.replace("-", "")
    swapped = {bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :] for at in range(len(bare) - 1)}
    return sorted(found | swapped - {bare})


def test_no_word_stands_for_another() -> None:
    """Each word of a challenge replaced by each other of its list, and each two neighbours exchanged."""
    shares = Shares.draw()
    key = challenge_key(shares.gid, shares.practitioner)
    for language in wordlist.LANGUAGES:
        said = codes.to_words(codes.challenge(key, shares.gid), language).split()
        slips = [
            [*said[:at], word, *said[at + 1 :]]
            for at in range(len(said))
            for word in wordlist.words(language)
            if word != said[at]
        ]
        slips += [[*said[:at], said[at + 1], said[at], *said[at + 2 :]] for at in range(len(said) - 1)]
        for slip in slips:
            if slip == said:
                continue
            try:
                readings = codes.readings(" ".join(slip), codes.CHALLENGE_SIZE)
            except BadCode:
                continue
            assert not any(codes.is_challenge_of(key, shares.gid, code) for code in readings), slip


def test_typos_at_the_command_are_refused_and_release_nothing(tmp_path: Path) -> None:
    phr = Phr(tmp_path).create()
    phr("add", "--kind", "allergy", "--title", "Pénicilline", "--person", "Jeanne Martin")
    phr("practitioner add", "--name", "Dr Reine")
    made = phr(
        "grant new", "--to", "Dr Reine", "--until", "P7D", "--kind", "allergy", "--out", tmp_path / "out"
    )
    reading = Opening.from_file(Path(made["envelope"]))
    reading.unwrap(made["words"])
    for typed in random.Random(4).sample(typos(reading.challenge), 4):
        phr.refused("release", phr.vault, typed)
    assert phr("grant list")["grants"][0]["released"] == 0
    assert phr("release", reading.challenge.lower())["left"] == 0


def test_a_challenge_of_one_access_releases_no_other(practice: Practice) -> None:
    ended, runs = practice.grant(), practice.grant(releases=5)
    late = challenge(ended)
    grants.revoke(practice.vault, ended.gid)
    with pytest.raises(GrantEnded) as refused:
        grants.release(practice.vault, late)
    assert refused.value.gid == ended.gid
    assert rows.grant(practice.vault, runs.gid).released == 0
    given = grants.release(practice.vault, challenge(runs))
    assert given.gid == runs.gid
    reading = Opening.from_file(ended.envelope)
    reading.unwrap(ended.words or "")
    with pytest.raises(WrongCode):
        reading.open(given.code)


def test_a_replay_gives_nothing_new(practice: Practice) -> None:
    made = practice.grant(releases=2)
    first = challenge(made)
    answer = grants.release(practice.vault, first).code
    for _ in range(3):
        again = grants.release(practice.vault, first)
        assert (again.code, again.repeat, again.left) == (answer, True, 1)
    grants.release(practice.vault, challenge(made))
    grants.received(practice.vault, made.gid)
    with pytest.raises(GrantEnded):
        grants.release(practice.vault, first)
    other = Opening.from_file(made.envelope)
    other.unwrap(made.words or "")
    with pytest.raises(WrongCode):  # an old answer, at another opening
        other.open(answer)


@pytest.mark.parametrize("how", ["withdrawn", "expired", "used-up"])
def test_an_access_that_ends_between_question_and_answer(practice: Practice, how: str) -> None:
    made = practice.grant()
    asked = challenge(made)
    assert grants.who_asks(practice.vault, asked).grant.gid == made.gid
    if how == "withdrawn":
        grants.revoke(practice.vault, made.gid)
    elif how == "expired":
        practice.clock.now = made.expires_at
    else:
        grants.release(practice.vault, challenge(made))
    with pytest.raises(GrantEnded):
        grants.release(practice.vault, asked)
    assert actions(practice.vault, made.gid).count("released") == (how == "used-up")


@pytest.mark.parametrize("moment", ["before the commit", "between journal and answer"])
def test_killed_at_the_answer(practice: Practice, tmp_path: Path, moment: str) -> None:
    """Journal first: an answer that may have been seen is in the history, and one that is not there was never made."""
    made = practice.grant()
    asked = challenge(made)
    folder = practice.vault.folder
    practice.vault.close()
    process = multiprocessing.get_context("spawn").Process(
        target=release_and_die, args=(folder, PASSPHRASE, practice.clock.now, asked, moment)
    )
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    with open_vault(folder, PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ()
        assert journal.verify(vault) == []
        known = moment == "between journal and answer"
        assert actions(vault, made.gid) == ["grant-made"] + ["released"] * known
        if known:
            with pytest.raises(GrantEnded):
                grants.release(vault, challenge(made))
        answer = grants.release(vault, asked)
        assert (answer.repeat, answer.left) == (known, 0)


def test_a_thousand_forgeries_release_nothing_and_lock_nobody_out(practice: Practice) -> None:
    made = practice.grant()
    right = challenge(made)
    chance = random.Random(1000)
    forged = [
        *typos(right)[:400],
        *(codes.to_text(chance.randbytes(10)) for _ in range(300)),
        *(codes.to_words(chance.randbytes(10), chance.choice(wordlist.LANGUAGES)) for _ in range(200)),
        *("".join(chance.choices("0OIl-é🂡 ZU", k=chance.randrange(30))) for _ in range(100)),
    ]
    assert len(forged) == 1000
    for number, code in enumerate(forged):
        with pytest.raises(BadChallenge):
            grants.release(practice.vault, code)
        if number >= 9 and number % 50 == 0:
            with pytest.raises(TooManyTries):
                grants.release(practice.vault, right)
        practice.clock.advance(seconds=10)
    assert actions(practice.vault, made.gid) == ["grant-made"]
    assert actions(practice.vault).count("release-refused") == 1000
    assert not grants.release(practice.vault, right).repeat
