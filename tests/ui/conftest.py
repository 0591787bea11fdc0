"""A window offscreen, on a vault of its own."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from tests.ui.tour import furnish
from ui.desktop.app import window_for
from ui.desktop.pictures import settle
from ui.desktop.settings import Settings
from ui.desktop.window import Window

PASSPHRASE = "quatre mots sans rapport"


def observation(number: int, title: str, value: str, flag: str = "") -> dict[str, object]:
    """A laboratory result of the patient ``p``."""
    found: dict[str, object] = {
        "resourceType": "Observation",
        "id": f"o{number}",
        "status": "final",
        "category": [
            {
                "coding": [
                    {
                        "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                        "code": "laboratory",
                    }
                ]
            }
        ],
        "code": {"text": title},
        "subject": {"reference": "urn:uuid:p"},
        "effectiveDateTime": f"2024-03-{number % 28 + 1:02}",
        "valueQuantity": {"value": float(value), "unit": "mmol/L"},
        "referenceRange": [{"low": {"value": 3.5}, "high": {"value": 5.0}}],
    }
    if flag:
        found["interpretation"] = [{"coding": [{"code": flag}]}]
    return found


def bundle(results: int = 20) -> dict[str, object]:
    """One patient with a problem, a treatment and results."""
    subject = {"reference": "urn:uuid:p"}
    resources: list[dict[str, object]] = [
        {
            "resourceType": "Patient",
            "id": "p",
            "name": [{"family": "Mercier", "given": ["Odile"]}],
            "birthDate": "1954-07-02",
        },
        {
            "resourceType": "Condition",
            "id": "c1",
            "subject": subject,
            "code": {"text": "Trouble bipolaire"},
            "onsetDateTime": "2009",
        },
        {
            "resourceType": "MedicationStatement",
            "id": "m1",
            "status": "active",
            "subject": subject,
            "medicationCodeableConcept": {"text": "Lithium"},
            "effectiveDateTime": "2010-05",
        },
        *(observation(number, f"Potassium {number}", "5.4", "H") for number in range(results)),
    ]
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def bring_in(window: Window, *files: Path) -> None:
    """Look at files and put all of them in the record."""
    window.imports.begin(files)
    settle()
    window.imports.review.take.click()
    settle()


@pytest.fixture
def bundle_file(tmp_path: Path) -> Path:
    """The bundle, on the disk."""
    file = tmp_path / "laboratoire.json"
    file.write_text(json.dumps(bundle()), encoding="utf-8")
    return file


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Remembered in the test's own folder."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    return Settings()


@pytest.fixture
def window(qapp: QApplication, settings: Settings) -> Iterator[Window]:
    """The window in French, at its usual size, locked."""
    made = window_for(qapp, settings)
    made.set_language("fr")
    made.set_scheme("light")
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.set_language("en")
    settle()
    # At once: without a running event loop nothing is deleted later, and every window slows those after it.
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """A new vault, quick to make."""
    return create(tmp_path / "coffre", PASSPHRASE, cost=LEAST_COST)


@pytest.fixture
def filled(window: Window, vault: Vault, bundle_file: Path) -> Window:
    """The window with the bundle imported."""
    window.open_vault(vault)
    bring_in(window, bundle_file)
    window.show_page(window.record)
    settle()
    return window


@pytest.fixture
def lived_in(filled: Window, tmp_path: Path) -> Window:
    """The window with something on every page."""
    assert filled.vault is not None
    furnish(filled.vault, tmp_path)
    for page in filled.places.values():
        page.refresh()
    settle()
    return filled


@pytest.fixture
def wait_for(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait for a real condition, ten seconds at most."""

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=10_000)

    return wait


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """One application for every test: what prints a card would otherwise make one without windows."""
    return qapp
