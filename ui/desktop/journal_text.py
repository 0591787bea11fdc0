"""Lines of the journal as sentences. A line holds ids and counts only; what still exists lends its name."""

from collections.abc import Mapping

from storage.journal import Line
from ui.catalogue import translate
from ui.desktop.dates import show_instant


def journal_sentence(line: Line, practitioner: str, practitioners: Mapping[str, str]) -> str:
    """What was done, in one sentence; an action that this version does not know as its own word.

    ``practitioner`` is whom the line's access is for, or ""; ``practitioners`` are the names of care professionals
    by their id.
    """
    text = (_of_the_record(line) | _of_accesses(line)).get(line.action, line.action)
    name = practitioners.get(str(line.detail.get("practitioner", "")), practitioner)
    return text.replace("%1", name or translate("Journal", "somebody"))


def _count(line: Line, name: str = "entries") -> int:
    value = line.detail.get(name)
    return value if isinstance(value, int) else 0


def _instant(line: Line) -> str:
    value = line.detail.get("ended")
    return show_instant(value) if isinstance(value, str) else ""


def _of_the_record(line: Line) -> dict[str, str]:
    return {
        "created": translate("Journal", "Vault made."),
        "unlock": translate("Journal", "Vault opened."),
        "clock-confirmed": translate("Journal", "You confirmed the date of this computer."),
        "passphrase-changed": translate("Journal", "Passphrase changed."),
        "signing-key-new": translate("Journal", "A new key signs the history from here on."),
        "practitioner-added": translate("Journal", "Care professional added: %1."),
        "person": translate("Journal", "A person was added."),
        "person-edited": translate("Journal", "The name or birth date of a person was corrected."),
        "record-separated": translate(
            "Journal", "A record moved to a vault of its own: %n item(s).", "", _count(line)
        ),
        "record-received": translate(
            "Journal", "This record came here from a vault of several people: %n item(s).", "", _count(line)
        ),
        "import": translate("Journal", "File imported: %n new item(s).", "", _count(line, "added")),
        "put-aside": translate("Journal", "A file was put aside, to be checked later."),
        "discarded": translate("Journal", "A file that waited to be checked was deleted."),
        "name-forgotten": translate("Journal", "Another name of a person was forgotten."),
        "columns-told": translate("Journal", "You said what the columns of a table hold."),
        "columns-forgotten": translate("Journal", "What the columns of a table hold was forgotten."),
        "entry-added": translate("Journal", "You wrote an item."),
        "entry-edited": translate("Journal", "You corrected an item."),
        "texts-read": translate("Journal", "The text of %n document(s) read, for search.", "", _count(line)),
        "text-recognised": translate("Journal", "Text recognised in a picture, for search."),
        "results-confirmed": translate(
            "Journal", "You confirmed %n result(s) that a document prints.", "", _count(line)
        ),
        "hidden": translate("Journal", "%n item(s) kept private.", "", _count(line)),
        "shown": translate("Journal", "%n item(s) can be shared again.", "", _count(line)),
        "entry-restored": translate("Journal", "You took the correction of an item back."),
        "item-closed": translate("Journal", "You closed an item for now."),
        "item-opened": translate("Journal", "You opened an item that was closed."),
        "labelled": translate("Journal", "Sensitive topics added."),
        "unlabelled": translate("Journal", "Sensitive topics taken away."),
        "deleted": translate("Journal", "%n item(s) deleted.", "", _count(line)),
        "exported": translate("Journal", "Record exported, unprotected, on your request."),
        "backup-made": translate("Journal", "Backup made."),
        "copied": translate("Journal", "This vault is a copy: its accesses have ended."),
        "restored": translate("Journal", "This vault came back from a backup: its accesses have ended."),
        "rolled-back": translate("Journal", "This vault was set back: its accesses have ended."),
    }


def _of_accesses(line: Line) -> dict[str, str]:
    return {
        "preview": translate("Journal", "You looked at what would be shared: %n item(s).", "", _count(line)),
        "grant-made": (
            translate("Journal", "Access given anew to %1: %n item(s).", "", _count(line))
            if line.detail.get("former")
            else translate("Journal", "Access given to %1: %n item(s).", "", _count(line))
        ),
        "released": translate("Journal", "Opening code given for %1."),
        "release-repeated": translate("Journal", "The same opening code shown again for %1."),
        "release-refused": translate("Journal", "A doctor's code was refused."),
        "card-made": translate("Journal", "Consultation card made for %1."),
        "card-returned": translate("Journal", "Consultation card of %1 back or destroyed, as you said."),
        "card-reprinted": translate("Journal", "Consultation card made once more for %1."),
        "handed-over": translate("Journal", "Handed over for good to %1: %n item(s).", "", _count(line)),
        "paper-again": translate("Journal", "The same pages for %1, printed or saved once more."),
        "screen-begun": translate("Journal", "Shown on this screen to %1: %n item(s).", "", _count(line)),
        "screen-ended": translate("Journal", "What was shown on the screen to %1 was over on %2.").replace(
            "%2", _instant(line)
        ),
        "end-unknown": translate(
            "Journal", "What was shown on the screen to %1 is over; when it ended is not known."
        ),
        "receipt-made": translate("Journal", "Sharing receipt made for %1."),
        "reply-received": translate("Journal", "Reply received to the file given to %1. It waits, closed."),
        "reply-opened": translate(
            "Journal", "Reply to the file given to %1 opened: %n item(s).", "", _count(line)
        ),
        "reply-deleted": translate("Journal", "Reply to the file given to %1 deleted, unopened."),
        "reply-refused": translate("Journal", "A reply was refused."),
        "withdrawn": translate("Journal", "Access withdrawn from %1."),
        "expired": translate("Journal", "The access of %1 has ended."),
        "separated": translate("Journal", "An access ended: its record has a vault of its own."),
        "used-up": translate("Journal", "All openings for %1 have been given."),
    }
