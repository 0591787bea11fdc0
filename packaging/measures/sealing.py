"""Sealing a payload to a ``.phr`` file and opening it again, against bare pyrage."""

import secrets
import time

from measures.child import Samples, Side, compare, run
from measures.report import Goal, Section, number

MIB = 1 << 20
_SIZES = (1, 10, 50)
_ROUNDS = 3
_TURNS = 9


def section() -> Section:
    """Runs all sizes."""
    rows, goals = [], []
    for size in _SIZES:
        ours, bare = compare(with_envelope, with_pyrage, size, rounds=_ROUNDS)
        for step in ("seal", "open"):
            ratio = ours.median(step) / bare.median(step)
            rows.append(
                (
                    f"{step} {size} MiB",
                    f"{ours.median(step) * 1e3:.1f} ms",
                    f"{bare.median(step) * 1e3:.1f} ms",
                    f"{ratio:.2f}",
                    f"{ours.peak:.0f} / {bare.peak:.0f} MiB",
                )
            )
            if step == "seal":
                goals.append(Goal(f"sealing {size} MiB, times pyrage", ratio, 1.3))
    words = Side()
    words.add(*run(wrapping_by_words))
    return Section(
        "Sealing and opening",
        (
            "Ours: from the payload's bytes to those of the `.phr` file (identity from the shares, age file, envelope),"
            " and from the file to the payload (strict parser, look at the age header, identity). Bare: pyrage's"
            " `encrypt` and `decrypt` with an identity that is at hand. Processor time, since nothing here"
            " waits. In the modes with words, Argon2id (64 MiB, t=3, p=1) is wanted besides:"
            f" {number(words.median('seconds') * 1e3)} ms whatever the size, on purpose, and not in the table."
        ),
        ("", "ours", "pyrage", "ratio", "peak memory"),
        rows,
        goals,
    )


def with_envelope(size: int) -> Samples:
    """The product's way."""
    from sharing.envelope import Envelope, Mode
    from sharing.shares import Shares, unseal

    payload = secrets.token_bytes(size * MIB)
    samples: Samples = {"seal": [], "open": []}
    for _ in range(_TURNS):
        start = time.process_time()
        drawn = Shares.draw()
        file = Envelope.seal(Mode.CARD, drawn, "", payload)
        samples["seal"].append(time.process_time() - start)
        start = time.process_time()
        envelope = Envelope.from_file(file)
        share, _ = envelope.unwrap("")
        opened = unseal(envelope.payload, Shares(envelope.gid, share, drawn.release).identity())
        samples["open"].append(time.process_time() - start)
        if opened != payload:
            raise AssertionError("what was sealed did not come back")
    return samples


def with_pyrage(size: int) -> Samples:
    """The library alone."""
    import pyrage

    payload = secrets.token_bytes(size * MIB)
    identity = pyrage.x25519.Identity.generate()
    recipient = identity.to_public()
    samples: Samples = {"seal": [], "open": []}
    for _ in range(_TURNS):
        start = time.process_time()
        file = pyrage.encrypt(payload, [recipient])
        samples["seal"].append(time.process_time() - start)
        start = time.process_time()
        pyrage.decrypt(file, [identity])
        samples["open"].append(time.process_time() - start)
    return samples


def wrapping_by_words() -> Samples:
    """What the words cost, without any payload."""
    from sharing.envelope import Envelope, Mode
    from sharing.shares import Shares

    drawn = Shares.draw()
    seconds = []
    for _ in range(_TURNS):
        start = time.process_time()
        Envelope.wrap(Mode.CODE, drawn, "abaisser abandon abdiquer abeille abolir", b"")
        seconds.append(time.process_time() - start)
    return {"seconds": seconds}
