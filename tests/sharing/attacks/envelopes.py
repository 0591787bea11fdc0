"""Sealed files taken apart and put together wrongly: the same cases for every opener.

A case is a list of pieces of what was sealed, and of other bytes, so that thousands of them can be sent to a browser
without their contents.
"""

import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from sharing.envelope import Mode
from tests.sharing.reader_packages import Sealed, seal

CHUNK = 65536 + 16
"""Bytes of a chunk of an age payload with its tag (age-encryption.org/v1, "Payload")."""
NONCE = 16
MEGABYTE = 1_000_000

Piece = slice | bytes


@dataclass(frozen=True)
class Case:
    """A name to find it by, and the pieces it is made of: slices of :attr:`Material.bytes`, or bytes."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Parts:
    """Where the parts of one package stand: its line, the lines of its age header, its nonce, its chunks."""

    line: slice
    header: list[slice]
    nonce: slice
    chunks: list[slice]

    def all(self) -> list[slice]:
        return [self.line, *self.header, self.nonce, *self.chunks]


class Material:
    """Two packages for cards, each of four chunks, the last one short. :attr:`bytes` is one after the other."""

    def __init__(self) -> None:
        self.own, self.other = (seal(secrets.token_bytes(3 * 65536 + 1000)) for _ in range(2))
        self.bytes = self.own.envelope + self.other.envelope
        self.parts = _parts(self.own, 0)
        self.others = _parts(self.other, len(self.own.envelope))

    def file(self, case: Case) -> bytes:
        """The bytes of a case."""
        return b"".join(self.bytes[piece] if isinstance(piece, slice) else piece for piece in case.pieces)

    def cases(self) -> list[Case]:
        """Every way to spoil the package; none of them may open with the card's code."""
        return [*self._flips(), *self._cuts(), *self._chunks(), *self._crossed()]

    def _flips(self) -> Iterator[Case]:
        end = self.parts.nonce.stop
        places = [*range(end)]
        for chunk in self.parts.chunks:
            places += [chunk.start, (chunk.start + chunk.stop) // 2, chunk.stop - 17, chunk.stop - 1]
        for at in places:
            yield Case(
                f"byte {at} flipped",
                (slice(0, at), bytes([self.bytes[at] ^ 1]), slice(at + 1, len(self.own.envelope))),
            )

    def _cuts(self) -> Iterator[Case]:
        ends = {part.stop for part in self.parts.all()}
        whole = len(self.own.envelope)
        for end in sorted({end + step for end in ends for step in (-1, 0, 1)} - {whole, whole + 1}):
            yield Case(f"cut after {end}", (slice(0, end),))
        yield Case("nothing", ())
        yield Case("one byte more", (slice(0, whole), b"\0"))
        yield Case("a second file behind", (slice(0, whole), slice(0, whole)))

    def _chunks(self) -> Iterator[Case]:
        chunks, before = self.parts.chunks, slice(0, self.parts.nonce.stop)
        for number in range(len(chunks)):
            rest = chunks[:number] + chunks[number + 1 :]
            yield Case(f"chunk {number} dropped", (before, *rest))
            yield Case(
                f"chunk {number} doubled",
                (before, *chunks[: number + 1], chunks[number], *chunks[number + 1 :]),
            )
            foreign = self.others.chunks[number]
            yield Case(
                f"chunk {number} of another file",
                (before, *chunks[:number], foreign, *chunks[number + 1 :]),
            )
        for first, second in itertools.combinations(range(len(chunks)), 2):
            swapped = list(chunks)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            yield Case(f"chunks {first} and {second} swapped", (before, *swapped))
        yield Case("chunks backwards", (before, *reversed(chunks)))
        yield Case("no chunk", (before,))

    def _crossed(self) -> Iterator[Case]:
        """Shares, ids and payloads of two accesses exchanged."""
        own, other = self.parts, self.others
        whole = slice(own.line.stop, len(self.own.envelope))
        yield Case("the other line", (other.line, whole))
        yield Case("the other payload", (own.line, slice(other.line.stop, len(self.bytes))))
        yield Case("all of the other", (slice(other.line.start, len(self.bytes)),))
        for start, end in ((b'"gid":"', b'","share"'), (b'"share":"', b'"}')):
            mine, theirs = (_between(self.bytes, part, start, end) for part in (own.line, other.line))
            yield Case(
                f"the other's {start.decode()}",
                (slice(0, mine.start), theirs, slice(mine.stop, len(self.own.envelope))),
            )
        yield Case("the other nonce", (slice(0, own.nonce.start), other.nonce, *own.chunks))
        yield Case("the other age header", (own.line, *other.header, own.nonce, *own.chunks))


def absurd() -> list[Case]:
    """Files that ask for memory or time before anything is known of them."""
    coded = seal(b"{}", Mode.CODE).envelope
    card = seal(b"{}").envelope
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    grease = b"-> x-grease " + b"A" * 40 + b"\n\n"
    changes = {
        "2 TiB for Argon2": (coded, b'"m":65536', b'"m":2147483648'),
        "more memory": (coded, b'"m":65536', b'"m":1048576'),
        "less memory": (coded, b'"m":65536', b'"m":8'),
        "many passes": (coded, b'"t":3', b'"t":4294967295'),
        "no pass": (coded, b'"t":3', b'"t":0'),
        "many lanes": (coded, b'"p":1', b'"p":16777215'),
        "negative": (coded, b'"m":65536', b'"m":-1'),
        "a number without end": (coded, b'"m":65536', b'"m":' + b"9" * MEGABYTE),
        "an exponent": (coded, b'"m":65536', b'"m":1e300'),
        "a long salt": (coded, b'"salt":"', b'"salt":"' + b"A" * MEGABYTE),
        "a long share": (coded, b'"share":"', b'"share":"' + b"A" * MEGABYTE),
        "a long id": (card, b'"gid":"', b'"gid":"' + b"0" * MEGABYTE),
        "a long mode": (card, b'"mode":"', b'"mode":"' + b"x" * MEGABYTE),
        "a long format": (card, b"phr-grant/v1", b"phr-grant/v" + b"1" * MEGABYTE),
        "deep JSON": (card, b'"mode":"card"', b'"mode":' + b"[" * MEGABYTE),
        "a line without end": (card, b'"}\n', b'"}' + b" " * MEGABYTE),
        "a megabyte of lines": (card, b'"}\n', b'"}' + b"\n" * MEGABYTE),
        "a megabyte of recipients": (card, b"\n--- ", b"\n" + stanza * (MEGABYTE // len(stanza)) + b"--- "),
        "a megabyte of grease": (card, b"\n--- ", b"\n" + grease * (MEGABYTE // len(grease)) + b"--- "),
        "grease of a megabyte": (card, b"\n--- ", b"\n-> x-grease\n" + b"A" * MEGABYTE + b"\n--- "),
        "grease with a megabyte of arguments": (
            card,
            b"\n--- ",
            b"\n-> x-grease" + b" A" * (MEGABYTE // 2) + b"\n\n--- ",
        ),
        "grease that may end anywhere": (card, b"\n--- ", b"\n-> " + b"-grease" * 580 + b"\n--- "),
        "a long recipient": (card, b"-> X25519 ", b"-> X25519 " + b"A" * MEGABYTE),
        "a megabyte of MAC": (card, b"\n--- ", b"\n--- " + b"A" * MEGABYTE),
        **{
            f"scrypt 2^{work}": (
                card,
                b"-> X25519 ",
                b"-> scrypt " + b"A" * 22 + f" {work}\n".encode() + b"A" * 43 + b"\n-> X25519 ",
            )
            for work in (1, 18, 23, 64, 10**30)
        },
        "a hybrid recipient": (card, b"-> X25519 ", b"-> mlkem768x25519 " + b"A" * 1000 + b" "),
    }
    made = []
    for name, (file, old, new) in changes.items():
        assert file.count(old) == 1, name
        made.append(Case(name, (file.replace(old, new),)))
    return [
        *made,
        Case("a megabyte of zeros", (bytes(MEGABYTE),)),
        Case("a megabyte of {", (b"{" * MEGABYTE,)),
    ]


def _parts(sealed: Sealed, offset: int) -> Parts:
    data = sealed.envelope
    line = data.index(b"\n") + 1
    mac = data.index(b"\n--- ", line) + 1
    end = data.index(b"\n", mac) + 1
    header = []
    start = line
    while start < end:
        stop = data.index(b"\n", start) + 1
        header.append(slice(offset + start, offset + stop))
        start = stop
    begin = end + NONCE
    chunks = [
        slice(offset + at, offset + min(at + CHUNK, len(data))) for at in range(begin, len(data), CHUNK)
    ]
    return Parts(slice(offset, offset + line), header, slice(offset + end, offset + begin), chunks)


def _between(data: bytes, part: slice, start: bytes, end: bytes) -> slice:
    first = data.index(start, part.start) + len(start)
    return slice(first, data.index(end, first))
