"""Paper and the locked PDF: the preview and nothing else, in both languages, handed over for good."""

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fhir.resources.R4B.bundle import Bundle
from PIL import Image

from phr.entry import Kind
from sharing import handed_over
from sharing.consultation import consultation, since_last
from sharing.endings import revoke
from sharing.errors import NothingToTakeBack, PdfNotWritten, TooMuchToSay
from sharing.extract import extract
from sharing.holders import shared_with
from sharing.pdf_pages import Pages, locked, plain
from sharing.preview import Preview, select
from sharing.scope import Scope
from storage import entries, grants, journal, people, practitioners
from storage.entries import Filter
from storage.identity import Who
from storage.intake import import_stream
from storage.keyslots import LEAST_COST
from storage.vault import create
from tests.sharing.conftest import Clock, Practice
from tests.sharing.records import TYPES, Plan, Record
from tests.ui import papers
from tests.ui.papers import CANARY, as_bundle, document, everything_in, letter, squeezed, text_of
from tests.ui.phr_command import SAMPLE, Phr
from ui import catalogue
from ui.selection_pdf import Paper, selection_pdf

CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
PASSPHRASE = "trois petits chats bleus"


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    """A vault, whose record it is, and who is given something."""
    clock = Clock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    with create(tmp_path / "vault", PASSPHRASE, cost=LEAST_COST, now=clock) as vault:
        person = people.add_person(vault, "Odile Mercier", "1954-07-02", "female")
        doctor = practitioners.add_practitioner(vault, "Dr Salomé Roux", specialty="médecine générale")
        entry = entries.add_own(vault, person.id, Kind.ALLERGY, "Pénicilline", date="2019")
        yield Practice(vault, clock, person, doctor, entry, tmp_path / "à donner")


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    before = catalogue.language()
    catalogue.set_language("fr")
    yield
    catalogue.set_language(before)


def take_in(practice: Practice, *resources: dict[str, Any]) -> None:
    import_stream(
        practice.vault, io.BytesIO(as_bundle(*resources)), "dossier.json", who=Who(practice.person.id)
    )


def chosen(practice: Practice, **scope: Any) -> Preview:
    return select(practice.vault, Scope(person=practice.person.id, **scope))


def paper_of(practice: Practice, shown: Preview, **more: Any) -> Paper:
    return selection_pdf(extract(practice.vault, shown, practice.doctor, "Bilan", **more))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pages_tell_the_preview_and_nothing_else(practice: Practice, lang: str) -> None:
    vault, hidden, labelled = practice.vault, len(TYPES), len(TYPES) + 1
    plans = [
        *(
            Plan(name, 0, (hidden, labelled, number - 1), "2010-05", hidden=False, labels=())
            for number, name in enumerate(TYPES)
        ),
        Plan("DocumentReference", 0, (), "2001", hidden=True, labels=()),
        Plan("Observation", 0, (), "2001", hidden=False, labels=("LABEL-psy",)),
        Plan("Condition", 1, (), "2001", hidden=False, labels=()),
    ]
    record = Record(1, plans)
    import_stream(vault, io.BytesIO(record.bundle()), "dossier.json", who=Who(each=True))
    person = people.person(vault, f"Jo Famille{record.person_mark(0)}")
    found = entries.page(vault, Filter(person=person.id)).entries
    ids = {record.urls.index(f"urn:uuid:{entries.resource(vault, one.id)['id']}"): one.id for one in found}
    entries.set_hidden(vault, [ids[hidden]], hidden=True)
    entries.add_labels(vault, ids[labelled], ["LABEL-psy"])
    shown = select(vault, Scope(person=person.id, without_labels=("LABEL-psy",)))
    catalogue.set_language(lang)
    whole = extract(vault, shown, practice.doctor, "Bilan")
    data = plain(selection_pdf(whole).file)
    text, bare = text_of(data), everything_in(data)

    inside = {entry.id for entry in shown.entries}
    assert inside == set(ids.values()) - {ids[hidden], ids[labelled]}
    for number, plan in enumerate(plans):
        mark = record.mark(number)
        if ids.get(number) in inside:
            assert mark in text, plan.type
        else:
            assert mark not in text, plan.type
            assert not any(trace.encode() in bare for trace in record.traces(number)), plan.type
    assert all(squeezed(item.told.title_in(lang)) in text for item in whole.items)
    for never in ("LABEL", "NARRATIVE", "META", "NIR", "TEL", "VILLE", "DIRECT", "ANCIEN", "UNUSED"):
        assert never not in text
    statement = {
        "fr": "Extrait choisi par le patient. D’autres éléments peuvent exister.",
        "en": "Excerpt chosen by the patient. Other items may exist.",
    }[lang]
    for page in pypdfium2.PdfDocument(data):
        assert squeezed(statement) in squeezed(page.get_textpage().get_text_range())


