"""What can go wrong with a vault, one class per cause. No message holds health data, a passphrase or a key."""

from dataclasses import dataclass

from phr.errors import PhrError


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may be meant: ``ref`` is a person's id, or the reference by which a file names a patient."""

    ref: str
    name: str
    birth_date: str


class NotAVault(PhrError):
    """There is no vault at this place."""


class VaultExists(PhrError):
    """A vault, or something else that would be mixed up with it, is already at this place."""


class VaultInUse(PhrError):
    """Another process, or another handle of this one, has the vault open."""


class VaultBusy(PhrError):
    """Another thread is writing, and this one does not wait for it (:meth:`storage.vault.Vault.hurry`)."""


class VaultLocked(PhrError):
    """The vault was closed in the meantime."""


class StateLost(PhrError):
    """The file outside the vault no longer knows it, or was changed, since the vault was opened: open it again."""


class WrongPassphrase(PhrError):
    """No key slot opens with this passphrase."""


class EmptyPassphrase(PhrError):
    """A vault cannot be closed with an empty passphrase."""


class DamagedHeader(PhrError):
    """``keyslots.json`` is not what was written. The record itself may be whole: a backup's copy opens it."""


class UnsafeParameters(PhrError):
    """The key derivation of a slot is weaker than the program's floor, or costlier than its cap."""


class DamagedVault(PhrError):
    """A page of the database is not what was written, or the record contradicts itself."""


class TruncatedVault(DamagedVault):
    """The end of the database is missing, or all of it."""


class NewerVault(PhrError):
    """The vault was written by a later version of the program."""


class WrongClock(PhrError):
    """The computer's clock is more than five minutes behind the latest line of the journal."""


class DateUnconfirmed(PhrError):
    """More than 30 days lie between the latest line of the journal and the computer's clock."""


class DiskFull(PhrError):
    """There is no room left where the vault is. Nothing was changed."""


class ReadOnlyPlace(PhrError):
    """The program may not write where the vault is."""


class DiskFailed(PhrError):
    """The disk did not do what it was asked: unplugged, unreachable or broken."""


class DamagedBackup(PhrError):
    """A backup does not hold what its manifest says."""


class NotABackup(PhrError):
    """There is no backup at this place."""


class NoSuchPractitioner(PhrError):
    """No care professional has this id or name."""


class SeveralPractitioners(PhrError):
    """Several care professionals have this name: their id is needed."""


class NoSuchGrant(PhrError):
    """No access has this id."""


class NotAHead(PhrError):
    """A text is no head of a journal: a part is missing or mistyped."""


class HeadOfAnotherVault(PhrError):
    """A head is well formed, but of a vault that this one neither is nor was copied from."""


class NoSuchEntry(PhrError):
    """No item of the record has this id."""


class NoSuchPage(PhrError):
    """A cursor is not one that a page gave."""


class NoSuchPerson(PhrError):
    """Nobody in the vault has this id or name."""


class AmbiguousPerson(PhrError):
    """Several people in the vault have this name: an id is needed."""


class OnlyPerson(PhrError):
    """The vault keeps the record of this person only: there is nobody to separate it from."""


class NoSuchName(PhrError):
    """Nobody was confirmed to have this other name."""


class NotWaiting(PhrError):
    """No file that was put aside has this id."""


class OriginalChanged(PhrError):
    """A file is no longer the one that was taken in, or is not a plain file: it was not deleted."""


class NotALabel(PhrError):
    """A label is empty or longer than a label can be."""


class TooManyAtOnce(PhrError):
    """More than eight million entries begin in the same second."""


class Cancelled(PhrError):
    """The user stopped an import, of which nothing was taken in, or the answer to a question is wanted no more."""


class NotAFile(PhrError):
    """What was to be imported is not a file, or cannot be read."""


class NotATable(PhrError):
    """A file is not plainly a table of something measured, so there are no columns to explain."""


class WhoIsWho(PhrError):
    """A file cannot be filed before the user says whose it is. Nothing of it was taken in.

    ``patients`` are those that the file names, ``people`` those that the vault holds.
    """

    def __init__(self, patients: tuple[Candidate, ...], people: tuple[Candidate, ...]) -> None:
        super().__init__(f"{len(patients)} patients in the file, {len(people)} people in the vault")
        self.patients = patients
        self.people = people


class PersonNeeded(WhoIsWho):
    """The file names no patient, and the vault holds several people."""


class AnotherPerson(WhoIsWho):
    """The file's one patient is nobody whom the vault knows."""


class SeveralPatients(WhoIsWho):
    """The file names several patients, and the vault does not know each of them."""


class NoSuchAttachment(PhrError):
    """No file of the vault has this id."""


class NoSuchReply(PhrError):
    """No reply that waits has this id."""


class NoSuchProposal(PhrError):
    """The document does not offer a result of this number."""


class RecognitionMissing(PhrError):
    """The extra that recognises text in pictures is not installed."""


class NotAPicture(PhrError):
    """A file is no picture that can be read, or has more bytes or pixels than are read."""


class TooManyPictures(PhrError):
    """More pictures than one document takes."""
