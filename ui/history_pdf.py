"""The history as pages to print: every line as a sentence, with what its hash covers, and the signed head."""

from sharing.history import History
from storage import grants, practitioners
from storage.canonical import canonical
from storage.journal import Line
from storage.vault import Vault
from ui.catalogue import translate
from ui.desktop.journal_text import journal_sentence
from ui.pdf_pages import cell, pages


def history_pdf(vault: Vault, whole: History) -> bytes:
    """A PDF of the whole history, in the language shown. Care professionals are named, items are not."""
    names = {one.id: one.name for one in practitioners.practitioners(vault)}
    of_grant = {one.gid: names.get(one.practitioner, "") for one in grants.grants(vault)}
    title = translate("HistoryPages", "History")
    head = whole.head
    facts = (
        (translate("HistoryPages", "Vault"), whole.vault),
        (translate("HistoryPages", "Mark of the history"), whole.text),
        (translate("HistoryPages", "Hash of the last line (SHA-256)"), head.hash),
        (translate("HistoryPages", "Signature (Ed25519)"), head.signature),
        (translate("HistoryPages", "Public key"), head.public_key),
    )
    told = translate(
        "HistoryPages",
        "Each line carries the hash of the one before, so none can be changed, taken out or put in without it "
        "showing. The history tells what this program knows; it does not see what others do. It proves that it was "
        "not rewritten only against a mark that somebody else holds, on a receipt or in a package. To check it "
        "without Carnet, export it as CSV and follow docs/history.md.",
    )
    rows = "".join(
        _row(line, journal_sentence(line, of_grant.get(line.grant, ""), names)) for line in whole.lines
    )
    return pages(
        f"<h1>{cell(title)}</h1><p>{cell(told)}</p>"
        + "".join(f"<p><b>{cell(name)}</b><br><tt>{cell(value)}</tt></p>" for name, value in facts)
        + f'<table width="100%" cellspacing="0" cellpadding="2">{rows}</table>',
        title,
    )


def _row(line: Line, sentence: str) -> str:
    exact = " ".join(
        part for part in (line.action, line.grant, canonical(line.detail).decode("ascii"), line.hash) if part
    )
    return (
        f'<tr><td align="right">{line.seq}&nbsp;</td><td width="24%">{cell(line.at)}</td>'
        f'<td>{cell(sentence)}<br><span style="font-size:6pt">{cell(exact)}</span></td></tr>'
    )
