"""A selection, with all that is said of it before anything leaves."""

from dataclasses import dataclass

from sharing.consultation import Consultation, since_last
from sharing.guard import Guess, guess
from sharing.preview import Preview, leaves_care_out
from storage.grants import GrantRow
from storage.vault import Vault
from ui.desktop.changes_panel import Changes


@dataclass(frozen=True, slots=True)
class Looked:
    """``changes`` are those since the former access, None for a new one; ``since`` those since the last access."""

    shown: Preview
    leaves_care_out: bool
    guesses: list[Guess]
    changes: Changes | None
    since: Consultation

    @classmethod
    def at(cls, vault: Vault, shown: Preview, former: GrantRow | None, practitioner: str) -> "Looked":
        """Read it: too long for the window's thread."""
        changes = Changes.of(vault, former, shown) if former else None
        since = since_last(vault, practitioner, shown, Consultation())
        return cls(shown, leaves_care_out(vault, shown), guess(vault, shown), changes, since)
