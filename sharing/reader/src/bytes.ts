/** Bytes as this page keeps them: never over shared memory, so that WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes;

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Base64 (RFC 4648 section 4) to bytes; throws when it isn't. White space is let through, as in a FHIR document. */
export function fromBase64(text: string): Bytes {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The same for the envelope's header: of exactly `size` bytes and in no other spelling, or null. */
export function canonicalBase64(text: string, size: number): Bytes | null {
  let bytes: Bytes;
  try {
    bytes = fromBase64(text);
  } catch {
    return null;
  }
  return bytes.length === size && btoa(String.fromCharCode(...bytes)) === text ? bytes : null;
}

export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Bytes to base64 (RFC 4648 section 4), in pieces that a call may take as arguments. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += piece) text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
