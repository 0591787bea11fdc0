"""The sharing receipt as one A4 page, in the language shown: kinds and counts, never the title of an item."""

from datetime import datetime

import segno

from sharing.envelope import Mode
from sharing.receipt import Receipt
from storage.clock import moment
from ui.catalogue import day, translate
from ui.desktop.names import kinds_name, mode_name, state_name
from ui.pdf_pages import cell, pages

Fact = tuple[str, str]


def receipt_pdf(receipt: Receipt) -> bytes:
    """A PDF of the receipt."""
    title = translate("Receipt", "Sharing receipt")
    made = translate("Receipt", "Made on %1 by Carnet, the patient's own program.")
    html = [
        f"<h1>{cell(title)}</h1>",
        _paragraph(made.replace("%1", _time(receipt.at))),
        _table(_facts(receipt)),
        f"<h2>{cell(translate('Receipt', 'How it can be taken back, and what cannot'))}</h2>",
        *map(_paragraph, _taking_back(receipt)),
        f"<h2>{cell(translate('Receipt', 'What shows it later'))}</h2>",
        _beside(_square(receipt.mark), _evidence(receipt)),
        _table(_proofs(receipt), size=7),
        _paragraph(translate("Receipt", "Excerpt chosen by the patient. Other items may exist.")),
    ]
    return pages("".join(html), title)


def _facts(receipt: Receipt) -> list[Fact]:
    row, to = receipt.row, receipt.practitioner
    rpps = translate("Receipt", "RPPS number %1").replace("%1", to.rpps) if to.rpps else ""
    for_good = row.mode in (Mode.PAPER, Mode.PDF)
    given = translate("Receipt", "%1 of %2 given").replace("%1", str(row.released))
    openings = "" if for_good or row.mode == Mode.SCREEN else f" ({given.replace('%2', str(row.releases))})"
    state = state_name(row.state)
    if row.ended_at:
        state = f"{state} ({_time(moment(row.ended_at))})"
    facts = [
        (translate("Receipt", "To"), ", ".join(part for part in (to.name, to.specialty, rpps) if part)),
        (translate("Receipt", "Record of"), receipt.person.name),
        (translate("Receipt", "Why"), row.purpose or translate("Receipt", "not said")),
        (translate("Receipt", "What"), _content(receipt)),
        (translate("Receipt", "Period of the items"), _period(receipt)),
        (translate("Receipt", "Identifiers added"), _identifiers(receipt)),
        (translate("Receipt", "Given on"), _time(moment(row.made_at))),
        (translate("Receipt", "Begins on"), _time(moment(row.not_before)) if row.not_before else ""),
        (translate("Receipt", "Access ends"), "" if for_good else _time(moment(row.until))),
        (translate("Receipt", "Way"), mode_name(row.mode) + openings),
        (translate("Receipt", "State"), state),
    ]
    return [fact for fact in facts if fact[1]]


def _content(receipt: Receipt) -> str:
    items, deleted = receipt.items, receipt.deleted
    parts = [translate("Receipt", "%n item(s)", "", items)]
    parts += [f"{kinds_name(kind)} ({number})" for kind, number in receipt.kinds]
    if deleted:
        parts.append(translate("Receipt", "%n deleted from the record since", "", deleted))
    return " · ".join(parts)


def _period(receipt: Receipt) -> str:
    first, last = receipt.scope.date_from, receipt.scope.date_to
    if not first and not last:
        return ""
    return f"{first or '…'} – {last or '…'}"


def _identifiers(receipt: Receipt) -> str:
    names = {
        "identifier": translate("Receipt", "numbers such as the national one"),
        "address": translate("Receipt", "address"),
        "telecom": translate("Receipt", "telephone and e-mail"),
    }
    return ", ".join(names[one] for one in receipt.scope.identifiers) or translate("Receipt", "none")


