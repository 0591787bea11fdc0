"""The reading page and the patient's program read what is typed by one rule: the same examples give the same."""

import json
import subprocess
from pathlib import Path

import pytest

from sharing import codes
from tests.sharing.make_vectors import VECTORS
from tests.sharing.test_reader_build import READER, node

HERE = Path(__file__).parent


@node
def test_the_page_reads_what_the_program_reads() -> None:
    bundler = READER / "node_modules" / "esbuild" / "bin" / "esbuild"
    if not bundler.exists():
        pytest.skip("the reader's packages are not installed")
    options = ("--bundle", "--platform=node", "--format=cjs", "--loader:.txt=text")
    built = subprocess.run(
        [bundler, HERE / "vectors.ts", *options], capture_output=True, check=True, timeout=60
    )
    ran = subprocess.run(["node", "-"], input=built.stdout, capture_output=True, check=True, timeout=60)
    found = json.loads(ran.stdout)
    fixed = json.loads(VECTORS.read_text("utf-8"))
    for name in ("spellings", "phrases", "padded"):
        assert found[name] == fixed[name]
    share = bytes.fromhex(fixed["release_share"])
    assert found["text"] == codes.to_text(share).replace("-", "")
    assert found["words"] == [codes.to_words(share, "fr"), codes.to_words(share, "en")]
