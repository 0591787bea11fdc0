"""Photographs of paper become one document; what the telephone knows of them leaves with nobody."""

import base64
import io
import time
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from phr.formats.photographs.pages import Page, page_picture
from phr.formats.photographs.pictures import open_picture
from phr.formats.photographs.straighten import slant, straightened
from storage import attachments, entries, export, journal
from storage.entries import Filter
from storage.errors import Cancelled, NotAFile, NotAPicture, TooManyPictures
from storage.intake import Who, import_file
from storage.photographs import Photograph, import_pages
from storage.vault import Vault
from tests.photographs import HEIC, paper, saved
from tests.zips import put

ANNA = Who(person="Anna Bell")


def photographs(folder: Path, count: int = 2) -> list[Photograph]:
    made = [
        saved(paper((f"Page {number}", "Texte de la page")).rotate(90 * number, expand=True))
        for number in range(count)
    ]
    return [Photograph(put(folder, data, f"IMG_{number}.jpg")) for number, data in enumerate(made)]


def test_pictures_are_one_document_with_its_originals(vault: Vault, tmp_path: Path) -> None:
    pages = photographs(tmp_path, 3)
    report = import_pages(vault, pages, "Ordonnance", who=ANNA, date="2024-03")
    assert (report.added, report.problems) == (1, [])
    (entry,) = entries.page(vault, Filter()).entries
    assert (entry.title, entry.date) == ("Ordonnance", "2024-03")
    pdf, *originals = attachments.of_entry(vault, entry.id)
    assert (pdf.name, pdf.media_type) == ("Ordonnance.pdf", "application/pdf")
    assert [attachments.read(vault, one.id) for one in originals] == [one.path.read_bytes() for one in pages]
    document = pypdfium2.PdfDocument(attachments.read(vault, pdf.id))
    assert len(document) == 3
    document.close()
    assert [line.action for line in journal.lines(vault)].count("import") == 1

    again = import_pages(vault, pages, "Ordonnance", who=ANNA)
    assert (again.added, again.unchanged) == (0, 1)


def test_the_place_is_in_the_originals_alone(vault: Vault, tmp_path: Path) -> None:
    pages = photographs(tmp_path, 1)
    assert b"Exif" in pages[0].path.read_bytes()
    import_pages(vault, pages, "Ordonnance", who=ANNA)
    (entry,) = entries.page(vault, Filter()).entries
    pdf, original = attachments.of_entry(vault, entry.id)
    shown = attachments.read(vault, pdf.id)
    for word in (b"Exif", b"GPS", b"IMG_0"):
        assert word not in shown
    exported = b"".join(export.export_fhir(vault))
    assert base64.b64encode(attachments.read(vault, original.id)) in exported


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_pictures_are_upright_and_bare(kind: str) -> None:
    wide = paper(size=(300, 200))
    picture = open_picture(saved(wide, kind, orientation=6))
    assert picture is not None
    assert picture.size == (200, 300)
    assert not picture.info
    assert not picture.getexif()


def test_a_heic_photograph_is_opened() -> None:
    picture = open_picture(HEIC)
    assert picture is not None
    assert picture.size == (64, 64)


@pytest.mark.parametrize("angle", [-6.5, 0.5, 3.0])
def test_a_slanted_page_is_made_straight(angle: float) -> None:
    taken = paper().rotate(angle, expand=True, fillcolor=(120, 100, 90))
    assert slant(taken) == pytest.approx(-angle, abs=0.3)
    assert slant(straightened(taken)) == pytest.approx(0, abs=0.3)


def test_what_has_no_lines_is_left_as_it_is() -> None:
    noise = Image.effect_noise((800, 600), 90)
    assert straightened(noise) is noise
    page = paper()
    assert straightened(page) is page


def test_straightening_can_be_left_out_and_a_page_turned() -> None:
    taken = paper().rotate(3, expand=True, fillcolor="white")
    as_taken = page_picture(Page(saved(taken, "PNG"), straighten=False))
    assert as_taken is not None
    assert (
        ImageChops.difference(as_taken, open_picture(saved(taken, "PNG"), longest=2400) or taken).getbbox()
        is None
    )
    turned = page_picture(Page(saved(taken, "PNG"), turn=90, straighten=False))
    assert turned is not None
    assert turned.size == as_taken.size[::-1]


def bomb() -> bytes:
    """A PNG of 30,000 by 30,000 pixels in a few kilobytes."""
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    return out.getvalue()


HOSTILE = {
    "nothing": b"",
    "text": b"this is no picture",
    "cut": saved(paper())[:2000],
    "png bomb": bomb(),
    "heic cut": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\xff" * 4000,
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_picture_is_refused_and_nothing_saved(vault: Vault, tmp_path: Path, data: bytes) -> None:
    good = photographs(tmp_path, 1)
    bad = Photograph(put(tmp_path, data, "x.jpg"))
    began = time.process_time()
    with pytest.raises(NotAPicture):
        import_pages(vault, [bad, *good], "Ordonnance", who=ANNA)
    assert time.process_time() - began < 2
    assert entries.count(vault, Filter()) == 0


def test_limits_and_stopping(vault: Vault, tmp_path: Path) -> None:
    one = photographs(tmp_path, 1)
    with pytest.raises(TooManyPictures):
        import_pages(vault, one * 41, "a", who=ANNA)
    with pytest.raises(Cancelled):
        import_pages(vault, one, "a", who=ANNA, cancelled=lambda: True)
    with pytest.raises(NotAFile):
        import_pages(vault, [Photograph(tmp_path / "gone.jpg")], "a", who=ANNA)
    assert entries.count(vault, Filter()) == 0


def test_a_heic_photograph_has_a_picture_that_everybody_sees(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, put(tmp_path, HEIC, "IMG_1.heic"), who=ANNA)
    (entry,) = entries.page(vault, Filter()).entries
    original, shown = attachments.of_entry(vault, entry.id)
    assert (original.media_type, shown.media_type) == ("image/heic", "image/png")
    assert attachments.read(vault, original.id) == HEIC
