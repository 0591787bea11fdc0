"""An older version that comes later overwrites nothing; what was read from a document stays known in an export."""

import json
from pathlib import Path

import pytest

from phr.entry import Entry
from storage import entries, export
from storage.entries import Filter
from storage.intake import import_file
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from storage.versions import Version
from tests.storage.bundles import condition, patient, write
from tests.storage.conftest import PASSPHRASE


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (Version(time="2024-01-01"), Version(time="2024-01-02")),
        (Version(time="2024-01-01T08:00:00+01:00"), Version(time="2024-01-01T07:30:00Z")),
        (Version("s", "2", "2025"), Version("s", "10", "2024")),
        (Version("s", "1", "2023"), Version("t", "1", "2024")),
    ],
)
def test_which_is_older(older: Version, newer: Version) -> None:
    assert older.is_older_than(newer)
    assert not newer.is_older_than(older)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Version(), Version(time="2024")),
        (Version(time="2024"), Version(time="2024-06-01")),
        (Version(time="yesterday"), Version(time="2024")),
        (Version("s", "1"), Version("t", "2")),
        (Version("s", "a"), Version("s", "b")),
    ],
)
def test_where_nothing_tells(one: Version, other: Version) -> None:
    assert not one.is_older_than(other)
    assert not other.is_older_than(one)


def test_an_older_version_of_a_server_is_left(vault: Vault, tmp_path: Path) -> None:
    id_ = "5f1c9f1e-57b4-4f0f-9a51-0a6c1b7f2d11"
    for place, (title, at) in enumerate(
        (("Asthme", "2024-02-01T00:00:00Z"), ("Toux", "2024-01-01T00:00:00Z"))
    ):
        told = condition(id_, title, meta={"lastUpdated": at})
        report = import_file(vault, write(tmp_path / f"{place}.json", patient(), told))
    assert (report.added, report.updated, report.unchanged) == (0, 0, 1)
    assert [e.title for e in entries.page(vault, Filter()).entries] == ["Asthme"]
    newer = condition(id_, "Goutte", meta={"lastUpdated": "2024-03-01T00:00:00Z"})
    assert import_file(vault, write(tmp_path / "3.json", patient(), newer)).updated == 1


def cda(version: int, value: str, *, minute: int = 0) -> bytes:
    """A version of one report with one result."""
    return f"""<?xml version="1.0"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <id root="1.2.3" extension="v{version}"/>
  <code code="11502-2" codeSystem="2.16.840.1.113883.6.1"/><title>Biologie</title>
  <effectiveTime value="2024050108{minute:02}00+0200"/>
  <setId root="1.2.3" extension="set"/><versionNumber value="{version}"/>
  <recordTarget><patientRole><id root="1.2.250.1.213.1.4.10" extension="280029912345678"/>
    <patient><name><family>Bell</family><given>Anna</given></name><birthTime value="19800201"/></patient>
  </patientRole></recordTarget>
  <component><structuredBody><component><section>
    <code code="30954-2" codeSystem="2.16.840.1.113883.6.1"/><title>Résultats</title>
    <text>Glycémie {value}</text>
    <entry><observation classCode="OBS" moodCode="EVN">
      <id root="1.2.3.4" extension="glu"/>
      <code code="GLU" codeSystem="1.2.3.5" displayName="Glycémie"/><statusCode code="completed"/>
      <effectiveTime value="20240501080000+0200"/>
      <value xsi:type="PQ" value="{value}" unit="g/L"/>
    </observation></entry>
  </section></component></structuredBody></component>
</ClinicalDocument>""".encode()


def values(vault: Vault) -> list[str]:
    return [e.value.text for e in entries.page(vault, Filter()).entries if e.value]


def test_an_older_cda_leaves_the_results_of_the_newer(vault: Vault, tmp_path: Path) -> None:
    for version, value in ((2, "1.2"), (1, "1.1")):
        (tmp_path / f"{version}.xml").write_bytes(cda(version, value))
        report = import_file(vault, tmp_path / f"{version}.xml")
    assert values(vault) == ["1.2"]
    # The older document itself is here, and what it says stands in it.
    assert (report.added, report.updated) == (1, 0)
    (tmp_path / "3.xml").write_bytes(cda(3, "1.2"))
    import_file(vault, tmp_path / "3.xml")
    # The third said the same as the second: the second is older all the same.
    (tmp_path / "2b.xml").write_bytes(cda(2, "1.9", minute=30))
    import_file(vault, tmp_path / "2b.xml")
    assert values(vault) == ["1.2"]
    (tmp_path / "4.xml").write_bytes(cda(4, "1.4"))
    import_file(vault, tmp_path / "4.xml")
    assert values(vault) == ["1.4"]


def test_an_export_keeps_versions_and_what_was_read_from_a_document(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "2.xml").write_bytes(cda(2, "1.2"))
    import_file(vault, tmp_path / "2.xml")
    assert [e.title for e in read(vault)] == ["Glycémie"]
    (tmp_path / "export.json").write_bytes(b"".join(export.export_fhir(vault)))
    with create(tmp_path / "second", PASSPHRASE, cost=LEAST_COST) as second:
        import_file(second, tmp_path / "export.json")
        assert [e.title for e in read(second)] == ["Glycémie"]
        (tmp_path / "1.xml").write_bytes(cda(1, "1.1"))
        import_file(second, tmp_path / "1.xml")
        assert values(second) == ["1.2"]
        again = json.loads(b"".join(export.export_fhir(second)))
        assert sum("urn:phr:read-from" in json.dumps(one) for one in again["entry"]) >= 1


def read(vault: Vault) -> list[Entry]:
    """What was read from the documents of a vault."""
    documents = [e for e in entries.page(vault, Filter()).entries if e.type == "DocumentReference"]
    return [one for document in documents for one in entries.read_from(vault, document.id)]
