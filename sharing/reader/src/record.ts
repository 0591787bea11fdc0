/** The record, once open: who it is about, what it covers, the entries by section, search, copy and print. */
import { facts } from "./about";
import { asText } from "./as_text";
import { consultationPanel } from "./consultation";
import { copyText } from "./copying";
import { bdi, el, plainField } from "./dom";
import type { Envelope } from "./envelope";
import { headMark } from "./head_mark";
import { language, say, texts } from "./language";
import { KINDS, type PatientRecord } from "./payload";
import { onPrint, printAll } from "./printing";
import { replyForm } from "./reply_form";
import { searchOver } from "./searching";
import { type Section, section } from "./section";
import type { Texts } from "./texts";
import { identityOf } from "./wording";

export function showRecord(record: PatientRecord, envelope: Envelope, switcher: HTMLElement): HTMLElement {
  const sections = KINDS.map((kind) => section(kind, record.items)).filter(({ items }) => items.length > 0);
  const status = el("p", "announce");
  status.setAttribute("role", "status");
  const empty = say(el("p", "empty"), (texts) => texts.nothing);

  const find = searchOver(record.items);
  const field = plainField(el("input", "search"));
  field.type = "search";
  field.id = "search";
  say(field, (texts) => texts.search, "placeholder");
  say(field, (texts) => texts.search, "aria-label");
  const all = record.items.length;
  const counted = (texts: Texts, found: number) => (found < all ? texts.found(found, all) : texts.items(all));
  const filter = () => {
    const found = find(field.value);
    for (const one of sections) one.filter(found);
    empty.hidden = found.size > 0 || all === 0;
    say(status, (texts) => counted(texts, found.size));
  };
  field.addEventListener("input", filter);
  filter();

  const copy = say(el("button"), (texts) => texts.copy);
  copy.id = "copy";
  copy.addEventListener("click", () => {
    const found = find(field.value);
    const text = asText(record, sections, found, texts(), language());
    if (copyText(text, () => copy.focus())) say(status, (texts) => `${counted(texts, found.size)} · ${texts.copied}`);
  });
  const print = say(el("button"), (texts) => texts.print);
  print.id = "print";
  print.addEventListener("click", printAll);
  onPrint(() => {
    for (const one of sections) one.showAll();
  });

  const page = el("div", "record");
  const reply = record.reply && replyForm(record.reply, envelope, record.frame.until);
  const tools = el("div", "tools", field, ...(reply ? [reply.button] : []), copy, print, switcher);
  const bar = el("header", "bar", who(record), tools);
  page.append(
    el("div", "print-head", el("div", "", say(el("strong"), () => name(record)), " ", identity(record)), statement()),
    el(
      "div",
      "page",
      bar,
      ...(reply ? [reply.form] : []),
      ...(record.consultation ? [consultationPanel(record.consultation)] : []),
      notice(record),
      index(sections),
      status,
      empty,
      el("main", "", ...laidOut(sections)),
      ...(record.mark ? [headMark(record.mark)] : []),
    ),
  );
  return page;
}

const name = ({ patient }: PatientRecord) => patient.name || texts().nameless;

const identity = ({ patient }: PatientRecord) =>
  say(el("span", "identity"), (texts, language) => identityOf(patient, texts, language));

const statement = () => say(el("p", "statement"), (texts) => texts.statement);

function who(record: PatientRecord): HTMLElement {
  const heading = el("h1", "", say(bdi(""), () => name(record)));
  heading.tabIndex = -1;
  return el("div", "who", heading, identity(record));
}

/** The fixed line, and what frames the excerpt. */
function notice(record: PatientRecord): HTMLElement {
  const rows = el("dl", "facts");
  facts(record.frame, record.patient, texts(), language()).forEach((_, at) => {
    const fact = (side: 0 | 1) => (now = texts(), spoken = language()) =>
      facts(record.frame, record.patient, now, spoken)[at]?.[side] ?? "";
    rows.append(el("div", "", say(el("dt"), fact(0)), el("dd", "", say(bdi(""), fact(1)))));
  });
  return el("div", "notice", statement(), rows, say(el("p", "hint"), (texts) => texts.saveNotice));
}

/** Buttons, not links: in a page inside a page a link has nowhere safe to go. */
function index(sections: Section[]): HTMLElement {
  const buttons = sections.map(({ kind, items, element }) => {
    const button = el("button", "", say(el("span"), (texts) => texts.kinds[kind]), el("span", "count", String(items.length)));
    button.addEventListener("click", () => {
      element.scrollIntoView();
      element.querySelector("h2")?.focus({ preventScroll: true });
    });
    return button;
  });
  const nav = el("nav", "index", ...buttons);
  return say(nav, (texts) => texts.sections, "aria-label");
}

/** Problems, allergies and treatments side by side first: what one wants to know in the first ten seconds. */
function laidOut(sections: Section[]): HTMLElement[] {
  const first = sections.filter(({ kind }) => ["problem", "allergy", "treatment"].includes(kind));
  const rest = sections.filter((one) => !first.includes(one)).map(({ element }) => element);
  return first.length ? [el("div", "essentials", ...first.map(({ element }) => element)), ...rest] : rest;
}
