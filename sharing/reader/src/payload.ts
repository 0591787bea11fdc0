/** The decrypted Bundle as a plain model. It comes from elsewhere: odd parts are left out, never fatal. */
import { canonicalBase64 } from "./bytes";
import { Refusal } from "./refusal";
import type { ReplyAddress } from "./reply";

export const KINDS = [
  "problem",
  "allergy",
  "treatment",
  "vaccine",
  "result",
  "measurement",
  "procedure",
  "document",
  "appointment",
  "note",
  "contact",
] as const;
export type Kind = (typeof KINDS)[number];

/** A document inside an entry: `data` is its base64, decoded when it is opened. */
export interface Attachment {
  name: string;
  type: string;
  data: string;
}

export interface Item {
  kind: Kind;
  title: string;
  titleEn: string;
  date: string;
  value: string;
  unit: string;
  low: string;
  high: string;
  range: string;
  flag: string;
  status: string;
  author: string;
  note: string;
  files: Attachment[];
}

export interface Patient {
  name: string;
  birthDate: string;
  sex: string;
  /** Direct identifiers, which are here only where the patient added them. */
  further: string[];
}

/** What frames the excerpt; `kinds` empty stands for all of them. */
export interface Frame {
  purpose: string;
  to: string;
  made: string;
  notBefore: string;
  until: string;
  kinds: Kind[];
  from: string;
  upTo: string;
}

/** What the patient put first; `since` is "" where nothing is said of changes. */
export interface Consultation {
  reason: string;
  questions: string[];
  since: string;
  added: Item[];
  changed: Item[];
}

export interface PatientRecord {
  patient: Patient;
  frame: Frame;
  consultation: Consultation | null;
  items: Item[];
  /** The mark of the patient's history, or "". */
  mark: string;
  /** Where a reply goes; null in packages that were made before there were replies. */
  reply: ReplyAddress | null;
}

// As the patient's program writes them (docs/history.md; age-encryption.org/v1, X25519).
const MARK = /^[0-9a-f]{8}-[0-9]{1,15}(-[0-9a-f]{4}){9}$/;
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

type Json = unknown;
type Members = { [name: string]: Json };

const members = (value: Json): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
const list = (value: Json): Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json): string => (typeof value === "string" ? value : "");

/** Raises `unreadable` where the whole is not a Bundle. */
export function parsePayload(plaintext: Uint8Array): PatientRecord {
  let bundle: Members;
  try {
    bundle = members(JSON.parse(new TextDecoder().decode(plaintext)));
  } catch {
    throw new Refusal("unreadable");
  }
  if (bundle.resourceType !== "Bundle") throw new Refusal("unreadable");
  const entries = list(bundle.entry).map(members);
  const first = members(entries[0]?.resource);
  return {
    patient: patientOf(first.resourceType === "Patient" ? first : {}),
    frame: frameOf(bundle),
    consultation: consultationOf(entries),
    items: entries.flatMap(itemOf),
    mark: markOf(bundle),
    reply: addressOf(bundle),
  };
}

function extensions(holder: Json, url: string): Members[] {
  return list(members(holder).extension)
    .map(members)
    .filter((extension) => extension.url === url);
}

function valueOf(holder: Json, url: string): string {
  const [extension = {}] = extensions(holder, url);
  return text(extension.valueString) || text(extension.valueCode) || text(extension.valueDateTime);
}

function frameOf(bundle: Members): Frame {
  const [coverage = {}] = extensions(bundle.meta, "urn:phr:coverage");
  const kinds = extensions(coverage, "kind").map((extension) => text(extension.valueCode));
  return {
    purpose: valueOf(bundle.meta, "urn:phr:purpose"),
    to: valueOf(bundle.meta, "urn:phr:to"),
    made: text(bundle.timestamp),
    notBefore: valueOf(bundle.meta, "urn:phr:not-before"),
    until: valueOf(bundle.meta, "urn:phr:until"),
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    from: valueOf(coverage, "from"),
    upTo: valueOf(coverage, "to"),
  };
}

