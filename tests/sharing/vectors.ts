/** What the reading page makes of the texts in `vectors.json`, as JSON on standard output (test_reader_vectors.py). */
import { CODE_SIZE, readings, toText, toWords } from "../../sharing/reader/src/codes";
import { fromHex, toHex } from "../../sharing/reader/src/bytes";
import { paddedSize } from "../../sharing/reader/src/padding";
import { phrases } from "../../sharing/reader/src/spelling";
import vectors from "./vectors.json";

function all(typed: string): string[] {
  try {
    return readings(typed, CODE_SIZE).map(toHex);
  } catch {
    return [];
  }
}

const share = fromHex(vectors.release_share);
console.log(
  JSON.stringify({
    spellings: vectors.spellings.map(({ typed }) => ({ typed, readings: all(typed) })),
    phrases: vectors.phrases.map(({ typed }) => ({ typed, phrases: phrases(typed, 5) })),
    padded: vectors.padded.map(([size = 0]) => [size, paddedSize(size)]),
    text: toText(share),
    words: [toWords(share, "fr"), toWords(share, "en")],
  }),
);
