"""Invented CDA documents in the shape of the French CI-SIS, and ways to read them."""

import base64
from io import BytesIO
from typing import Any

from phr.formats.cda.read_cda import read_cda

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NAMESPACES = 'xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
LOINC = 'codeSystem="2.16.840.1.113883.6.1"'
ICD = 'codeSystem="2.16.840.1.113883.6.3"'

NAME = """<name><given qualifier="BR">CAMILLE</given><given>CAMILLE ANNE</given>
  <family qualifier="BR">MARTIN</family><family qualifier="CL">DURAND</family></name>"""


def document(
    body: str,
    *,
    code: str = "11502-2",
    id_: str = "aaaaaaaa-0000-4000-8000-000000000001",
    version: int = 1,
    name: str = NAME,
    born: str = "19800214",
    related: str = "",
    title: str = "Compte rendu",
) -> bytes:
    """A document with a French header; ``body`` is what stands in ``component``."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="x.xsl"?>
<!-- invented -->
<ClinicalDocument {NAMESPACES}>
 <realmCode code="FR"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
 <templateId root="1.2.250.1.213.1.1.1.1"/>
 <id root="{id_}"/>
 <code code="{code}" {LOINC} displayName="Un type"/>
 <title>{title}</title>
 <effectiveTime value="20240312101500+0100"/>
 <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
 <languageCode code="fr-FR"/>
 <setId root="1.2.3.4.5" extension="suite-1"/><versionNumber value="{version}"/>
 <recordTarget><patientRole>
  <id root="1.2.3.4.9" extension="IPP-7"/>
  <id root="1.2.250.1.213.1.4.8" extension="280029912345678"/>
  <addr><houseNumber>3</houseNumber><streetName>rue des Lilas</streetName><postalCode>69001</postalCode>
   <city>Lyon</city></addr>
  <telecom value="tel:0600000000" use="MC"/>
  <patient>{name}<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
   <birthTime value="{born}"/>
   <guardian><guardianPerson><name><family>MARTIN</family><given>Paule</given></name></guardianPerson></guardian>
  </patient></patientRole></recordTarget>
 <author><time value="20240312"/><assignedAuthor>
   <id root="1.2.250.1.71.4.2.1" extension="899900000001"/>
   <code code="G15_10/SM26" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Médecin généraliste"/>
   <assignedPerson><name><prefix>M</prefix><given>Ali</given><family>BENOIT</family><suffix>DR</suffix></name>
   </assignedPerson></assignedAuthor></author>
 <custodian><assignedCustodian><representedCustodianOrganization>
   <id root="1.2.250.1.71.4.2.2" extension="1690000001"/><name>Maison de santé des Lilas</name>
 </representedCustodianOrganization></assignedCustodian></custodian>
 {related}
 <component>{body}</component>
</ClinicalDocument>""".encode()


def sections(*parts: str) -> str:
    """A structured body of sections."""
    return (
        "<structuredBody>" + "".join(f"<component>{part}</component>" for part in parts) + "</structuredBody>"
    )


def section(code: str, title: str, text: str, *entries: str) -> str:
    """One section of LOINC ``code``."""
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return (
        f'<section><code code="{code}" {LOINC}/><title>{title}</title><text>{text}</text>{inside}</section>'
    )


def level_1(data: bytes = PDF, kind: str = "application/pdf") -> bytes:
    """A document that only holds a file, its base64 broken over lines."""
    encoded = base64.encodebytes(data).decode()
    return document(
        f'<nonXMLBody><text mediaType="{kind}" representation="B64">\n{encoded}\n</text></nonXMLBody>'
    )


def analyte(code: str, value: str, *, more: str = "") -> str:
    """An observation of XD-LAB."""
    return f"""<component><observation classCode="OBS" moodCode="EVN">
      <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>{code}<statusCode code="completed"/>
      <effectiveTime value="202403120830+0100"/>{value}{more}</observation></component>"""


def range_of(low: str, high: str, unit: str) -> str:
    """A reference range; "" leaves a side out."""
    low = f'<low value="{low}" unit="{unit}"/>' if low else ""
    high = f'<high value="{high}" unit="{unit}"/>' if high else ""
    return f"""<referenceRange typeCode="REFV"><observationRange>
      <value xsi:type="IVL_PQ">{low}{high}</value></observationRange></referenceRange>"""


def named(code: str, name: str) -> str:
    """A LOINC code."""
    return f'<code code="{code}" {LOINC} displayName="{name}"/>'


