/** The BIP39 lists, in which codes may be said: 2048 words each, so a word is 11 bits. */
import english from "../../wordlists/english.txt";
import french from "../../wordlists/french.txt";
import type { Language } from "./texts";

export const BITS_PER_WORD = 11;
/** French first, as in the patient's program. */
export const LANGUAGES: readonly Language[] = ["fr", "en"];

const listed = (text: string) => text.normalize("NFC").trim().split(/\s+/);
const LISTS: Record<Language, string[]> = { fr: listed(french), en: listed(english) };

/** Words as they count: no accents, no case, a-z and single spaces. */
export function fold(typed: string): string {
  return typed
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

const numbered = (words: string[]) => new Map(words.map((word, number) => [fold(word), number]));
const NUMBERS: Record<Language, Map<string, number>> = { fr: numbered(LISTS.fr), en: numbered(LISTS.en) };

export const wordOf = (number: number, language: Language): string => LISTS[language][number] ?? "";
/** The number of each word, by the word as `fold` leaves it. */
export const numbersOf = (language: Language): ReadonlyMap<string, number> => NUMBERS[language];
