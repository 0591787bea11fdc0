/** Why a file was not opened. Each cause has a sentence of its own in `texts.ts`. */
export type Cause =
  | "not-ours"
  | "newer"
  | "damaged-header"
  | "damaged"
  | "word-count"
  | "words-too-long"
  | "wrong-words"
  | "code-letter"
  | "code-short"
  | "code-long"
  | "code-words"
  | "code-count"
  | "wrong-code"
  | "unreadable"
  | "browser";

export class Refusal extends Error {
  constructor(readonly why: Cause) {
    super(why);
  }
}
