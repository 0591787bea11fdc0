"""The files of a document: an embedded PDF or text, pictures in sections, the readable text, and the original."""

import base64
import binascii
import hashlib
import re

from phr.formats.cda.document import Document, named
from phr.formats.cda.tree import V3, Node, attribute, kid
from phr.formats.fhir.items import Resource
from phr.formats.sniff import Format, media_type, sniff

# The scheme by which a resource names a file of the vault (docs/architecture.md).
_ATTACHMENT = "urn:phr:attachment:"
_HEAD = 1 << 16
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/xml": ".xml",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/tiff": ".tif",
}
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")


def attachments(document: Document, text: str, original: bytes) -> list[Resource]:
    """The files, the readable ones first, as FHIR Attachments with their data; ``text`` is that of all sections."""
    title = document.title or "Document"
    found = []
    body = kid(document.root, "component/nonXMLBody/text")
    if body is not None:
        found += _embedded(document, body, title)
    if text:
        found.append(_file(document, text.encode(), "text/plain; charset=utf-8", title))
    for media in document.root.iter(f"{V3}observationMedia"):
        value = kid(media, "value")
        if value is not None:
            name = document.narrative.of(kid(media, "text")) or _label(document, media)
            name = name or media.get("ID") or str(len(found))
            found += _embedded(document, value, f"{title} – {name}")
    found.append(_file(document, original, "text/xml", title))
    return found


def _label(document: Document, media: Node) -> str:
    """What a picture without a text is called: the value beside it in the same organizer."""
    around = media.getparent().getparent()
    return document.once(_value_name, around) if around is not None else ""


def _value_name(document: Document, organizer: Node) -> str:
    value = kid(organizer, "component/observation/value")
    return attribute(value, "displayName") or document.narrative.of(kid(value, "originalText"))


def _embedded(document: Document, node: Node, title: str) -> list[Resource]:
    """The file within an ED element; nothing for one that only points elsewhere."""
    declared = attribute(node, "mediaType")
    if node.get("representation") != "B64":
        text = "".join(node.itertext()).strip()
        return [_file(document, text.encode(), "text/plain; charset=utf-8", title)] if text else []
    encoded = "".join("".join(node.itertext()).split())
    if not encoded:
        return []
    try:
        data = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        document.odd(node, encoded.encode(), "an embedded file that is no base64")
        return []
    if node.get("compression"):
        declared = "application/octet-stream"
    form = sniff(data[:_HEAD])
    known = form not in (Format.UNKNOWN, Format.TEXT)
    return [_file(document, data, media_type(form) if known else declared or media_type(form), title)]


def _file(document: Document, data: bytes, kind: str, title: str) -> Resource:
    ending = _ENDINGS.get(kind.partition(";")[0].strip(), "")
    id_ = named("attachment", document.key, hashlib.sha256(data).hexdigest())
    return {
        "contentType": kind,
        "url": _ATTACHMENT + id_,
        "data": base64.b64encode(data).decode(),
        "size": len(data),
        "title": (_FORBIDDEN.sub(" ", title).strip() or "Document")[:150] + ending,
    }