def test_a_result_stands_as_it_was_sent(practice: Practice) -> None:
    observation = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": "laboratory"}]}],
        "code": {"text": "Débit de filtration, affiché"},
        "subject": {"reference": "urn:uuid:p"},
        "effectiveDateTime": "2024-03-12",
        "valueQuantity": {"value": 4.210, "unit": "mmol/L"},
        "referenceRange": [{"low": {"value": 3.5}, "high": {"value": 5.0}}],
        "interpretation": [{"coding": [{"code": "H"}]}],
    }
    take_in(practice, observation)
    text = text_of(plain(paper_of(practice, chosen(practice)).file))
    for told in ("12/03/2024", "Débit de filtration, affiché", "4.21 mmol/L", "3.5 – 5", "référence (H)"):
        assert squeezed(told) in text
    assert "254079912345678" not in text
    named = plain(paper_of(practice, chosen(practice, identifiers=("identifier",))).file)
    assert "254079912345678" in text_of(named)


def test_documents_come_as_mere_drawings(practice: Practice) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(picture, "PNG")
    take_in(
        practice,
        document("d1", "Lettre", "application/pdf", letter(2, "Seen")),
        document("d2", "Lettre couchée", "application/pdf", letter(1, "Turned", rotate=90)),
        document("d3", "Photographie", "image/png", picture.getvalue()),
        document("d4", "Classeur", "application/vnd.ms-excel", b"PK\x03\x04 not a workbook"),
        document("d6", "Courrier", "text/plain", "Chère consœur,\n\n\tmerci.\n".encode()),
        document("d7", "Ancien", "text/plain", "Chère".encode("cp850")),
        document("d5", "Abîmé", "application/pdf", b"%PDF-1.4 and then nothing"),
    )
    paper = paper_of(practice, chosen(practice))
    data = plain(paper.file)
    text = text_of(data)
    assert all(seen in text for seen in ("Seen1", "Seen2", "Turned1"))
    assert CANARY.encode() not in everything_in(data)
    assert paper.pages == len(pypdfium2.PdfDocument(data)) == 1 + 2 + 1 + 1 + 1
    assert squeezed("Chère consœur, merci.") in text
    assert squeezed("non imprimable") in text
    assert squeezed("PDF abîmé") in text
    assert squeezed("page 2 sur 2") in text
    assert f"Page{paper.pages}/{paper.pages}" in text


def test_what_is_filled_in_is_printed_with_the_page() -> None:
    file = pikepdf.open(io.BytesIO(letter(1)))
    stamp = file.make_stream(b"BT /F0 20 Tf 10 10 Td (Stamped) Tj ET")
    stamp.update(
        pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 50])
    )
    stamp.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=file.pages[0].Resources.Font.A))
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[100, 100, 300, 150], F=4, Contents=CANARY
    )
    note.AP = pikepdf.Dictionary(N=stamp)
    file.pages[0].Annots.append(file.make_indirect(note))
    pages = Pages.of(papers.saved(file))
    assert pages is not None
    form, _ = pages.drawing(0)
    assert b"Do" in form.read_bytes()


