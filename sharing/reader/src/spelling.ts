/**
 * Words of a list as people type and hear them: accents, beginnings and one slip a word.
 * A guess is only ever a proposal: a MAC tells the right reading from a wrong one. The same rule is in
 * `sharing/spelling.py`, and the same examples show both.
 */
import type { Language } from "./texts";
import { fold, LANGUAGES, numbersOf, wordOf } from "./word_lists";

/** Letters that tell a word of a BIP39 list from all others of it. */
const BEGINNING = 4;

export type Reading = { language: Language; words: number[] };

/** The words in what was typed, folded. Single letters (« l’ », a slip of the finger) go. */
export const tokens = (typed: string): string[] => fold(typed).split(" ").filter((word) => word.length > 1);

/** What `count` words may stand for; guessed at only if they are all of neither list. */
export function readings(typed: string, count: number): Reading[] {
  const said = tokens(typed);
  if (said.length !== count) return [];
  const exact = whole(said, (word, language) => numbersOf(language).get(word));
  return exact.length ? exact : whole(said, numberOf);
}

/** The phrases that may be meant; what was typed where nothing like it is in a list. */
export function phrases(typed: string, count: number): string[] {
  const spelled = readings(typed, count).map(({ language, words }) =>
    words.map((number) => fold(wordOf(number, language))).join(" "),
  );
  return spelled.length ? spelled : [fold(typed)];
}

function whole(said: string[], find: (word: string, language: Language) => number | undefined): Reading[] {
  return LANGUAGES.flatMap((language) => {
    const words = said.flatMap((word) => find(word, language) ?? []);
    return words.length === said.length ? [{ language, words }] : [];
  });
}

/** The number of the one word that is meant: spelled so, so beginning, or one slip away. */
function numberOf(word: string, language: Language): number | undefined {
  const known = numbersOf(language);
  const exact = known.get(word);
  if (exact !== undefined) return exact;
  const all = [...known];
  const begun = word.length < BEGINNING ? [] : all.filter(([other]) => other.startsWith(word));
  const near = begun.length ? begun : all.filter(([other]) => oneSlip(word, other));
  return near.length === 1 ? near[0]?.[1] : undefined;
}

/** Whether two words are apart by one letter changed, left out or too many, or by two neighbours exchanged. */
function oneSlip(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (short.length + 1 === long.length) return short.slice(same) === long.slice(same + 1);
  if (short.length !== long.length || same === short.length) return false;
  const exchanged = short[same] === long[same + 1] && short[same + 1] === long[same];
  return short.slice(same + 1) === long.slice(same + 1) || (exchanged && short.slice(same + 2) === long.slice(same + 2));
}
