"""Letters and results of HPRIM Médecins."""

import io
import time

import pytest

from phr.entry import Draft, Kind, Value
from phr.errors import FormatError
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from phr.formats.hprim import read_hprim
from phr.formats.sniff import Format, sniff

HEADER = (
    "0000129610",
    "LEFÈVRE",
    "Anna",
    "1A RUE DU FOUR                ",
    "",
    "62580 VIMY",
    "17/05/1980",
    "1234567890123 75",
    "    506232",
    "22/05/2013",
    "         C Labo des Lilas           ",
    "     AB12 DR ROUX ",
)
TEXT = ("", "        BIOCHIMIE", "   Glycémie à jeûn      0.91 g/l", "")
RESULTS = (
    "****LAB****",
    "TEX|        BIOCHIMIE",
    "RES|Glycémie|GLY|N|0.910|g/l|0.74|1.06|N|F|5.05|mmol/l|4.11|5.88",
    "RES|CRP|CRP|N|<0,12|mg/l||5|H|R",
    "RES|Aspect du sérum|ASP|A|Limpide",
    "RES|Débit de filtration|DFG|N|76|ml/mn|0|0||C",
    "RES|Hépatite B|HBS|C|NEG|||sup. à 10|LL|F",
    "RES||GLY 05|A",
    "RES",
)
END = ("****FIN****", "****FINFICHIER****", "")
MESSAGE = "\r\n".join((*HEADER, *TEXT, *RESULTS, *END))


def read(text: str, encoding: str = "utf-8") -> list[Item]:
    return list(read_hprim(io.BytesIO(text.encode(encoding))))


def drafts(items: list[Item]) -> list[Draft]:
    found = [to_draft(item.resource) for item in items if item.resource]
    return [draft for draft in found if draft]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("line", ["\r\n", "\n", "\r"])
def test_every_encoding_and_line_ending_reads_the_same(encoding: str, line: str) -> None:
    data = MESSAGE.replace("\r\n", line).encode(encoding)
    assert sniff(data) is Format.HPRIM
    items = list(read_hprim(io.BytesIO(data)))
    reference = read(MESSAGE)
    assert [item.full_url for item in items] == [item.full_url for item in reference]
    assert [draft.title for draft in drafts(items)] == [draft.title for draft in drafts(reference)]


def test_the_patient_is_who_the_header_names_and_no_insurance_number_is_taken() -> None:
    patient = read(MESSAGE)[0].resource
    assert patient
    assert (patient["name"], patient["birthDate"]) == (
        [{"family": "LEFÈVRE", "given": ["Anna"]}],
        "1980-05-17",
    )
    assert "identifier" not in patient


def test_the_letter_is_a_document_with_its_text_and_the_file() -> None:
    items = read(MESSAGE)
    document, draft = items[1].resource, drafts(items)[0]
    assert document
    assert (draft.kind, draft.title, draft.date, draft.author) == (
        Kind.DOCUMENT,
        "Résultats de laboratoire – Labo des Lilas",
        "2013-05-22",
        "Labo des Lilas",
    )
    assert "Glycémie à jeûn      0.91 g/l" in draft.note
    assert document["content"][0]["attachment"]["size"] == len(MESSAGE.encode())
    assert [one["reference"] for one in document["context"]["related"]] == [
        item.full_url for item in items[2:]
    ]


def test_results_keep_value_unit_range_and_flag_as_they_were_sent() -> None:
    results = drafts(read(MESSAGE))[1:]
    assert [(draft.title, draft.value, draft.status) for draft in results] == [
        ("Glycémie", Value("0.910", "g/l", "0.74", "1.06", "", "N"), "final"),
        ("CRP", Value("<0.12", "mg/l", "", "5", "", "H"), "preliminary"),
        ("Aspect du sérum", Value("Limpide", "", "", "", "", ""), "unknown"),
        ("Débit de filtration", Value("76", "ml/mn", "", "", "", ""), "corrected"),
        ("Hépatite B", Value("NEG", "", "", "", "– sup. à 10", "LL"), "final"),
    ]
    assert {draft.date for draft in results} == {"2013-05-22"}


def test_the_value_in_another_unit_is_kept_beside() -> None:
    glucose = read(MESSAGE)[2].resource
    assert glucose
    (other,) = glucose["component"]
    assert (str(other["valueQuantity"]["value"]), other["valueQuantity"]["unit"]) == ("5.05", "mmol/l")
    assert str(other["referenceRange"][0]["high"]["value"]) == "5.88"


def test_a_header_of_thirteen_lines() -> None:
    longer = "\r\n".join((*HEADER[:5], "BP 12", *HEADER[5:], *TEXT, *END))
    assert sniff(longer.encode()) is Format.HPRIM
    patient, letter = read(longer)
    assert patient.resource
    assert patient.resource["birthDate"] == "1980-05-17"
    assert drafts([letter])[0].title == "Compte rendu – Labo des Lilas"


def test_a_complete_result_takes_the_place_of_a_first_one() -> None:
    first = read(MESSAGE)
    second = read(MESSAGE.replace("|<0,12|mg/l||5|H|R", "|<0,10|mg/l||5|H|F"))
    assert [item.full_url for item in first] == [item.full_url for item in second]
    assert first[3].raw != second[3].raw


def test_a_message_without_a_number_is_known_by_what_it_says_and_read_as_fast() -> None:
    nameless = MESSAGE.replace("    506232", "")
    other = nameless.replace("Limpide", "Trouble")
    names = [[item.full_url for item in read(text)[1:]] for text in (nameless, nameless, other)]
    assert names[0] == names[1]
    assert not set(names[0]) & set(names[2])
    long = nameless.replace("****FIN****", "RES|CRP|CRP|N|1\r\n" * 10_000 + "****FIN****")
    start = time.process_time()
    assert len(read(long)) == 10_007
    assert time.process_time() - start < 2


def test_messages_of_several_people_each_keep_their_own_alone() -> None:
    other = MESSAGE.replace("Anna", "Léo").replace("17/05/1980", "02/03/2011")
    items = read(MESSAGE.replace("****FINFICHIER****\r\n", "") + other)
    people = [item for item in items if item.resource and item.resource["resourceType"] == "Patient"]
    documents = [
        item for item in items if item.resource and item.resource["resourceType"] == "DocumentReference"
    ]
    assert len(people) == len(documents) == 2
    sizes = {one.resource["content"][0]["attachment"]["size"] for one in documents if one.resource}
    assert max(sizes) < len((MESSAGE + other).encode()) * 2 / 3
    assert len({item.full_url for item in items}) == len(items)


def test_a_message_without_a_header_stops_no_other() -> None:
    items = read("quelques mots\r\n****FIN****\r\n" + MESSAGE)
    assert items[0].problem
    assert items[2].where == "line 3"


def test_a_birth_year_of_two_digits_says_no_birth() -> None:
    patient = read(MESSAGE.replace("17/05/1980", "17/05/80"))[0].resource
    assert patient
    assert "birthDate" not in patient


@pytest.mark.parametrize("text", ["", "bonjour", "\r\n".join(HEADER[:9]), "\r\n" * 20])
def test_what_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        read(text)


def test_ordinary_texts_are_no_messages() -> None:
    diary = "\n".join(f"{day:02}/03/2026\nTension 12/8\n" for day in range(1, 20))
    assert sniff(diary.encode()) is Format.TEXT
