/** Codes that people read to each other: Crockford base32 in groups of four, or words of one list. */
import type { Bytes } from "./bytes";
import { Refusal } from "./refusal";
import { readings as readWords, tokens } from "./spelling";
import type { Language } from "./texts";
import { BITS_PER_WORD, wordOf } from "./word_lists";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;
const LIMIT = 1000;

/** Bytes of an opening code and of a card's code, its characters and its words. */
export const CODE_SIZE = 15;
export const CODE_LENGTH = 24;
export const CODE_WORDS = 11;

/** Letters and digits of what was typed, in the alphabet's spelling: `O` as 0, `I` and `L` as 1; all else divides. */
export function normalCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

export function grouped(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, "gu"))?.join("-") ?? "";
}

/** Whether a code is being typed in words; a code in characters without any digit is one in ten thousand. */
export const isInWords = (typed: string): boolean => !/\d/.test(typed) && tokens(typed).some((word) => word.length > GROUP);

/**
 * The codes of `size` bytes that may be meant: characters in one way, words in one or two, of which the file takes one
 * or none. Raises `code-letter`, `code-short`, `code-long`, `code-words` or `code-count`.
 */
export function readings(typed: string, size: number): Bytes[] {
  const length = (size * 8) / 5;
  const count = Math.ceil((size * 8) / BITS_PER_WORD);
  const code = typed.length > LIMIT ? typed : normalCode(typed);
  if (code.length === length) return [decode(code, size)];
  if (typed.length <= LIMIT) {
    const found = readWords(typed, count).flatMap(({ words }) => fromWords(words, size));
    if (found.length) return unique(found);
    if (isInWords(typed)) throw new Refusal(tokens(typed).length === count ? "code-words" : "code-count");
    if ([...code].some((letter) => !ALPHABET.includes(letter))) throw new Refusal("code-letter");
  }
  throw new Refusal(code.length < length ? "code-short" : "code-long");
}

function unique(codes: Bytes[]): Bytes[] {
  return codes.filter((code, at) => codes.findIndex((other) => other.every((byte, i) => byte === code[i])) === at);
}

function decode(code: string, size: number): Bytes {
  let bits = 0n;
  for (const letter of code) {
    if (!ALPHABET.includes(letter)) throw new Refusal("code-letter");
    bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter));
  }
  return bigEndian(bits, size);
}

/** The code that words stand for; none where the spare bits are not zero. */
function fromWords(words: number[], size: number): Bytes[] {
  const bits = words.reduce((all, word) => (all << BigInt(BITS_PER_WORD)) | BigInt(word), 0n);
  const spare = BigInt(words.length * BITS_PER_WORD - size * 8);
  return bits & ((1n << spare) - 1n) ? [] : [bigEndian(bits >> spare, size)];
}

/** A code as words, its bits followed by zero bits up to a whole word. */
export function toWords(code: Uint8Array, language: Language): string {
  const count = Math.ceil((code.length * 8) / BITS_PER_WORD);
  const bits = fromBigEndian(code) << BigInt(count * BITS_PER_WORD - code.length * 8);
  const places = Array.from({ length: count }, (_, at) => BigInt((count - 1 - at) * BITS_PER_WORD));
  return places.map((place) => wordOf(Number((bits >> place) & 2047n), language)).join(" ");
}

/** A code as characters, without its groups. */
export function toText(code: Uint8Array): string {
  const bits = fromBigEndian(code);
  const count = (code.length * 8) / 5;
  return Array.from({ length: count }, (_, at) => ALPHABET.charAt(Number((bits >> BigInt(5 * (count - 1 - at))) & 31n))).join("");
}

export function bigEndian(value: bigint, size: number): Bytes {
  return Uint8Array.from({ length: size }, (_, at) => Number((value >> BigInt(8 * (size - 1 - at))) & 255n));
}

export function fromBigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
