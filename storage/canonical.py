"""One way to write a JSON value as bytes, for what is hashed, signed or authenticated."""

import json


def canonical(value: object) -> bytes:
    """JSON in ASCII, members sorted by name, no white space: the same value is always the same bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")
