"""Each side of a measure runs in a process of its own, so that its peak memory is its own.

A side is a function of a module of this package that returns samples by name. The two sides of a comparison take
turns, so that what else the machine does meets both.
"""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from measures.memory import peak_mib

Samples = dict[str, list[float]]

_HERE = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Side:
    """What a side gave in all its rounds; ``peaks`` in MiB, one a round."""

    samples: Samples = field(default_factory=dict)
    peaks: list[float] = field(default_factory=list)

    def median(self, name: str) -> float:
        """The median of the samples of this name."""
        return median(self.samples[name])

    @property
    def peak(self) -> float:
        """The median of the peaks, in MiB."""
        return median(self.peaks)

    def add(self, samples: Samples, peak: float) -> None:
        """One more round."""
        for name, values in samples.items():
            self.samples.setdefault(name, []).extend(values)
        self.peaks.append(peak)


def compare(
    ours: Callable[..., Samples], bare: Callable[..., Samples], *arguments: object, rounds: int
) -> tuple[Side, Side]:
    """Both sides with the same arguments (plain JSON values), by turns."""
    sides = Side(), Side()
    for _ in range(rounds):
        for side, function in zip(sides, (ours, bare), strict=True):
            side.add(*run(function, *arguments))
    return sides


def run(function: Callable[..., Samples], *arguments: object) -> tuple[Samples, float]:
    """The samples and the peak memory (MiB) of one side in a new process."""
    call = json.dumps([function.__module__, function.__name__, arguments])
    done = subprocess.run(
        [sys.executable, "-m", "measures.child", call],
        cwd=_HERE,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["samples"], answer["peak"]


def _main(call: str) -> None:
    module, name, arguments = json.loads(call)
    samples = getattr(importlib.import_module(module), name)(*arguments)
    print(json.dumps({"samples": samples, "peak": peak_mib()}))  # noqa: T201 - the answer to the parent


if __name__ == "__main__":
    _main(sys.argv[1])
