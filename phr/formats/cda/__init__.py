"""HL7 CDA R2 documents read as FHIR R4: French CI-SIS, C-CDA, European and IPS CDA.

CDA R2 is ANSI/HL7 CDA R2-2005; the correspondence follows HL7's "C-CDA on FHIR" where it has one.
"""
