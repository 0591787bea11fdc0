/** Partial dates in words, and no more exact than they are. Clock times are shown as written, without conversion. */
import type { Language } from "./texts";

const MONTHS = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;
const PERIOD = {
  fr: { both: (a: string, b: string) => `du ${a} au ${b}`, since: "depuis", until: "jusqu’au" },
  en: { both: (a: string, b: string) => `${a} to ${b}`, since: "since", until: "until" },
};

function point(date: string, language: Language): string {
  const parts = DATE.exec(date);
  if (!parts) return date;
  const [, year = "", month, day, time, zone] = parts;
  if (!month) return year;
  const name = MONTHS[language][Number(month) - 1] ?? month;
  if (!day) return `${name} ${year}`;
  const first = language === "fr" && day === "01" ? "1er" : String(Number(day));
  const clock = time && time !== "00:00" ? `, ${time}${zone === "Z" ? " UTC" : ""}` : "";
  return `${first} ${name} ${year}${clock}`;
}

/** A date, an instant or a `start/end` period as one reads it; anything else as it came. */
export function readable(date: string, language: Language): string {
  const slash = date.indexOf("/");
  if (slash < 0) return point(date, language);
  const from = point(date.slice(0, slash), language);
  const to = point(date.slice(slash + 1), language);
  const words = PERIOD[language];
  if (from && to) return from === to ? from : words.both(from, to);
  return from ? `${words.since} ${from}` : to ? `${words.until} ${to}` : "";
}

/** Newest first; what has no date comes last. */
export function newestFirst(a: { date: string }, b: { date: string }): number {
  const [x, y] = [sortable(a.date), sortable(b.date)];
  return x < y ? 1 : x > y ? -1 : 0;
}

const sortable = (date: string) => (date.startsWith("/") ? date.slice(1) : date);
