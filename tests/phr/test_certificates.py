"""What certificates attest, and what is said of their signatures."""

import io
import json
import zlib
from base64 import b64decode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.x509 import load_der_x509_certificate

from phr.entry import Draft, Kind
from phr.errors import FormatError
from phr.formats.certificates import cbor, dcc, two_d_doc
from phr.formats.certificates.read_certificates import read_certificates
from phr.formats.certificates.signature import NO_KEYS, STATE_URL, Keys
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from tests.phr import certificates as made

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_samples = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real-world samples are not on this computer"
)
SIGNER = made.Signer()
STRANGER = made.Signer()


def read(*texts: str, keys: Keys = NO_KEYS) -> list[Item]:
    return list(read_certificates(io.BytesIO("\r\n".join(texts).encode()), keys))


def drafts(items: list[Item]) -> list[Draft]:
    found = [to_draft(item.resource) for item in items if item.resource]
    return [draft for draft in found if draft]


def states(items: list[Item]) -> set[str]:
    return {
        extension["valueCode"]
        for item in items
        if item.resource
        for extension in item.resource.get("extension", [])
        if extension["url"] == STATE_URL
    }


KINDS = (
    made.dcc(made.VACCINATION, SIGNER),
    made.token(made.CARD, SIGNER),
    made.two_d_doc(made.TWO_D_VACCINATION, "L1", SIGNER),
)


@pytest.mark.parametrize("text", KINDS, ids=["dcc", "shc", "2d-doc"])
@pytest.mark.parametrize(
    ("keys", "state", "words"),
    [
        (SIGNER.keys, "verified", "Signature vérifiée"),
        (NO_KEYS, "unverified", "Signature non vérifiée"),
        (STRANGER.keys, "broken", "Signature non valable"),
    ],
)
def test_a_signature_is_verified_only_with_the_key_that_made_it(
    text: str, keys: Keys, state: str, words: str
) -> None:
    items = read(text, keys=keys)
    assert states(items) == {state}
    assert all(words in draft.note for draft in drafts(items))
    assert [draft.kind for draft in drafts(items)] == [Kind.VACCINE, Kind.DOCUMENT]


def test_a_signature_that_cannot_be_one_is_broken_without_a_key() -> None:
    text = made.two_d_doc(made.TWO_D_VACCINATION, "L1", SIGNER)
    assert states(read(text[:-20])) == {"broken"}


def test_a_tampered_certificate_is_shown_as_such_and_kept() -> None:
    items = read(made.dcc(made.VACCINATION, SIGNER, tampered=True), keys=SIGNER.keys)
    assert states(items) == {"broken"}
    assert drafts(items)[0].title == "COVID-19 – Comirnaty"


def test_a_vaccination() -> None:
    patient, vaccine, document = (item.resource for item in read(made.dcc(made.VACCINATION, SIGNER)))
    assert patient
    assert vaccine
    assert document
    assert (patient["name"], patient["birthDate"]) == (
        [{"family": "Lefèvre", "given": ["Anna"]}],
        "1980-05-17",
    )
    assert vaccine["patient"]["reference"] == f"urn:uuid:{patient['id']}"
    assert vaccine["protocolApplied"][0]["doseNumberPositiveInt"] == 2
    assert vaccine["manufacturer"]["display"] == "Biontech Manufacturing GmbH"
    assert document["context"]["related"] == [{"reference": f"urn:uuid:{vaccine['id']}"}]
    assert document["content"][0]["attachment"]["data"]
    draft = to_draft(vaccine)
    assert draft
    assert (draft.title, draft.date, draft.author) == ("COVID-19 – Comirnaty", "2021-06-11", "CNAM")


def test_a_test_and_a_recovery() -> None:
    payload = {
        **{name: made.VACCINATION[name] for name in ("nam", "dob")},
        "t": [
            {
                "tg": "840539006",
                "tt": "LP6464-4",
                "tr": "260373001",
                "sc": "2021-05-16T12:34:56+02:00",
            }
        ],
        "r": [{"tg": "840539006", "fr": "2021-05-02", "df": "2021-05-13", "du": "2021-10-29", "is": "CNAM"}],
    }
    test, recovery, _ = drafts(read(made.dcc(payload, SIGNER)))
    assert (test.kind, test.date, test.value and test.value.text) == (
        Kind.RESULT,
        "2021-05-16T12:34:56+02:00",
        "Détecté (detected)",
    )
    assert (test.title, test.title_en) == (
        "Test COVID-19 par amplification (PCR)",
        "COVID-19 nucleic acid test",
    )
    assert (recovery.kind, recovery.date, recovery.status) == (Kind.PROBLEM, "2021-05-02", "resolved")
    assert "2021-05-13 – 2021-10-29" in recovery.note


