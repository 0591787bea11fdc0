"""What can go wrong when access is given, opened or taken back: one class per cause."""

from datetime import datetime

from phr.errors import PhrError


class SharingError(PhrError):
    """The root of this room's errors."""


# Opening a file


class NotAPackage(SharingError):
    """A file holds no ``phr-grant`` envelope."""


class NewerPackage(SharingError):
    """An envelope of a later version of the format than this program knows."""


class DamagedPackage(SharingError):
    """An envelope, an age header or a payload that was truncated or changed."""


class WrongWords(SharingError):
    """The words do not open the practitioner's share (or the header that they protect was changed)."""


class WrongCode(SharingError):
    """A well-formed code does not open the payload."""


class BadCode(SharingError):
    """A text is no code: wrong length, a character or word of no alphabet, spare bits that are not zero."""


# Choosing what is shared


class EntryOfAnother(SharingError):
    """A scope names an entry of another person than its own."""


class NothingToShare(SharingError):
    """A scope selects no entry at all."""


# Giving access


class BadTerms(SharingError):
    """The dates or the number of releases of a grant contradict each other.

    ``why`` is ``ended`` (the end is past), ``order`` (it ends before it begins), ``releases`` (fewer than one) or
    ``minutes`` (on the screen for less than one or more than 240).
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class PackageNotWritten(SharingError):
    """The folder for the package cannot be written. No grant was made."""


class BadChallenge(SharingError):
    """A challenge that no grant of this vault made: mistyped, or meant for another vault."""


class TooManyTries(SharingError):
    """Ten challenges failed in a row: one try per ten seconds. ``seconds`` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class GrantEnded(SharingError):
    """A grant that runs no more. ``state`` tells why: ``withdrawn``, ``expired``, ``used-up``, ``copied``,
    ``rolled-back``, ``separated``."""

    def __init__(self, gid: str, state: str) -> None:
        super().__init__(f"{gid} {state}")
        self.gid = gid
        self.state = state


class GrantNotBegun(SharingError):
    """A release is asked for before the grant's first day. ``begins`` is that moment."""

    def __init__(self, gid: str, begins: datetime) -> None:
        super().__init__(gid)
        self.gid = gid
        self.begins = begins


class WrongMode(SharingError):
    """A card is asked of a grant that works by codes, or a code of one that does not. ``mode`` is its own."""

    def __init__(self, gid: str, mode: str) -> None:
        super().__init__(f"{gid} {mode}")
        self.gid = gid
        self.mode = mode


class NoCardOut(SharingError):
    """A card is said to be back, but none was made, or it is back already."""


# My consultation, and what is handed over for good


class TooMuchToSay(SharingError):
    """More than three questions, or a reason or a question of over 500 characters."""


class PdfNotWritten(SharingError):
    """The disk failed after the history said that a PDF was handed over."""


class NothingToTakeBack(SharingError):
    """Paper or a PDF was handed over: there is nothing left to withdraw."""


# Replies


class NotAReply(SharingError):
    """A file holds no ``phr-reply``."""


class NewerReply(SharingError):
    """A reply of a later version of the format than this program knows."""


class DamagedReply(SharingError):
    """A reply whose header or content is not as the format has it. Nothing of it was taken in."""


class OversizedReply(SharingError):
    """A reply that is larger than a reply may be. Nothing of it was taken in."""


class ForgedReply(SharingError):
    """A reply that was changed, or written by somebody who had not opened the package that it names."""


class ForeignReply(SharingError):
    """A reply to a package that no access of this vault made."""


class ReplayedReply(SharingError):
    """A reply that was taken in before, be it still there or not."""


class LateReply(SharingError):
    """A genuine reply to an access that was withdrawn, or whose last day is past. ``state`` is the access's."""

    def __init__(self, gid: str, state: str) -> None:
        super().__init__(f"{gid} {state}")
        self.gid = gid
        self.state = state
