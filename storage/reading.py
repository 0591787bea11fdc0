"""The connections that read a vault: one for each thread that reads at the moment, so that none waits for another.

A connection is kept once it is made, so there are as many as threads ever read at once.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.connection import interruptible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.connection import Connection


class Readers:
    """Reading views, each of its own thread; ``connect`` makes a connection for one.

    Raises in :meth:`view` what ``connect`` raises.
    """

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._changed = threading.Condition()
        self._idle: list[Connection] = []
        self._views: dict[int, Connection] = {}
        self._alone = 0  # the thread that wants no other to read, if any

    @contextmanager
    def view(self, cancelled: Callable[[], bool] | None = None) -> Iterator[Connection]:
        """One consistent view of what is committed; within it, the same thread gets the same one.

        SQLite gives up what it reads, with ``SQLITE_INTERRUPT``, soon after ``cancelled`` says so. It is asked for the
        outermost view only.
        """
        thread = threading.get_ident()
        if thread in self._views:
            yield self._views[thread]
            return
        db = self._take(thread)
        try:
            with interruptible(db, cancelled):
                db.execute("BEGIN")
                yield db
        finally:
            self._give_back(thread, db)

    def is_viewing(self) -> bool:
        """Whether this thread is within a view."""
        return threading.get_ident() in self._views

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No other thread reads meanwhile: those that do are waited for, those that come wait."""
        thread = threading.get_ident()
        with self._changed:
            before, self._alone = self._alone, thread
            self._changed.wait_for(lambda: not self._views.keys() - {thread})
        try:
            yield
        finally:
            with self._changed:
                self._alone = before
                self._changed.notify_all()

    def close(self) -> None:
        """Close every connection, within :meth:`alone`; the next view makes a new one."""
        while self._idle:
            self._idle.pop().close()

    def _take(self, thread: int) -> Connection:
        with self._changed:
            self._changed.wait_for(lambda: self._alone in (0, thread))
            db = self._views[thread] = self._idle.pop() if self._idle else self._connect()
        return db

    def _give_back(self, thread: int, db: Connection) -> None:
        try:
            if db.in_transaction:
                db.execute("ROLLBACK")
        finally:
            with self._changed:
                del self._views[thread]
                self._idle.append(db)
                self._changed.notify_all()
