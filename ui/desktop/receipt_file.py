"""Saving the sharing receipt of an access as a PDF: the same from the list of accesses and from the last step."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from sharing.receipt import make_receipt
from ui.catalogue import translate
from ui.desktop.files import write_private
from ui.desktop.page import Page
from ui.receipt_pdf import receipt_pdf


def ask_receipt(page: Page, gid: str) -> None:
    """Ask where the receipt of an access goes, and write it there."""
    place, _ = QFileDialog.getSaveFileName(
        page,
        translate("ReceiptFile", "Save the sharing receipt"),
        translate("ReceiptFile", "sharing-receipt.pdf"),
        "PDF (*.pdf)",
    )
    if place:
        save_receipt(page, gid, Path(place))


def save_receipt(page: Page, gid: str, place: Path) -> None:
    """Write the receipt of an access in the file ``place``; ``page`` says so."""
    vault = page.vault

    def made(_: None) -> None:
        text = translate("ReceiptFile", "The receipt is in %1. It names no item.")
        page.say(text.replace("%1", str(place)))
        page.changed.emit()

    page.run(lambda _: write_private(place, receipt_pdf(make_receipt(vault, gid))), made)
