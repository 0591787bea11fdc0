"""What is known of a document that is kept as a file: from its own header, or from whom sent it."""

from dataclasses import dataclass, field

from phr.formats.fhir.items import Resource

# The identifier system of what is one document in several files (FHIR R4, ImagingStudy: DICOM UIDs are URNs).
SERIES = "urn:dicom:uid"


@dataclass(frozen=True, slots=True)
class About:
    """Texts that are "" where nothing is known. ``date`` is a FHIR date, ``type`` a CodeableConcept or empty.

    Files of one ``series`` (a URI) are one document.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    type: Resource = field(default_factory=dict)
    series: str = ""

    def tell(self, reference: Resource) -> None:
        """Put it into the DocumentReference of the file."""
        if self.title:
            reference["description"] = self.title
        if self.author:
            reference["author"] = [{"display": self.author}]
        if self.type:
            reference["type"] = self.type
        if self.series:
            reference["identifier"] = [{"system": SERIES, "value": self.series}]
        if self.date:
            # `DocumentReference.date` is when the reference was made, and an instant.
            reference["content"][0]["attachment"]["creation"] = self.date
