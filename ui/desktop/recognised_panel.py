"""The text recognised in a picture or a scan, beside it; it may hold mistakes and says so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar

from phr.formats import recognition
from ui.desktop.parts import Button, Heading, Hint, PrimaryButton, Words, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated


class RecognisedPanel(Translated):
    """``asked``: recognise the text now; ``stopped``: no longer."""

    asked = Signal()
    stopped = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._done = False
        self._busy = False
        self._heading = Heading()
        self._hint = Hint()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self._missing = Words()
        self.begin_button = PrimaryButton()
        self.stop = Button()
        self.drop = Button()
        layout = column(
            self._heading, self._hint, self._missing, self.progress, margin=Space.WIDE, gap=Space.HALF
        )
        layout.addWidget(self.text, 1)
        layout.addLayout(row(self.begin_button, self.stop, self.drop))
        layout.addStretch(0)
        self.setLayout(layout)
        self.begin_button.clicked.connect(self.asked)
        self.stop.clicked.connect(self.stopped)
        self.drop.clicked.connect(self.dropped)
        self.retranslate()

    def begin(self, text: str, *, done: bool) -> None:
        """Show what was recognised; ``done``: nothing is left to be looked at."""
        self._text, self._done, self._busy = text, done, False
        self.text.setPlainText(text.replace("\f", "\n\n"))
        self.retranslate()

    def wait(self) -> None:
        """Show that the text is being recognised."""
        self._busy = True
        self.retranslate()
        self.stop.setFocus()

    def clear(self) -> None:
        """Forget what was shown."""
        self.begin("", done=True)

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._heading.setText(self.tr("Recognised text"))
        installed = recognition.available()
        waiting = not self._done and not self._busy
        if self._text:
            self._hint.setText(self.tr("Recognised text, may hold mistakes: compare with the picture."))
        elif self._busy:
            self._hint.setText(self.tr("Recognising the text, on this computer…"))
        elif waiting:
            self._hint.setText(
                self.tr(
                    "Carnet can recognise the text of this picture, on this computer, so that you find it by its "
                    "words. Some ten seconds a page."
                )
            )
        else:
            self._hint.setText(self.tr("No text was recognised."))
        self._missing.setVisible(waiting and not installed)
        self._missing.setText(
            self.tr("One part is needed for it, which is not installed: pip install 'phr[ocr]'.")
        )
        self.text.setVisible(bool(self._text))
        self.text.setAccessibleName(self.tr("Recognised text"))
        self.progress.setVisible(self._busy)
        self.progress.setAccessibleName(self.tr("Progress of the recognition"))
        self.begin_button.setVisible(waiting and installed)
        self.begin_button.setText(self.tr("Recognise the text"))
        self.stop.setVisible(self._busy)
        self.stop.setText(self.tr("Stop"))
        self.drop.setVisible(not self._busy)
        self.drop.setText(self.tr("Back"))
