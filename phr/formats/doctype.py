"""No document type: the one door through which XML brings entities, so it is shut before anything else is looked at."""

from typing import BinaryIO, NoReturn
from xml.parsers import expat

from phr.errors import FormatError

_CHUNK = 1 << 12


def refuse_document_type(stream: BinaryIO) -> None:
    """Reads up to the first element. Raises :class:`FormatError` for a document type, or what is no XML so far."""
    seen = False

    def refuse(*_: object) -> NoReturn:
        raise FormatError("a document type", f"line {parser.CurrentLineNumber}")

    def found(*_: object) -> None:
        nonlocal seen
        seen = True

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = found
    try:
        while not seen:
            chunk = stream.read(_CHUNK)
            parser.Parse(chunk, not chunk)
            if not chunk:
                return
    except expat.ExpatError as error:
        if not seen:
            raise FormatError(
                "not well-formed XML", f"line {error.lineno}, column {error.offset + 1}"
            ) from None
    except (LookupError, ValueError):
        # An encoding that Python does not have, or one that expat cannot take from it.
        raise FormatError("an unknown encoding", "line 1") from None
