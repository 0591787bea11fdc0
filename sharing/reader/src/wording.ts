/** How one entry reads, on the page and in the text that is copied. */
import { readable } from "./dates";
import type { Item, Patient } from "./payload";
import type { Language, Texts } from "./texts";

// HL7 ObservationInterpretation: outside the reference range, whatever the side and the degree.
const OUTSIDE = new Set(["A", "AA", "H", "HH", "HU", "L", "LL", "LU", "HX", "LX", "<", ">"]);

export const titleOf = (item: Item, language: Language) => (language === "en" ? item.titleEn : item.title) || "—";

export const dateOf = (item: Item, texts: Texts, language: Language) =>
  item.date ? readable(item.date, language) : texts.undated;

export const valueOf = (item: Item) => [item.value, item.unit].filter(Boolean).join("\u00a0");

/** The laboratory's own range: its text, or its limits. */
export function rangeOf(item: Item, texts: Texts): string {
  if (item.range) return item.range;
  if (item.low && item.high) return `${item.low} – ${item.high}`;
  return item.low ? texts.atLeast(item.low) : item.high ? texts.atMost(item.high) : "";
}

/** The laboratory's own flag in words; nothing for "normal", which goes without saying. */
export function flagOf(item: Item, texts: Texts): string {
  if (!item.flag || item.flag === "N") return "";
  return OUTSIDE.has(item.flag) ? texts.outOfRange(item.flag) : texts.flagged(item.flag);
}

// What a practitioner takes for granted is not worth a word in each row.
const UNREMARKABLE = new Set(["final", "unknown", "current"]);

export function statusOf(item: Item, texts: Texts): string {
  if (UNREMARKABLE.has(item.status) || (item.kind === "allergy" && item.status === "active")) return "";
  return Object.hasOwn(texts.statuses, item.status) ? (texts.statuses[item.status] ?? "") : item.status;
}

/** Birth date and sex. */
export function identityOf(patient: Patient, texts: Texts, language: Language): string {
  const born = patient.birthDate && texts.born(readable(patient.birthDate, language));
  const sex = Object.hasOwn(texts.sexes, patient.sex) ? texts.sexes[patient.sex] : "";
  return [born, sex].filter(Boolean).join(" · ");
}
