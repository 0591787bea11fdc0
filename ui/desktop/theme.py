"""What the window looks like: one page of tokens, one palette each for light and dark, on Qt's Fusion style.

No style sheet anywhere. Widgets that need other colours or letters than the rest have a class of their own
(:mod:`ui.desktop.parts`), and Qt's palettes and fonts per class do the rest, so a change of scheme reaches all
of them at once. Every text pair keeps a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

SCHEMES = ("system", "light", "dark")


class Space:
    """Distances, in pixels before scaling."""

    SMALL = 4
    HALF = 8
    ONE = 12
    WIDE = 16
    SECTION = 24
    PAGE = 32


class Size:
    """Type scale in points (read at arm's length by a 70-year-old) and the sizes that follow from it, in pixels."""

    SMALL = 11.0
    BASE = 12.0
    HEADING = 14.0
    TITLE = 20.0
    CODE = 19.0
    CONTROL = 38
    ROW = 42
    HEADER = 32
    RADIUS = 8
    SIDEBAR = 240
    MEASURE = 720
    """Widest line of running text."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The roles of colour. ``text``, ``muted`` and ``accent_text`` stand on every surface, ``on_accent`` on ``button``.

    Fusion paints a dark button lighter than its colour, so ``button`` is darker than ``accent``. ``line`` parts what
    is read, ``outline`` is around what is typed in or pressed, and has a contrast of at least 3 (WCAG 2.2, 1.4.11).
    """

    window: str
    panel: str
    sidebar: str
    header: str
    info: str
    warning: str
    error: str
    text: str
    muted: str
    accent: str
    button: str
    on_accent: str
    accent_text: str
    selection: str
    on_selection: str
    line: str
    outline: str


LIGHT = Colours(
    window="#f7f4ee",
    panel="#fffdf9",
    sidebar="#ece6da",
    header="#f1ece2",
    info="#e2eeec",
    warning="#f8ebcc",
    error="#f6e0d6",
    text="#24211c",
    muted="#5c554a",
    accent="#1f6b66",
    button="#0f4a46",
    on_accent="#ffffff",
    accent_text="#17605b",
    selection="#cfe4e0",
    on_selection="#14302d",
    line="#d8d0c1",
    outline="#857b6b",
)
DARK = Colours(
    window="#211f1c",
    panel="#37342f",
    sidebar="#1a1816",
    header="#3a3731",
    info="#23383a",
    warning="#44391c",
    error="#4a2c22",
    text="#f0ece4",
    muted="#cbc3b5",
    accent="#7cc5bc",
    button="#7cc5bc",
    on_accent="#0f2321",
    accent_text="#8fd3cb",
    selection="#2f514d",
    on_selection="#f0ece4",
    line="#615b51",
    outline="#a09789",
)


def colours(palette: QPalette) -> Colours:
    """The tokens behind a palette, for what is painted by hand."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(c: Colours) -> QPalette:
    """The application's palette."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.panel),
        (role.AlternateBase, c.window),
        (role.Text, c.text),
        (role.Button, c.header),
        (role.ButtonText, c.text),
        (role.BrightText, c.on_accent),
        (role.PlaceholderText, c.muted),
        (role.ToolTipBase, c.info),
        (role.ToolTipText, c.text),
        (role.Highlight, c.selection),
        (role.HighlightedText, c.on_selection),
        (role.Accent, c.accent),
        (role.Link, c.accent_text),
        (role.LinkVisited, c.accent_text),
        (role.Mid, c.line),
        (role.Midlight, c.line),
        (role.Light, c.panel),
        (role.Dark, c.line),
    ):
        palette.setColor(name, QColor(colour))
    faded = QColor(c.muted)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return palette


_CONTROLS = (
    "QPushButton",
    "QLineEdit",
    "QPlainTextEdit",
    "QComboBox",
    "QAbstractSpinBox",
    "QCheckBox",
    "QRadioButton",
    "CheckTable",
)


def _outlined(c: Colours) -> str:
    """The window's colour whose outline is ``outline``: Fusion draws it as the window's, darker by 140 %."""
    return QColor(c.outline).lighter(140).name()


def _class_palettes(c: Colours) -> dict[str, QPalette]:
    role = QPalette.ColorRole
    made = {}
    for name, changes in {
        **{name: {role.Window: _outlined(c)} for name in _CONTROLS},
        "PrimaryButton": {role.Button: c.button, role.ButtonText: c.on_accent},
        "Hint": {role.WindowText: c.muted},
        "Code": {role.WindowText: c.accent_text},
        "Sidebar": {role.Window: c.sidebar},
        "QHeaderView": {role.Button: c.header, role.ButtonText: c.muted},
    }.items():
        palette = palette_of(c)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            for which, colour in changes.items():
                palette.setColor(group, which, QColor(colour))
        made[name] = palette
    return made


def _fonts(scale: float) -> dict[str, QFont]:
    base = QApplication.font()
    made = {}
    for name, size, bold in (
        ("Title", Size.TITLE, True),
        ("Heading", Size.HEADING, True),
        ("Hint", Size.SMALL, False),
        ("QHeaderView", Size.SMALL, False),
    ):
        font = QFont(base)
        font.setPointSizeF(size * scale)
        font.setBold(bold)
        made[name] = font
    code = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    code.setPointSizeF(Size.CODE * scale)
    made["Code"] = code
    return made


def text_scale(widget: QWidget) -> float:
    """How large the letters of running text are, 1 for the usual size: what is measured in pixels grows by it."""
    return QApplication.font(widget).pointSizeF() / Size.BASE


class Theme(QObject):
    """Dresses the application and follows the system's scheme until one is chosen."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = "system"
        application.setStyle("Fusion")
        self.enlarge(100)
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    def enlarge(self, percent: int) -> None:
        """Set all letters to ``percent`` of the usual size."""
        scale = percent / 100
        font = QFont(self._application.font())
        font.setPointSizeF(Size.BASE * scale)
        self._application.setFont(font)
        for name, made in _fonts(scale).items():
            self._application.setFont(made, name)  # type: ignore[arg-type]  # the stub says bytes, PySide takes str

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Set the scheme: ``light``, ``dark``, or ``system`` to follow it."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._choice != "system":
            dark = self._choice == "dark"
        tokens = DARK if dark else LIGHT
        self._application.setPalette(palette_of(tokens))
        for name, palette in _class_palettes(tokens).items():
            self._application.setPalette(palette, name)  # type: ignore[arg-type]  # the same