function markOf(bundle: Members): string {
  const [head = {}] = extensions(bundle.meta, "urn:phr:journal-head");
  const mark = valueOf(head, "text");
  return MARK.test(mark) ? mark : "";
}

function addressOf(bundle: Members): ReplyAddress | null {
  const [address = {}] = extensions(bundle.meta, "urn:phr:reply");
  const recipient = valueOf(address, "recipient");
  const macKey = canonicalBase64(valueOf(address, "mac-key"), 32);
  return valueOf(address, "format") === "phr-reply/v1" && RECIPIENT.test(recipient) && macKey ? { recipient, macKey } : null;
}

function consultationOf(entries: Members[]): Consultation | null {
  const own = (resource: Members) =>
    list(resource.identifier).some((one) => members(one).system === "urn:phr:consultation");
  const told = entries.map(({ resource }) => members(resource)).find(own);
  if (told?.resourceType !== "Communication") return null;
  const about = (how: string) =>
    list(told.about)
      .filter((one) => valueOf(one, "urn:phr:change") === how)
      .flatMap((one) => entries.filter(({ fullUrl }) => fullUrl === members(one).reference).flatMap(itemOf));
  return {
    reason: text(members(list(told.reasonCode)[0]).text),
    questions: list(told.payload).map((one) => text(members(one).contentString)).filter(Boolean),
    since: valueOf(told, "urn:phr:since"),
    added: about("new"),
    changed: about("changed"),
  };
}

function patientOf(resource: Members): Patient {
  const names = list(resource.name).map(members);
  const name = names.find((one) => one.use === "official") ?? names[0] ?? {};
  const spoken = [...list(name.given).map(text), text(name.family)].filter(Boolean).join(" ");
  const addresses = list(resource.address).map(members);
  return {
    name: text(name.text) || spoken,
    birthDate: text(resource.birthDate),
    sex: text(resource.gender),
    further: [
      ...list(resource.identifier).map((one) => text(members(one).value)),
      ...list(resource.telecom).map((one) => text(members(one).value)),
      ...addresses.map((one) => text(one.text) || addressLine(one)),
    ].filter(Boolean),
  };
}

function addressLine(address: Members): string {
  const parts = [...list(address.line), address.postalCode, address.city, address.country];
  return parts.map(text).filter(Boolean).join(" ");
}

function itemOf(entry: Members): Item[] {
  const [view] = extensions(entry, "urn:phr:view");
  const kind = KINDS.find((one) => one === valueOf(view, "kind"));
  if (!view || !kind) return [];
  const title = valueOf(view, "title");
  return [
    {
      kind,
      title,
      titleEn: valueOf(view, "title-en") || title,
      date: valueOf(view, "date"),
      value: valueOf(view, "value"),
      unit: valueOf(view, "unit"),
      low: valueOf(view, "low"),
      high: valueOf(view, "high"),
      range: valueOf(view, "range"),
      flag: valueOf(view, "flag"),
      status: valueOf(view, "status"),
      author: valueOf(view, "author"),
      note: valueOf(view, "note"),
      files: extensions(view, "file").flatMap((file) => attachmentOf(file, entry.resource)),
    },
  ];
}

function attachmentOf(file: Members, resource: Json): Attachment[] {
  const data = pointed(resource, valueOf(file, "data"));
  return typeof data === "string" ? [{ name: valueOf(file, "name"), type: valueOf(file, "type"), data }] : [];
}

/** What a JSON pointer (RFC 6901) points at, or undefined. */
function pointed(root: Json, pointer: string): Json {
  if (!pointer.startsWith("/")) return undefined;
  let here: Json = root;
  for (const step of pointer.slice(1).split("/")) {
    const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Members)[name];
  }
  return here;
}
