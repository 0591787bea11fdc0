/** The file of a reply, `phr-reply/v1`: one line of JSON, then an age file that only the patient's program opens. */
import { Encrypter } from "age-encryption";
import { type Bytes, concat, toBase64, toHex, utf8 } from "./bytes";
import type { Envelope } from "./envelope";
import { padded } from "./padding";

export const FILES_LIMIT = 20;
/** Bytes of all files together. */
export const CONTENT_LIMIT = 20_000_000;
export const NOTE_LIMIT = 20_000;
export const NAME_LIMIT = 200;

/** Where the package says that a reply goes: an age recipient, and the key that shows who wrote it had the package. */
export interface ReplyAddress {
  recipient: string;
  macKey: Bytes;
}

export interface Letter {
  from: string;
  note: string;
  files: { name: string; data: Bytes }[];
}

/** The bytes of a reply to the package that `envelope` was. */
export async function sealReply(to: ReplyAddress, envelope: Envelope, letter: Letter): Promise<Bytes> {
  const age = new Encrypter();
  age.addRecipient(to.recipient);
  const body = await age.encrypt(padded(JSON.stringify(content(letter))));
  const id = crypto.getRandomValues(new Uint8Array(16));
  const packageDigest = new Uint8Array(await crypto.subtle.digest("SHA-256", envelope.file));
  const key = await crypto.subtle.importKey("raw", to.macKey, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signed = concat(envelope.gid, id, packageDigest, body);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, signed));
  const header = { format: "phr-reply/v1", gid: toHex(envelope.gid), id: toHex(id), mac: toHex(mac) };
  return concat(utf8(`${JSON.stringify(header)}\n`), body);
}

function content({ from, note, files }: Letter) {
  return {
    made: localInstant(new Date()),
    from: wellFormed(from, NAME_LIMIT),
    note: wellFormed(note, NOTE_LIMIT),
    files: files.map(({ name, data }) => ({ name: wellFormed(name, NAME_LIMIT), data: toBase64(data) })),
  };
}

/** Text that any JSON parser takes: halves of characters, which a script can make, become U+FFFD. */
function wellFormed(text: string, limit: number): string {
  return [...new TextDecoder().decode(utf8(text.trim()))].slice(0, limit).join("");
}

/** A time with the offset of this place, as FHIR has it. */
function localInstant(at: Date): string {
  const offset = -at.getTimezoneOffset();
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** A file name that says nothing but what it is. */
export function replyName(): string {
  const drawn = Array.from({ length: 4 }, () => {
    // Drawn again above the last whole multiple, so that each letter is as likely.
    let byte = 255;
    while (byte >= 248) byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
    return LETTERS.charAt(byte % LETTERS.length);
  });
  return `reponse-${drawn.join("")}.phr-reply`;
}
