"""An item leads to the document it was read from, and back; its sources are told."""

import json
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import entries
from storage.entries import Filter
from storage.vault import Vault
from tests.phr.cda.documents import laboratory
from tests.ui.conftest import bring_in, bundle
from ui.desktop.pictures import settle
from ui.desktop.window import Window


@pytest.fixture
def report(window: Window, vault: Vault, tmp_path: Path) -> Window:
    """The window with a laboratory report in CDA."""
    window.open_vault(vault)
    file = tmp_path / "cr.xml"
    file.write_bytes(laboratory())
    bring_in(window, file)
    window.show_page(window.record)
    settle()
    return window


def test_a_result_leads_to_its_document_and_back(report: Window) -> None:
    assert report.vault is not None
    (document,) = entries.page(report.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    results = entries.page(report.vault, Filter(kinds=(Kind.RESULT,))).entries
    report.record.show_entry(results[0].id)
    panel = report.record.detail.links
    (back,) = panel.to_documents
    back.click()
    settle()
    assert [one.id for one in report.record.chosen()] == [document.id]
    assert panel._items_name.isVisible()
    read = {one.id for one in entries.read_from(report.vault, document.id)}
    assert {one.id for one in results} <= read
    panel.to_items[0].click()
    settle()
    assert report.record.chosen()[0].id in read


def test_every_item_of_a_document_leads_back_to_it(report: Window) -> None:
    assert report.vault is not None
    (document,) = entries.page(report.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    for one in entries.read_from(report.vault, document.id):
        assert [back.id for back in entries.documents_of(report.vault, one.id)] == [document.id]


def test_two_sources_of_one_result_are_told(filled: Window, tmp_path: Path) -> None:
    other = bundle()
    for entry in other["entry"]:  # type: ignore[attr-defined] # a plain dict of the test
        resource = entry["resource"]
        if resource["resourceType"] == "Observation":
            resource["id"] = f"x{resource['id']}"
            resource["code"] = {"coding": [{"system": "urn:lab", "code": resource["id"][1:]}]}
            entry["fullUrl"] = f"urn:uuid:{resource['id']}"
    first, second = tmp_path / "un.json", tmp_path / "deux.json"
    text = json.dumps(other)
    first.write_text(text, encoding="utf-8")
    second.write_text(text.replace('"xo', '"yo').replace("uuid:xo", "uuid:yo"), encoding="utf-8")
    bring_in(filled, first)
    bring_in(filled, second)
    assert filled.vault is not None
    (twice, *_) = [
        one for one in entries.page(filled.vault, Filter(), limit=100).entries if one.source == "un.json"
    ]
    filled.record.show_entry(twice.id)
    settle()
    told = filled.record.detail.links._sources.text()
    assert "un.json" in told
    assert "deux.json" in told


def test_nothing_is_left_after_locking(report: Window) -> None:
    assert report.vault is not None
    (document,) = entries.page(report.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    report.record.show_entry(document.id)
    report.lock()
    assert report.record.detail.links.to_items == []
