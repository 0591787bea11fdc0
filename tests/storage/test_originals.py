"""The original is deleted only while it is what was taken in."""

import os
from pathlib import Path

import pytest

from storage.errors import NotAFile, OriginalChanged
from storage.intake import import_file
from storage.originals import discard_original
from storage.vault import Vault
from tests.storage.bundles import condition, patient, write


@pytest.fixture
def taken(vault: Vault, tmp_path: Path) -> tuple[Path, bytes]:
    """A file, and the digest of its report."""
    path = write(tmp_path / "a.json", patient(), condition())
    return path, import_file(vault, path).digest


def test_it_is_deleted(taken: tuple[Path, bytes]) -> None:
    path, digest = taken
    discard_original(path, digest)
    assert not path.exists()
    with pytest.raises(NotAFile):
        discard_original(path, digest)


def test_another_file_stays(taken: tuple[Path, bytes]) -> None:
    path, digest = taken
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(OriginalChanged):
        discard_original(path, digest)
    assert path.exists()


def test_links_folders_and_pipes_stay(taken: tuple[Path, bytes], tmp_path: Path) -> None:
    path, digest = taken
    link, folder = tmp_path / "link", tmp_path / "folder"
    link.symlink_to(path)
    folder.mkdir()
    odd = [link, folder]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        odd.append(tmp_path / "pipe")
    for one in odd:
        with pytest.raises(OriginalChanged):
            discard_original(one, digest)
        assert one.exists()
    assert path.exists()


def test_an_empty_file_is_one_too(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    discard_original(tmp_path / "empty", import_file(vault, tmp_path / "empty").digest)
    assert not (tmp_path / "empty").exists()
