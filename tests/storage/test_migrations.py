"""Schema versions: applied in order, all or none, the data kept, a copy beside until the result is verified."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage import connection, folder, schema
from storage.connection import Connection
from storage.errors import DamagedVault, NewerVault

KEY = bytes(range(32))
FIRST = """
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE part (thing INTEGER NOT NULL REFERENCES thing(id) ON DELETE CASCADE);
CREATE TRIGGER thing_lower AFTER INSERT ON thing BEGIN
    UPDATE thing SET name = lower(name) WHERE id = new.id;
END;
"""
# Rebuilding a table that others refer to must not delete what refers to it.
SECOND = """
-- Names in two languages; a comment with a ; inside.
CREATE TABLE thing_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL DEFAULT '');
INSERT INTO thing_new(id, name) SELECT id, name FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
CREATE TRIGGER thing_lower AFTER INSERT ON thing BEGIN
    UPDATE thing SET name = lower(name) WHERE id = new.id;
END;
"""
DANGLING = "DELETE FROM thing;"
BROKEN = "CREATE TABLE fine (a);\nCREATE TABLE thing (a);"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may be made."""
    return tmp_path / "record-1.db"


@pytest.fixture
def old(path: Path) -> Iterator[Connection]:
    """A database of version 1 with content."""
    db = connection.connect(path, KEY, create=True)
    schema.migrate(db, [FIRST])
    db.execute("INSERT INTO thing(id, name) VALUES (1, 'Lamp')")
    db.execute("INSERT INTO part(thing) VALUES (1)")
    yield db
    db.close()


def _shape(db: Connection) -> list[tuple[str, str, str]]:
    rows = db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    return [(kind, name, re.sub(r'[\s"]+', " ", sql or "")) for kind, name, sql in rows]


def test_an_upgraded_schema_equals_a_fresh_one(old: Connection, tmp_path: Path) -> None:
    schema.migrate(old, [FIRST, SECOND])
    fresh = connection.connect(tmp_path / "fresh.db", KEY, create=True)
    schema.migrate(fresh, [FIRST, SECOND])
    assert _shape(old) == _shape(fresh)
    assert schema.version(old) == schema.version(fresh) == 2
    fresh.close()


def test_the_content_is_kept(old: Connection) -> None:
    schema.migrate(old, [FIRST, SECOND])
    assert old.execute("SELECT id, name, name_en FROM thing").fetchall() == [(1, "lamp", "")]
    assert old.execute("SELECT thing FROM part").fetchall() == [(1,)]
    assert old.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_migrating_again_does_nothing(old: Connection) -> None:
    schema.migrate(old, [FIRST, SECOND])
    before = _shape(old)
    schema.migrate(old, [FIRST, SECOND])
    assert _shape(old) == before


def test_a_script_that_fails_undoes_those_before_it(old: Connection) -> None:
    before = _shape(old)
    with pytest.raises(dbapi2.OperationalError):
        schema.migrate(old, [FIRST, SECOND, BROKEN])
    assert (_shape(old), schema.version(old)) == (before, 1)
    assert old.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_dangling_references_are_not_committed(old: Connection) -> None:
    with pytest.raises(DamagedVault):
        schema.migrate(old, [FIRST, DANGLING])
    assert schema.version(old) == 1
    assert old.execute("SELECT count(*) FROM thing").fetchone() == (1,)


def test_a_newer_database_is_refused(old: Connection) -> None:
    old.execute("PRAGMA user_version=3")
    with pytest.raises(NewerVault):
        schema.migrate(old, [FIRST, SECOND])


def test_the_program_s_own_scripts_make_its_schema(path: Path) -> None:
    db = connection.connect(path, KEY, create=True)
    schema.migrate(db)
    assert schema.is_current(db)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def test_no_copy_stays_of_a_migration_that_was_verified(old: Connection, path: Path, tmp_path: Path) -> None:
    old.close()
    folder.migrate(path, KEY, [FIRST, SECOND])
    assert [found.name for found in tmp_path.glob("record-*")] == ["record-1.db"]
    db = connection.connect(path, KEY)
    assert schema.version(db) == 2
    db.close()


def test_a_copy_stays_of_a_migration_that_failed(old: Connection, path: Path, tmp_path: Path) -> None:
    old.close()
    with pytest.raises(dbapi2.OperationalError):
        folder.migrate(path, KEY, [FIRST, BROKEN])
    folder.remove_leftovers(tmp_path, keep="record-1.db")
    copy = connection.connect(tmp_path / "record-1.db.before-migration", KEY)
    assert copy.execute("SELECT name FROM thing").fetchall() == [("lamp",)]
    copy.close()
    folder.migrate(path, KEY, [FIRST, SECOND])
    assert [found.name for found in tmp_path.glob("record-*")] == ["record-1.db"]
