"""Pages of running text as a PDF: A4, set by Qt, in memory only."""

import os
import sys
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

_RESOLUTION: Final = 600  # dots per inch


def pages(html: str, title: str) -> bytes:
    """A PDF of ``html`` (what QTextDocument knows of it), every text in it escaped with :func:`cell` before."""
    application = QGuiApplication.instance() or application_without_windows()
    assert application is not None  # noqa: S101 -- fonts need it alive until the page is set
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(
        QMarginsF(0, 0, 0, 0)
    )  # the document leaves 20 mm of its own, and numbers the pages
    writer.setTitle(title)
    writer.setCreator("Carnet")
    document = QTextDocument()
    face = QFont("DejaVu Sans")
    face.setStyleHint(QFont.StyleHint.SansSerif)
    face.setPointSizeF(9)
    document.setDefaultFont(face)
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def cell(text: str) -> str:
    """A text as HTML, its own line ends kept."""
    return escape(text).replace("\n", "<br>")


def application_without_windows() -> QGuiApplication:
    """What fonts need where no window is open."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a page needs no display
    return QGuiApplication(["phr"])
