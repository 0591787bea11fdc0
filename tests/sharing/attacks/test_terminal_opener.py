"""``phr open`` and what is under it: every spoilt file is refused, soon, and nothing is written."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from sharing import page
from sharing.envelope import Envelope, Mode
from sharing.errors import DamagedPackage, NewerPackage, NotAPackage, WrongCode, WrongWords
from sharing.opening import Opening
from tests.sharing.attacks.envelopes import Case, Material, absurd
from tests.sharing.reader_packages import Sealed, seal
from ui.cli.program import program

REFUSALS = (NotAPackage, NewerPackage, DamagedPackage, WrongCode)
ABSURD = absurd()


@pytest.fixture(scope="module")
def material() -> Material:
    return Material()


@contextmanager
def soon() -> Iterator[None]:
    """Within a second of the processor's time."""
    start = time.process_time()
    yield
    assert time.process_time() - start < 1


def test_the_package_itself_opens(material: Material) -> None:
    opened = Opening(Envelope.from_file(material.own.envelope)).open(material.own.card())
    assert len(opened) > 3 * 65536 - 100
    assert len(material.parts.chunks) == 4


def test_every_spoilt_file_is_refused(material: Material) -> None:
    cases = material.cases()
    assert len(cases) > 400
    for case in cases:
        with soon(), pytest.raises(REFUSALS):
            Opening(Envelope.from_file(material.file(case))).open(material.own.card())


@pytest.mark.parametrize("case", ABSURD, ids=lambda case: case.name)
def test_an_absurd_file_costs_nothing(case: Case) -> None:
    data = b"".join(piece for piece in case.pieces if isinstance(piece, bytes))
    for file in (data, page.page(data)):
        with soon(), pytest.raises(REFUSALS):
            Opening(Envelope.from_file(file)).open("0" * 24)


def test_words_and_answers_of_one_access_do_not_open_another() -> None:
    first, second = seal(b"{}", Mode.CODE), seal(b"{}", Mode.CODE)
    with soon(), pytest.raises(WrongWords):
        Opening(Envelope.from_file(first.envelope)).unwrap(second.words)
    openings = []
    for sealed in (first, second):
        opening = Opening(Envelope.from_file(sealed.envelope))
        opening.unwrap(sealed.words)
        openings.append(opening)
    answers = [sealed.answer(one.challenge) for sealed, one in zip((first, second), openings, strict=True)]
    for opening, answer in zip(openings, reversed(answers), strict=True):
        with pytest.raises(WrongCode):
            opening.open(answer)
    again = Opening(Envelope.from_file(first.envelope))
    again.unwrap(first.words)
    with pytest.raises(WrongCode):
        again.open(answers[0])  # an answer to another opening of the same file


@pytest.mark.parametrize("crossed", ['"gid":"', '"salt":"', '"share":"'])
def test_a_wrap_with_a_part_of_another_does_not_open(crossed: str) -> None:
    first, second = (seal(b"{}", Mode.CODE) for _ in range(2))
    mine, theirs = (_value(one, crossed) for one in (first, second))
    assert first.envelope.count(mine) == 1
    with soon(), pytest.raises(WrongWords):
        Envelope.from_file(first.envelope.replace(mine, theirs)).unwrap(first.words)


def _value(sealed: Sealed, name: str) -> bytes:
    return sealed.envelope.partition(name.encode())[2].partition(b'"')[0]


def test_the_command_writes_nothing_for_a_refused_file(
    material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One case of each kind, and all absurd ones, as a person would open them."""
    place = tmp_path / "place"
    place.mkdir()
    file = tmp_path / "dossier.phr"
    monkeypatch.chdir(place)
    for name in ("TMPDIR", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(place))
    code = material.own.card() + "\n"
    command = ["--lang", "en", "open", str(file), "--out", "bundle.json"]
    kinds = {case.name.rstrip("0123456789 ").split(" ")[0]: case for case in material.cases()}
    for case in (*kinds.values(), *ABSURD):
        file.write_bytes(material.file(case))
        with soon():
            done = CliRunner().invoke(program, command, input=code)
        assert (done.exit_code, done.stdout) == (1, ""), case.name
        assert len(done.stderr.strip().splitlines()) == 1, case.name
        assert not list(place.iterdir()), case.name
    file.write_bytes(material.own.envelope)
    assert CliRunner().invoke(program, command, input=code).exit_code == 0
    assert [one.name for one in place.iterdir()] == ["bundle.json"]
