"""Check a history exported by Carnet without Carnet: verify_history.py FILE.csv|FILE.json [HEAD...]

Says whether every line follows from the one before, whether the signature of the head is right and by the key that
the history itself names, and whether the lines lead through each HEAD, as printed on a receipt or held in a package.
Exit code 0 if all of it holds, 1 with the first faulty line named, 2 if FILE is no such export. Needs for the signature
either the package "cryptography" or the program "openssl" (3.0). See docs/history.md.
"""

import base64
import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DER = bytes.fromhex("302a300506032b6570032100")  # what stands before an Ed25519 public key (RFC 8410)


def read(file):
    """The lines as (seq, at, action, grant, detail, hash) and the head as a dictionary, all texts."""
    text = Path(file).read_bytes().decode("ascii")
    if not text.startswith("{"):
        _, *rows, last = csv.reader(io.StringIO(text))
        head = {**json.loads(last[4]), "signature": last[6], "key": last[7]}
        return [tuple(row[:6]) for row in rows], head
    bundle, lines = json.loads(text), []
    resources = [entry["resource"] for entry in bundle["entry"]]
    for event in (one for one in resources if one["resourceType"] == "AuditEvent"):
        line = flat(event["extension"][0])
        grant = event["entity"][0]["what"]["identifier"]["value"] if "entity" in event else ""
        action = event["subtype"][0]["code"]
        lines.append((str(line["seq"]), event["recorded"], action, grant, line["detail"], line["hash"]))
    return lines, flat(bundle["meta"]["extension"][0])


def flat(extension):
    return {one["url"]: one.get("valueString", one.get("valueInteger")) for one in extension["extension"]}


def signed_by_its_key(head):
    text = '{"hash":"%s","seq":%d,"vault":"%s"}' % (head["hash"], head["seq"], head["vault"])  # noqa: UP031 -- braces
    message = b"phr-journal-head/v1\n" + text.encode("ascii")
    key, signature = base64.b64decode(head["key"]), base64.b64decode(head["signature"])
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in (("key", DER + key), ("signature", signature), ("message", message)):
                (Path(folder) / name).write_bytes(data)
            command = (
                "openssl pkeyutl -verify -pubin -keyform DER -rawin -inkey key -in message -sigfile signature"
            )
            done = subprocess.run(command.split(), cwd=folder, capture_output=True)  # noqa: PLW1510, S603 -- fixed
            return done.returncode == 0
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def fault(lines, head, held):
    """What is wrong, as one sentence, or ""."""
    before, key = bytes(32), ""
    for number, (seq, at, action, grant, detail, digest) in enumerate(lines, start=1):
        text = f'[{seq},"{at}","{action}","{grant}",{detail}]'
        if seq != str(number) or hashlib.sha256(before + text.encode("ascii")).hexdigest() != digest:
            return f"line {number} does not follow from the one before"
        before = bytes.fromhex(digest)
        if action in ("created", "signing-key-new"):
            key = json.loads(detail)["key"]
    if (head["seq"], head["hash"]) != (len(lines), before.hex()):
        return f"line {len(lines)} is the last one, but the head is of line {head['seq']}: {head['hash']}"
    if not signed_by_its_key(head) or base64.b64decode(head["key"]).hex() != key:
        return f"line {len(lines)}: the head is not signed with the key that this history names"
    for text in map(str.lower, held):  # a QR code holds it in upper case
        printed = re.fullmatch(r"([0-9a-f]{8}-([0-9]+)-([0-9a-f-]{39}))-([0-9a-f]{4})", text)
        if not printed or not hashlib.sha256(printed[1].encode("ascii")).hexdigest().startswith(printed[4]):
            return f"{text} is mistyped"
        seq, digest = int(printed[2]), printed[3].replace("-", "")
        if seq > len(lines) or not lines[seq - 1][5].startswith(digest):
            return f"line {seq} is not the one of {text}: this history does not continue that one"
    return ""


if __name__ == "__main__":
    try:
        history, last = read(sys.argv[1])
        found = fault(history, last, sys.argv[2:])
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, OSError) as error:
        sys.stderr.write(f"This cannot be checked: {error!r}\n")
        sys.exit(2)
    sys.stdout.write(f"{found or f'{len(history)} lines hold together, and the head is signed.'}\n")
    sys.exit(1 if found else 0)
