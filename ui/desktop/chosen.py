"""What was chosen on the path to an access, once nothing is missing, and each way of handing it over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sharing import on_screen
from sharing.consultation import Consultation
from sharing.envelope import Mode
from sharing.grants import NewGrant, new_grant
from sharing.on_screen import Showing
from sharing.preview import select
from sharing.scope import Scope
from storage.practitioners import Practitioner
from storage.vault import Vault
from ui.catalogue import language
from ui.desktop.pages_step import Wanted


@dataclass(frozen=True, slots=True)
class Terms:
    """How long and how often. ``former`` is the access that the new one takes the place of, or ""."""

    mode: Mode
    not_before: datetime | None
    until: datetime
    releases: int
    former: str
    keep_former: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """To whom, why and what. ``scope`` reads the vault: it is called off the window's thread."""

    vault: Vault
    practitioner: Practitioner
    purpose: str
    scope: Callable[[], Scope]
    consultation: Consultation

    def give(self, terms: Terms, folder: Path) -> NewGrant:
        """Make the access, its files in ``folder``. Raises as :func:`sharing.grants.new_grant`."""
        return new_grant(
            self.vault,
            practitioner=self.practitioner.id,
            purpose=self.purpose,
            scope=self.scope(),
            not_before=terms.not_before,
            until=terms.until,
            releases=terms.releases,
            mode=terms.mode,
            folder=folder,
            language="en" if language() == "en" else "fr",
            former=terms.former,
            keep_former=terms.keep_former,
            consultation=self.consultation,
        )

    def show(self, minutes: int) -> Showing:
        """Begin to show it on this screen. Raises as :func:`sharing.on_screen.begin`."""
        return on_screen.begin(
            self.vault,
            practitioner=self.practitioner.id,
            purpose=self.purpose,
            scope=self.scope(),
            minutes=minutes,
            consultation=self.consultation,
        )

    def on_pages(self) -> Wanted:
        """What is to be set on pages."""
        return Wanted(
            self.vault,
            lambda: select(self.vault, self.scope()),
            self.practitioner,
            self.purpose,
            self.consultation,
        )
