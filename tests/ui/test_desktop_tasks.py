"""Work off the window's thread."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from phr.errors import PhrError
from storage.errors import DiskFull
from ui.desktop import tasks
from ui.desktop.pictures import settle
from ui.desktop.tasks import Progress


def never(_: object) -> None:
    """Not to be called."""
    pytest.fail("called")


def test_the_answer_comes_in_the_window_s_thread(qtbot: QtBot) -> None:
    owner, seen = QObject(), []
    tasks.run(
        owner,
        lambda _: threading.get_ident(),
        lambda ident: seen.append((ident, threading.get_ident())),
        never,
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, window = seen[0]
    assert worker != window == threading.get_ident()


def test_what_the_world_does_goes_to_failed(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[PhrError | OSError]()

    def work(_: Progress) -> None:
        raise DiskFull

    tasks.run(owner, work, never, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], DiskFull)


def test_what_we_did_wrong_is_raised(qapp: QObject) -> None:
    owner = QObject()
    with capture_exceptions() as caught:
        tasks.run(owner, lambda _: 1 // 0, never, never)
        settle()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_callbacks_die_with_their_owner(qapp: QObject) -> None:
    owner, go = QObject(), threading.Event()
    tasks.run(owner, lambda _: go.wait(10), never, never)
    owner.deleteLater()
    del owner
    go_on = threading.Timer(0, go.set)
    go_on.start()
    settle()
    go_on.join()


def test_a_cancelled_task_says_nothing_more(qtbot: QtBot) -> None:
    owner, started = QObject(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.say(1, 2)

    task = tasks.run(owner, work, never, never)
    assert started.wait(10)
    with qtbot.waitSignal(task.finished):
        task.cancel()


def test_stopping_waits_for_everything_inside(qapp: QObject) -> None:
    owner = QObject()
    inner = QObject(owner)
    ended = []

    def work(progress: Progress) -> None:
        while not progress.cancelled():
            pass
        ended.append(1)

    tasks.run(inner, work, never, never)
    tasks.stop(owner)
    assert ended == [1]
    settle()
