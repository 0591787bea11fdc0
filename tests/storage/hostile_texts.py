"""Texts made to harm whoever opens them: XML, JSON, calendars, HPRIM and tables. Name and content of each."""

import zlib
from collections.abc import Iterator

from tests.fuzz.seeds import formats, seeds
from tests.phr import certificates as made
from tests.phr.cda.documents import CRP, NAMESPACES, document, laboratory
from tests.phr.test_apple_health import ME, WATCH, export
from tests.phr.test_hprim import HEADER, MESSAGE
from tests.phr.test_zipped import XDM
from tests.zips import zipped

Files = Iterator[tuple[str, bytes]]
# Stand for the URL of a file that must not be read, and of one that must not be asked for.
SECRET, ADDRESS = b"file:///secret-to-be-put-here", b"http://address-to-be-put-here"
_DEEP = 10_000
_MILLION = 1_000_000
_SIGNER = made.Signer()
_CDA = laboratory(CRP)
_FHIR = b'<Patient xmlns="http://hl7.org/fhir"><id value="1"/><birthDate value="1980-02-01"/></Patient>'
_PACKAGE = XDM.strip().split(b"?>", 1)[1].strip()


def document_types() -> Files:
    """Entities that name files or addresses, or multiply, in every kind of XML that is looked into."""
    laughs = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    types = {
        "external entity": b'[<!ENTITY x SYSTEM "%s">]' % SECRET,
        "external entity of the network": b'[<!ENTITY x SYSTEM "%s">]' % ADDRESS,
        "parameter entity": b'[<!ENTITY %% p SYSTEM "%s"> %%p; <!ENTITY x "">]' % ADDRESS,
        "external document type": b'SYSTEM "%s" [<!ENTITY x "">]' % ADDRESS,
        "a million laughs": b'[%s<!ENTITY x "&a11;">]' % laughs,
        "one long entity often": b'[<!ENTITY y "%s"><!ENTITY x "%s">]' % (b"a" * 50_000, b"&y;" * 5_000),
    }
    health = export(ME, WATCH)
    bodies = {
        "ClinicalDocument": _CDA[_CDA.index(b"<ClinicalDocument") :].replace(b"Compte rendu", b"&x;"),
        "Patient": _FHIR.replace(b'value="1"', b'value="&x;"'),
        "notes": b"<notes><note>&x;</note></notes>",
        "HealthData": health[health.index(b"<HealthData") :].replace(b"fr_FR", b"&x;"),
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
        "html": b'<html xmlns="http://www.w3.org/1999/xhtml"><body>&x;</body></html>',
        "lcm:SubmitObjectsRequest": _PACKAGE.replace(b"Lettre", b"&x;"),
    }
    for root, body in bodies.items():
        for kind, declared in types.items():
            whole = b'<?xml version="1.0"?>\n<!DOCTYPE %s %s>\n%s' % (root.encode(), declared, body)
            yield f"{kind} in {root}", whole
            if root.startswith("lcm:"):
                yield f"{kind} in {root} of a zip", zipped(("METADATA.XML", whole), ("DOC", b"hello"))
    sheet = b'<!DOCTYPE x [<!ENTITY x SYSTEM "%s">]><worksheet>&x;</worksheet>' % SECRET
    parts = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml")
    yield "external entity in a workbook", zipped(*((part, sheet) for part in parts))
    text = f"<ClinicalDocument {NAMESPACES}>&x;</ClinicalDocument>"
    head = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x SYSTEM "{SECRET.decode()}">]>'
    yield "external entity in utf-16", (head + text).encode("utf-16")