def test_a_locked_pdf_opens_with_its_words_only(practice: Practice, tmp_path: Path) -> None:
    whole = extract(practice.vault, chosen(practice), practice.doctor, "Bilan")
    made = handed_over.as_pdf(practice.vault, whole, selection_pdf(whole).file, tmp_path / "usb", "fr")
    again = handed_over.as_pdf(practice.vault, whole, selection_pdf(whole).file, tmp_path / "usb", "en")
    assert [one.file.name for one in (made, again)] == ["dossier.pdf", "dossier-2.pdf"]
    assert len(made.words.split()) == 6
    assert made.words.isascii()
    data = made.file.read_bytes()
    assert b"Mercier" not in data
    assert b"Extrait" not in data  # the metadata are encrypted too
    assert "Pénicilline" in text_of(data, made.words)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(data, password=made.words.replace(" ", ""))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password=made.words) as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)
        assert {file.encryption.stream_method, file.encryption.string_method} == {
            pikepdf.models.EncryptionMethod.aesv3
        }


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not here")
def test_another_program_opens_it(practice: Practice, tmp_path: Path) -> None:
    whole = extract(practice.vault, chosen(practice), practice.doctor, "Bilan")
    file = tmp_path / "dossier.pdf"
    file.write_bytes(locked(selection_pdf(whole).file, "abaisser abandon"))

    def told(*password: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pdftotext", *password, str(file), "-"], capture_output=True, text=True, check=False
        )

    assert "Pénicilline" in told("-upw", "abaisser abandon").stdout
    assert told("-upw", "abaisser").returncode
    assert told().returncode


def test_the_history_knows_before_the_file_appears(practice: Practice, tmp_path: Path) -> None:
    vault = practice.vault
    whole = extract(vault, chosen(practice), practice.doctor, "Bilan")
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "dossier.pdf.new").mkdir()  # in the way of the file that becomes dossier.pdf
    with pytest.raises(PdfNotWritten):
        handed_over.as_pdf(vault, whole, selection_pdf(whole).file, folder, "fr")
    assert not (folder / "dossier.pdf").exists()
    (row,) = grants.grants(vault)
    assert (row.mode, row.state, row.released) == ("pdf", "handed-over", 1)
    line = journal.lines(vault, grant=row.gid)[-1]
    assert (line.action, line.detail["entries"]) == ("handed-over", len(whole.items))
    with pytest.raises(NothingToTakeBack):
        revoke(vault, row.gid)
    assert [one.gid for one in shared_with(vault, practice.entry.id)] == [row.gid]


def test_my_consultation_comes_first_and_the_history_never_holds_it(practice: Practice) -> None:
    vault = practice.vault
    first = extract(vault, chosen(practice), practice.doctor, "")
    handed_over.on_paper(vault, first, selection_pdf(first).file)
    practice.clock.advance(days=3)
    late = entries.add_own(vault, practice.person.id, Kind.TREATMENT, "Ramipril", date="2026-03-03")
    entries.edit(vault, practice.entry.id, {"title": "Pénicilline et dérivés"})
    secret = entries.add_own(vault, practice.person.id, Kind.PROBLEM, "Gardé pour moi")
    entries.set_hidden(vault, [secret.id], hidden=True)
    shown = chosen(practice)
    told = since_last(
        vault, practice.doctor.id, shown, consultation("Fatigue", ("Pourquoi ?", " ", "Et après ?"))
    )
    assert (told.added, told.changed) == ((late.id,), (practice.entry.id,))
    whole = extract(vault, shown, practice.doctor, "", consultation=told)
    data = plain(selection_pdf(whole).file)
    text = text_of(data)
    assert text.index("Fatigue") < text.index("Pourquoi?") < text.index("Traitements(1)")
    assert squeezed("Depuis le dernier accès (02/03/2026) : 1 nouvel élément, 1 élément modifié") in text
    assert "Gardé" not in text
    handed_over.on_paper(vault, whole, selection_pdf(whole).file)
    lines = json.dumps([line.detail for line in journal.lines(vault)], ensure_ascii=False)
    assert "Fatigue" not in lines
    assert "Pourquoi" not in lines
    with pytest.raises(TooMuchToSay):
        consultation("", ("1", "2", "3", "4"))


