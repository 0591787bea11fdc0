"""The words of a file that is text in some wrapping: for search, not to be shown."""

from __future__ import annotations

import re

from phr.formats import pdf_text

MOST = 64 << 20
"""Bytes; nothing is read from a larger file."""

# Of a file that is only text.
_MOST_TEXT = 2 << 20
_PDF = "application/pdf"
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_RTF = frozenset({"application/rtf", "text/rtf"})
READABLE = frozenset({_PDF, "text/plain", *_HTML, *_RTF})
"""The media types that have words to be read."""

# RTF 1.9.1: destinations that are not text, a character by its byte or its number, control words, braces.
_NOT_TEXT = re.compile(r"\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_BYTE = re.compile(r"\\'([0-9a-fA-F]{2})")
_NUMBER = re.compile(r"\\u(-?\d{1,5})\s?\??")
_CONTROL = re.compile(r"\\[a-zA-Z]+-?\d* ?|\\[^a-zA-Z]|[{}]")


def media_type_of(text: str) -> str:
    """A media type without its parameters, in small letters (RFC 6838)."""
    return text.partition(";")[0].strip().lower()


def text_of(data: bytes, media_type: str) -> str:
    """The text of a PDF (its first 30 pages), HTML, RTF or plain file; "" of any other, and of what is broken."""
    kind = media_type_of(media_type)
    if kind not in READABLE or len(data) > MOST:
        return ""
    if kind == _PDF:
        return pdf_text.text_of(data)
    if kind in _HTML:
        return _of_html(data[:_MOST_TEXT])
    text = _decoded(data[:_MOST_TEXT])
    return _without_controls(text) if kind in _RTF else text


def _of_html(data: bytes) -> str:
    # Loaded where first needed.
    from lxml import etree

    try:
        root = etree.fromstring(
            data, etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError):
        return ""
    if root is None:
        return ""
    etree.strip_elements(root, "script", "style", with_tail=False)
    return " ".join(str(text) for text in root.itertext())


def _decoded(data: bytes) -> str:
    try:
        # Cut in the middle of a character, the rest is still UTF-8.
        return data.decode("utf-8", "strict" if len(data) < _MOST_TEXT else "ignore")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _without_controls(text: str) -> str:
    text = _BYTE.sub(
        lambda found: bytes.fromhex(found[1]).decode("cp1252", "replace"), _NOT_TEXT.sub(" ", text)
    )
    text = _NUMBER.sub(lambda found: chr(int(found[1]) & 0xFFFF), text)
    return _CONTROL.sub(lambda found: "\n" if found[0].startswith(("\\par", "\\line", "\\tab")) else "", text)
