"""A CDA document to items: the patient, those who wrote, the document itself, and what its entries say."""

from collections.abc import Iterator
from typing import BinaryIO

from phr.errors import FormatError
from phr.formats.cda import files, header
from phr.formats.cda.document import Document
from phr.formats.cda.narrative import document_text
from phr.formats.cda.sections import read_sections
from phr.formats.cda.tree import kids, read
from phr.formats.fhir.items import Item


def read_cda(stream: BinaryIO) -> Iterator[Item]:
    """The resources of one document: Patient first, then professionals, the DocumentReference, then the entries.

    The DocumentReference holds as files what was embedded, the readable text of all sections, and the original whole.
    What cannot be read is an item with a problem. Raises :class:`FormatError` before the first item, when the file is
    no CDA document (see :func:`phr.formats.cda.tree.read`) or one about several patients.
    """
    original, root = read(stream)
    if len(kids(root, "recordTarget")) > 1:
        raise FormatError("about several patients", f"line {root.sourceline}")
    document = Document(root)
    header.patient(document)
    header.author(document)
    patient, document.items = document.items, []
    text = document_text(root, document.title)
    header.reference(document, text, files.attachments(document, text, original))
    header.own_people(document)
    read_sections(document)
    version = header.version(document)
    for one in (*patient, *document.people, *document.items):
        one.marks["version"] = version
        yield one