def test_long_texts_break_over_pages_and_lose_nothing(practice: Practice) -> None:
    words = [f"mot{number}" for number in range(4000)]
    entries.add_own(practice.vault, practice.person.id, Kind.NOTE, "Journal", note=" ".join(words))
    entries.add_own(practice.vault, practice.person.id, Kind.NOTE, "x" * 400 + "𝒳😀fin")
    text = text_of(plain(paper_of(practice, chosen(practice)).file))
    assert "x" * 400 in text
    assert {int(number) for number in re.findall(r"mot(\d+)", text)} == set(range(4000))


@pytest.fixture(scope="module")
def phr(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    made = Phr(tmp_path_factory.mktemp("paper")).create()
    made("import", SAMPLE)
    made("practitioner add", "--name", "Dr Reine", "--specialty", "Cardiologie")
    return made


def test_the_command_hands_over_paper_and_a_pdf(phr: Phr, tmp_path: Path) -> None:
    scope = (
        "--to",
        "Dr Reine",
        "--kind",
        "allergy",
        "--kind",
        "result",
        "--reason",
        "Tired",
        "--question",
        "Why?",
    )
    paper = phr("grant paper", *scope, "--out", tmp_path / "pages.pdf", "--yes")
    text = text_of((tmp_path / "pages.pdf").read_bytes())
    assert paper["entries"] == len(phr("grant preview", *scope[:6])["entries"])
    assert text.index("Tired") < text.index("1.Why?")
    assert (tmp_path / "pages.pdf").stat().st_mode & 0o077 == 0
    pdf = phr("grant pdf", *scope, "--since-last", "--out", tmp_path / "usb", "--yes")
    assert "nothingnewinthisextract" in text_of(Path(pdf["pdf"]).read_bytes(), pdf["words"])
    listed = phr("grant list")["grants"]
    assert [(one["mode"], one["state"]) for one in listed] == [
        ("pdf", "handed-over"),
        ("paper", "handed-over"),
    ]
    assert "nothing to take back" in phr.refused("revoke", phr.vault, pdf["grant"])
    receipt = tmp_path / "receipt.pdf"
    phr("grant receipt", pdf["grant"], "--out", receipt)
    assert squeezed("handed over as a locked PDF, for good") in text_of(receipt.read_bytes())
    both = phr("grant compare", paper["grant"], pdf["grant"])["both"]
    assert len(both) == paper["entries"]
    assert "no such" in phr.refused(
        "grant", "paper", phr.vault, *scope, "--yes", "--out", tmp_path / "nowhere" / "p.pdf"
    )


def test_the_consultation_travels_in_the_package(phr: Phr, tmp_path: Path) -> None:
    scope = ("--to", "Dr Reine", "--until", "P7D", "--kind", "allergy", "--mode", "no-way-back", "--yes")
    made = phr(
        "grant new", *scope, "--reason", "Tired", "--question", "Why?", "--since-last", "--out", tmp_path
    )
    words = tmp_path / "words"
    words.write_text(made["words"], "utf-8")
    bundle = json.loads(phr.run("open", made["envelope"], "--words-file", words).stdout)
    Bundle.model_validate(bundle)
    told, *others = (entry["resource"] for entry in bundle["entry"][1:])
    assert told["identifier"] == [{"system": "urn:phr:consultation", "value": made["grant"]}]
    assert (told["reasonCode"][0]["text"], told["payload"]) == ("Tired", [{"contentString": "Why?"}])
    assert len(others) == made["entries"]
    packed = {entry["fullUrl"] for entry in bundle["entry"]}
    assert {one["reference"] for one in told.get("about", ())} <= packed
    question = ("--question", "?")
    four = phr.run("grant", "new", phr.vault, *scope, *question * 4, "--out", tmp_path, code=1)
    assert "three questions" in four.stderr


def test_a_document_that_breaks_midway_is_told_before_anything_is_set() -> None:
    file = pikepdf.open(io.BytesIO(letter(2)))
    broken = pikepdf.Stream(file, b"no deflate", pikepdf.Dictionary(Filter=pikepdf.Name.FlateDecode))
    file.pages[1].Contents = pikepdf.Array([file.make_indirect(broken), file.make_stream(b"q Q")])
    data = papers.saved(file)
    assert Pages.of(data) is None
    whole = Pages.of(letter(2))
    assert whole is not None
    assert len(whole) == 2
