/** What the patient wrote for this consultation: read first, so it stands first. */
import { readable } from "./dates";
import { bdi, el } from "./dom";
import { language, say, texts } from "./language";
import type { Consultation, Item } from "./payload";
import type { Language, Texts } from "./texts";
import { titleOf } from "./wording";

const NAMED = 12;

export function consultationPanel(told: Consultation): HTMLElement {
  const heading = say(el("h2"), (texts) => texts.consultation);
  heading.id = "consultation";
  const panel = el("section", "consultation", heading);
  panel.setAttribute("aria-labelledby", heading.id);
  if (told.reason) panel.append(el("p", "reason", bdi(told.reason)));
  if (told.questions.length) panel.append(el("ol", "", ...told.questions.map((text) => el("li", "", bdi(text)))));
  changes(told, texts(), language()).forEach((_, at) => {
    const line = (now: Texts, spoken: Language) => changes(told, now, spoken)[at] ?? "";
    panel.append(el("p", "since", say(bdi(""), line)));
  });
  return panel;
}

/** The same as plain text. */
export function consultationText(told: Consultation, texts: Texts, language: Language): string {
  const asked = told.questions.map((text, at) => `${at + 1}. ${text}`);
  return [texts.consultation.toUpperCase(), told.reason, ...asked, ...changes(told, texts, language)]
    .filter(Boolean)
    .join("\n");
}

function changes({ since, added, changed }: Consultation, texts: Texts, language: Language): string[] {
  if (!since) return [];
  const named = (items: Item[]) => {
    const titles = items.slice(0, NAMED).map((item) => titleOf(item, language));
    return [...titles, ...(items.length > NAMED ? ["…"] : [])].join(" · ");
  };
  const head = texts.sinceLast(readable(since.slice(0, 10), language), added.length, changed.length);
  return [
    head,
    ...(added.length ? [`${texts.added} ${named(added)}`] : []),
    ...(changed.length ? [`${texts.changedSince} ${named(changed)}`] : []),
  ];
}
