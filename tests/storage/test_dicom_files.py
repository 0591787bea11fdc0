"""DICOM files in a real vault: kept whole, one entry for a series, with a picture."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from phr.entry import Kind
from storage import attachments, entries
from storage.entries import Filter
from storage.errors import AnotherPerson
from storage.intake import import_file
from storage.vault import Vault
from tests.phr.test_dicom import dicom, with_preamble
from tests.zips import put, zipped


def slices(count: int, series: str = "1.2.3.4.5") -> list[tuple[str, bytes]]:
    return [
        (
            f"IM{number}",
            with_preamble(dicom(pixels=struct.pack("<4H", *range(number, number + 4)), series=series)),
        )
        for number in range(count)
    ]


def test_the_slices_of_a_series_are_one_entry(vault: Vault, tmp_path: Path) -> None:
    data = zipped(*slices(3), *slices(1, "1.2.3.4.6"))
    report = import_file(vault, put(tmp_path, data))
    assert (report.added, report.updated, report.problems) == (2, 2, [])
    found = entries.page(vault, Filter()).entries
    assert {(one.kind, one.title, one.date) for one in found} == {
        (Kind.DOCUMENT, "IRM – IRM cérébrale", "2024-03-12")
    }
    files = {tuple(file.name for file in attachments.of_entry(vault, one.id)) for one in found}
    assert files == {("IM0", "IM0.png", "IM1", "IM2"), ("IM0", "IM0.png")}
    assert sorted(len(entries.resource(vault, one.id)["content"]) for one in found) == [2, 4]

    again = import_file(vault, put(tmp_path, data))
    assert (again.added, again.updated, again.unchanged) == (0, 0, 4)


def test_a_file_is_kept_to_the_byte_beside_its_picture(vault: Vault, tmp_path: Path) -> None:
    ((_, data),) = slices(1)
    import_file(vault, put(tmp_path, data, "IM0"))
    (entry,) = entries.page(vault, Filter()).entries
    whole, picture = attachments.of_entry(vault, entry.id)
    assert attachments.read(vault, whole.id) == data
    with Image.open(io.BytesIO(attachments.read(vault, picture.id))) as image:
        assert (image.format, image.size) == ("PNG", (2, 2))


def test_another_persons_pictures_are_asked_about(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, put(tmp_path, slices(1)[0][1], "IM0"))
    with pytest.raises(AnotherPerson):
        import_file(vault, put(tmp_path, with_preamble(dicom(name=b"BELL^Bob", series="1.2.9.9.9")), "IM1"))
