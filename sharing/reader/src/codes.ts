/** Codes that people read to each other: Crockford base32, in groups of four. */
import type { Bytes } from "./bytes";
import { Refusal } from "./refusal";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;

/** Characters of an opening code and of a card's code: 15 bytes. */
export const CODE_LENGTH = 24;

/** What was typed, in the one spelling: upper case, no spaces or hyphens, `O` as 0, `I` and `L` as 1. */
export function normalCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Dash}_.\u200b\ufeff]+/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

export function grouped(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, "gu"))?.join("-") ?? "";
}

/** Raises `code-letter`, `code-short` or `code-long`. */
export function decodeCode(typed: string): Bytes {
  const code = normalCode(typed);
  if ([...code].some((letter) => !ALPHABET.includes(letter))) throw new Refusal("code-letter");
  if (code.length !== CODE_LENGTH) throw new Refusal(code.length < CODE_LENGTH ? "code-short" : "code-long");
  let bits = 0n;
  for (const letter of code) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter));
  return bigEndian(bits, (CODE_LENGTH * 5) / 8);
}

/** `count` characters for the low `5 * count` bits of `bits`. */
export function encodeBits(bits: bigint, count: number): string {
  let code = "";
  for (let at = count - 1; at >= 0; at--) code += ALPHABET.charAt(Number((bits >> BigInt(5 * at)) & 31n));
  return code;
}

export function bigEndian(value: bigint, size: number): Bytes {
  return Uint8Array.from({ length: size }, (_, at) => Number((value >> BigInt(8 * (size - 1 - at))) & 255n));
}

export function fromBigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
