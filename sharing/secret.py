"""What the state file keeps of a grant, and what is gone for good once it is dropped from there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage import state

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class GrantSecret:
    """The release share, the key that hides it in answers, and the words, so that the patient can read them again.

    ``mask_key`` is empty and ``words`` "" for a card.
    """

    release: bytes = field(repr=False)
    mask_key: bytes = field(repr=False)
    words: str = field(repr=False)

    def keep(self, vault: Vault, gid: str) -> None:
        """Write it; on the disk when this returns."""
        members = {"release": self.release.hex(), "mask_key": self.mask_key.hex(), "words": self.words}
        state.put_share(vault, gid, json.dumps(members).encode())

    @classmethod
    def of(cls, vault: Vault, gid: str) -> GrantSecret | None:
        """The secret of a grant, or None once it is gone."""
        kept = state.get_share(vault, gid)
        if kept is None:
            return None
        members = json.loads(kept)
        return cls(bytes.fromhex(members["release"]), bytes.fromhex(members["mask_key"]), members["words"])
