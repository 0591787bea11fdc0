/** What frames the excerpt: for whom, why, what it covers, until when it was granted. */
import { readable } from "./dates";
import type { Frame, Patient } from "./payload";
import type { Language, Texts } from "./texts";

/** Names and values, of what is known. */
export function facts(frame: Frame, patient: Patient, texts: Texts, language: Language): [string, string][] {
  const kinds = frame.kinds.map((kind) => texts.kinds[kind].toLowerCase()).join(", ");
  const period = frame.from || frame.upTo ? readable(`${frame.from}/${frame.upTo}`, language) : texts.anyPeriod;
  const until = frame.until && `${readable(frame.until, language)} ${texts.forInformation}`;
  const known: [string, string][] = [
    [texts.to, frame.to],
    [texts.purpose, frame.purpose],
    [texts.covers, kinds || texts.everything],
    [texts.period, period],
    [texts.made, readable(frame.made, language)],
    [texts.until, until],
    [texts.further, patient.further.join(" · ")],
  ];
  return known.filter(([, value]) => value);
}