def deep() -> Files:
    """What is nested further than anybody writes."""
    opened = {"list": (b"[", b"]"), "object": (b'{"a":', b"}"), "fhir": (b'{"extension":[', b"]}")}
    for name, (before, after) in opened.items():
        for depth in (_DEEP, 50 * _DEEP):
            value = before * depth + b"1" + after * depth
            patient = b'{"resourceType":"Patient","x":%s}' % value
            yield f"json, {name}, {depth}", value
            yield f"json, {name}, {depth}, in a resource", patient
            yield (
                f"json, {name}, {depth}, in a bundle",
                b'{"resourceType":"Bundle","entry":[{"resource":%s}]}' % patient,
            )
            yield f"json, {name}, {depth}, on a line", b'{"resourceType":"Basic"}\n%s\n{}' % patient
            yield f"json, {name}, {depth}, never closed", b'{"resourceType":"Patient","x":' + before * depth
    yield "json of appointments", b'{"appointments":' + b"[" * _DEEP + b"]" * _DEEP + b"}"
    levels = b"<a>" * _DEEP + b"</a>" * _DEEP
    extensions = b'<extension url="x">' * _DEEP + b"</extension>" * _DEEP
    yield "xml", levels
    yield "xml, never closed", b"<a>" * (10 * _DEEP)
    yield "cda", document("<component>" * _DEEP + "</component>" * _DEEP)
    yield "fhir xml", _FHIR.replace(b"<birth", extensions + b"<birth")
    yield "apple health", export(ME, "<Record>" * _DEEP, "</Record>" * _DEEP)
    metadata = _PACKAGE.replace(b"<Name>", levels + b"<Name>")
    yield "xdm metadata", zipped(("METADATA.XML", metadata), ("DOC", b"hello"))
    yield "calendar", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * (10 * _DEEP)
    yield "rtf", b"{\\rtf1 " + b"{" * _MILLION
    for name, step in (("lists", b"\x81"), ("maps", b"\xa1\x01"), ("tags", b"\xc1")):
        inside = step * _DEEP + b"\x01"
        claims = b"\xd2\x84\x40\xa0\x5a" + len(inside).to_bytes(4) + inside + b"\x40"
        yield f"cbor, {name}", ("HC1:" + made.base45(zlib.compress(inside))).encode()
        yield f"cbor, {name}, in the claims", ("HC1:" + made.base45(zlib.compress(claims))).encode()
    vc = made.deflated(b'{"vc":' + b"[" * _DEEP + b"]" * _DEEP + b"}")
    yield "claims of a card", made.token({}, _SIGNER, body=vc).encode()


def numbers() -> Files:
    """Numbers that no measurement has."""
    digits = "9" * _MILLION
    for name, text in {"exponent": "1e999999", "digits": digits, "decimals": "0." + digits}.items():
        observation = '{"resourceType":"Observation","code":{"text":"x"},"valueQuantity":{"value":%s}}' % text  # noqa: UP031 - JSON has braces
        yield f"{name}, json", observation.encode()
        yield (
            f"{name}, json of a bundle",
            b'{"resourceType":"Bundle","total":%s,"entry":[{"resource":{"resourceType":"Basic"}}]}'
            % text.encode(),
        )
        yield (
            f"{name}, fhir xml",
            b'<Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="x"/></code>'
            b'<valueQuantity><value value="%s"/></valueQuantity></Observation>' % text.encode(),
        )
        yield f"{name}, cda", _CDA.replace(b'<high value="1"', b'<high value="%s"' % text.encode())
        yield (
            f"{name}, cda version",
            _CDA.replace(b'versionNumber value="1"', b'versionNumber value="%s"' % text.encode()),
        )
        yield f"{name}, apple health", export(ME, WATCH.replace('value="72"', f'value="{text}"'))
        yield f"{name}, table", f"Date;Poids (kg)\n13/03/2024;{text}\n".encode()
        yield f"{name}, hprim", MESSAGE.replace("0.910", text).encode()
        yield (
            f"{name}, appointments",
            (b'{"appointments":[{"id":%s,"start":"2024-03-12T10:00","doctor":"Dr A"}]}' % text.encode()),
        )
        yield (
            f"{name}, card",
            made.token({}, _SIGNER, body=made.deflated(b'{"nbf":%s}' % text.encode())).encode(),
        )
    yield "a day that is none", MESSAGE.replace("17/05/1980", "99/99/9999").encode()
    yield "constants", b'{"resourceType":"Observation","x":[NaN,Infinity,-Infinity]}'


