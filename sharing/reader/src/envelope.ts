/** The envelope of `phr-grant/v1`: one line of JSON, then an age file. The only parser of untrusted headers here. */
import { type Bytes, canonicalBase64, fromHex, utf8 } from "./bytes";
import { Refusal } from "./refusal";

const LINE_LIMIT = 4096;
const NEWLINE = 0x0a;

// The members, their order and the Argon2id parameters are those of the format and no others.
const KDF = '"kdf":\\{"name":"argon2id","m":65536,"t":3,"p":1,"salt":"([A-Za-z0-9+/=]{24})"\\},';
const OPEN = /^(\{"format":"phr-grant\/v1","mode":"card","gid":"([0-9a-f]{32})"),"share":"([A-Za-z0-9+/=]+)"\}$/;
const WRAPPED = new RegExp(
  `^(\\{"format":"phr-grant/v1","mode":"(code|no-way-back)","gid":"([0-9a-f]{32})",${KDF.slice(0, -1)})` +
    ',"share":"([A-Za-z0-9+/=]+)"\\}$',
);

const SHARE = 16;
const BOTH_SHARES = SHARE + 15;
const NONCE = 12;
const TAG = 16;

/** A share that opens with words: the additional data is the line up to it. */
export interface Wrap {
  salt: Bytes;
  nonce: Bytes;
  sealed: Bytes;
  bound: Bytes;
}

/** `file` is all of it, as it came. */
export type Envelope = { gid: Bytes; payload: Bytes; file: Bytes } & (
  | { mode: "card"; share: Bytes }
  | { mode: "code" | "no-way-back"; wrap: Wrap }
);

/** Takes a `.phr` apart. Raises `not-ours`, `newer` or `damaged-header`. */
export function parseEnvelope(file: Bytes): Envelope {
  const end = file.subarray(0, LINE_LIMIT + 1).indexOf(NEWLINE);
  const start = String.fromCharCode(...file.subarray(0, end < 0 ? 64 : end));
  const format = /^\{"format":"phr-grant\/([^"]{0,32})"/.exec(start);
  if (!format) throw new Refusal("not-ours");
  if (format[1] !== "v1") throw new Refusal("newer");
  if (end < 0) throw new Refusal("damaged-header");
  return { ...parseLine(start), payload: file.subarray(end + 1), file };
}

function parseLine(line: string) {
  const open = OPEN.exec(line);
  if (open) {
    const [, , gid = "", share = ""] = open;
    return { mode: "card" as const, gid: fromHex(gid), share: exactly(share, SHARE) };
  }
  const wrapped = WRAPPED.exec(line);
  if (!wrapped) throw new Refusal("damaged-header");
  const [, bound = "", mode, gid = "", salt = "", share = ""] = wrapped;
  const sealed = exactly(share, NONCE + (mode === "code" ? SHARE : BOTH_SHARES) + TAG);
  return {
    mode: mode === "code" ? ("code" as const) : ("no-way-back" as const),
    gid: fromHex(gid),
    wrap: {
      salt: exactly(salt, 16),
      nonce: sealed.subarray(0, NONCE),
      sealed: sealed.subarray(NONCE),
      bound: utf8(bound),
    },
  };
}

function exactly(text: string, size: number): Bytes {
  const bytes = canonicalBase64(text, size);
  if (!bytes) throw new Refusal("damaged-header");
  return bytes;
}
