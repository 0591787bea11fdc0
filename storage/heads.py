"""Heads of the journal that somebody else holds, and whether a vault's journal still leads through them.

A head as text, to be printed, typed or pasted: ``a1b2c3d4-128-3f9a-…-9e2b``. That is the first 8 hexadecimal digits
of the vault's id, the number of the line, the first 32 of its hash in groups of four, and four for typing mistakes:
the first of the SHA-256 of all that stands before them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import journal, place
from storage.errors import HeadOfAnotherVault, NotAHead

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault

_TAG, _HASH, _CHECK = 8, 32, 4  # hexadecimal digits; 128 bits of the hash
_LONGEST = 200
_TEXT = re.compile(rf"([0-9a-f]{{{_TAG}}})-([1-9][0-9]{{0,14}})-((?:[0-9a-f]-?){{{_HASH + _CHECK}}})")
_GAP = re.compile(r"[\s\-\u2010-\u2014]+")  # spaces, line ends, and the dashes that programs put for a hyphen
_LOOK_ALIKE = str.maketrans("oil", "011")
_NAMING = ("created", "copied", "restored")  # lines that give the vault its id


@dataclass(frozen=True, slots=True)
class Continuation:
    """Whether the journal ``holds`` line ``seq`` of a head; if not, how many running accesses ``ended``."""

    seq: int
    holds: bool
    ended: int = 0


def head_text(vault_id: str, seq: int, digest: str) -> str:
    """A head as it is printed; ``digest`` is the hash of line ``seq`` in hexadecimal."""
    groups = [digest[start : start + 4] for start in range(0, _HASH, 4)]
    text = "-".join([vault_id[:_TAG], str(seq), *groups])
    return f"{text}-{_check(text)}"


def check_head(vault: Vault, text: str) -> Continuation:
    """Whether the journal leads through the head ``text``, with no fault in any line.

    If it does not, this vault is older than that head or went another way since: running accesses end, their shares
    are dropped, and both stand in the journal. Raises :class:`NotAHead`, :class:`HeadOfAnotherVault`.
    """
    tag, seq, digest = _parse(text)
    with vault.read() as db:
        if tag not in _tags(db):
            raise HeadOfAnotherVault
        row = db.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()
        holds = row is not None and row[0].hex().startswith(digest) and not any(journal.check(db))
    return Continuation(seq, holds) if holds else Continuation(seq, holds, place.start_over(vault))


def _parse(untrusted_text: str) -> tuple[str, int, str]:
    text = _GAP.sub("-", untrusted_text[:_LONGEST].strip().lower()).translate(_LOOK_ALIKE)
    found = _TEXT.fullmatch(text)
    if found is None:
        raise NotAHead
    digits = found[3].replace("-", "")
    tag, seq, digest = found[1], int(found[2]), digits[:_HASH]
    if head_text(tag, seq, digest)[-_CHECK:] != digits[_HASH:]:
        raise NotAHead
    return tag, seq, digest


def _check(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_CHECK]


def _tags(db: Connection) -> set[str]:
    """The beginnings of all ids that this vault has had: a copy or a restored vault is given a new one."""
    rows = db.execute(
        f"SELECT json_extract(detail, '$.vault') FROM journal WHERE action IN {_NAMING!r} AND json_valid(detail)"
    ).fetchall()
    return {str(name)[:_TAG] for (name,) in rows}
