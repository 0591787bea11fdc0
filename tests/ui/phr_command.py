"""The ``phr`` command run within the test's own process, on a real vault."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from storage.keyslots import LEAST_COST
from storage.vault import create
from ui.cli.program import program

PASSPHRASE = "trois petits chats bleus"
SAMPLE = Path(__file__).parents[2] / "phr" / "sample" / "dossier.json"


class Phr:
    """A vault with a passphrase file and a state folder of its own, and the command to work on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = folder / "vault"
        self.passphrase_file = folder / "passphrase"
        self.passphrase_file.write_text(PASSPHRASE + "\n", "utf-8")
        self.environment = {"XDG_STATE_HOME": str(folder / "state"), "LANG": "en_GB.UTF-8"}

    def create(self, passphrase: str = PASSPHRASE) -> "Phr":
        """Make the vault, at the lowest cost that is allowed."""
        with self.at_home():
            create(self.vault, passphrase, cost=LEAST_COST).close()
        return self

    @contextmanager
    def at_home(self) -> Iterator[None]:
        """The environment that the command sees."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.environment.items():
                patch.setenv(name, value)
            yield

    def run(self, *arguments: object, given: str | bytes | None = None, code: int = 0) -> Result:
        """Run with these arguments and standard input, expecting this exit code."""
        done = CliRunner().invoke(
            program,
            ["--passphrase-file", str(self.passphrase_file), "--lang", "en", *map(str, arguments)],
            input=given,
            env=self.environment,
        )
        assert done.exit_code == code, (arguments, done.exit_code, done.stderr)
        return done

    def refused(self, *arguments: object, given: str | None = None) -> str:
        """The one sentence of a verb that is refused: exit 1, nothing on standard output."""
        done = self.run(*arguments, given=given, code=1)
        assert not done.stdout
        sentences: list[str] = done.stderr.strip().splitlines()
        assert len(sentences) == 1, done.stderr
        return sentences[0]

    def __call__(self, verb: str, *arguments: object, given: str | bytes | None = None, code: int = 0) -> Any:
        """The JSON that a verb of this vault answers; ``verb`` may be two words."""
        done = self.run(*verb.split(), self.vault, *arguments, "--json", given=given, code=code)
        return json.loads(done.stdout)

    def ids(self, *options: object) -> list[str]:
        """The ids of the entries that these options of ``entries`` select."""
        return [entry["id"] for entry in self("entries", "--limit", 1000, *options)["entries"]]


def bundle(*resources: dict[str, Any]) -> bytes:
    """A FHIR collection Bundle of these."""
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def patient(id_: str, family: str, born: str) -> dict[str, Any]:
    """A FHIR Patient."""
    return {"resourceType": "Patient", "id": id_, "name": [{"family": family}], "birthDate": born}


def condition(id_: str, of: str, text: str) -> dict[str, Any]:
    """A FHIR Condition of a patient."""
    return {
        "resourceType": "Condition",
        "id": id_,
        "subject": {"reference": f"Patient/{of}"},
        "code": {"text": text},
    }
