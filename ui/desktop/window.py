"""The window: whose record, the list of pages, the message bar, and the pages themselves."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from phr.errors import PhrError
from sharing.on_screen import Showing
from storage import people, sample
from storage.errors import VaultBusy
from storage.vault import Vault
from ui.catalogue import language
from ui.desktop import dropped, tasks, triggers
from ui.desktop.access_page import AccessPage
from ui.desktop.actions import Actions
from ui.desktop.announcement import announce
from ui.desktop.clipboard import SecretClipboard
from ui.desktop.consultation import Consultation
from ui.desktop.documents_page import DocumentsPage
from ui.desktop.first_document import FirstDocumentPage
from ui.desktop.first_run import default_vault
from ui.desktop.grant_page import GrantPage
from ui.desktop.history_page import HistoryPage
from ui.desktop.holders_page import HoldersPage
from ui.desktop.import_page import ImportPage
from ui.desktop.inactivity import InactivityTimer
from ui.desktop.inbox_page import InboxPage
from ui.desktop.message_bar import Level, MessageBar
from ui.desktop.page import Page
from ui.desktop.parts import Title, column
from ui.desktop.passphrase_page import PassphrasePage
from ui.desktop.people_page import PeoplePage
from ui.desktop.photograph_page import PhotographPage
from ui.desktop.record_page import RecordPage
from ui.desktop.release_page import ReleasePage
from ui.desktop.replies_page import RepliesPage
from ui.desktop.routes import Routes
from ui.desktop.sample_band import SampleBand
from ui.desktop.session_lock import SessionLock
from ui.desktop.settings import Settings
from ui.desktop.settings_page import SettingsPage
from ui.desktop.sidebar import Sidebar
from ui.desktop.taking_in import TakingIn
from ui.desktop.theme import Space, Theme
from ui.desktop.today_page import TodayPage
from ui.desktop.translation import Language
from ui.desktop.trends_page import TrendsPage
from ui.desktop.undo import UndoStack
from ui.desktop.unlock_page import UnlockPage
from ui.desktop.whereabouts import Whereabouts
from ui.notices import notice
from ui.sentences import sentence


class Window(QMainWindow):
    """Holds the open vault, gives it to the pages and takes it away."""

    def __init__(self, application: QApplication, theme: Theme, speech: Language, settings: Settings) -> None:
        super().__init__()
        self._theme = theme
        self._speech = speech
        self._settings = settings
        self.vault: Vault | None = None
        self.clipboard = SecretClipboard(self)
        self.idle = InactivityTimer(application, self)
        self.session = SessionLock(self)
        self.consultation = Consultation(self)
        self.commands = Actions(self)
        self.undo = UndoStack(self)
        self.whereabouts = Whereabouts(settings)
        self.taking = TakingIn(self)
        self.bar = MessageBar()
        self.unlock = UnlockPage()
        self.today = TodayPage()
        self.record = RecordPage()
        self.access = AccessPage()
        self.history = HistoryPage()
        self.documents = DocumentsPage()
        self.trends = TrendsPage()
        self.inbox = InboxPage()
        self.imports = ImportPage()
        self.first_document = FirstDocumentPage()
        self.photographs = PhotographPage()
        self.grant = GrantPage()
        self.release = ReleasePage(self.clipboard)
        self.holders = HoldersPage()
        self.replies = RepliesPage()
        self.people = PeoplePage()
        self.passphrase = PassphrasePage()
        self.settings = SettingsPage(settings)
        # By the names of navigation.PAGES; and the pages that belong to one of them.
        self.places: dict[str, Page] = {
            "today": self.today,
            "record": self.record,
            "documents": self.documents,
            "trends": self.trends,
            "inbox": self.inbox,
            "access": self.access,
            "people": self.people,
            "history": self.history,
            "settings": self.settings,
        }
        self._within: dict[Page, str] = {
            **{page: name for name, page in self.places.items()},
            self.imports: "record",
            self.first_document: "today",
            self.photographs: "record",
            self.grant: "access",
            self.release: "access",
            self.holders: "access",
            self.replies: "access",
            self.passphrase: "settings",
        }
        self._pages = tuple(self._within)
        self._build()
        self.routes = Routes(self)
        self._connect()
        self.commands.schemes[theme.choice].setChecked(True)
        self.imports.review.closed.setChecked(settings.leave_closed)
        triggers.connect(self)
        self.sidebar.simplify(settings.simple)
        self.idle.wait(settings.lock_after)
        self._theme.enlarge(settings.text_size)
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.setMinimumSize(1000, 640)
        self.restoreGeometry(settings.geometry)
        self._locked()
        self._retranslate()

    # Building

    def _build(self) -> None:
        self.pages = QStackedWidget()
        for page in (self.unlock, *self._pages):
            self.pages.addWidget(page)
        self.sidebar = Sidebar()
        self.sample = SampleBand()
        bar = QVBoxLayout()
        bar.setContentsMargins(Space.SECTION, Space.ONE, Space.SECTION, 0)
        bar.addWidget(self.bar)
        right = column(gap=0)
        right.addLayout(bar)
        right.addWidget(self.pages, 1)
        below = QWidget()
        layout = QHBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(right, 1)
        central = QWidget()
        whole = column(self.sample, gap=0)
        whole.addWidget(below, 1)
        central.setLayout(whole)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        for page in (self.unlock, *self._pages):
            page.said.connect(self._say)
            page.changed.connect(lambda page=page: self._changed(page))
        self.sidebar.person_chosen.connect(self._set_person)
        self.consultation.said.connect(self._say)
        self.grant.screen_asked.connect(self._show_on_screen)

    # The vault

    def open_vault(self, vault: Vault) -> None:
        """Show an open vault; it is closed again by :meth:`lock`."""
        self.vault = vault
        vault.hurry()
        self.consultation.settle(vault)
        self.sidebar.spare_room(sample.is_sample(vault))
        if sample.is_sample(vault):
            self.sample.show()
        else:
            self._settings.vault = vault.folder
        self.bar.clear()
        self._read_people()
        self.whereabouts.open(vault, self.sidebar.ids())
        self.sidebar.show_person(self.whereabouts.last_person() or "")
        for page in self._pages:
            page.open(vault, self.sidebar.whose())
        self.sidebar.show()
        self.commands.set_unlocked(True)
        self.undo.clear()
        self.idle.start()
        self.routes.come_back()
        self.sidebar.take_keyboard()
        self._say_notices(vault)

    def _say_notices(self, vault: Vault) -> None:
        if not vault.notices:
            return
        text = " ".join(notice(code) for code in vault.notices)
        if {"date-unconfirmed", "wrong-clock"} & set(vault.notices):
            self.bar.say(text, Level.WARNING, action=self.tr("The date is right"), do=vault.confirm_date)
        else:
            self.bar.say(text, Level.WARNING)

    def lock(self) -> None:
        """Close the vault, forget what was read from it, and ask for the passphrase."""
        if self.vault is None:
            return
        self.routes.leave(self.sidebar.whose())
        vault, self.vault = self.vault, None
        self.idle.stop()
        self.clipboard.clear()
        self.undo.clear()
        tasks.stop(self)
        for page in self._pages:
            page.close_vault()
        self.bar.clear()
        self._close(vault)
        self._locked()

    def _close(self, vault: Vault) -> None:
        if not sample.is_sample(vault):
            vault.close()
            return
        self.sample.hide()
        try:
            sample.discard_sample(vault)
        except (PhrError, OSError) as error:  # the next one to look around removes what is left
            self.bar.say(sentence(error), Level.ERROR)

    def show_sample(self) -> None:
        """Lock what is open, and look around a made-up record until the vault is locked again."""
        self.lock()
        self.bar.clear()
        self.unlock.set_busy(True)

        def opened(vault: Vault) -> None:
            self.unlock.set_busy(False)
            self.open_vault(vault)

        def failed(error: PhrError | OSError) -> None:
            self.unlock.set_busy(False)
            self.bar.say(sentence(error), Level.ERROR)

        tasks.run(self, lambda _: sample.open_sample(), opened, failed)

    def _locked(self) -> None:
        self.sidebar.forget()
        self.sidebar.hide()
        self.commands.set_unlocked(False)
        folder = self._settings.vault
        self.unlock.ask(folder or default_vault(), creating=folder is None)
        self.pages.setCurrentWidget(self.unlock)
        self._say_title()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock, and remember where the window was."""
        self._settings.geometry = self.saveGeometry()
        self.lock()
        tasks.stop(self)
        super().closeEvent(event)

    # Pages

    def show_page(self, page: Page) -> None:
        """Turn to a page."""
        if self.vault is None:
            return
        turned = page is not self.pages.currentWidget()
        if turned:
            self.bar.clear()
        self.pages.setCurrentWidget(page)
        self.sidebar.mark(self._within[page])
        if turned:
            self._tell(page)
        self.commands.hide_entries.setEnabled(page is self.record)
        self.commands.delete_entries.setEnabled(page is self.record)

    def _tell(self, page: Page) -> None:
        """Say which page it is, with its button in the column if the keyboard is there."""
        title = page.findChild(Title)
        page.setAccessibleName(title.text() if title else "")
        if QApplication.focusWidget() in self.sidebar.pages.values():
            self.sidebar.take_keyboard()
        else:
            announce(page, page.accessibleName())

    def place_shown(self) -> str:
        """The name of the page shown, or of the one it belongs to."""
        return next(name for page, name in self._within.items() if page is self.pages.currentWidget())

    def _show_on_screen(self, showing: Showing) -> None:
        self.lock()
        self.consultation.start(showing, language(), self._theme.choice)

    def _changed(self, page: Page) -> None:
        if self.vault is None:
            return
        whose = self.sidebar.whose()
        self._read_people()
        if self.sidebar.whose() != whose:  # who was looked at has gone, or is the first one here
            self._set_person(self.sidebar.whose())
            return
        for other in self._pages:
            if other is not page:
                other.refresh()

    # Whose record

    def _read_people(self) -> None:
        if self.vault is None:
            return
        self.sidebar.offer(people.people(self.vault))
        self._say_title()

    def _set_person(self, person: str) -> None:
        if self.today.person != person:
            self.routes.leave(self.today.person)
        for page in self._pages:
            page.set_person(person)
        self.routes.turn_to(person)
        self._say_title()

    def _say_title(self) -> None:
        # No name in the title: other programs, task bars and screenshots see it.
        self.setWindowTitle("Carnet")

    # Words and colours

    def set_language(self, code: str) -> None:
        """Speak ``fr`` or ``en`` from now on."""
        self._settings.language = code
        self._speech.speak(code)
        self.settings.show_language(code)

    def set_scheme(self, scheme: str) -> None:
        """Take the colours ``light``, ``dark`` or the system's."""
        self._settings.scheme = scheme
        self._theme.choose(scheme)
        self.settings.show_scheme(scheme)

    def set_text_size(self, percent: int) -> None:
        """Set all letters to ``percent`` of the usual size."""
        self._settings.text_size = percent
        self._theme.enlarge(percent)

    def set_simple(self, simple: bool) -> None:
        """Show four pages in the column, or all."""
        self._settings.simple = simple
        self.sidebar.simplify(simple)

    def set_leave_closed(self, closed: bool) -> None:
        """Leave what imports bring closed from now on, or not."""
        self._settings.leave_closed = closed

    def set_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a touch."""
        self._settings.lock_after = minutes
        self.idle.wait(minutes)

    def _say(self, text: str, level: str, action: str, do: object) -> None:
        self.bar.say(text, Level(level), action=action, do=do if callable(do) else None)

    def say_busy(self, error: VaultBusy) -> None:
        """What was asked for waits for other work: it is asked for again, rather than the window standing still."""
        self.bar.say(sentence(error), Level.WARNING)

    def say_failure(self) -> None:
        """Something in the program itself went wrong."""
        text = self.tr(
            "Carnet made a mistake here. What was saved before is safe. Lock the vault and open it again."
        )
        self.bar.say(text, Level.ERROR)

    def _retranslate(self) -> None:
        self.commands.retranslate()
        self.commands.fill(self.menuBar())
        self.commands.languages[language()].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files while a vault is open."""
        if self.vault is not None and dropped.holds_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files dropped."""
        event.acceptProposedAction()
        self.taking.take(event.mimeData())
