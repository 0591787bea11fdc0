"""Packages for the reading page, sealed by the real parts around Bundles written here by hand."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sharing import codes, padding, page, shares, wordlist
from sharing.envelope import WORD_COUNT, Envelope, Mode

Json = dict[str, Any]


@dataclass(frozen=True)
class Sealed:
    """A package, and what opens it. ``words`` is "" for a card."""

    shares: shares.Shares
    words: str
    envelope: bytes

    def html(self, folder: Path) -> Path:
        """The reading page with the envelope inside, on disk."""
        file = folder / "dossier.html"
        file.write_bytes(page.page(self.envelope))
        return file

    def phr(self, folder: Path) -> Path:
        """The envelope alone, on disk."""
        file = folder / "dossier.phr"
        file.write_bytes(self.envelope)
        return file

    def answer(self, challenge: str) -> str:
        """The opening code for a challenge, as the patient's program tells it."""
        nonce = codes.nonce_of(codes.readings(challenge, codes.CHALLENGE_SIZE)[0])
        key = shares.mask_key(self.shares.gid, self.shares.practitioner)
        return codes.to_text(codes.answer(key, self.shares.gid, nonce, self.shares.release))

    def card(self) -> str:
        """The card's code."""
        return codes.to_text(self.shares.release)


def seal(content: Json | bytes, mode: Mode = Mode.CARD) -> Sealed:
    """Seals a Bundle, or any bytes in its place."""
    plaintext = content if isinstance(content, bytes) else padding.pad(json.dumps(content).encode())
    drawn = shares.Shares.draw()
    words = wordlist.draw(WORD_COUNT[mode], "fr") if WORD_COUNT[mode] else ""
    envelope = Envelope.wrap(mode, drawn, words, shares.seal(plaintext, drawn))
    return Sealed(drawn, words, envelope.to_bytes())


def bundle(*entries: Json, name: str = "Jeanne Martin", **frame: str) -> Json:
    """A payload about one person. ``frame`` adds extensions: ``purpose="…"`` is ``urn:phr:purpose``."""
    texts = {
        "format": "phr-grant/v1",
        "to": "Dr Salomé Roux, médecine générale",
        "purpose": "Première consultation",
        **frame,
    }
    extensions: list[Json] = [{"url": f"urn:phr:{key}", "valueString": text} for key, text in texts.items()]
    extensions.append({"url": "urn:phr:until", "valueDateTime": "2026-12-24T18:00:00+01:00"})
    extensions.append(
        {"url": "urn:phr:coverage", "extension": [{"url": "from", "valueString": "2019"}]},
    )
    patient = {
        "resourceType": "Patient",
        "name": [{"text": name}],
        "birthDate": "1974-03-02",
        "gender": "female",
    }
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": "2026-11-20T09:30:00+01:00",
        "meta": {"extension": extensions},
        "entry": [{"resource": patient}, *entries],
    }


def entry(kind: str, title: str, **view: str) -> Json:
    """An entry as the page is told to show it. ``title_en`` stands for ``title-en``."""
    parts: list[Json] = [{"url": "kind", "valueCode": kind}, {"url": "title", "valueString": title}]
    parts += [{"url": key.replace("_", "-"), "valueString": text} for key, text in view.items()]
    return {"resource": {}, "extension": [{"url": "urn:phr:view", "extension": parts}]}


def document(title: str, name: str, media_type: str, content: bytes) -> Json:
    """A document entry with its file."""
    made = entry("document", title, date="2025-10-03", author="Dr Louis Petit")
    data = base64.b64encode(content).decode()
    made["resource"] = {"content": [{"attachment": {"data": data}}]}
    parts = {"name": name, "type": media_type, "data": "/content/0/attachment/data"}
    made["extension"][0]["extension"].append(
        {"url": "file", "extension": [{"url": key, "valueString": text} for key, text in parts.items()]}
    )
    return made
