"""Rows of the tables as the plain data of ``phr``, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec.json import encode

from phr.entry import Coding, Draft, Entry, Kind, Value
from storage import document_text, search

if TYPE_CHECKING:
    from storage.connection import Connection

# What ``entry_of`` reads, from ``entry AS e``.
ENTRY_COLUMNS = """
    e.pos, e.id, e.person, e.kind, e.title, e.title_en, e.date, e.codes, e.value, e.status, e.author, e.note, e.hidden,
    (SELECT json_group_array(label) FROM label WHERE entry = e.id),
    (SELECT coalesce(s.name, '') FROM resource r LEFT JOIN source s ON s.id = r.source WHERE r.entry = e.id),
    (SELECT type FROM resource WHERE entry = e.id),
    EXISTS (SELECT 1 FROM closed_entry WHERE entry = e.id)
"""
_INSERT_ENTRY = """
    INSERT INTO entry (pos, id, person, kind, title, title_en, date, codes, value, status, author, note, hidden, words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_WORDS = """
    INSERT INTO entry_words (rowid, title, title_en, author, note, words) VALUES (?, ?, ?, ?, ?, ?)
"""
# The values of one entry.
EntryRow = tuple[int, str, str, str, str, str, str | None, str, str, str, str, str, int, str]


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry of a row of :data:`ENTRY_COLUMNS`."""
    (
        _,
        id_,
        person,
        kind,
        title,
        title_en,
        date,
        codes,
        value,
        status,
        author,
        note,
        hidden,
        labels,
        source,
        type_,
        closed,
    ) = row
    return Entry(
        id=id_,
        person=person,
        kind=Kind(kind),
        title=title,
        title_en=title_en,
        date=date,
        codes=tuple(Coding(*code) for code in json.loads(codes)) if codes else (),
        value=Value(*json.loads(value)) if value else None,
        status=status,
        author=author,
        note=note,
        hidden=bool(hidden),
        labels=tuple(sorted(json.loads(labels))),
        source=source,
        type=type_ or "",
        closed=bool(closed),
    )


def entry_row(pos: int, id_: str, person: str, draft: Draft, *, hidden: bool) -> EntryRow:
    """The row of a draft, for :func:`insert_entries`."""
    return (
        pos,
        id_,
        person,
        draft.kind.value,
        draft.title,
        draft.title_en,
        draft.date,
        codes_text(draft),
        value_text(draft.value),
        draft.status,
        draft.author,
        draft.note,
        int(hidden),
        words_text(draft),
    )


def insert_entries(db: Connection, rows: list[EntryRow]) -> None:
    """Put entries and their words in, in the caller's transaction; fastest in the order of their places."""
    db.executemany(_INSERT_ENTRY, rows)
    db.executemany(
        _INSERT_WORDS,
        [
            (pos, title, title_en, author, note, words)
            for pos, _, _, _, title, title_en, _, _, _, _, author, note, _, words in rows
        ],
    )


def refresh(db: Connection, entry: str, draft: Draft, pos: int) -> None:
    """Write what a changed resource says over an entry; person, visibility, labels and its files' words stay."""
    words = f"{words_text(draft)} {document_text.words_of_files(db, entry)}".strip()
    db.execute(
        "UPDATE entry SET pos = ?, kind = ?, title = ?, title_en = ?, date = ?, codes = ?, value = ?, status = ?,"
        " author = ?, note = ?, words = ? WHERE id = ?",
        (
            pos,
            draft.kind.value,
            draft.title,
            draft.title_en,
            draft.date,
            codes_text(draft),
            value_text(draft.value),
            draft.status,
            draft.author,
            draft.note,
            words,
            entry,
        ),
    )


def codes_text(draft: Draft) -> str:
    """Codes as compact JSON, "" for none."""
    return (
        encode([[code.system, code.code, code.display] for code in draft.codes]).decode()
        if draft.codes
        else ""
    )


def value_text(value: Value | None) -> str:
    """A value as compact JSON, "" for none."""
    if value is None:
        return ""
    return encode([value.text, value.unit, value.low, value.high, value.range_text, value.flag]).decode()


def words_text(draft: Draft) -> str:
    """What is searched besides what is shown."""
    more = search.spelled_out(draft.title, draft.title_en, draft.author, draft.note, draft.words)
    return f"{draft.words} {more}" if more else draft.words
