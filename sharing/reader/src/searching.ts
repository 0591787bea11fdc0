/** Finding entries as one types: accents and case do not count, every word must be somewhere in the entry. */
import type { Item } from "./payload";

export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

export type Search = (query: string) => Set<Item>;

export function searchOver(items: Item[]): Search {
  const folded = items.map((item) => {
    const files = item.files.map((file) => file.name);
    const words = [item.title, item.titleEn, item.date, item.value, item.unit, item.author, item.note, ...files];
    return { item, words: fold(words.join("\n")) };
  });
  return (query) => {
    const wanted = fold(query).split(/\s+/).filter(Boolean);
    const found = folded.filter(({ words }) => wanted.every((word) => words.includes(word)));
    return new Set(found.map(({ item }) => item));
  };
}
