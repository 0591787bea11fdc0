"""Folders that a synchronising program copies away."""

from pathlib import Path

import pytest

from ui.desktop.synchronised import synchroniser


@pytest.mark.parametrize(
    ("folder", "provider"),
    [
        ("OneDrive/Documents/Carnet", "OneDrive"),
        ("OneDrive - Cabinet Martin/Carnet", "OneDrive"),
        ("Dropbox/Carnet", "Dropbox"),
        ("Library/CloudStorage/GoogleDrive-odile@exemple.invalid/Mon Drive/Carnet", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Carnet", "iCloud"),
        ("Nextcloud/Carnet", "Nextcloud"),
        ("Documents/Carnet", ""),
        ("Documents/Mega souvenirs/Carnet", ""),
    ],
)
def test_by_name(tmp_path: Path, folder: str, provider: str) -> None:
    assert synchroniser(tmp_path / folder) == provider


def test_by_what_the_program_leaves_there(tmp_path: Path) -> None:
    (tmp_path / "partage").mkdir()
    (tmp_path / "partage" / ".stfolder").mkdir()
    assert synchroniser(tmp_path / "partage" / "sante" / "Carnet") == "Syncthing"
    assert synchroniser(tmp_path / "ailleurs") == ""