def encodings() -> Files:
    """Every text format in encodings that it is not in, and in none at all."""
    for form in formats():
        data = seeds(form)[0]
        if b"\x00" in data or data.startswith((b"%PDF", b"\xff\xd8", b"PK")):
            continue
        text = data.decode("utf-8", "replace")
        for codec in ("utf-16", "utf-16-be", "utf-32", "utf-32-be", "utf-7"):
            yield f"{form}, {codec}", text.encode(codec, "replace")
        yield f"{form}, two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + data
        yield f"{form}, the mark of another", b"\xff\xfe" + data
        yield f"{form}, invalid utf-8", data.replace(b"e", b"\xc3\x28")
        yield f"{form}, surrogates in utf-8", data.replace(b"a", b"\xed\xa0\x80")
        yield f"{form}, escaped surrogates", data.replace(b"a", b"\\ud800")
        yield f"{form}, zeroes", b"\x00".join(data[at : at + 50] for at in range(0, len(data), 50))
        yield f"{form}, zeroes before", bytes(100) + data
    for mark in (
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe\x00\x00",
        b"\x00",
        b"\x80",
        b"\xff" * 99,
    ):
        yield f"nothing but {mark[:4].hex()}", mark
    half = (
        b'[{"start":"2024-03-12T10:00:00Z","doctor":"\\ud800 Roux"},{"start":"?? 10:00","doctor":"\\udc00"}]'
    )
    yield "half a character, escaped in appointments", b'{"appointments":%s}' % half
    yield "empty", b""


def truncated() -> Files:
    """Every format, cut."""
    for form in formats():
        for number, whole in enumerate(seeds(form)):
            for percent in (1, 10, 50, 99):
                yield f"{percent} % of {form} {number}", whole[: max(1, len(whole) * percent // 100)]


def long() -> Files:
    """Much of one thing, and what repeats for ever."""
    for name, line in {
        "without end": "RRULE:FREQ=SECONDLY",
        "until the end of time": "RRULE:FREQ=SECONDLY;UNTIL=99991231T235959Z",
        "of a huge rule": "RRULE:FREQ=YEARLY;INTERVAL=999999999;COUNT=999999999;BYSECOND="
        + "59," * 10_000
        + "1",
        "of many times": "\r\n".join(["RDATE:20240312T100000Z"] * 20_000),
        "of a long line": "SUMMARY:" + "x" * (5 * _MILLION),
        "of many events": "\r\n".join(
            ["END:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240312T100000Z"] * 1_000
        ),
    }.items():
        event = "\r\n".join(("BEGIN:VEVENT", "UID:1", "DTSTART:20240312T100000Z", line, "END:VEVENT"))
        yield f"calendar {name}", f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}\r\nEND:VCALENDAR\r\n".encode()
    letter = (*HEADER, *["Glycémie      0.91 g/l"] * _MILLION, "****FIN****", "****FINFICHIER****")
    yield "hprim of a million lines", "\r\n".join(letter).encode()
    results = "\r\n".join(f"RES|Dosage {n}|D{n}|N|1|g/l" for n in range(2_000))
    yield "hprim of many results", MESSAGE.replace("RES||GLY 05|A", results).encode()
    yield "table of many columns", ("Date;" + "Poids;" * 100_000 + "\n13/03/2024\n").encode()
    yield "table of a quote that never ends", b'Date;Poids (kg)\n13/03/2024;"70' + b"0\n" * _MILLION
    yield "table of many rows", b"Date;Poids (kg)\n" + b"13/03/2024;70\n" * 3_000
    yield "bundle of nothing", b'{"resourceType":"Bundle","entry":[' + b"{}," * 300_000 + b"{}]}"
    yield (
        "resource of a long text",
        b'{"resourceType":"Condition","code":{"text":"%s"}}' % (b"a" * (20 * _MILLION)),
    )
    yield "xml of many attributes", b"<a %s/>" % b" ".join(b'a%d=""' % n for n in range(100_000))
    words = f"<section><text>{'mot ' * _MILLION}</text></section>"
    yield "cda of a long text", document(f"<structuredBody><component>{words}</component></structuredBody>")
    yield "text of one line", b"a" * (20 * _MILLION)
    yield "noise", bytes(n * n % 251 for n in range(_MILLION))
