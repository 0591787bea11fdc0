"""The reading page with an envelope inside: one HTML file that a practitioner opens in any browser."""

import base64
from importlib.resources import files

from sharing.envelope import ELEMENT, ELEMENT_END, NEXT_ELEMENT, PIECE

_EMPTY = ELEMENT + ELEMENT_END


def constant() -> bytes:
    """``reader.html``, the same for everybody; it opens any ``.phr`` file that is chosen from the disk."""
    return files("sharing").joinpath("reader", "dist", "reader.html").read_bytes()


def page(envelope: bytes) -> bytes:
    """The reading page that holds this envelope."""
    before, element, after = constant().partition(_EMPTY)
    if not element or _EMPTY in after:
        raise ValueError("the reading page needs exactly one empty element for an envelope")
    text = base64.b64encode(envelope)
    pieces = (text[start : start + PIECE] for start in range(0, len(text), PIECE))
    elements = (ELEMENT_END + NEXT_ELEMENT).join(pieces)
    return b"".join((before, ELEMENT, elements, ELEMENT_END, after))
