"""``make fuzz MINUTES=30``: mutated files through every reader by turns, until the time is over.

What fails is made small, and stays in ``out/fuzz`` as ``<target>-<hash>.bin`` beside its traceback;
``python -m tests.fuzz FILE...`` runs such files again. While a file is being read it is ``<target>.running``, so that
one that ends the process is there afterwards.
"""

import argparse
import hashlib
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from phr.formats.sniff import Format
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import formats
from tests.fuzz.targets import Target, intake, targets

OUT = Path("out/fuzz")
_INTAKE = "intake"
_ROUND = 100


def main() -> int:
    """The number of targets that failed."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000, help="the first round's")
    parser.add_argument("--only", action="append", default=[], help="a target's name; may be given again")
    parser.add_argument("files", nargs="*", type=Path, help="files to be run again")
    options = parser.parse_args()
    with intake() as take:
        every = {**targets(), _INTAKE: take}
        if options.files:
            return sum(_again(every, path) for path in options.files)
        chosen = {name: run for name, run in every.items() if not options.only or name in options.only}
        return _rounds(chosen, options.minutes * 60, options.seed)


def _again(every: dict[str, Target], path: Path) -> bool:
    name = path.stem.rpartition("-")[0] or path.stem
    try:
        every[name](path.read_bytes())
    except Exception:  # noqa: BLE001 - what it is, is what one wants to see
        _say(f"{path}: fails\n{traceback.format_exc()}")
        return True
    _say(f"{path}: passes")
    return False


def _rounds(chosen: dict[str, Target], seconds: float, first: int) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    ran: Counter[str] = Counter()
    spent: defaultdict[str, float] = defaultdict(float)
    failed: set[str] = set()
    until, number = time.monotonic() + seconds, first
    _say(f"{len(chosen)} targets, {seconds / 60:g} minutes, seed {first}")
    while time.monotonic() < until and len(failed) < len(chosen):
        for name, run in chosen.items():
            if name in failed or time.monotonic() > until:
                continue
            start = time.process_time()
            if not _round(name, run, number, ran):
                failed.add(name)
            spent[name] += time.process_time() - start
        number += 1
    for name in chosen:
        state = "FAILED" if name in failed else "ok"
        _say(f"{name:20} {ran[name]:>9,} files {spent[name]:>8.0f} s  {state}")
    _say(f"{sum(ran.values()):,} files in all, the next seed is {number}")
    return len(failed)


def _round(name: str, run: Target, number: int, ran: Counter[str]) -> bool:
    """One round of one target; whether nothing failed."""
    last = b""
    running = OUT / f"{name}.running"

    def once(data: bytes) -> None:
        nonlocal last
        last = data
        ran[name] += 1
        running.write_bytes(data)
        run(data)

    try:
        _searched(_files(name), once, number)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        path = OUT / f"{name}-{hashlib.sha256(last).hexdigest()[:12]}.bin"
        path.write_bytes(last)
        path.with_suffix(".txt").write_text(f"seed {number}\n{traceback.format_exc()}")
        _say(f"FAILED: {name}, {path}: {type(error).__name__}")
        return False
    finally:
        with suppress(FileNotFoundError):
            running.unlink()
    return True


def _files(name: str) -> st.SearchStrategy[bytes]:
    if name == _INTAKE:
        return st.sampled_from(formats()).flatmap(mutated)
    return mutated(Format(name))


def _searched(files: st.SearchStrategy[bytes], run: Callable[[bytes], None], number: int) -> None:
    """Hypothesis looks for a file that fails, and makes it small; the last file run is then the smallest."""
    seed(number)(
        settings(
            max_examples=_ROUND,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        )(given(files)(run))
    )()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - this talks to a person


if __name__ == "__main__":
    sys.exit(main())