def test_the_same_certificate_has_the_same_names_wherever_it_is_read() -> None:
    text = made.dcc(made.VACCINATION, SIGNER)
    other = made.dcc(made.VACCINATION, SIGNER)  # signed anew
    first, second = read(text), read("", other, made.token(made.CARD, SIGNER))
    assert [item.full_url for item in first[:2]] == [item.full_url for item in second[:2]]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 1, 0, 2)])
def test_parts_of_a_health_card_in_any_order(order: tuple[int, ...]) -> None:
    token = made.token(made.CARD, SIGNER)
    whole = read(token, keys=SIGNER.keys)
    parts = made.numeric(token, 3)
    items = read(*(parts[number] for number in order), keys=SIGNER.keys)
    assert [item.full_url for item in items[:2]] == [item.full_url for item in whole[:2]]
    assert states(items) == {"verified"}


def test_a_missing_part_is_said() -> None:
    (item,) = read(*made.numeric(made.token(made.CARD, SIGNER), 3)[:2])
    assert "2 of 3 parts" in item.problem


def test_a_health_card_file_with_two_cards_keeps_each_beside_its_own() -> None:
    child = json.loads(json.dumps(made.CARD))
    child["entry"][0]["resource"]["name"][0]["given"] = ["Léo"]
    file = {"verifiableCredential": [made.token(made.CARD, SIGNER), made.token(child, SIGNER)]}
    items = list(read_certificates(io.BytesIO(json.dumps(file).encode()), SIGNER.keys))
    assert [item.resource and item.resource["resourceType"] for item in items] == [
        "Patient",
        "Immunization",
        "DocumentReference",
    ] * 2
    assert len({item.full_url for item in items}) == 6


@pytest.mark.parametrize("version", ["02", "03", "04"])
@pytest.mark.parametrize("spelled", [False, True])
def test_a_2d_doc_of_each_version_also_as_scanners_write_it(version: str, spelled: bool) -> None:
    text = made.two_d_doc(made.TWO_D_TEST, "B2", SIGNER, version)
    if spelled:
        text = text.replace("\x1d", "<GS>").replace("\x1f", "<US>")
    items = read(text, keys=SIGNER.keys)
    test, document = drafts(items)
    assert states(items) == {"verified"}
    assert (test.date, test.value and test.value.text) == ("2021-06-11", "Négatif (negative)")
    assert test.codes[0].code == "94500-6"
    assert "10:10" in test.note
    assert document.date == "2021-04-29"
    patient = items[0].resource
    assert patient
    assert (patient["gender"], patient["birthDate"]) == ("female", "1980-05-17")


def test_values_end_where_they_are_full_or_cut() -> None:
    names = "A" * 38
    text = made.two_d_doc(f"F0{names}F1LEFEVRE\x1eF217051980F3FF4945006\x1dF5XF6110620211010", "B2", SIGNER)
    code = two_d_doc.decode(text, NO_KEYS)
    assert (code.values["F0"], code.values["F1"], code.values["F5"]) == (names, "LEFEVRE", "X")


@pytest.mark.parametrize(
    "text",
    [
        "HC1:",
        "HC1:é",
        "HC1:" + made.base45(zlib.compress(b"\x80")),
        "HC1:" + made.base45(zlib.compress(made.cose({"v": []}, SIGNER))),
        "HC1:" + made.base45(zlib.compress(made.cose({"nam": {"fn": "A"}, "v": [1]}, SIGNER))),
        "shc:/5",
        "shc:/99",
        "eyJhIjoxfQ.eyJhIjoxfQ.",
        made.token({"entry": []}, SIGNER),
        made.token({"entry": [{"resource": {"resourceType": "Patient", "id": "\ud800"}}]}, SIGNER),
        "DC04FR0000011E6D1E6DL101FRL0A",
        "DC04FR0000011E6D1E6DL101FRL0A\x1dL21\x1fAAAA",
    ],
    ids=lambda text: text[:4],
)
def test_what_cannot_be_read_is_kept_with_the_reason(text: str) -> None:
    (item,) = read(text)
    assert item.resource is None
    assert item.problem


