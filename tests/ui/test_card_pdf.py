"""The consultation card: what is printed can be read, by people and by machines, and says no more than it should."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtGui import QImage

from ui import catalogue
from ui.card_pdf import card_pdf

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ"
UNTIL = datetime(2027, 3, 12, 12, tzinfo=UTC)


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = catalogue.language()
    catalogue.set_language(request.param)
    yield request.param
    catalogue.set_language(before)


@pytest.fixture
def page(language: str) -> pypdfium2.PdfPage:
    document = pypdfium2.PdfDocument(card_pdf(CODE, UNTIL))
    assert len(document) == 1
    return document[0]


def text_of(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def test_it_is_one_a4_page(page: pypdfium2.PdfPage) -> None:
    width, height = page.get_size()
    assert (round(width), round(height)) == (595, 842)


def test_the_square_holds_the_24_characters(page: pypdfium2.PdfPage) -> None:
    bitmap = page.render(scale=150 / 72, grayscale=True)
    grey = QImage.Format.Format_Grayscale8
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, grey)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [CODE.replace("-", "")]


def test_the_code_stands_in_groups_of_four(page: pypdfium2.PdfPage) -> None:
    text = text_of(page)
    assert "0123 4567 89AB" in text
    assert "CDEF GHJK MNPQ" in text


def test_it_says_what_it_is_and_how_long_it_was_meant(page: pypdfium2.PdfPage, language: str) -> None:
    told = {
        "fr": (
            "Cette carte seule n’ouvre rien : il faut aussi le fichier.",
            "12/03/2027",
            "Extrait choisi par le patient.",
        ),
        "en": (
            "This card alone opens nothing: the file is needed too.",
            "2027-03-12",
            "Excerpt chosen by the patient.",
        ),
    }
    text = text_of(page)
    for sentence in told[language]:
        assert sentence in text


def test_everything_stays_on_the_page(page: pypdfium2.PdfPage) -> None:
    _, height = page.get_size()
    boxes = [page.get_textpage().get_charbox(index) for index in range(page.get_textpage().count_chars())]
    assert min(bottom for _, bottom, _, _ in boxes) > height / 2, "the card is the upper half of the page"
