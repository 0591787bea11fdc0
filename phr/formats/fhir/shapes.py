"""Where each resource type keeps what an entry shows. Drafts read by this table, corrections write by it.

Paths are dotted; ``onset[x]`` is a choice of a date and a period. A type that is not here becomes no entry
and is kept as it came: Patient, Practitioner, Organization, Medication, Claim, Provenance, Specimen and the
like.
"""

from dataclasses import dataclass

from phr.entry import Kind

# Where the patient's own words stand when a type has no element for them.
NOTE_URL = "urn:phr:note"
# On `CodeableConcept._text`: the patient wrote this text, so no table translates it.
OWN_WORDS_URL = "urn:phr:own-words"
# `Resource.meta.source` of what the patient wrote.
OWN_SOURCE = "urn:phr:own"


@dataclass(frozen=True, slots=True)
class Shape:
    """One resource type. Of ``titles``, ``dates`` and ``authors`` the first that holds something is read.

    ``french`` and ``english`` stand for a missing title. ``note`` is an element of Annotation (``note``) or
    of string, "" if the type has none. ``words`` are further texts to be searched. ``status`` is a code; conditions and
    allergies say it in two concepts instead.
    """

    kind: Kind
    french: str
    english: str
    titles: tuple[str, ...] = ("code",)
    dates: tuple[str, ...] = ()
    note: str = "note"
    authors: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    status: str = "status"


_MEDICATION = ("medicationCodeableConcept", "medicationReference")
_REASONS = ("reasonCode", "reasonReference.display")

