"""What the files of entries say: words that entries are found by, and what was recognised in pictures.

Nothing of it is the record's: it is never exported and never in an access. It goes with its entry.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from phr.formats.document_text import READABLE, media_type_of, text_of
from phr.formats.fhir.texts import at
from storage import attachments, bodies, journal, search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from phr.formats.fhir.items import Resource
    from storage.connection import Connection
    from storage.documents import File
    from storage.vault import Vault

HOLDERS = {"DocumentReference": "content.attachment", "DiagnosticReport": "presentedForm", "Media": "content"}
"""Where a resource may hold files itself."""

READ, RECOGNISED = "read", "recognised"

# Characters of different words that one file adds to an entry's.
_MOST_WORDS = 60_000
_LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]{2,}")
# Seconds for which catching up holds the vault at a time.
_TURN = 0.3
_INSERT = "INSERT OR REPLACE INTO document_text (entry, file, origin, words, text) VALUES (?, ?, ?, ?, ?)"
_PENDING = """
    SELECT id FROM entry WHERE kind = 'document' AND id NOT IN (SELECT entry FROM document_text)
    UNION SELECT entry FROM attachment WHERE entry NOT IN (SELECT entry FROM document_text)
"""


# What tells a file from the others of its entry, its media type, and what gives its bytes.
_Readable = tuple[str, str, "Callable[[], bytes]"]


def index(db: Connection, entry: str) -> None:
    """Read the files of an entry that were not looked at yet, in the caller's transaction.

    What cannot be read has no words; it is not tried again.
    """
    known = {row[0] for row in db.execute("SELECT file FROM document_text WHERE entry = ?", (entry,))}
    found = [
        (file, words_of(text_of(read(), media_type)))
        for file, media_type, read in _files(db, entry)
        if file not in known
    ]
    # The row without a file says that the entry was looked at.
    rows = found or ([] if known else [("", "")])
    db.executemany(_INSERT, [(entry, file, READ, words, "") for file, words in rows])
    _add_words(db, entry, [words for _, words in found])


def arriving(resource: Resource, files: Iterable[File]) -> list[tuple[str, str]]:
    """What a resource that comes brings to be read, its ``files`` taken out of it: the rows of :func:`put`."""
    brought: list[_Readable] = [
        (file.id, file.media_type, partial(_same, file.data))
        for file in files
        if media_type_of(file.media_type) in READABLE
    ]
    brought += _inline(resource, resource["resourceType"])
    return [(file, words_of(text_of(read(), media_type))) for file, media_type, read in brought]


def put(db: Connection, read: Iterable[tuple[str, list[tuple[str, str]]]]) -> None:
    """Note what was read for new entries, whose searched words hold it already, in the caller's transaction."""
    db.executemany(
        _INSERT,
        [
            # The row without a file says that the entry was looked at.
            (entry, file, READ, words, "")
            for entry, rows in read
            for file, words in rows or [("", "")]
        ],
    )


def put_recognised(db: Connection, entry: str, file: str, text: str) -> None:
    """Keep what was recognised in a file of an entry, and its words, in the caller's transaction."""
    words = words_of(text)
    db.execute(_INSERT, (entry, file, RECOGNISED, words, text))
    _add_words(db, entry, [words])


def words_of(text: str) -> str:
    """The different words of a text, in their order and within bounds."""
    words: dict[str, None] = {}
    size = 0
    for found in _WORD.finditer(text):
        word = found[0][:_LONGEST_WORD].casefold()
        if word not in words:
            size += len(word) + 1
            if size > _MOST_WORDS:
                break
            words[word] = None
    plain = " ".join(words)
    return f"{plain} {search.spelled_out(*words)}".strip()


def words_of_files(db: Connection, entry: str) -> str:
    """All that the files of an entry add to its searched words."""
    rows = db.execute("SELECT words FROM document_text WHERE entry = ? AND words <> ''", (entry,))
    return " ".join(row[0] for row in rows)


def recognised(vault: Vault, entry: str) -> str:
    """What was recognised in the pictures of an entry, a page after the other (form feeds between), "" if nothing."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT text FROM document_text WHERE entry = ? AND origin = ? AND text <> '' ORDER BY rowid",
            (entry, RECOGNISED),
        ).fetchall()
    return "\f".join(row[0] for row in rows)


def drop(db: Connection, entry: str) -> None:
    """Forget what was read for an entry whose resource changes, in the caller's transaction: :func:`index` follows."""
    db.execute("DELETE FROM document_text WHERE entry = ? AND origin = ?", (entry, READ))


def catch_up(vault: Vault, *, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Read the files of entries that came before files were read: how many. Short transactions, each with its line."""
    with vault.read() as db:
        waiting = [row[0] for row in db.execute(_PENDING)]
    done = 0
    while waiting and not cancelled():
        with vault.write() as db:
            until = time.monotonic() + _TURN
            before = len(waiting)
            while waiting and time.monotonic() < until:
                entry = waiting.pop()
                if db.execute("SELECT 1 FROM entry WHERE id = ?", (entry,)).fetchone():
                    index(db, entry)
            done += before - len(waiting)
            journal.append(db, "texts-read", detail={"entries": before - len(waiting)})
    return done


def _add_words(db: Connection, entry: str, words: list[str]) -> None:
    more = " ".join(filter(None, words))
    if more:
        db.execute("UPDATE entry SET words = trim(words || ' ' || ?) WHERE id = ?", (more, entry))


def _files(db: Connection, entry: str) -> Iterator[_Readable]:
    """The readable files of an entry: name of the row, media type and what gives the bytes."""
    rows = db.execute(
        "SELECT id, media_type FROM attachment WHERE entry = ? ORDER BY rowid", (entry,)
    ).fetchall()
    for id_, media_type in rows:
        if media_type_of(media_type) in READABLE:
            yield id_, media_type, partial(attachments.contents, db, id_)
    row = db.execute("SELECT type, codec, body FROM resource WHERE entry = ?", (entry,)).fetchone()
    if row and row[0] in HOLDERS:
        yield from _inline(json.loads(bodies.unpack(row[1], row[2])), row[0])


def _inline(resource: Resource, kind: str) -> Iterator[_Readable]:
    """The readable files that stand in a resource: its place there, media type and what gives the bytes."""
    for place, inline in enumerate(at(resource, HOLDERS[kind])):
        media_type, data = _text(inline, "contentType"), _text(inline, "data")
        if media_type_of(media_type) in READABLE and data:
            yield f"#{place}", media_type, partial(_decoded, data)


def _same(data: bytes) -> bytes:
    return data


def _text(node: Any, name: str) -> str:
    value = node.get(name) if isinstance(node, dict) else None
    return value if isinstance(value, str) else ""


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        return b""
