"""Every action and every shortcut of the window, in one place, so that none is given twice."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.desktop.navigation import PAGES, page_name

_FRENCH_DIGITS = "&é\"'(-è_ç"
"""What the keys 1 to 9 give without Shift on a French keyboard."""
_ZOOMS = "-"
"""With Ctrl it brings a document or a chart closer, and leads to no page."""


class Actions(QObject):
    """The actions, and the menus they stand in. Pages connect to what concerns them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.import_files = self._action("Ctrl+O")
        self.paste = self._action("Ctrl+V")
        self.undo = self._action("Ctrl+Z")
        self.new_entry = self._action("Ctrl+N")
        self.search = self._action("Ctrl+F")
        self.hide_entries = self._action("Ctrl+H")
        self.delete_entries = self._action("Delete")
        self.new_grant = self._action("Ctrl+G")
        self.release = self._action("Ctrl+R")
        self.change_passphrase = self._action("")
        self.lock = self._action("Ctrl+L")
        self.quit = self._action("Ctrl+Q")
        self.pages = {name: self._digit("Ctrl", number) for number, name in enumerate(PAGES, 1)}
        self.people = [self._digit("Alt", number) for number in range(1, 10)]
        """The first nine people, in the order of the list."""
        self.languages = self._choice(("fr", "en"))
        self.schemes = self._choice(("system", "light", "dark"))
        self._window = window
        window.addActions(list(self))
        window.installEventFilter(self)

    def _action(self, shortcut: str) -> QAction:
        action = QAction(self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        return action

    def _digit(self, modifier: str, number: int) -> QAction:
        """By the digit, and by the same key of a French keyboard, where the digit takes Shift too."""
        action = self._action(f"{modifier}+{number}")
        french = _FRENCH_DIGITS[number - 1]
        if modifier != "Ctrl" or french not in _ZOOMS:
            action.setShortcuts([*action.shortcuts(), QKeySequence(f"{modifier}+{french.upper()}")])
        return action

    def _choice(self, values: tuple[str, ...]) -> dict[str, QAction]:
        group = QActionGroup(self)
        made = {}
        for value in values:
            made[value] = group.addAction(self._action(""))
            made[value].setCheckable(True)
        return made

    def __iter__(self) -> Iterator[QAction]:
        """All of them."""
        yield from self._of_the_vault()
        yield self.quit
        yield from self.languages.values()
        yield from self.schemes.values()

    def _of_the_vault(self) -> Iterator[QAction]:
        yield from (self.import_files, self.paste, self.undo, self.new_entry, self.search)
        yield from (self.hide_entries, self.delete_entries)
        yield from (self.new_grant, self.release, self.change_passphrase, self.lock, *self.pages.values())
        yield from self.people

    def set_unlocked(self, unlocked: bool) -> None:
        """Offer what needs an open vault, or not."""
        for action in self._of_the_vault():
            action.setEnabled(unlocked)

    def fill(self, bar: QMenuBar) -> None:
        """Put the actions in ``bar``'s menus."""
        bar.clear()
        record = bar.addMenu(self.tr("&Record"))
        record.addActions([self.import_files, self.paste, self.new_entry, self.search])
        record.addSeparator()
        record.addActions([self.undo, self.hide_entries, self.delete_entries])
        record.addSeparator()
        record.addActions([self.change_passphrase, self.lock, self.quit])
        access = bar.addMenu(self.tr("&Access"))
        access.addActions([self.new_grant, self.release])
        view = bar.addMenu(self.tr("&View"))
        view.addActions(list(self.pages.values()))
        view.addSeparator()
        view.addActions(list(self.languages.values()))
        view.addSeparator()
        view.addActions(list(self.schemes.values()))

    def retranslate(self) -> None:
        """Name every action in the language shown."""
        self.import_files.setText(self.tr("&Import files…"))
        self.paste.setText(self.tr("Paste a picture or &files"))
        self.undo.setText(self.tr("&Undo"))
        self.new_entry.setText(self.tr("&Write an item…"))
        self.search.setText(self.tr("&Search"))
        self.hide_entries.setText(self.tr("&Keep private / show"))
        self.delete_entries.setText(self.tr("&Delete…"))
        self.new_grant.setText(self.tr("&Give access…"))
        self.release.setText(self.tr("&Allow opening…"))
        self.change_passphrase.setText(self.tr("Change the &passphrase…"))
        self.lock.setText(self.tr("&Lock now"))
        self.quit.setText(self.tr("&Quit"))
        for name, action in self.pages.items():
            action.setText(page_name(name))
        self.languages["fr"].setText("Français")
        self.languages["en"].setText("English")
        self.schemes["system"].setText(self.tr("Colours of the system"))
        self.schemes["light"].setText(self.tr("Light colours"))
        self.schemes["dark"].setText(self.tr("Dark colours"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the language change through the window, which alone receives it."""
        if watched is self._window and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False
