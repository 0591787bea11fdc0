"""FHIR R4, read and written: https://hl7.org/fhir/R4/."""
