/** The sandboxed frame: takes the envelope from the shell, asks for what opens it, shows the record. */
import "./seal";
import { ageHeader } from "./age_header";
import { ask, causeOf } from "./ask";
import type { Bytes } from "./bytes";
import { chooseFile } from "./choose";
import { grouped, toText, toWords } from "./codes";
import { el } from "./dom";
import { type Envelope, parseEnvelope } from "./envelope";
import { language, say, setLanguage } from "./language";
import { parsePayload } from "./payload";
import { printAll } from "./printing";
import { showRecord } from "./record";
import { decrypt, newChallenge, openByCode, openWrap, splitShares } from "./unlock";

const gate = document.getElementById("gate") as HTMLElement;
const place = document.getElementById("place") as HTMLElement;
const switcher = document.getElementById("language") as HTMLButtonElement;

/** Whether the page came without an envelope, so that another file may be chosen. */
let constantPage = false;

function take(file: Bytes): void {
  let envelope: Envelope;
  try {
    envelope = parseEnvelope(file);
    ageHeader(envelope.payload);
  } catch (error) {
    chooseFile(place, take, causeOf(error));
    return;
  }
  if (envelope.mode === "card") askCard(envelope, envelope.share);
  else askWords(envelope);
  if (constantPage) place.firstElementChild?.append(otherFile());
}

function otherFile(): HTMLElement {
  const button = say(el("button", "quiet"), (texts) => texts.chooseOther);
  button.type = "button";
  button.addEventListener("click", () => chooseFile(place, take));
  return button;
}

function askWords(envelope: Extract<Envelope, { mode: "code" | "no-way-back" }>): void {
  const count = envelope.mode === "code" ? 5 : 6;
  ask(place, {
    ...(envelope.mode === "code" ? { step: [1, 2] as [number, number] } : {}),
    title: (texts) => texts.wordsTitle(count),
    lead: (texts) => texts.wordsLead(count),
    label: (texts) => texts.wordsLabel(count),
    submit: (texts) => (envelope.mode === "code" ? texts.next : texts.open),
    busy: (texts) => texts.checking,
    isCode: false,
    take: async (typed) => {
      const opened = await openWrap(envelope.wrap, typed, count);
      if (envelope.mode === "code") await askAnswer(envelope, opened);
      else await show(envelope, await decrypt(envelope, splitShares(opened)));
    },
  });
}

async function askAnswer(envelope: Envelope, share: Bytes): Promise<void> {
  const challenge = await newChallenge(share, envelope.gid);
  const shown = el("output", "challenge", grouped(toText(challenge.code)));
  shown.id = "challenge";
  say(shown, (texts) => texts.challengeLabel, "aria-label");
  const spoken = say(el("output", "spoken"), (_, now) => toWords(challenge.code, now));
  spoken.id = "spoken";
  say(spoken, (texts) => texts.challengeWords, "aria-label");
  ask(place, {
    step: [2, 2],
    title: (texts) => texts.challengeTitle,
    lead: (texts) => texts.challengeLead,
    label: (texts) => texts.codeLabel,
    submit: (texts) => texts.open,
    busy: (texts) => texts.opening,
    isCode: true,
    before: [
      say(el("p", "challenge-label"), (texts) => texts.challengeLabel),
      shown,
      say(el("p", "hint"), (texts) => texts.challengeWords),
      spoken,
      say(el("p", "hint"), (texts) => texts.challengeStay),
    ],
    take: async (typed) => show(envelope, await openByCode(envelope, share, typed, challenge.nonce)),
  });
}

function askCard(envelope: Envelope, share: Bytes): void {
  ask(place, {
    title: (texts) => texts.cardTitle,
    lead: (texts) => texts.cardLead,
    label: (texts) => texts.cardLabel,
    submit: (texts) => texts.open,
    busy: (texts) => texts.opening,
    isCode: true,
    take: async (typed) => show(envelope, await openByCode(envelope, share, typed)),
  });
}

async function show(envelope: Envelope, plaintext: Bytes): Promise<void> {
  const record = parsePayload(plaintext);
  gate.remove();
  document.body.append(showRecord(record, envelope, switcher));
  document.querySelector("h1")?.focus();
}

function speak(): void {
  document.documentElement.lang = language();
  say(document.getElementById("intro") as HTMLElement, (texts) => texts.intro);
  say(document.getElementById("privacy") as HTMLElement, (texts) => texts.privacy);
  say(place.firstElementChild as HTMLElement, (texts) => texts.waiting);
  say(document.querySelector("title") as Element, (texts) => texts.title);
  say(switcher, (texts) => texts.otherLanguage);
  say(switcher, (_, now) => (now === "fr" ? "en" : "fr"), "lang");
  switcher.addEventListener("click", () => setLanguage(language() === "fr" ? "en" : "fr"));
}

addEventListener("message", (event: MessageEvent<{ phr?: string; bytes?: ArrayBuffer | null }>) => {
  if (event.source !== parent) return;
  if (event.data.phr === "shell") parent.postMessage("phr-ready", "*");
  if (event.data.phr === "print") printAll();
  if (event.data.phr === "envelope") {
    constantPage = !event.data.bytes;
    if (event.data.bytes) take(new Uint8Array(event.data.bytes));
    else chooseFile(place, take);
  }
});
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

speak();
parent.postMessage("phr-ready", "*");
