"""Overwriting secrets where they stand in memory, as far as Python lets one: copies made elsewhere are not reached.

What remains after locking all the same is measured by ``tests/ui/test_locked_memory.py`` and told in
``docs/threat-model.md``.
"""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_M_PERTURB = -6  # malloc.h of glibc; mallopt(3)

_utf8 = ctypes.pythonapi.PyUnicode_AsUTF8AndSize
_utf8.restype = ctypes.c_void_p
_utf8.argtypes = [ctypes.py_object, ctypes.POINTER(ctypes.c_ssize_t)]


def wipe(secret: bytes | bytearray | str) -> None:
    """Overwrite a secret that nothing else holds or will use; a text has ASCII letters only.

    Raises ``ValueError`` for any other text: its letters do not stand in one piece of memory.
    """
    if isinstance(secret, bytearray):
        secret[:] = bytes(len(secret))
    elif isinstance(secret, bytes):
        # A c_char_p made of bytes points at their own memory (Python's documentation of ctypes).
        _fill(ctypes.cast(ctypes.c_char_p(secret), ctypes.c_void_p).value, len(secret))
    elif secret.isascii():
        # The UTF-8 form of an ASCII text is the text itself (PEP 393).
        _fill(_utf8(secret, None), len(secret))
    else:
        raise ValueError("not an ASCII text")


def own_copy(secret: bytes) -> bytes:
    """The same bytes in a place of their own, which can be wiped without harm to others."""
    return bytes(bytearray(secret))


def _fill(address: int | None, size: int) -> None:
    if address and size > 1:  # texts and bytes of one letter are shared by the whole program
        ctypes.memset(address, 0, size)


@contextmanager
def overwriting_what_is_freed() -> Iterator[None]:
    """Have the C library overwrite what is freed meanwhile, and give free pages back to the system at the end.

    With glibc only; the smallest blocks are kept for reuse as they are. Elsewhere nothing happens.
    """
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    if library is None or not hasattr(library, "mallopt") or not hasattr(library, "malloc_trim"):
        yield
        return
    library.mallopt(_M_PERTURB, 0xFF)
    try:
        yield
    finally:
        library.mallopt(_M_PERTURB, 0)
        library.malloc_trim(0)