def _taking_back(receipt: Receipt) -> list[str]:
    """The sentences that hold for this grant now."""
    if receipt.mode is Mode.PAPER:
        return [
            translate(
                "Receipt",
                "These items were handed over on paper, for good. There is no code to stop giving and no card to take "
                "back: whoever has the pages reads them, and can copy them.",
            )
        ]
    if receipt.mode is Mode.SCREEN:
        return [
            translate(
                "Receipt",
                "These items were shown on the patient's own screen. No file was handed over: there is nothing to take "
                "back. What was seen cannot be erased.",
            )
        ]
    if receipt.mode is Mode.PDF:
        return [
            translate(
                "Receipt",
                "These items were handed over as a locked PDF, for good. Whoever has the file and the six words can "
                "read it, today and in ten years; it cannot be withdrawn.",
            )
        ]
    if receipt.mode is Mode.NO_WAY_BACK:
        return [
            translate(
                "Receipt",
                "This access cannot be withdrawn. Whoever has this file and the six words can read it, today and in "
                "ten years. The end date changes nothing about that.",
            )
        ]
    running = receipt.row.state == "running"
    if running:
        ends = translate(
            "Receipt",
            "The patient can withdraw this access at any time; otherwise it ends on its date, when Carnet next runs. "
            "After either, Carnet gives no further code and no further card.",
        )
    else:
        ends = translate("Receipt", "This access has ended: this vault gives nothing more for it.")
    if not receipt.row.released:
        now = _unopened(receipt, running=running)
    elif receipt.mode is Mode.CARD and receipt.row.card_back:
        now = translate(
            "Receipt",
            "On %1 the patient wrote down that the card was taken back or destroyed; a photo of it would still open "
            "the file.",
        ).replace("%1", day(moment(receipt.row.card_back)))
    elif receipt.mode is Mode.CARD:
        now = translate(
            "Receipt",
            "The printed card opens the file, after the end too. Take it back or destroy it; a photo of the card is "
            "enough to open it too.",
        )
    else:
        now = translate(
            "Receipt",
            "A code was given: it opens the whole file, for good, to whoever has the file, the words and that code.",
        )
    never = translate("Receipt", "What was read, printed or copied cannot be erased.")
    return [ends, now, never]


def _unopened(receipt: Receipt, *, running: bool) -> str:
    if running:
        return translate(
            "Receipt",
            "No code and no card has been given. If the access is withdrawn now, this file stays closed, even copied.",
        )
    if receipt.row.state in ("copied", "rolled-back"):
        return translate(
            "Receipt",
            "This vault was copied or set back: whether a code or a card was given from another copy of it, it does "
            "not know.",
        )
    return translate("Receipt", "No code and no card was given: this file stays closed, even copied.")


def _evidence(receipt: Receipt) -> list[str]:
    return [
        translate(
            "Receipt",
            "The mark covers what was shown, by its SHA-256 in the history; no file was handed over.",
        )
        if receipt.mode is Mode.SCREEN
        else translate(
            "Receipt",
            "The file handed over is the one with this SHA-256 (“sha256sum FILE” tells it); the reading page is the "
            "same for everybody.",
        ),
        translate(
            "Receipt",
            "Keep the mark, which the square holds too: typed or scanned into Carnet's History page, or given to "
            "verify_history.py with an exported history, it shows whether the history was rewritten or an older vault "
            "put in its place.",
        ),
    ]


def _square(mark: str) -> str:
    """The mark as a QR code (ISO/IEC 18004) for a hand scanner; in upper case it needs fewer modules."""
    return segno.make(mark.upper(), error="m", micro=False).png_data_uri(scale=8, border=4)


def _beside(picture: str, texts: list[str]) -> str:
    said = "".join(map(_paragraph, texts))
    return (
        f'<table width="100%" cellspacing="0" cellpadding="2"><tr><td>{said}</td>'
        f'<td align="right"><img src="{picture}" width="96" height="96"></td></tr></table>'
    )


def _proofs(receipt: Receipt) -> list[Fact]:
    head = receipt.head
    proofs = [
        (translate("Receipt", "Access"), receipt.row.gid),
        (translate("Receipt", "In place of the access"), receipt.row.former),
        (_name_of_file(receipt), receipt.envelope),
        (translate("Receipt", "Protected file (.html)"), receipt.page),
        (translate("Receipt", "Reading page (reader.html)"), receipt.reader),
        (translate("Receipt", "Mark of the history"), receipt.mark),
        (translate("Receipt", "Vault"), receipt.vault),
        (translate("Receipt", "Line of the history"), f"{head.seq} · {head.hash}"),
        (translate("Receipt", "Signature (Ed25519)"), head.signature),
        (translate("Receipt", "Public key"), head.public_key),
    ]
    return [proof for proof in proofs if proof[1]]


def _name_of_file(receipt: Receipt) -> str:
    if receipt.mode in (Mode.PAPER, Mode.PDF):
        return translate("Receipt", "PDF of the pages")
    if receipt.mode is Mode.SCREEN:
        return translate("Receipt", "What was shown")
    return translate("Receipt", "Protected file (.phr)")


def _time(at: datetime) -> str:
    return f"{day(at)} {at.astimezone():%H:%M}"


def _paragraph(text: str) -> str:
    return f"<p>{cell(text)}</p>"


def _table(facts: list[Fact], size: int = 9) -> str:
    rows = (
        f'<tr><td width="30%" style="font-size:{size}pt"><b>{cell(name)}</b></td>'
        f'<td style="font-size:{size}pt">{cell(value)}</td></tr>'
        for name, value in facts
    )
    return (
        f'<table width="100%" style="margin-top:6px" cellspacing="0" cellpadding="2">{"".join(rows)}</table>'
    )
