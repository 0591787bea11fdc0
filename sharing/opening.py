"""Opening a package without a browser: the practitioner's side, for a terminal and for tests.

Look at what is needed, :meth:`Opening.unwrap` where there are words, then :meth:`Opening.open`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sharing import codes, spelling
from sharing.envelope import WORD_COUNT, Envelope, Mode
from sharing.errors import WrongCode, WrongWords
from sharing.padding import unpad
from sharing.shares import RELEASE_SHARE_SIZE, Shares, challenge_key, mask_key, unseal

if TYPE_CHECKING:
    from pathlib import Path


class Opening:
    """One opening of one file. In mode ``code`` each has a challenge of its own, and only its answer opens it."""

    def __init__(self, envelope: Envelope) -> None:
        self._envelope = envelope
        self._practitioner = b"" if envelope.salt else envelope.share
        self._release = b""
        self._challenge = b""

    @classmethod
    def from_file(cls, path: Path) -> Opening:
        """Raises :class:`NotAPackage`, :class:`NewerPackage`, :class:`DamagedPackage`, ``OSError``."""
        return cls(Envelope.from_file(path.read_bytes()))

    @property
    def mode(self) -> Mode:
        """How the file is opened."""
        return self._envelope.mode

    @property
    def needs_words(self) -> bool:
        """Whether :meth:`unwrap` must be called first."""
        return self.mode is not Mode.CARD

    @property
    def needs_code(self) -> bool:
        """Whether :meth:`open` takes a code: the answer to the challenge, or the card's."""
        return self.mode is not Mode.NO_WAY_BACK

    @property
    def challenge(self) -> str:
        """What to read to the patient, in mode ``code`` after :meth:`unwrap`; else ""."""
        return codes.to_text(self._challenge) if self._challenge else ""

    def unwrap(self, words: str) -> None:
        """Take the words, misspelled ones too where only one word can be meant. Raises :class:`WrongWords`; may be
        tried again."""
        self._practitioner, self._release = self._unwrapped(words)
        if self.mode is Mode.CODE:
            key = challenge_key(self._envelope.gid, self._practitioner)
            self._challenge = codes.challenge(key, self._envelope.gid)

    def open(self, code: str = "") -> bytes:
        """The FHIR Bundle as JSON. ``code`` may be typed in characters or in words.

        Raises :class:`BadCode`, :class:`WrongCode`, :class:`DamagedPackage`; may be tried again.
        """
        if not self._practitioner:
            raise ValueError("the words come first")
        if not self.needs_code:
            return self._unsealed(self._release)
        for reading in codes.readings(code, RELEASE_SHARE_SIZE):
            with suppress(WrongCode):
                return self._unsealed(self._release_in(reading))
        raise WrongCode

    def _unwrapped(self, typed: str) -> tuple[bytes, bytes]:
        for phrase in spelling.phrases(typed, WORD_COUNT[self.mode]):
            with suppress(WrongWords):
                return self._envelope.unwrap(phrase)
        raise WrongWords

    def _release_in(self, code: bytes) -> bytes:
        if self.mode is not Mode.CODE:
            return code
        key = mask_key(self._envelope.gid, self._practitioner)
        return codes.answer(key, self._envelope.gid, codes.nonce_of(self._challenge), code)

    def _unsealed(self, release: bytes) -> bytes:
        shares = Shares(self._envelope.gid, self._practitioner, release)
        return unpad(unseal(self._envelope.payload, shares.identity()))
