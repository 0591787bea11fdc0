"""Certificates, calendars and HPRIM through a real vault: entries, their originals, whose they are, and once only."""

import io
import json
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from phr.entry import Entry, Kind
from storage import attachments, entries, export, verify
from storage.entries import Filter
from storage.errors import AnotherPerson
from storage.intake import FileReport, Who, import_stream
from storage.keyslots import LEAST_COST
from storage.people import people
from storage.vault import Vault, create
from tests.phr import certificates as made
from tests.phr.test_hprim import MESSAGE
from tests.storage.conftest import PASSPHRASE

SIGNER = made.Signer()
DCC = made.dcc(made.VACCINATION, SIGNER)
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:7
SUMMARY:Consultation psychiatrie
DTSTART;TZID=Europe/Paris:20260328T100000
DTEND;TZID=Europe/Paris:20260328T103000
RRULE:FREQ=WEEKLY;COUNT=5
END:VEVENT
BEGIN:VEVENT
UID:8
SUMMARY:sans date
END:VEVENT
END:VCALENDAR
"""


def code_in(form: str) -> bytes:
    """A picture or page with the certificate on it."""
    image = zxingcpp.create_barcode(DCC, zxingcpp.BarcodeFormat.QRCode).to_image(scale=3)
    height, width = image.shape
    code = Image.frombytes("L", (width, height), memoryview(image).tobytes())  # type: ignore[arg-type]  # it is a buffer
    page = Image.new("L", (900, 1200), 255)
    page.paste(code, (60, 60))
    stream = io.BytesIO()
    page.save(stream, form)
    return stream.getvalue()


def take(vault: Vault, data: bytes, name: str = "fichier", who: Who | None = None) -> FileReport:
    return import_stream(vault, io.BytesIO(data), name, place=f"/{name}", who=who)


def listed(vault: Vault) -> list[Entry]:
    return list(entries.page(vault, Filter(), limit=100).entries)


def seen(vault: Vault) -> list[tuple[str, str, str, bool, list[int]]]:
    """What shows of the entries, and the sizes of their files."""
    return sorted(
        (
            entry.kind.value,
            entry.title,
            entry.note,
            entry.hidden,
            [one.size for one in attachments.of_entry(vault, entry.id)],
        )
        for entry in listed(vault)
    )


DOCUMENTS: dict[str, tuple[bytes, list[Kind]]] = {
    "dcc": (DCC.encode(), [Kind.DOCUMENT, Kind.VACCINE]),
    "shc": (
        "\n".join(made.numeric(made.token(made.CARD, SIGNER), 2)).encode(),
        [Kind.DOCUMENT, Kind.VACCINE],
    ),
    "card file": (
        json.dumps({"verifiableCredential": [made.token(made.CARD, SIGNER)]}).encode(),
        [Kind.DOCUMENT, Kind.VACCINE],
    ),
    "2d-doc": (made.two_d_doc(made.TWO_D_TEST, "B2", SIGNER).encode(), [Kind.DOCUMENT, Kind.RESULT]),
    "png": (code_in("PNG"), [Kind.DOCUMENT, Kind.VACCINE]),
    "pdf": (code_in("PDF"), [Kind.DOCUMENT, Kind.VACCINE]),
    "calendar": (CALENDAR.encode(), [Kind.APPOINTMENT]),
    "hprim": (MESSAGE.encode("cp850"), [Kind.DOCUMENT, *[Kind.RESULT] * 5]),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_entries_once(vault: Vault, name: str) -> None:
    data, kinds = DOCUMENTS[name]
    first = take(vault, data)
    found = listed(vault)
    assert first.added == len(kinds)
    assert sorted(entry.kind for entry in found) == sorted(kinds)

    for place in ("fichier", "copie"):
        again = take(vault, data, place)
        assert (again.added, again.updated, again.unchanged) == (0, 0, len(kinds))
    assert listed(vault) == found
    assert len(people(vault)) == 1
    assert not verify.verify(vault)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_original_is_kept_to_the_byte(vault: Vault, name: str) -> None:
    data, _ = DOCUMENTS[name]
    take(vault, data)
    documents = [entry for entry in listed(vault) if entry.kind is Kind.DOCUMENT]
    kept = [one for entry in documents for one in attachments.of_entry(vault, entry.id)]
    kept = kept or [one for one in attachments.originals(vault) if one.name == "fichier"]
    assert [attachments.read(vault, one.id) for one in kept] == [data]


def test_appointments_are_private_and_proposed_a_topic(vault: Vault) -> None:
    report = take(vault, CALENDAR.encode())
    (appointment,) = listed(vault)
    assert appointment.hidden
    assert appointment.labels == ("psychiatry",)
    assert appointment.date == "2026-03-28T10:00:00+01:00/2026-03-28T10:30:00+01:00"
    assert [problem.detail for problem in report.problems] == [
        "an event without a beginning that can be read"
    ]


def test_another_persons_certificate_is_asked_about(vault: Vault) -> None:
    take(vault, DCC.encode())
    other = json.loads(json.dumps(made.VACCINATION))
    other["nam"] = {"fn": "Roux", "fnt": "ROUX", "gn": "Léo", "gnt": "LEO"}
    text = made.dcc(other, SIGNER).encode()
    with pytest.raises(AnotherPerson):
        take(vault, text, "autre")
    assert len(listed(vault)) == 2
    report = take(vault, text, "autre", Who(person="Léo Roux"))
    assert [one.name for one in people(vault) if one.id in report.persons] == ["Léo Roux"]


def test_one_person_whatever_the_kind_of_certificate(vault: Vault) -> None:
    for data in (DCC, made.token(made.CARD, SIGNER), made.two_d_doc(made.TWO_D_TEST, "B2", SIGNER)):
        take(vault, data.encode(), data[:9])
    assert len(people(vault)) == 1


def test_a_laboratory_that_sends_again_updates_its_results_and_keeps_both_files(vault: Vault) -> None:
    take(vault, MESSAGE.encode())
    second = MESSAGE.replace("|<0,12|mg/l||5|H|R", "|<0,10|mg/l||5|H|F").encode()
    report = take(vault, second, "suite")
    assert (report.added, report.updated, report.unchanged) == (0, 2, 4)
    (crp,) = entries.page(vault, Filter(search="CRP", kinds=(Kind.RESULT,))).entries
    assert crp.value
    assert (crp.value.text, crp.status) == ("<0.10", "final")
    (document,) = [entry for entry in listed(vault) if entry.kind is Kind.DOCUMENT]
    assert [attachments.read(vault, one.id) for one in attachments.of_entry(vault, document.id)] == [
        MESSAGE.encode(),
        second,
    ]


def test_what_is_broken_or_of_another_kind_is_kept_with_a_reason(vault: Vault) -> None:
    for data in (
        DCC[:-30].encode(),
        made.two_d_doc("432,75\x1d", "28", SIGNER).encode(),
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT",
    ):
        report = take(vault, data, data[:9].decode())
        assert (report.added, report.kept) == (0, 1)
        assert report.problems
        assert data in [attachments.read(vault, one.id) for one in attachments.originals(vault)]
    assert not listed(vault)


def test_all_of_it_goes_out_as_fhir_and_comes_back(vault: Vault, tmp_path: Path) -> None:
    for name, (data, _) in DOCUMENTS.items():
        take(vault, data, name)
    out = b"".join(export.export_fhir(vault))
    with create(tmp_path / "other", PASSPHRASE, cost=LEAST_COST) as other:
        take(other, out)
        assert seen(other) == seen(vault)


def test_samples(vault: Vault) -> None:
    data = Path(__file__).parents[3] / "shared" / "data"
    paths = [
        *data.glob("smart-health-cards/*.*"),
        *data.glob("2d-doc/*.txt"),
        *data.glob("dcc/*"),
        *data.glob("ics/*"),
    ]
    if not paths:
        pytest.skip("the real-world samples are not on this computer")
    for path in sorted(paths):
        report = take(vault, path.read_bytes(), path.name, Who(person="Anna Exemple"))
        assert report.added or report.updated or report.unchanged or report.kept, path.name
