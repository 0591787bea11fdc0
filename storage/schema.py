"""The database's schema: one script per version, applied in order, recorded in ``PRAGMA user_version``."""

from collections.abc import Sequence
from importlib import resources

from sqlcipher3.dbapi2 import complete_statement

from storage.connection import Connection, translated
from storage.errors import DamagedVault, NewerVault

# Script n makes version n of version n - 1; the first makes an empty database one of version 1.
SCRIPTS: tuple[str, ...] = tuple(
    resources.files("storage").joinpath(name).read_text("utf-8") for name in ("schema.sql", "schema_2.sql")
)


def version(db: Connection) -> int:
    """The version of the schema; 0 for an empty database."""
    with translated():
        number = db.execute("PRAGMA user_version").fetchone()[0]
    return int(number)


def is_current(db: Connection, scripts: Sequence[str] = SCRIPTS) -> bool:
    """Whether there is nothing to migrate. Raises :class:`NewerVault` if a later program wrote the database."""
    found = version(db)
    if found > len(scripts):
        raise NewerVault(f"schema {found}")
    return found == len(scripts)


def migrate(db: Connection, scripts: Sequence[str] = SCRIPTS) -> None:
    """Bring ``db`` to the last version: all scripts that are missing in one transaction, or none of them.

    Foreign keys are off meanwhile (https://sqlite.org/lang_altertable.html#otheralter) and checked before the commit.
    Raises :class:`NewerVault`, and :class:`DamagedVault` when references would dangle afterwards.
    """
    if is_current(db, scripts):
        return
    with translated():
        db.execute("PRAGMA foreign_keys=OFF")
        try:
            db.execute("BEGIN IMMEDIATE")
            for number, script in enumerate(scripts[version(db) :], start=version(db) + 1):
                for statement in statements(script):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version={number}")
            _check_references(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        finally:
            db.execute("PRAGMA foreign_keys=ON")


def _check_references(db: Connection) -> None:
    if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedVault("references dangle after a migration")


def statements(script: str) -> list[str]:
    """The statements of ``script``: each ends at the end of a line, triggers with ``END;``."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        found.append(pending.strip())
    return found
