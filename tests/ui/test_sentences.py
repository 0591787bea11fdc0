"""Every cause of failure has a sentence of its own, in both languages."""

import errno
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pkgutil import walk_packages

import pytest

import phr
import sharing
import storage
from phr.errors import FormatError, PhrError
from sharing.errors import BadTerms, GrantEnded, GrantNotBegun, LateReply, TooManyTries, WrongMode
from storage.errors import Candidate, SeveralPatients, WrongPassphrase
from storage.people import Person
from ui import catalogue
from ui.cli.errors import WhoseRecord
from ui.notices import notice
from ui.sentences import has_own_sentence, sentence


@pytest.fixture(autouse=True, params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = catalogue.language()
    catalogue.set_language(request.param)
    yield request.param
    catalogue.set_language(before)


def causes(of: type[Exception] = PhrError) -> Iterator[type[Exception]]:
    for kind in of.__subclasses__():
        yield kind
        yield from causes(kind)


def test_every_class_has_its_sentence() -> None:
    for room in (phr, storage, sharing):
        for module in walk_packages(room.__path__, room.__name__ + "."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    rooms = ("phr.", "storage.", "sharing.", "ui.cli.")
    missing = [
        kind.__name__ for kind in causes() if kind.__module__.startswith(rooms) and not has_own_sentence(kind)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "error",
    [
        FormatError("why", "entry[3]"),
        FormatError("why"),
        *(BadTerms(why) for why in ("ended", "order", "releases")),
        TooManyTries(1),
        TooManyTries(7),
        *(GrantEnded("g", state) for state in ("withdrawn", "expired", "used-up", "copied", "rolled-back")),
        *(LateReply("g", state) for state in ("withdrawn", "expired")),
        GrantNotBegun("g", datetime(2027, 1, 2, 12, tzinfo=UTC)),
        *(WrongMode("g", mode) for mode in ("card", "code", "no-way-back")),
        SeveralPatients((Candidate("Patient/1", "Ana", ""),), ()),
        WhoseRecord([Person("1", "Ana"), Person("2", "Bea")]),
        FileNotFoundError(errno.ENOENT, "No such file", "dossier.json"),
        OSError(errno.EIO, "Input/output error", "dossier.json"),
        OSError("without a number"),
    ],
    ids=repr,
)
def test_a_sentence_is_whole(error: Exception) -> None:
    text = sentence(error)
    assert text[0].isupper()
    assert "{" not in text
    assert "%n" not in text


def test_a_sentence_changes_with_the_language(language: str) -> None:
    expected = {
        "en": "This passphrase does not open the vault.",
        "fr": "Cette phrase secrète n’ouvre pas le coffre.",
    }
    assert sentence(WrongPassphrase()) == expected[language]


def test_a_file_that_is_not_there_is_named() -> None:
    assert "dossier.json" in sentence(FileNotFoundError(errno.ENOENT, "No such file", "dossier.json"))


def test_who_is_meant_is_named() -> None:
    assert "Ana (1), Bea (2)" in sentence(WhoseRecord([Person("1", "Ana"), Person("2", "Bea")]))


@pytest.mark.parametrize(
    "code", ["copied", "rolled-back", "shares-dropped", "date-unconfirmed", "wrong-clock"]
)
def test_every_notice_has_its_sentence(code: str) -> None:
    assert notice(code)[0].isupper()


def test_a_fault_of_the_program_has_none() -> None:
    with pytest.raises(TypeError):
        sentence(RuntimeError("ours"))
