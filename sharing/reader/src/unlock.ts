/** From what a practitioner types to the plaintext of the package. */
import { Decrypter } from "age-encryption";
import { ageHeader } from "./age_header";
import type { Bytes } from "./bytes";
import { bigEndian, decodeCode, encodeBits, fromBigEndian } from "./codes";
import type { Envelope, Wrap } from "./envelope";
import { ageIdentity, answerMask, challengeMac, unwrap } from "./keys";
import { Refusal } from "./refusal";

const WORDS_LIMIT = 1000;
const SHARE = 16;

/** Both shares of a package: they open it. */
export interface Shares {
  share: Bytes;
  release: Bytes;
}

/** A question to the patient, who answers with an opening code made for it alone. */
export interface Challenge {
  text: string;
  nonce: Bytes;
}

/** Words as the password they stand for: accents, case and spacing do not count. */
export function normalWords(typed: string): string {
  return typed
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/** What `count` words wrap. Raises `words-too-long`, `word-count` or `wrong-words`. */
export async function openWrap(wrap: Wrap, typed: string, count: number): Promise<Bytes> {
  if (typed.length > WORDS_LIMIT) throw new Refusal("words-too-long");
  const words = normalWords(typed);
  if (words.split(" ").length !== count) throw new Refusal("word-count");
  return unwrap(wrap, words);
}

export function splitShares(both: Bytes): Shares {
  return { share: both.subarray(0, SHARE), release: both.subarray(SHARE) };
}

export async function newChallenge(share: Bytes, gid: Bytes): Promise<Challenge> {
  const nonce = crypto.getRandomValues(new Uint8Array(5));
  nonce[0] = (nonce[0] ?? 0) & 0x07;
  const mac = fromBigEndian(await challengeMac(share, gid, nonce)) >> BigInt(256 - 45);
  return { text: encodeBits((fromBigEndian(nonce) << 45n) | mac, 16), nonce };
}

/** The release share out of an opening code. Raises what `decodeCode` raises; only the age file tells if it is right. */
export async function releaseOf(typed: string, share: Bytes, gid: Bytes, nonce: Bytes): Promise<Bytes> {
  const answer = decodeCode(typed);
  const mask = await answerMask(share, gid, nonce);
  return bigEndian(fromBigEndian(answer) ^ fromBigEndian(mask.subarray(0, answer.length)), answer.length);
}

/** The plaintext. Raises `wrong-code` or `damaged`. */
export async function decrypt(envelope: Envelope, { share, release }: Shares): Promise<Bytes> {
  const header = ageHeader(envelope.payload);
  const age = new Decrypter();
  age.addIdentity(await ageIdentity(share, release, envelope.gid));
  try {
    await age.decryptHeader(header);
  } catch (error) {
    // The library has no class for this one; its version is pinned, and a test shows each message apart.
    const unmatched = error instanceof Error && error.message.startsWith("no identity matched");
    throw new Refusal(unmatched ? "wrong-code" : "damaged");
  }
  try {
    return (await age.decrypt(envelope.payload)) as Bytes;
  } catch {
    throw new Refusal("damaged");
  }
}
