/** The excerpt (those entries that are `found`) as plain text, for the practitioner's own file. */
import { facts } from "./about";
import { consultationText } from "./consultation";
import type { Item, PatientRecord } from "./payload";
import type { Section } from "./section";
import type { Language, Texts } from "./texts";
import { dateOf, flagOf, identityOf, rangeOf, statusOf, titleOf, valueOf } from "./wording";

export function asText(
  { patient, frame, consultation }: PatientRecord,
  sections: Section[],
  found: ReadonlySet<Item>,
  texts: Texts,
  language: Language,
): string {
  const head = [patient.name || texts.nameless, identityOf(patient, texts, language), texts.statement];
  const about = facts(frame, patient, texts, language).map(([name, value]) => `${name} : ${value}`);
  const all = sections.reduce((count, { items }) => count + items.length, 0);
  if (found.size < all) about.push(texts.found(found.size, all));
  const parts = sections.flatMap(({ kind, items }) => {
    const lines = items.filter((item) => found.has(item)).map((item) => line(item, texts, language));
    return lines.length ? [[texts.kinds[kind].toUpperCase(), ...lines].join("\n")] : [];
  });
  const told = consultation ? [consultationText(consultation, texts, language)] : [];
  return `${[[...head, ...about].filter(Boolean).join("\n"), ...told, ...parts].join("\n\n")}\n`;
}

function line(item: Item, texts: Texts, language: Language): string {
  const value = valueOf(item);
  const range = rangeOf(item, texts);
  const said = [
    `- ${dateOf(item, texts, language)} : ${titleOf(item, language)}${value && ` = ${value}`}${range && ` [${range}]`}`,
    flagOf(item, texts),
    statusOf(item, texts),
    item.author,
    ...item.files.map((file) => file.name),
  ];
  const note = item.note && `\n  ${item.note.replace(/\n/g, "\n  ")}`;
  return said.filter(Boolean).join(" ; ") + note;
}