def test_another_kind_of_2d_doc_is_not_about_health() -> None:
    (item,) = read(made.two_d_doc("432,75\x1d", "28", SIGNER))
    assert item.problem == "no certificate about health in it"


@pytest.mark.parametrize("window", ["zlib", "raw"])
def test_a_bomb_is_refused_before_it_bursts(window: str) -> None:
    zeros = bytes(1 << 26)
    text = (
        "HC1:" + made.base45(zlib.compress(zeros)[:40_000])
        if window == "zlib"
        else made.token({}, SIGNER, body=made.deflated(zeros))
    )
    (item,) = read(text)
    assert "larger" in item.problem or "not an EU certificate" in item.problem


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x5b\x00\x00\x00\xff\x00\x00\x00\x00",
        b"\x81" * 5000,
        b"\x9f" * 5000,
        b"\xc1\x1b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\xff",
        b"\x61\xff",
        b"\xa1\x80\x01",
        b"\x1c",
        b"\xf9\x7e\x00",
        b"\x01\x02",
    ],
)
def test_hostile_cbor(data: bytes) -> None:
    with pytest.raises(FormatError):
        cbor.decode(data)


def test_cbor_of_the_rfc() -> None:
    """Examples of RFC 8949, appendix A."""
    assert cbor.decode(bytes.fromhex("9f018202039f0405ffff")) == [1, [2, 3], [4, 5]]
    assert cbor.decode(bytes.fromhex("bf61610161629f0203ffff")) == {"a": 1, "b": [2, 3]}
    assert cbor.decode(bytes.fromhex("7f657374726561646d696e67ff")) == "streaming"
    assert cbor.decode(bytes.fromhex("c11a514b67b0")) == "2013-03-21T20:04:00Z"
    assert str(cbor.decode(bytes.fromhex("fb3ff199999999999a"))) == "1.1"
    assert cbor.decode(bytes.fromhex("3bffffffffffffffff")) == -18446744073709551616


@needs_samples
@pytest.mark.parametrize("path", sorted((DATA / "dcc").glob("*.json")), ids=lambda path: path.stem)
def test_the_official_test_data_of_the_eu(path: Path) -> None:
    """dgc-testdata: what must decode decodes to what the file says, what must not is refused; signatures likewise."""
    vector = json.loads(path.read_text("utf-8-sig"))
    expected = vector["EXPECTEDRESULTS"]
    der = b64decode(vector["TESTCTX"]["CERTIFICATE"])
    fingerprint = Hash(SHA256())
    fingerprint.update(der)
    public = load_der_x509_certificate(der).public_key()
    keys: Keys = {fingerprint.finalize()[:8].hex(): [public]}  # type: ignore[list-item]  # P-256 or RSA in these files
    broken = [
        name
        for name in ("DECODE", "UNPREFIX", "B45DECODE", "COMPRESSION", "SCHEMAVALIDATION")
        if expected.get(f"EXPECTED{name}") is False
    ]
    try:
        certificate = dcc.decode(vector["PREFIX"], keys)
    except FormatError:
        assert broken
        return
    assert not broken or "SCHEMAVALIDATION" in broken
    if "EXPECTEDVERIFY" in expected:
        assert certificate.signature == ("verified" if expected["EXPECTEDVERIFY"] else "broken")
    items = read(vector["PREFIX"])
    if "SCHEMAVALIDATION" in broken:
        assert items[0].problem
        return
    attested = [
        item.resource for item in items if item.resource and item.resource["resourceType"] != "Patient"
    ]
    assert len(attested) == 1 + sum(len(certificate.payload.get(name) or ()) for name in "vtr")


@needs_samples
def test_the_examples_of_smart_health_cards() -> None:
    """Every form of an example gives the resources that its Bundle holds."""
    folder = DATA / "smart-health-cards"
    for number in ("00", "01", "02"):
        bundle = json.loads((folder / f"example-{number}-a-fhirBundle.json").read_text())
        expected = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
        numeric = sorted(folder.glob(f"example-{number}-f-*"))
        for data in (
            (folder / f"example-{number}-d-jws.txt").read_bytes(),
            (folder / f"example-{number}-e-file.smart-health-card").read_bytes(),
            b"\n".join(path.read_bytes() for path in numeric),
        ):
            items = list(read_certificates(io.BytesIO(data)))
            assert [item.resource and item.resource["resourceType"] for item in items] == [
                *expected,
                "DocumentReference",
            ]
            assert states(items) == {"unverified"}
