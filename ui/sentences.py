"""What went wrong, as a sentence for a person: what happened, what is safe, what to do. One for each error class.

A sentence claims only what the class knows. Nothing of a record is in it, except the names and dates that the person
has to choose between.
"""

import errno
from collections.abc import Callable
from typing import Any

from phr import errors as record
from sharing import errors as sharing
from storage import errors as storage
from ui.catalogue import QT_TRANSLATE_NOOP, day, translate
from ui.cli import errors as terminal

_SENTENCES: dict[type[Exception], str] = {
    record.PhrError: QT_TRANSLATE_NOOP("sentences", "This could not be done."),
    record.NotADate: QT_TRANSLATE_NOOP(
        "sentences",
        "This is not a date: write 2026, 2026-03, 2026-03-12, 2026-03-12T14:30:00+01:00, or a duration such as P7D.",
    ),
    record.NotEditable: QT_TRANSLATE_NOOP(
        "sentences", "This part of this item cannot be corrected this way. Nothing was changed."
    ),
    storage.NotAVault: QT_TRANSLATE_NOOP(
        "sentences", "There is no vault here. Check the folder's name, or create a vault."
    ),
    storage.VaultExists: QT_TRANSLATE_NOOP(
        "sentences", "This folder is not empty. Nothing was changed: choose a new or empty folder."
    ),
    storage.VaultInUse: QT_TRANSLATE_NOOP(
        "sentences", "This vault is open elsewhere: close it there first. Nothing was changed."
    ),
    storage.VaultBusy: QT_TRANSLATE_NOOP(
        "sentences",
        "Carnet is still writing something else to the vault. Nothing was changed: try again when that is done.",
    ),
    storage.VaultLocked: QT_TRANSLATE_NOOP(
        "sentences", "The vault was locked meanwhile. Unlock it and try again."
    ),
    storage.StateLost: QT_TRANSLATE_NOOP(
        "sentences",
        "The file that keeps your opening codes outside the vault has disappeared. Lock the vault and unlock it again.",
    ),
    storage.WrongPassphrase: QT_TRANSLATE_NOOP("sentences", "This passphrase does not open the vault."),
    storage.EmptyPassphrase: QT_TRANSLATE_NOOP("sentences", "The passphrase is empty. Nothing was changed."),
    storage.DamagedHeader: QT_TRANSLATE_NOOP(
        "sentences",
        "The file keyslots.json of this vault is damaged, so it cannot be opened. Restore your latest backup.",
    ),
    storage.UnsafeParameters: QT_TRANSLATE_NOOP(
        "sentences",
        "The file keyslots.json of this vault asks for settings that are not safe, so it is not opened. "
        "Restore your latest backup.",
    ),
    storage.DamagedVault: QT_TRANSLATE_NOOP(
        "sentences",
        "This vault is damaged. Keep it as it is and restore your latest backup in another folder.",
    ),
    storage.TruncatedVault: QT_TRANSLATE_NOOP(
        "sentences",
        "A part of this vault is missing. Keep it as it is and restore your latest backup in another folder.",
    ),
    storage.NewerVault: QT_TRANSLATE_NOOP(
        "sentences",
        "This vault was written by a later version of Carnet. Nothing was changed: update Carnet.",
    ),
    storage.WrongClock: QT_TRANSLATE_NOOP(
        "sentences",
        "This computer's clock is behind the last line of the history. Set it right, or confirm the date; "
        "until then no access is given.",
    ),
    storage.DateUnconfirmed: QT_TRANSLATE_NOOP(
        "sentences",
        "More than 30 days have gone by since this vault was last used. Check this computer's date and confirm it; "
        "until then no access is given or ended.",
    ),
    storage.DiskFull: QT_TRANSLATE_NOOP(
        "sentences", "There is no room left on the disk. Nothing was changed: make room and try again."
    ),
    storage.ReadOnlyPlace: QT_TRANSLATE_NOOP(
        "sentences",
        "Carnet may not write in this place. Choose another folder, or change who may write there.",
    ),
    storage.DiskFailed: QT_TRANSLATE_NOOP(
        "sentences",
        "The disk did not do what was asked of it: it may be unplugged or broken. Check it and try again.",
    ),
    storage.DamagedBackup: QT_TRANSLATE_NOOP(
        "sentences", "This backup is damaged, so it is not used. Take another backup."
    ),
    storage.NotABackup: QT_TRANSLATE_NOOP("sentences", "There is no backup here. Check the folder's name."),
    storage.NotATable: QT_TRANSLATE_NOOP(
        "sentences",
        "This file is not plainly a table of measurements: it needs a line of headings, dates and numbers below them.",
    ),
    storage.NoSuchPractitioner: QT_TRANSLATE_NOOP(
        "sentences", "No care professional of this vault has this name or id. Add them first."
    ),
    storage.SeveralPractitioners: QT_TRANSLATE_NOOP(
        "sentences", "Several care professionals have this name: give the id of the one you mean."
    ),
    storage.NotAHead: QT_TRANSLATE_NOOP(
        "sentences",
        "This is not the mark of a history as receipts have it: something is missing or mistyped. Nothing was changed.",
    ),
    storage.HeadOfAnotherVault: QT_TRANSLATE_NOOP(
        "sentences",
        "This receipt or file was made from another vault, so it says nothing about this one. Nothing was changed.",
    ),
    storage.NoSuchGrant: QT_TRANSLATE_NOOP("sentences", "No access of this vault has this id."),
    storage.NoSuchEntry: QT_TRANSLATE_NOOP("sentences", "No item of this vault has this id."),
    storage.NoSuchProposal: QT_TRANSLATE_NOOP(
        "sentences", "This document does not offer a result of this number."
    ),
    storage.RecognitionMissing: QT_TRANSLATE_NOOP(
        "sentences", "Recognising text needs one more part, which is not installed: pip install 'phr[ocr]'."
    ),
    storage.NotAPicture: QT_TRANSLATE_NOOP(
        "sentences", "One of the files is no picture that can be read, or it is too large."
    ),
    storage.TooManyPictures: QT_TRANSLATE_NOOP("sentences", "That is too many pictures for one document."),
    storage.NoSuchAttachment: QT_TRANSLATE_NOOP("sentences", "No file of this vault has this id."),
    storage.NoSuchPage: QT_TRANSLATE_NOOP(
        "sentences", "The list cannot go on from there: take the cursor that the last answer gave."
    ),
    storage.NoSuchPerson: QT_TRANSLATE_NOOP("sentences", "Nobody in this vault has this name or id."),
    storage.AmbiguousPerson: QT_TRANSLATE_NOOP(
        "sentences", "Several people in this vault have this name: give the id of the one you mean."
    ),
    storage.OnlyPerson: QT_TRANSLATE_NOOP(
        "sentences",
        "This vault keeps this record only, so it is already on its own. To give it other keys, change the "
        "passphrase.",
    ),
    storage.NoSuchName: QT_TRANSLATE_NOOP(
        "sentences", "This name was not confirmed as another name of this person. Nothing was changed."
    ),
    storage.NotWaiting: QT_TRANSLATE_NOOP("sentences", "No file that waits to be checked has this id."),
    storage.OriginalChanged: QT_TRANSLATE_NOOP(
        "sentences", "This file is no longer the one that was imported, or is a link. It was not deleted."
    ),
    storage.NotALabel: QT_TRANSLATE_NOOP(
        "sentences", "A sensitive topic is a short text, not an empty or a long one."
    ),
    storage.TooManyAtOnce: QT_TRANSLATE_NOOP(
        "sentences",
        "More items have exactly the same date and time than a vault can hold. This file was not imported.",
    ),
    storage.Cancelled: QT_TRANSLATE_NOOP("sentences", "Stopped. Nothing of this file was imported."),
    storage.NotAFile: QT_TRANSLATE_NOOP("sentences", "This is not a file that can be read."),
    storage.WhoIsWho: QT_TRANSLATE_NOOP(
        "sentences", "Say whose record this file is. Nothing of it was imported."
    ),
    storage.PersonNeeded: QT_TRANSLATE_NOOP(
        "sentences",
        "This file does not say whose it is, and this vault keeps several records. Nothing was imported.",
    ),
    storage.AnotherPerson: QT_TRANSLATE_NOOP(
        "sentences",
        "This file has another name or another date of birth. Former name, name in use, misprint, or another person? "
        "Nothing was imported.",
    ),
    storage.SeveralPatients: QT_TRANSLATE_NOOP(
        "sentences", "This file holds the records of several people: say who is who. Nothing was imported."
    ),
    sharing.NotAPackage: QT_TRANSLATE_NOOP("sentences", "This is not a protected file made by Carnet."),
    sharing.NewerPackage: QT_TRANSLATE_NOOP(
        "sentences", "This protected file was made by a later version of Carnet: update Carnet to open it."
    ),
    sharing.DamagedPackage: QT_TRANSLATE_NOOP(
        "sentences", "This protected file is damaged or incomplete. Ask for it again."
    ),
    sharing.WrongWords: QT_TRANSLATE_NOOP(
        "sentences", "These words do not open this file. Check each of them."
    ),
    sharing.WrongCode: QT_TRANSLATE_NOOP(
        "sentences", "This code does not open this file. Check it, or ask for it again."
    ),
    sharing.BadCode: QT_TRANSLATE_NOOP(
        "sentences", "This is not a whole code: a letter or a digit is missing, or one too many. Check it."
    ),
    sharing.EntryOfAnother: QT_TRANSLATE_NOOP(
        "sentences", "One of the items chosen belongs to another person. Nothing was shared."
    ),
    sharing.NothingToShare: QT_TRANSLATE_NOOP(
        "sentences", "Nothing of the record is in what you chose to share. No access was made."
    ),
    sharing.NoCardOut: QT_TRANSLATE_NOOP("sentences", "No card of this access is out."),
    sharing.PackageNotWritten: QT_TRANSLATE_NOOP(
        "sentences", "The protected file could not be written in this folder. No access was made."
    ),
    sharing.PdfNotWritten: QT_TRANSLATE_NOOP(
        "sentences",
        "The PDF could not be written in this folder. The history says all the same that it was handed over.",
    ),
    sharing.NothingToTakeBack: QT_TRANSLATE_NOOP(
        "sentences",
        "There is nothing to take back: paper and PDF are handed over for good. Whoever has them can read them.",
    ),
    sharing.TooMuchToSay: QT_TRANSLATE_NOOP(
        "sentences", "My consultation holds three questions at most, and texts of 500 characters at most."
    ),
    sharing.BadChallenge: QT_TRANSLATE_NOOP(
        "sentences",
        "No access of this vault fits this code. Have it read again, letter by letter; nothing was given.",
    ),
    sharing.NotAReply: QT_TRANSLATE_NOOP(
        "sentences", "This is not a reply that was made with Carnet's reading page."
    ),
    sharing.NewerReply: QT_TRANSLATE_NOOP(
        "sentences", "This reply was made with a later version of Carnet: update Carnet to take it in."
    ),
    sharing.DamagedReply: QT_TRANSLATE_NOOP(
        "sentences", "This reply is damaged or incomplete. Nothing of it was taken in: ask for it again."
    ),
    sharing.OversizedReply: QT_TRANSLATE_NOOP(
        "sentences",
        "This reply is larger than a reply may be (20 MB). Nothing of it was taken in: ask for its documents another "
        "way.",
    ),
    sharing.ForgedReply: QT_TRANSLATE_NOOP(
        "sentences",
        "This reply was changed on its way, or written by somebody who did not open your file. Nothing of it was "
        "taken in.",
    ),
    sharing.ForeignReply: QT_TRANSLATE_NOOP(
        "sentences",
        "This reply answers a file that was not made from this vault. Nothing of it was taken in.",
    ),
    sharing.ReplayedReply: QT_TRANSLATE_NOOP(
        "sentences", "This reply was taken in before, and a reply comes in only once. Nothing was changed."
    ),
    storage.NoSuchReply: QT_TRANSLATE_NOOP("sentences", "No reply that waits has this id."),
    sharing.SharingError: QT_TRANSLATE_NOOP("sentences", "This could not be shared. Nothing was given."),
    terminal.NoTerminal: QT_TRANSLATE_NOOP(
        "sentences", "There is no terminal to ask on: name a file with --passphrase-file."
    ),
    terminal.SecretsDiffer: QT_TRANSLATE_NOOP("sentences", "The two were not the same. Nothing was changed."),
    terminal.NotText: QT_TRANSLATE_NOOP("sentences", "The file that was named holds no text."),
    terminal.NothingTyped: QT_TRANSLATE_NOOP("sentences", "Nothing was typed. Nothing was changed."),
}


