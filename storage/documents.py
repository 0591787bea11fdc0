"""Documents that came as files: each is a DocumentReference whose bytes are an attachment of the vault.

Within the vault the resource points to its file by ``urn:phr:attachment:`` and the attachment's id; written out, the
file stands beside that as base64 (FHIR R4, Attachment.data), and is taken out again when it comes back.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from phr.formats.fhir.items import Resource
    from storage.attachments import Attachment

ATTACHMENT = "urn:phr:attachment:"
ORIGINAL = "urn:phr:original:"
_FORMAT = {"system": "urn:phr:format", "code": "original-picture"}


@dataclass(frozen=True, slots=True)
class File:
    """A file that stood in a resource."""

    id: str
    data: bytes
    media_type: str
    name: str

    @property
    def digest(self) -> bytes:
        """SHA-256 of its bytes."""
        return hashlib.sha256(self.data).digest()


def document(id_: str, title: str, file: Attachment, *, scheme: str = ATTACHMENT) -> Resource:
    """The DocumentReference of a file of the vault."""
    attachment = {
        "contentType": file.media_type,
        "url": scheme + file.id,
        "size": file.size,
        "title": file.name,
    }
    return {
        "resourceType": "DocumentReference",
        "id": id_,
        "status": "current",
        "description": title,
        "content": [{"attachment": attachment}],
    }


def original_picture(id_: str, file: Attachment) -> Resource:
    """The same for a photograph that the document was made of: it says more than it shows, and stays with its owner."""
    resource = document(id_, "", file)
    resource["content"][0]["format"] = dict(_FORMAT)
    return resource


def is_original_picture(content: Resource) -> bool:
    """Whether a part of a DocumentReference's ``content`` is such a photograph."""
    return content.get("format") == _FORMAT


def put_in(resource: Resource, read: Callable[[str], bytes]) -> Resource:
    """The resource with its files as base64; ``read`` gives the bytes of an attachment's id."""
    for attachment, id_ in _pointers(resource):
        attachment["data"] = base64.b64encode(read(id_)).decode()
    return resource


def take_out(resource: Resource) -> tuple[list[File], bool]:
    """Take the files out of a resource that :func:`put_in` filled; whether it is an original that was only kept.

    A resource of anybody else's is left as it is.
    """
    files, original = [], False
    for attachment, id_ in _pointers(resource):
        data = attachment.get("data")
        if not isinstance(data, str):
            continue
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            continue
        del attachment["data"]
        original = original or str(attachment["url"]).startswith(ORIGINAL)
        files.append(
            File(id_, content, str(attachment.get("contentType", "")), str(attachment.get("title", "")))
        )
    return files, original


def _pointers(resource: Resource) -> Iterator[tuple[Resource, str]]:
    contents = resource.get("content")
    if resource.get("resourceType") != "DocumentReference" or not isinstance(contents, list):
        return
    for content in contents:
        attachment = content.get("attachment") if isinstance(content, dict) else None
        if not isinstance(attachment, dict) or not isinstance(url := attachment.get("url"), str):
            continue
        for scheme in (ATTACHMENT, ORIGINAL):
            if url.startswith(scheme):
                yield attachment, url.removeprefix(scheme)
