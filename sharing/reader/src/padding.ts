/** Padmé (PURBs, PoPETs 2019, section 4): a length that tells little of what it hides. As in `sharing/padding.py`. */
import { type Bytes, utf8 } from "./bytes";

const SPACE = 0x20;

/** The length to which `size` bytes (below 2^31) are padded. */
export function paddedSize(size: number): number {
  if (size < 2) return size;
  const exponent = 31 - Math.clz32(size);
  const kept = 32 - Math.clz32(exponent);
  const mask = 2 ** (exponent - kept) - 1;
  return Math.ceil(size / (mask + 1)) * (mask + 1);
}

/** A JSON document followed by spaces, which JSON ignores, up to its padded size. */
export function padded(document: string): Bytes {
  const bytes = utf8(document);
  const whole = new Uint8Array(paddedSize(bytes.length)).fill(SPACE);
  whole.set(bytes);
  return whole;
}