def _format_error(error: record.FormatError) -> str:
    if error.where:
        text = translate("sentences", "This file cannot be read as what it says it is ({where}).")
        return text.format(where=error.where)
    return translate("sentences", "This file cannot be read as what it says it is.")


def _bad_terms(error: sharing.BadTerms) -> str:
    return {
        "ended": translate("sentences", "The end of this access is already past. No access was made."),
        "order": translate("sentences", "This access would end before it begins. No access was made."),
        "minutes": translate("sentences", "What is on the screen lasts 1 minute to 4 hours."),
    }.get(error.why, translate("sentences", "An access allows at least one opening. No access was made."))


def _too_many_tries(error: sharing.TooManyTries) -> str:
    n = error.seconds
    return translate(
        "sentences", "Too many codes that fit nothing: wait %n second(s) before the next one.", "", n
    )


def _grant_ended(error: sharing.GrantEnded) -> str:
    return {
        "withdrawn": translate("sentences", "This access was withdrawn: nothing more is given for it."),
        "expired": translate("sentences", "This access has ended: nothing more is given for it."),
        "used-up": translate(
            "sentences",
            "All openings of this access have been given. Give a new access if one more is needed.",
        ),
        "copied": translate(
            "sentences",
            "This vault is a copy or was restored, so it gives nothing for earlier accesses. Give a new one.",
        ),
        "rolled-back": translate(
            "sentences",
            "This vault was put back to an earlier state, so this access was ended. Give a new one.",
        ),
        "separated": translate(
            "sentences",
            "This record has moved to a vault of its own since, so this access ended. Give a new one.",
        ),
    }.get(error.state, translate("sentences", "This access has ended: nothing more is given for it."))


