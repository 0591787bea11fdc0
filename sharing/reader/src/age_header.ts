/** A look at the age header (age-encryption.org/v1) before the age library gets to parse it. */
import type { Bytes } from "./bytes";
import { Refusal } from "./refusal";

const LIMIT = 4096;
const B64 = "[A-Za-z0-9+/]";
// One recipient; after it, rage adds a stanza of grease, of which nothing is used.
const HEADER = new RegExp(
  "^age-encryption\\.org/v1\\n" +
    `-> X25519 ${B64}{43}\\n${B64}{43}\\n` +
    `(?:-> [!-~]{0,100}-grease(?: [!-~]+)*\\n(?:${B64}{64}\\n)*${B64}{0,63}\\n)?` +
    `--- ${B64}{43}\\n`,
);

/** The bytes of the header, its MAC line included. Raises `damaged`. */
export function ageHeader(payload: Bytes): Bytes {
  const head = String.fromCharCode(...payload.subarray(0, LIMIT));
  const found = HEADER.exec(head);
  if (!found) throw new Refusal("damaged");
  return payload.subarray(0, found[0].length);
}
