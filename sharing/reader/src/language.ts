/** The page in two languages: whatever was said through here is said again when the language changes. */
import type { Language, Texts } from "./texts";
import { en } from "./texts_en";
import { fr } from "./texts_fr";

export type Wording = (texts: Texts, language: Language) => string;

const TEXTS: Record<Language, Texts> = { fr, en };
const spoken = new WeakMap<Element, Map<string, Wording>>();
let current: Language = navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";

export const language = (): Language => current;
export const texts = (): Texts => TEXTS[current];

/** Sets the text of an element, or one of its attributes, in the language of now and of later. */
export function say<E extends Element>(element: E, wording: Wording, attribute = ""): E {
  let wordings = spoken.get(element);
  if (!wordings) spoken.set(element, (wordings = new Map()));
  wordings.set(attribute, wording);
  speak(element, attribute, wording);
  return element;
}

function speak(element: Element, attribute: string, wording: Wording): void {
  const words = wording(TEXTS[current], current);
  if (attribute) element.setAttribute(attribute, words);
  else element.textContent = words;
}

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  for (const element of document.querySelectorAll("*")) {
    spoken.get(element)?.forEach((wording, attribute) => speak(element, attribute, wording));
  }
}