def _late_reply(error: sharing.LateReply) -> str:
    if error.state == "withdrawn":
        return translate(
            "sentences",
            "This reply came after you withdrew the access that it answers, so it was not taken in. If it is welcome, "
            "ask for it another way.",
        )
    return translate(
        "sentences",
        "This reply came after the last day of the access that it answers, so it was not taken in. If it is welcome, "
        "ask for it another way, or give a new access.",
    )


def _grant_not_begun(error: sharing.GrantNotBegun) -> str:
    text = translate("sentences", "This access begins on {day}: nothing is given before.")
    return text.format(day=day(error.begins))


def _wrong_mode(error: sharing.WrongMode) -> str:
    return {
        "card": translate("sentences", "This access works with a printed card, not with a code."),
        "code": translate("sentences", "This access works with a code for each opening, not with a card."),
        "screen": translate(
            "sentences", "This is on the screen: it ends there, or when the vault is opened again."
        ),
    }.get(
        error.mode,
        translate("sentences", "This access has no way back: its words open it, there is no code to give."),
    )


def _whose_record(error: terminal.WhoseRecord) -> str:
    text = translate(
        "sentences", "This vault keeps several records: say whose with --person, one of: {people}."
    )
    return text.format(people=", ".join(f"{one.name} ({one.id})" for one in error.people))


