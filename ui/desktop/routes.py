"""Where one page leads to another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desktop.whereabouts import Place

if TYPE_CHECKING:
    from ui.desktop.window import Window


class Routes(QObject):
    """Follows what the pages ask for; the window shows them."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._connect()

    def _connect(self) -> None:
        window = self._window
        window.access.again_asked.connect(self._begin_again)
        window.access.holders_asked.connect(lambda: window.show_page(window.holders))
        window.access.replies_asked.connect(lambda: window.show_page(window.replies))
        window.replies.record_asked.connect(lambda: window.show_page(window.record))
        window.today.page_asked.connect(self._show_named)
        window.today.backup_asked.connect(window.settings.ask_backup)
        window.today.withdraw_asked.connect(self._ask_withdraw)
        for asking in (window.today.entry_asked, window.documents.entry_asked, window.trends.entry_asked):
            asking.connect(self._show_entry)
        window.inbox.check_asked.connect(window.taking.check)
        window.photographs.several.connect(window.taking.import_files)
        window.record.document_asked.connect(self._show_document)
        window.record.detail.history_asked.connect(self._show_history_of)
        window.grant.card_asked.connect(self._begin_card)
        window.people.record_asked.connect(self._show_record_of)
        window.settings.passphrase_asked.connect(lambda: window.show_page(window.passphrase))
        self._connect_ways_back()

    def _connect_ways_back(self) -> None:
        window = self._window
        for page in (window.grant, window.release, window.holders, window.replies):
            page.left.connect(lambda: window.show_page(window.access))
        for importing in (window.imports, window.photographs):
            importing.left.connect(lambda: window.show_page(window.record))
        window.first_document.left.connect(lambda: window.show_page(window.today))
        window.passphrase.left.connect(lambda: window.show_page(window.settings))

    def come_back(self) -> None:
        """To where one was with the person looked at; the first time, to the first page."""
        window = self._window
        place = window.whereabouts.of(window.sidebar.whose()) or Place("today")
        page = window.places[place.page]
        window.show_page(page)
        page.come_back(place.spot)

    def leave(self, person: str) -> None:
        """Keep in mind where one is with ``person``."""
        window = self._window
        if window.vault is not None:
            name = window.place_shown()
            window.whereabouts.leave(window.vault, person, Place(name, window.places[name].spot()))

    def turn_to(self, person: str) -> None:
        """To where one was with ``person``; from a page on which something is being done, one stays there."""
        window = self._window
        if window.pages.currentWidget() in window.places.values() and window.whereabouts.of(person):
            self.come_back()

    def new_entry(self) -> None:
        """Ask for an item of the patient's own."""
        self._window.show_page(self._window.record)
        self._window.record.writing.begin()

    def search(self) -> None:
        """Go where one types what is looked for."""
        self._window.show_page(self._window.record)
        self._window.record.filters.search.setFocus()
        self._window.record.filters.search.selectAll()

    def _show_named(self, name: str) -> None:
        self._window.show_page(self._window.replies if name == "replies" else self._window.places[name])

    def _show_entry(self, entry: str) -> None:
        self._window.show_page(self._window.record)
        self._window.record.show_entry(entry)

    def _show_history_of(self, entry: str) -> None:
        self._window.history.show_entry(entry)
        self._window.show_page(self._window.history)

    def _show_record_of(self, person: str) -> None:
        self._window.sidebar.choose(person)
        self._window.show_page(self._window.record)

    def _show_document(self, entry: str, attachment: str) -> None:
        self._window.show_page(self._window.documents)
        self._window.documents.show_document(entry, attachment)

    def begin_grant(self) -> None:
        """Begin the path to an access."""
        self._window.grant.begin(self._window.access.chosen_practitioner())
        self._window.show_page(self._window.grant)
        self._window.grant.who.take_focus()

    def _begin_again(self, gid: str, narrower: bool) -> None:
        if self._window.grant.attempt(lambda: self._window.grant.begin_again(gid, narrower=narrower)):
            self._window.show_page(self._window.grant)

    def begin_release(self) -> None:
        """Ask for the code that a doctor reads out."""
        self._window.release.begin()
        self._window.show_page(self._window.release)
        self._window.release.challenge.setFocus()

    def _ask_withdraw(self, gid: str) -> None:
        self._window.show_page(self._window.access)
        self._window.access.select(gid)
        self._window.access.ask_withdraw()

    def _begin_card(self, gid: str) -> None:
        self._window.show_page(self._window.access)
        self._window.access.select(gid)
        self._window.access.ask_card()
