-- Schema 2: what a record needs once it is lived in.

-- The grant that this one renews or narrows, or "", and when the patient said that the card is back or destroyed, or "".
ALTER TABLE access_grant ADD COLUMN former TEXT NOT NULL DEFAULT '';
ALTER TABLE access_grant ADD COLUMN card_back TEXT NOT NULL DEFAULT '';

-- What the files of entries say, to be found by and never shown as the record's: for each file ("file" is an attachment's
-- id, or "#" and its place in the resource) its different words. "text" is kept of what was recognised in a picture
-- ("origin": read, recognised), to be read beside it. An entry without a row was not looked at yet.
CREATE TABLE document_text (
    entry   TEXT NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    file    TEXT NOT NULL,
    origin  TEXT NOT NULL,
    words   TEXT NOT NULL DEFAULT '',
    text    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (entry, file, origin)
) STRICT;

-- What the patient wrote for the consultation that an access is for (JSON text of the sharing room).
CREATE TABLE consultation (
    grant_id  TEXT PRIMARY KEY REFERENCES access_grant(gid),
    body      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What replies to an access are sealed for (an age identity) and proved with (an HMAC key); both go with its row.
CREATE TABLE reply_key (
    grant_id  TEXT PRIMARY KEY REFERENCES access_grant(gid) ON DELETE CASCADE,
    identity  TEXT NOT NULL,
    mac_key   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Replies that wait to be opened, sealed as they came. "made_at" is the sender's claim, "name" the file's.
CREATE TABLE reply (
    id           TEXT PRIMARY KEY,
    grant_id     TEXT NOT NULL REFERENCES access_grant(gid) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    made_at      TEXT NOT NULL,
    received_at  TEXT NOT NULL,
    size         INTEGER NOT NULL,
    sealed       BLOB NOT NULL
) STRICT;
CREATE INDEX reply_grant ON reply(grant_id);

-- Every reply ever taken in, by its id and the SHA-256 of its file, so that none comes in twice: these rows outlive the
-- reply, its entries and its access.
CREATE TABLE reply_seen (
    id      TEXT PRIMARY KEY,
    digest  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A result that another source gave before is no second entry: its resource has none, and "same_as" is the entry that is
-- there. "version" (JSON: series, number, time; or "") is what a file said about how new its content is.
ALTER TABLE resource ADD COLUMN same_as TEXT REFERENCES entry(id) ON DELETE CASCADE;
ALTER TABLE resource ADD COLUMN version TEXT NOT NULL DEFAULT '';
CREATE INDEX resource_same_as ON resource(same_as) WHERE same_as IS NOT NULL;

-- Which entries were read from a document's file, where our own export said so: the file that was imported is then that
-- export, and no longer tells.
CREATE TABLE read_from (
    document  TEXT NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    entry     TEXT NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    PRIMARY KEY (document, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX read_from_entry ON read_from(entry);

-- Other names and birth dates that the user said are a person's: not asked again, and never leaving by a grant.
CREATE TABLE known_name (
    person        TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    birth_date    TEXT NOT NULL,
    confirmed_at  TEXT NOT NULL,
    PRIMARY KEY (person, name, birth_date)
) STRICT, WITHOUT ROWID;

-- Files put aside to be checked later; "place" is where a file came from, "why" a code.
CREATE TABLE waiting (
    attachment  TEXT PRIMARY KEY REFERENCES attachment(id) ON DELETE CASCADE,
    place       TEXT NOT NULL,
    why         TEXT NOT NULL,
    put_at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Entries that stay closed until the patient chooses to open them.
CREATE TABLE closed_entry (
    entry  TEXT PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What the columns of tables hold, as the user said, by their headings ("shape"). "columns" is JSON: a role, unit, heading
-- and name each; "day_first" is null where the dates tell by themselves.
CREATE TABLE table_layout (
    shape      TEXT PRIMARY KEY,
    columns    TEXT NOT NULL,
    day_first  INTEGER,
    at         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
