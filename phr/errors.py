"""The root of everything that can go wrong in the world, as opposed to in the program."""


class PhrError(Exception):
    """Something failed that a person can understand and act on.

    Each cause has a subclass of its own, in the ``errors`` module of the room that meets it. The interface
    turns the class into a sentence (what happened, that nothing was lost, what to do), so a message here is
    for developers; it never holds health data, a passphrase or a key.
    """


class FormatError(PhrError):
    """A file is not what it should be. ``where`` names the place: a line, a byte, a path in the document."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{where}: {why}" if where else why)
        self.why = why
        self.where = where


class NotADate(PhrError):
    """A text is neither a FHIR date, nor a period, nor an ISO 8601 duration where one is allowed."""


class NotEditable(PhrError):
    """A field that the patient cannot correct in this kind of entry, or a value that does not fit it."""