SHAPES: dict[str, Shape] = {
    "Condition": Shape(
        Kind.PROBLEM,
        "Problème de santé",
        "Health problem",
        dates=("onset[x]", "recordedDate"),
        authors=("asserter", "recorder"),
        words=("severity", "bodySite", "stage.summary", "evidence.code"),
        status="",
    ),
    "AllergyIntolerance": Shape(
        Kind.ALLERGY,
        "Allergie",
        "Allergy",
        titles=("code", "reaction.substance"),
        dates=("onset[x]", "recordedDate", "lastOccurrence"),
        authors=("asserter", "recorder"),
        words=(
            "reaction.manifestation",
            "reaction.substance",
            "reaction.description",
            "category",
            "criticality",
        ),
        status="",
    ),
    "MedicationRequest": Shape(
        Kind.TREATMENT,
        "Ordonnance",
        "Prescription",
        titles=_MEDICATION,
        dates=("authoredOn",),
        authors=("requester", "recorder", "performer"),
        words=(*_REASONS, "dosageInstruction.text", "dosageInstruction.patientInstruction"),
    ),
    "MedicationStatement": Shape(
        Kind.TREATMENT,
        "Médicament",
        "Medicine",
        titles=_MEDICATION,
        dates=("effective[x]", "dateAsserted"),
        authors=("informationSource",),
        words=(*_REASONS, "dosage.text", "dosage.patientInstruction"),
    ),
    "MedicationAdministration": Shape(
        Kind.TREATMENT,
        "Médicament administré",
        "Medicine given",
        titles=_MEDICATION,
        dates=("effective[x]",),
        authors=("performer.actor",),
        words=(*_REASONS, "dosage.text"),
    ),
    "MedicationDispense": Shape(
        Kind.TREATMENT,
        "Médicament délivré",
        "Medicine dispensed",
        titles=_MEDICATION,
        dates=("whenHandedOver", "whenPrepared"),
        authors=("performer.actor",),
        words=("dosageInstruction.text", "dosageInstruction.patientInstruction"),
    ),
    "Immunization": Shape(
        Kind.VACCINE,
        "Vaccin",
        "Vaccine",
        titles=("vaccineCode",),
        dates=("occurrence[x]", "recorded"),
        authors=("performer.actor", "location"),
        words=(
            *_REASONS,
            "lotNumber",
            "manufacturer",
            "protocolApplied.targetDisease",
            "site",
            "occurrenceString",
        ),
    ),
    "Observation": Shape(
        Kind.RESULT,
        "Résultat",
        "Result",
        dates=("effective[x]", "issued"),
        authors=("performer",),
        words=("valueString", "valueCodeableConcept", "component.code", "bodySite", "method"),
    ),
    "DiagnosticReport": Shape(
        Kind.RESULT,
        "Compte rendu d'examen",
        "Test report",
        dates=("effective[x]", "issued"),
        note="conclusion",
        authors=("performer", "resultsInterpreter"),
        words=("conclusionCode", "presentedForm.title"),
    ),
    "Procedure": Shape(
        Kind.PROCEDURE,
        "Acte",
        "Procedure",
        dates=("performed[x]",),
        authors=("performer.actor", "asserter", "recorder"),
        words=(*_REASONS, "bodySite", "outcome", "complication", "followUp"),
    ),
    "ImagingStudy": Shape(
        Kind.PROCEDURE,
        "Imagerie médicale",
        "Medical imaging",
        titles=("description", "procedureCode", "modality"),
        dates=("started",),
        authors=("interpreter", "referrer"),
        words=(*_REASONS, "modality", "series.modality", "series.description", "series.bodySite"),
    ),
    "DocumentReference": Shape(
        Kind.DOCUMENT,
        "Document",
        "Document",
        titles=("description", "content.attachment.title", "type", "category"),
        dates=("content.attachment.creation", "date", "context.period"),
        note="",
        authors=("author", "authenticator", "custodian"),
        words=(
            "content.attachment.title",
            "type",
            "category",
            "context.event",
            "context.facilityType",
            "context.practiceSetting",
        ),
    ),
    "Media": Shape(
        Kind.DOCUMENT,
        "Image",
        "Picture",
        titles=("content.title", "type", "view", "modality"),
        dates=("created[x]", "issued", "content.creation"),
        authors=("operator",),
        words=("reasonCode", "bodySite"),
    ),
    "Composition": Shape(
        Kind.DOCUMENT,
        "Document",
        "Document",
        titles=("title", "type"),
        dates=("date",),
        note="",
        authors=("author", "custodian"),
        words=("type", "section.title"),
    ),
    "QuestionnaireResponse": Shape(
        Kind.DOCUMENT,
        "Questionnaire",
        "Questionnaire",
        titles=("_questionnaire.extension.valueString",),
        dates=("authored",),
        note="",
        authors=("author", "source"),
        words=("item.text", "item.answer.valueString", "item.item.text", "item.item.answer.valueString"),
    ),
    "Encounter": Shape(
        Kind.APPOINTMENT,
        "Consultation",
        "Visit",
        titles=("type", "class", "serviceType"),
        dates=("period",),
        note="",
        authors=("participant.individual", "serviceProvider"),
        words=(*_REASONS, "class", "serviceType", "location.location.display", "serviceProvider.display"),
    ),
    "Appointment": Shape(
        Kind.APPOINTMENT,
        "Rendez-vous",
        "Appointment",
        titles=("description", "serviceType", "appointmentType", "specialty"),
        dates=("start..end", "requestedPeriod"),
        note="comment",
        authors=("participant.actor",),
        words=(*_REASONS, "serviceType", "specialty", "patientInstruction", "participant.actor.display"),
    ),
    "EpisodeOfCare": Shape(
        Kind.APPOINTMENT,
        "Prise en charge",
        "Episode of care",
        titles=("type",),
        dates=("period",),
        note="",
        authors=("careManager", "managingOrganization"),
        words=("diagnosis.condition.display",),
    ),
    "CarePlan": Shape(
        Kind.NOTE,
        "Plan de soins",
        "Care plan",
        titles=("title", "category"),
        dates=("period", "created"),
        authors=("author",),
        words=("category", "description", "activity.detail.code", "activity.detail.description"),
    ),
    "Goal": Shape(
        Kind.NOTE,
        "Objectif de soins",
        "Health goal",
        titles=("description",),
        dates=("startDate", "statusDate"),
        authors=("expressedBy",),
        status="lifecycleStatus",
    ),
    "CareTeam": Shape(
        Kind.NOTE,
        "Équipe de soins",
        "Care team",
        titles=("name", "category"),
        dates=("period",),
        authors=("managingOrganization",),
        words=("participant.member.display", "participant.role", "reasonCode"),
    ),
    "FamilyMemberHistory": Shape(
        Kind.NOTE,
        "Antécédent familial",
        "Family history",
        titles=("condition.code", "relationship", "name"),
        dates=("date",),
        words=("relationship", "name", "condition.code", "condition.note.text"),
    ),
    "Communication": Shape(
        Kind.NOTE,
        "Message",
        "Message",
        titles=("topic", "category", "reasonCode"),
        dates=("sent", "received"),
        authors=("sender",),
        words=("payload.contentString",),
    ),
    "ClinicalImpression": Shape(
        Kind.NOTE,
        "Avis médical",
        "Clinical impression",
        titles=("code", "description"),
        dates=("effective[x]", "date"),
        authors=("assessor",),
        words=("description", "summary", "finding.itemCodeableConcept"),
    ),
    "Flag": Shape(
        Kind.NOTE,
        "Signalement",
        "Flag",
        dates=("period",),
        note="",
        authors=("author",),
        words=("category",),
    ),
    "ServiceRequest": Shape(
        Kind.NOTE,
        "Demande d'examen ou de soins",
        "Order",
        dates=("authoredOn", "occurrence[x]"),
        authors=("requester",),
        words=(*_REASONS, "category", "bodySite", "patientInstruction"),
    ),
    "Coverage": Shape(
        Kind.NOTE,
        "Couverture santé",
        "Health cover",
        titles=("type", "class.name", "payor.display"),
        dates=("period",),
        note="",
        authors=("payor",),
        words=("payor.display",),
    ),
    "Device": Shape(
        Kind.TREATMENT,
        "Dispositif médical",
        "Medical device",
        titles=("deviceName.name", "type"),
        dates=("manufactureDate",),
        authors=("owner",),
        words=("type", "manufacturer", "modelNumber", "serialNumber", "lotNumber"),
    ),
    "DeviceUseStatement": Shape(
        Kind.TREATMENT,
        "Dispositif médical",
        "Medical device",
        titles=("device",),
        dates=("timing[x]", "recordedOn"),
        authors=("source",),
        words=("reasonCode", "bodySite"),
    ),
    "RelatedPerson": Shape(
        Kind.CONTACT,
        "Proche",
        "Relative or contact",
        titles=("name", "relationship"),
        dates=("period",),
        note="",
        words=("relationship", "telecom.value"),
        status="",
    ),
}