_WITH_DETAILS: dict[type[Exception], Callable[[Any], str]] = {
    record.FormatError: _format_error,
    sharing.BadTerms: _bad_terms,
    sharing.TooManyTries: _too_many_tries,
    sharing.GrantEnded: _grant_ended,
    sharing.GrantNotBegun: _grant_not_begun,
    sharing.LateReply: _late_reply,
    sharing.WrongMode: _wrong_mode,
    terminal.WhoseRecord: _whose_record,
}


def sentence(error: Exception) -> str:
    """What ``error`` means to a person, in the language shown: PhrError and OSError only."""
    if isinstance(error, storage.NotAFile) and isinstance(error.__cause__, OSError):
        return sentence(error.__cause__)
    if isinstance(error, OSError):
        return _of_the_system(error)
    for kind in type(error).__mro__:
        if kind in _WITH_DETAILS:
            return _WITH_DETAILS[kind](error)
        if kind in _SENTENCES:
            return translate("sentences", _SENTENCES[kind])
    raise TypeError(type(error).__name__)


def has_own_sentence(kind: type[Exception]) -> bool:
    """Whether a class has a sentence of its own, not only one of a class above it."""
    return kind in _SENTENCES or kind in _WITH_DETAILS


def _of_the_system(error: OSError) -> str:
    text = {
        errno.ENOENT: translate("sentences", "There is no such file or folder: {file}"),
        errno.EACCES: translate("sentences", "Carnet may not read or write this: {file}"),
        errno.EPERM: translate("sentences", "Carnet may not read or write this: {file}"),
        errno.EROFS: translate("sentences", "Carnet may not read or write this: {file}"),
        errno.EISDIR: translate("sentences", "This is a folder, and a file is needed: {file}"),
        errno.ENOTDIR: translate("sentences", "This is no folder: {file}"),
        errno.EEXIST: translate(
            "sentences", "This is there already, and nothing was written over it: {file}"
        ),
        errno.ENOSPC: translate("sentences", "There is no room left on the disk: {file}"),
    }.get(error.errno or 0, translate("sentences", "The computer could not do this ({code}): {file}"))
    return text.format(file=error.filename or "-", code=errno.errorcode.get(error.errno or 0, "?"))