POTASSIUM = analyte(
    named("2823-3", "Potassium"),
    '<value xsi:type="PQ" value="5.60" unit="mmol/L"/>',
    more='<interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/>'
    + range_of("3.50", "5.10", "mmol/L"),
)
CRP = analyte(
    named("1988-5", "CRP"),
    '<value xsi:type="IVL_PQ"><high value="1" unit="mg/L" inclusive="false"/></value>',
    more=range_of("", "5.0", "mg/L"),
)
GLUCOSE = analyte(
    named("2339-0", "Glucose"),
    '<value xsi:type="PQ" value="0.90" unit="g/L"><translation value="5.00" code="mmol/L"'
    ' codeSystem="2.16.840.1.113883.6.8"/></value>',
)
HOUSE = analyte(
    '<code nullFlavor="UNK"><originalText><reference value="#maison"/></originalText></code>',
    '<value xsi:type="PQ" value="12" unit="U maison"/>',
)


def laboratory(*analytes: str, **header: Any) -> bytes:
    """A CR-BIO (template 1.2.250.1.213.1.1.1.55) of one specialty with one battery."""
    report = f"""<act classCode="ACT" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1"/>
     {named("18719-5", "Biochimie")}<statusCode code="completed"/>
     <entryRelationship typeCode="COMP"><organizer classCode="BATTERY" moodCode="EVN">
      <statusCode code="completed"/>{"".join(analytes)}</organizer></entryRelationship>
     <entryRelationship typeCode="SUBJ"><act classCode="ACT" moodCode="EVN">
      <templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.2"/><text>Prélèvement hémolysé</text></act></entryRelationship>
     </act>"""
    text = (
        '<table><thead><tr><th>Examen</th><th>Résultat</th></tr></thead><tbody><tr><td ID="maison">Indice'
        " maison</td><td>12</td></tr></tbody></table><paragraph>Fin</paragraph>"
    )
    return document(sections(section("18719-5", "BIOCHIMIE", text, report)), **header)


def concern(observation: str, status: str = "active") -> str:
    """The act around a problem or an allergy."""
    return f"""<act classCode="ACT" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.5.1"/>
      <code nullFlavor="NA"/><statusCode code="{status}"/>
      <entryRelationship typeCode="SUBJ">{observation}</entryRelationship></act>"""


def problem(id_: str, code: str, name: str, *, time: str = "", attributes: str = "") -> str:
    """A problem observation of IHE PCC."""
    return f"""<observation classCode="OBS" moodCode="EVN" {attributes}>
      <templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.5"/><id root="1.2.3.7" extension="{id_}"/>
      <code code="G-1009" codeSystem="1.2.250.1.213.2.12" displayName="Diagnostic"/>
      <effectiveTime>{time}</effectiveTime>
      <value xsi:type="CD" code="{code}" {ICD} displayName="{name}"/></observation>"""


def allergy(substance: str, *, attributes: str = "", value: str = "") -> str:
    """An allergy observation of IHE PCC."""
    return f"""<observation classCode="OBS" moodCode="EVN" {attributes}>
      <templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.6"/><id root="1.2.3.7" extension="all"/>
      <code code="DALG" codeSystem="2.16.840.1.113883.5.4"/><text>Aucune allergie connue</text>
      {value}{substance}</observation>"""


