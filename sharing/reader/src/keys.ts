/** Keys of `phr-grant/v1`, all by WebCrypto but Argon2id (RFC 9106), which browsers do not have. */
import { bech32 } from "@scure/base";
import { argon2id } from "hash-wasm";
import { type Bytes, concat, utf8 } from "./bytes";
import type { Wrap } from "./envelope";
import { Refusal } from "./refusal";

const ARGON2 = { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32, outputType: "binary" } as const;

/** HKDF-SHA256 (RFC 5869), 32 bytes. */
async function hkdf(secret: Bytes, salt: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: utf8(`phr-grant/v1 ${info}`) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}

/** HMAC-SHA256 (RFC 2104) under a key derived from the practitioner's share. */
async function mac(share: Bytes, gid: Bytes, purpose: string, message: Bytes): Promise<Bytes> {
  const secret = await hkdf(share, gid, purpose);
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, message));
}

export const challengeMac = (share: Bytes, gid: Bytes, nonce: Bytes) =>
  mac(share, gid, "challenge", concat(utf8("C"), gid, nonce));

export const answerMask = (share: Bytes, gid: Bytes, nonce: Bytes) =>
  mac(share, gid, "mask", concat(utf8("R"), gid, nonce));

/** The age X25519 identity that both shares make together. */
export async function ageIdentity(share: Bytes, release: Bytes, gid: Bytes): Promise<string> {
  const seed = await hkdf(concat(share, release), gid, "age-identity");
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", seed).toUpperCase();
}

/** What the words wrap. Takes about a second and 64 MiB. Raises `wrong-words`. */
export async function unwrap(wrap: Wrap, password: string): Promise<Bytes> {
  const secret = await argon2id({ ...ARGON2, password, salt: wrap.salt });
  const key = await crypto.subtle.importKey("raw", secret as Bytes, "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: wrap.nonce, additionalData: wrap.bound };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, wrap.sealed));
  } catch {
    throw new Refusal("wrong-words");
  }
}
