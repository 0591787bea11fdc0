"""Every page of a vault in clear, decrypted here and not by SQLCipher, so that nothing hides from a search.

SQLCipher 4, raw key (https://www.zetetic.net/sqlcipher/design/): pages of 4096 bytes; the first begins with a salt of
16 bytes; each ends with 16 bytes of IV and 64 of HMAC-SHA512; between them AES-256-CBC without padding.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVE = 80
SALT = 16
WAL_HEADER = 32
FRAME_HEADER = 24


def decrypted(database: Path, key: bytes) -> bytes:
    """All pages of the database and of its write-ahead log, old frames included."""
    data = database.read_bytes()
    pages = [_page(data[start : start + PAGE], key, first=start == 0) for start in range(0, len(data), PAGE)]
    return b"".join((*pages, *_log_pages(database.with_name(database.name + "-wal"), key)))


def _log_pages(log: Path, key: bytes) -> Iterator[bytes]:
    data = log.read_bytes() if log.exists() else b""
    for start in range(WAL_HEADER, len(data) - FRAME_HEADER - PAGE + 1, FRAME_HEADER + PAGE):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        yield _page(page, key, first=number == 1)


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    begin, end = SALT if first else 0, PAGE - RESERVE
    initial = page[end : end + 16]
    cipher = Cipher(algorithms.AES(key), modes.CBC(initial)).decryptor()
    return cipher.update(page[begin:end]) + cipher.finalize()
