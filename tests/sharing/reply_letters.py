"""Replies written as docs/package-format.md says, with nothing of the program that reads them."""

import base64
import hashlib
import hmac
import json
import secrets
from typing import Any

import pyrage

from sharing import grants
from sharing.grants import NewGrant
from sharing.opening import Opening
from tests.sharing.conftest import Practice

MADE = "2026-03-02T11:00:00+01:00"


def address(bundle: dict[str, Any]) -> dict[str, str]:
    """What a package tells its reader to reply with."""
    found = next(one for one in bundle["meta"]["extension"] if one["url"] == "urn:phr:reply")
    return {part["url"]: part["valueString"] for part in found["extension"]}


def opened(practice: Practice, made: NewGrant) -> dict[str, Any]:
    """The Bundle of a grant, as its reader has it."""
    reading = Opening.from_file(made.envelope)
    if made.words is None:
        code = grants.make_card(practice.vault, made.gid).code
    else:
        reading.unwrap(made.words)
        code = grants.release(practice.vault, reading.challenge).code
    bundle: dict[str, Any] = json.loads(reading.open(code))
    return bundle


def content(note: str = "Tout va bien.", *files: tuple[str, bytes], **changes: Any) -> dict[str, Any]:
    """A letter as JSON has it."""
    enclosed = [{"name": name, "data": base64.b64encode(data).decode()} for name, data in files]
    return {"made": MADE, "from": "Dr Salomé Roux", "note": note, "files": enclosed} | changes


def reply(
    bundle: dict[str, Any],
    package: bytes,
    letter: dict[str, Any] | bytes,
    *,
    gid: str = "",
    mac_key: bytes = b"",
) -> bytes:
    """The file of a reply to the package with these bytes."""
    to = address(bundle)
    gid = gid or bundle["identifier"]["value"]
    plaintext = letter if isinstance(letter, bytes) else json.dumps(letter).encode()
    body: bytes = pyrage.encrypt(plaintext, [pyrage.x25519.Recipient.from_str(to["recipient"])])
    id_ = secrets.token_bytes(16)
    key = mac_key or base64.b64decode(to["mac-key"])
    said = bytes.fromhex(gid) + id_ + hashlib.sha256(package).digest() + body
    mac = hmac.new(key, said, "sha256").hexdigest()
    return f'{{"format":"phr-reply/v1","gid":"{gid}","id":"{id_.hex()}","mac":"{mac}"}}\n'.encode() + body
