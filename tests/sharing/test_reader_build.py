"""The built reading page is what its sources say, to the byte, and holds what it must."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sharing import page

READER = Path(page.__file__).parent / "reader"
SOURCES = sorted((READER / "src").iterdir())

node = pytest.mark.skipif(
    shutil.which("node") is None or shutil.which("npm") is None, reason="node and npm are not installed"
)


def _run(*command: str, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The sources alone, with the word lists beside them and the packages of the lock file."""
    copy = tmp_path / "reader"
    shutil.copytree(READER.parent / "wordlists", tmp_path / "wordlists")
    shutil.copytree(READER, copy, ignore=shutil.ignore_patterns("node_modules", "dist", "__pycache__"))
    if (READER / "node_modules").is_dir():
        (copy / "node_modules").symlink_to(READER / "node_modules")
    else:
        _run("npm", "ci", "--ignore-scripts", folder=copy)
    return copy


@node
def test_a_rebuild_gives_the_same_bytes(checkout: Path) -> None:
    _run("node", "build.mjs", folder=checkout)
    for name in ("reader.html", "reader.html.sha256"):
        assert (checkout / "dist" / name).read_bytes() == (READER / "dist" / name).read_bytes(), name


@node
def test_the_types_hold(checkout: Path) -> None:
    _run("node", "node_modules/typescript/bin/tsc", "--noEmit", folder=checkout)


def test_the_published_hash_is_that_of_the_page() -> None:
    digest, name = (READER / "dist" / "reader.html.sha256").read_text().split()
    assert name == "reader.html"
    assert digest == hashlib.sha256(page.constant()).hexdigest()


def test_nothing_writes_markup_or_keeps_anything() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b"
        r"|new Function|localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|fetch\(|XMLHttpRequest"
    )
    for source in SOURCES:
        assert not forbidden.search(source.read_text()), source.name


def test_the_policy_allows_only_what_is_in_the_page() -> None:
    policies = re.findall(rb'http-equiv=(?:"|&quot;)Content-Security-Policy[^>]*', page.constant())
    assert len(policies) == 2
    for policy in policies:
        assert b"default-src 'none'" in policy
        assert b"unsafe-inline" not in policy
        assert b"http:" not in policy
        assert b"https:" not in policy


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (READER / "package-lock.json").read_text()
