/** From what a practitioner types to the plaintext of the package. */
import { Decrypter } from "age-encryption";
import { ageHeader } from "./age_header";
import type { Bytes } from "./bytes";
import { bigEndian, CODE_SIZE, fromBigEndian, readings } from "./codes";
import type { Envelope, Wrap } from "./envelope";
import { ageIdentity, answerMask, challengeMac, unwrap } from "./keys";
import { type Cause, Refusal } from "./refusal";
import { phrases, tokens } from "./spelling";

const WORDS_LIMIT = 1000;
const SHARE = 16;

/** Both shares of a package: they open it. */
export interface Shares {
  share: Bytes;
  release: Bytes;
}

/** A question to the patient, who answers with an opening code made for it alone: 10 bytes, 5 of them the nonce. */
export interface Challenge {
  code: Bytes;
  nonce: Bytes;
}

/** What `count` words wrap. Raises `words-too-long`, `word-count` or `wrong-words`. */
export async function openWrap(wrap: Wrap, typed: string, count: number): Promise<Bytes> {
  if (typed.length > WORDS_LIMIT) throw new Refusal("words-too-long");
  if (tokens(typed).length !== count) throw new Refusal("word-count");
  return firstOf(phrases(typed, count), "wrong-words", (phrase) => unwrap(wrap, phrase));
}

/** What the first of several readings gives that is not refused for `why`. Raises `why` if all are. */
async function firstOf<T, R>(all: T[], why: Cause, take: (one: T) => Promise<R>): Promise<R> {
  for (const one of all) {
    try {
      return await take(one);
    } catch (error) {
      if (!(error instanceof Refusal && error.why === why)) throw error;
    }
  }
  throw new Refusal(why);
}

export function splitShares(both: Bytes): Shares {
  return { share: both.subarray(0, SHARE), release: both.subarray(SHARE) };
}

export async function newChallenge(share: Bytes, gid: Bytes): Promise<Challenge> {
  const nonce = crypto.getRandomValues(new Uint8Array(5));
  nonce[0] = (nonce[0] ?? 0) & 0x07;
  const mac = fromBigEndian(await challengeMac(share, gid, nonce)) >> BigInt(256 - 45);
  return { code: bigEndian((fromBigEndian(nonce) << 45n) | mac, 10), nonce };
}

/**
 * What is behind an envelope, by the code that was typed: the answer to a challenge, or a card's (no nonce). Only the
 * age file tells which reading is right. Raises what `readings` raises, `wrong-code` or `damaged`.
 */
export async function openByCode(envelope: Envelope, share: Bytes, typed: string, nonce?: Bytes): Promise<Bytes> {
  return firstOf(readings(typed, CODE_SIZE), "wrong-code", async (code) => {
    const release = nonce ? await unmasked(code, share, envelope.gid, nonce) : code;
    return decrypt(envelope, { share, release });
  });
}

async function unmasked(answer: Bytes, share: Bytes, gid: Bytes, nonce: Bytes): Promise<Bytes> {
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
