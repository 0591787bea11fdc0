-- Schema 1. Everything of a vault is in this one database, attachments included.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    birth_date  TEXT NOT NULL DEFAULT '',
    sex         TEXT NOT NULL DEFAULT ''
) STRICT;

-- What names a person in the outside world: "Patient" references of a source and business identifiers ("system|value").
CREATE TABLE person_alias (
    alias   TEXT PRIMARY KEY,
    person  TEXT NOT NULL REFERENCES person(id)
) STRICT, WITHOUT ROWID;

-- One row for each file that was ever taken in. "digest" is the SHA-256 of its bytes.
CREATE TABLE source (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    place       TEXT NOT NULL DEFAULT '',
    digest      BLOB NOT NULL,
    format      TEXT NOT NULL,
    importer    TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_digest ON source(digest);

-- "pos" orders the timeline: (seconds of the date's beginning << 23) + a counter, so pages are ranges of rowids.
-- It changes with the date; "id" never does. "hidden": 0 shown, 1 kept private.
CREATE TABLE entry (
    pos       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    person    TEXT NOT NULL REFERENCES person(id),
    kind      TEXT NOT NULL,
    title     TEXT NOT NULL,
    title_en  TEXT NOT NULL DEFAULT '',
    date      TEXT,
    codes     TEXT NOT NULL DEFAULT '',
    value     TEXT NOT NULL DEFAULT '',
    status    TEXT NOT NULL DEFAULT '',
    author    TEXT NOT NULL DEFAULT '',
    note      TEXT NOT NULL DEFAULT '',
    hidden    INTEGER NOT NULL DEFAULT 0,
    words     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX entry_person ON entry(person, pos);
CREATE INDEX entry_kind ON entry(kind, pos);

-- A resource as it came (zlib with the dictionary named in "codec"), with or without an entry of its own.
-- "rid" is its id, or "=" and the beginning of its digest when it has none. "full_url" is left empty where it is
-- "urn:uuid:" and the rid. "digest" is of what came, canonically written (16 bytes of SHA-256); "edits" (JSON) is what the
-- patient corrected since, to be kept when a newer version of the resource comes.
CREATE TABLE resource (
    id        INTEGER PRIMARY KEY,
    entry     TEXT REFERENCES entry(id) ON DELETE CASCADE,
    person    TEXT REFERENCES person(id),
    source    INTEGER REFERENCES source(id),
    type      TEXT NOT NULL,
    rid       TEXT NOT NULL DEFAULT '',
    full_url  TEXT NOT NULL DEFAULT '',
    digest    BLOB NOT NULL,
    edits     TEXT NOT NULL DEFAULT '',
    codec     INTEGER NOT NULL DEFAULT 1,
    body      BLOB NOT NULL
) STRICT;
CREATE INDEX resource_entry ON resource(entry) WHERE entry IS NOT NULL;
CREATE INDEX resource_rid ON resource(rid, type);
CREATE INDEX resource_source ON resource(source);
CREATE INDEX resource_patient ON resource(person) WHERE type = 'Patient';
CREATE INDEX resource_url ON resource(full_url) WHERE full_url <> '';

-- Business identifiers ("system|value") of what others refer to by identifier or conditionally.
CREATE TABLE identifier (
    token     TEXT NOT NULL,
    resource  INTEGER NOT NULL REFERENCES resource(id) ON DELETE CASCADE,
    PRIMARY KEY (token, resource)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_resource ON identifier(resource);

CREATE TABLE label (
    entry  TEXT NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    label  TEXT NOT NULL,
    PRIMARY KEY (entry, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_label ON label(label);

-- What a resource held before each edit or update, oldest first.
CREATE TABLE revision (
    resource  INTEGER NOT NULL REFERENCES resource(id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    at        TEXT NOT NULL,
    codec     INTEGER NOT NULL DEFAULT 1,
    body      BLOB NOT NULL,
    PRIMARY KEY (resource, number)
) STRICT;

CREATE TABLE attachment (
    id          TEXT PRIMARY KEY,
    entry       TEXT REFERENCES entry(id) ON DELETE CASCADE,
    source      INTEGER REFERENCES source(id),
    name        TEXT NOT NULL DEFAULT '',
    media_type  TEXT NOT NULL,
    size        INTEGER NOT NULL,
    digest      BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_entry ON attachment(entry) WHERE entry IS NOT NULL;
CREATE INDEX attachment_source ON attachment(source);
CREATE INDEX attachment_digest ON attachment(digest);

CREATE TABLE attachment_chunk (
    attachment  TEXT NOT NULL REFERENCES attachment(id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    data        BLOB NOT NULL,
    PRIMARY KEY (attachment, number)
) STRICT;

CREATE TABLE practitioner (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    specialty  TEXT NOT NULL DEFAULT '',
    rpps       TEXT NOT NULL DEFAULT '',
    contact    TEXT NOT NULL DEFAULT ''
) STRICT;

-- "challenge_key" is K_c: it names a grant from a challenge and opens nothing. The release share is never here.
-- "state": running, withdrawn, expired, used-up, copied, rolled-back.
CREATE TABLE access_grant (
    gid            TEXT PRIMARY KEY,
    practitioner   TEXT NOT NULL REFERENCES practitioner(id),
    person         TEXT NOT NULL REFERENCES person(id),
    purpose        TEXT NOT NULL DEFAULT '',
    scope          TEXT NOT NULL,
    entries        TEXT NOT NULL,
    mode           TEXT NOT NULL,
    not_before     TEXT NOT NULL DEFAULT '',
    until          TEXT NOT NULL,
    releases       INTEGER NOT NULL,
    released       INTEGER NOT NULL DEFAULT 0,
    answered       TEXT NOT NULL DEFAULT '',
    state          TEXT NOT NULL DEFAULT 'running',
    made_at        TEXT NOT NULL,
    ended_at       TEXT NOT NULL DEFAULT '',
    challenge_key  BLOB NOT NULL,
    digest         BLOB NOT NULL
) STRICT;

-- Append-only: "hash" covers the line and the hash before it. Lines hold ids, counts, hashes and times only.
CREATE TABLE journal (
    seq      INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    action   TEXT NOT NULL,
    grant_id TEXT NOT NULL DEFAULT '',
    detail   TEXT NOT NULL DEFAULT '{}',
    hash     BLOB NOT NULL
) STRICT;
CREATE INDEX journal_grant ON journal(grant_id) WHERE grant_id <> '';
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Search as one types. External content: the words stand once, in "entry". Triggers keep the index, but for new entries,
-- whose words storage/rows.py puts in: from a trigger, FTS5 writes its index out for each row (ten times slower).
CREATE VIRTUAL TABLE entry_words USING fts5(
    title, title_en, author, note, words,
    content='entry', content_rowid='pos',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3', detail='none', columnsize=0
);
INSERT INTO entry_words(entry_words, rank) VALUES ('secure-delete', 1);
-- The terms of that index; a view of it, which stores nothing.
CREATE VIRTUAL TABLE entry_term USING fts5vocab(entry_words, instance);
CREATE TRIGGER entry_words_delete AFTER DELETE ON entry BEGIN
    INSERT INTO entry_words(entry_words, rowid, title, title_en, author, note, words)
    VALUES ('delete', old.pos, old.title, old.title_en, old.author, old.note, old.words);
END;
CREATE TRIGGER entry_words_update AFTER UPDATE OF pos, title, title_en, author, note, words ON entry BEGIN
    INSERT INTO entry_words(entry_words, rowid, title, title_en, author, note, words)
    VALUES ('delete', old.pos, old.title, old.title_en, old.author, old.note, old.words);
    INSERT INTO entry_words(rowid, title, title_en, author, note, words)
    VALUES (new.pos, new.title, new.title_en, new.author, new.note, new.words);
END;
