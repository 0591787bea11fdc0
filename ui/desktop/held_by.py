"""Who was given an item, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from sharing.holders import shared_with
from storage import practitioners
from storage.vault import Vault
from ui.catalogue import translate
from ui.desktop.dates import show_instant
from ui.desktop.names import state_name


@dataclass(frozen=True, slots=True)
class Holder:
    """A care professional who was given the entry, when, and what became of that access."""

    name: str
    at: str
    state: str


def holders(vault: Vault, entry_id: str) -> tuple[Holder, ...]:
    """Who was given an entry. Raises ``NoSuchEntry``."""
    names = {one.id: one.name for one in practitioners.practitioners(vault)}
    return tuple(
        Holder(names[row.practitioner], row.made_at, row.state) for row in shared_with(vault, entry_id)
    )


def holders_text(found: Sequence[Holder]) -> str:
    """A line for each, or that there is nobody."""
    if not found:
        return translate("HeldBy", "Nobody: it has been in no access.")
    return "\n".join(_given(one) for one in found)


def _given(holder: Holder) -> str:
    text = translate("HeldBy", "Given to %1 on %2 (%3)").replace("%3", state_name(holder.state))
    return text.replace("%2", show_instant(holder.at)).replace("%1", holder.name)
