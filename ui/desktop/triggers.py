"""What the actions set off, and the buttons and settings that stand for the same."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.desktop.window import Window


def connect(window: "Window") -> None:
    """Connect all of them, once the window and its routes are there."""
    _connect_frame(window)
    _connect_work(window)
    _connect_look(window)


def _connect_frame(window: "Window") -> None:
    """Opening, locking, turning to a page, undoing."""
    act = window.commands
    window.unlock.unlocked.connect(window.open_vault)
    window.unlock.made.connect(lambda: window.show_page(window.first_document))
    for asking in (window.unlock.sample_asked, window.first_document.sample_asked):
        asking.connect(window.show_sample)
    locking = (
        act.lock.triggered,
        window.sidebar.lock_asked,
        window.sample.left,
        window.idle.idle,
        window.session.locked,
    )
    for source in locking:
        source.connect(window.lock)
    window.sidebar.page_asked.connect(lambda name: window.show_page(window.places[name]))
    for name, action in act.pages.items():
        action.triggered.connect(lambda _=False, name=name: window.show_page(window.places[name]))
    for number, action in enumerate(act.people):
        action.triggered.connect(lambda _=False, number=number: window.sidebar.choose_nth(number))
    act.change_passphrase.triggered.connect(lambda: window.show_page(window.passphrase))
    window.undo.changed.connect(act.undo.setEnabled)
    window.record.curation.undoable.connect(window.undo.push)
    for source in (act.undo.triggered, window.record.curation.undo_asked):
        source.connect(window.undo.undo)
    act.quit.triggered.connect(window.close)


def _connect_work(window: "Window") -> None:
    """What is done with the record and its accesses."""
    act = window.commands
    for source in (
        act.import_files.triggered,
        window.record.import_files.clicked,
        window.sidebar.import_asked,
        window.first_document.files_asked,
    ):
        source.connect(lambda: window.taking.take_files(window.imports.ask_files()))
    act.paste.triggered.connect(window.taking.paste)
    act.new_entry.triggered.connect(window.routes.new_entry)
    act.search.triggered.connect(window.routes.search)
    act.hide_entries.triggered.connect(window.record.curation.toggle_hidden)
    act.delete_entries.triggered.connect(window.record.curation.ask_delete)
    for source in (act.new_grant.triggered, window.access.grant_asked):
        source.connect(window.routes.begin_grant)
    for source in (act.release.triggered, window.access.release_asked):
        source.connect(window.routes.begin_release)


def _connect_look(window: "Window") -> None:
    """Words and colours, from the menu and from the page of settings."""
    act, page = window.commands, window.settings
    for code, action in act.languages.items():
        action.triggered.connect(lambda _=False, code=code: window.set_language(code))
    for scheme, action in act.schemes.items():
        action.triggered.connect(lambda _=False, scheme=scheme: window.set_scheme(scheme))
    page.language_chosen.connect(window.set_language)
    page.scheme_chosen.connect(window.set_scheme)
    page.text_size_chosen.connect(window.set_text_size)
    page.simple_chosen.connect(window.set_simple)
    page.lock_after_chosen.connect(window.set_lock_after)
    window.imports.review.closed.toggled.connect(window.set_leave_closed)