def synthesis(code: str) -> bytes:
    """A medical summary (VSM) of type ``SYNTH`` or ``60591-5``."""
    agent = """<participant typeCode="CSM"><participantRole><playingEntity>
      <code code="60234100" codeSystem="1.2.250.1.213.2.3.1" displayName="PARACÉTAMOL"/>
      </playingEntity></participantRole></participant>"""
    treatment = """<substanceAdministration classCode="SBADM" moodCode="EVN">
      <templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.7"/><id root="1.2.3.7" extension="t"/>
      <code code="DRUG" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/>
      <effectiveTime xsi:type="IVL_TS"><low value="201908"/><high nullFlavor="UNK"/></effectiveTime>
      <effectiveTime xsi:type="PIVL_TS" operator="A"><period value="12" unit="h"/></effectiveTime>
      <doseQuantity value="1" unit="{cp}"/>
      <consumable><manufacturedProduct><manufacturedMaterial>
       <code code="63564053" codeSystem="1.2.250.1.213.2.3.1" displayName="CLOPIDOGREL 75 mg">
        <translation code="B01AC04" codeSystem="2.16.840.1.113883.6.73"/></code>
      </manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration>"""
    vaccine = """<substanceAdministration classCode="SBADM" moodCode="EVN" negationInd="false">
      <templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.12"/><id root="1.2.3.7" extension="v"/>
      <code code="IMMUNIZ" codeSystem="2.16.840.1.113883.5.4"/><effectiveTime value="1985"/>
      <consumable><manufacturedProduct><manufacturedMaterial>
       <code code="J07AM01" codeSystem="2.16.840.1.113883.6.73" displayName="Vaccin tétanos"/>
       <lotNumberText>AB12</lotNumberText></manufacturedMaterial></manufacturedProduct></consumable>
      <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">
       <code code="30973-2" codeSystem="2.16.840.1.113883.6.1"/><value xsi:type="INT" value="2"/>
      </observation></entryRelationship></substanceAdministration>"""
    surgery = """<procedure classCode="PROC" moodCode="EVN"><id root="1.2.3.7" extension="p"/>
      <code code="HHFA001" codeSystem="1.2.250.1.213.2.5" displayName="Appendicectomie"/>
      <statusCode code="completed"/><effectiveTime value="1999"/></procedure>"""
    mother = """<organizer classCode="CLUSTER" moodCode="EVN">
      <templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.15"/><statusCode code="completed"/>
      <subject><relatedSubject><code code="MTH" codeSystem="2.16.840.1.113883.5.111" displayName="Mère"/>
      </relatedSubject></subject><component><observation classCode="OBS" moodCode="EVN"><code code="G-1009"/>
      <value xsi:type="CD" code="E11" codeSystem="2.16.840.1.113883.6.3" displayName="Diabète de type 2"/>
      </observation></component></organizer>"""
    tobacco = """<observation classCode="OBS" moodCode="EVN"><id root="1.2.3.7" extension="s"/>
      <code code="74011-8" codeSystem="2.16.840.1.113883.6.1" displayName="Tabac"/>
      <value xsi:type="PQ" value="25" unit="{pack}/a"/></observation>"""
    weight = """<organizer classCode="CLUSTER" moodCode="EVN"><effectiveTime value="20240312"/>
      <component><observation classCode="OBS" moodCode="EVN"><id root="1.2.3.7" extension="w"/>
      <code code="29463-7" codeSystem="2.16.840.1.113883.6.1"/>
      <value xsi:type="PQ" value="61.0" unit="kg"/></observation></component></organizer>"""
    planned = """<observation classCode="OBS" moodCode="INT"><id root="1.2.3.7" extension="o"/>
      <code code="24627-2" codeSystem="2.16.840.1.113883.6.1" displayName="Scanner du thorax"/></observation>"""
    pump = """<supply classCode="SPLY" moodCode="EVN"><id root="1.2.3.7" extension="d"/>
      <participant typeCode="DEV"><participantRole><playingDevice>
      <code code="C01" codeSystem="1.2.250.1.213.2.68" displayName="Stimulateur cardiaque"/></playingDevice>
      </participantRole></participant></supply>"""
    asthma = problem("a", "J45", "Asthme", time='<low value="2010"/>')
    burn = problem("b", "N10", "Pyélonéphrite", time='<low value="20180422"/><high value="20180430"/>')
    return document(
        sections(
            section("11450-4", "Problèmes", "Asthme", concern(asthma)),
            section("11348-0", "Antécédents", "Pyélonéphrite", concern(burn, "completed")),
            section("48765-2", "Allergies", "Paracétamol", concern(allergy(agent))),
            section("10160-0", "Traitements", "Clopidogrel", treatment),
            section("11369-6", "Vaccins", "Tétanos", vaccine),
            section("47519-4", "Chirurgie", "Appendicectomie", surgery),
            section("10157-6", "Famille", "Diabète", mother),
            section("29762-2", "Mode de vie", "Tabac", tobacco),
            section("8716-3", "Constantes", "61 kg", weight),
            section("18776-5", "Plan", "Scanner", planned),
            section("46264-8", "Dispositifs", "Stimulateur", pump),
        ),
        code=code,
        title="Synthèse médicale",
    )


def resources(data: bytes) -> list[Any]:
    """What a document gives; each must have been understood."""
    items = list(read_cda(BytesIO(data)))
    assert all(item.resource is not None for item in items), [item.problem for item in items]
    return [item.resource for item in items]


def of_type(data: bytes, kind: str) -> list[Any]:
    """The resources of one type."""
    return [one for one in resources(data) if one["resourceType"] == kind]
