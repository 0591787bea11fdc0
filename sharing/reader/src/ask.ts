/** One question on the way in: a title, a sentence, a field, a button, and room for what went wrong. */
import { CODE_LENGTH, CODE_WORDS, isInWords, normalCode } from "./codes";
import { el, plainField } from "./dom";
import { say, type Wording } from "./language";
import { type Cause, Refusal } from "./refusal";
import { tokens } from "./spelling";

export interface Question {
  step?: [now: number, all: number];
  title: Wording;
  lead: Wording;
  label: Wording;
  submit: Wording;
  busy: Wording;
  /** A code is shown in its groups while it is typed. */
  isCode: boolean;
  /** What stands between the sentence and the field. */
  before?: Node[];
  take: (typed: string) => Promise<void>;
}

/** Puts the question in place of what was there; `take` may raise a Refusal, which is then explained. */
export function ask(place: HTMLElement, question: Question): void {
  // Not a form: in a frame without "allow-forms" a form never says that it was submitted.
  const card = el("div", "card");
  const field = plainField(el("input", question.isCode ? "field code" : "field"));
  field.id = "answer";
  field.setAttribute("aria-describedby", "lead alert");
  const label = say(el("label"), question.label);
  label.htmlFor = field.id;
  const lead = say(el("p", "lead"), question.lead);
  lead.id = "lead";
  const alert = alertBox();
  const button = say(el("button", "primary"), question.submit);

  button.type = "button";
  button.addEventListener("click", () => void submit());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && !button.disabled) void submit();
  });
  async function submit(): Promise<void> {
    alert.textContent = "";
    field.removeAttribute("aria-invalid");
    button.disabled = true;
    say(button, question.busy);
    await painted();
    try {
      await question.take(field.value);
    } catch (error) {
      explain(alert, causeOf(error));
      field.setAttribute("aria-invalid", "true");
      field.focus();
    } finally {
      button.disabled = false;
      say(button, question.submit);
    }
  }

  if (question.step) {
    const [now, all] = question.step;
    card.append(say(el("p", "step"), (texts) => texts.step(now, all)));
  }
  card.append(say(el("h1"), question.title), lead, ...(question.before ?? []), label, field);
  if (question.isCode) card.append(groups(field));
  card.append(alert, button);
  place.replaceChildren(card);
  field.focus();
}

/** Where refusals are read out as soon as they appear. */
export function alertBox(): HTMLElement {
  const alert = el("p", "alert");
  alert.id = "alert";
  alert.setAttribute("role", "alert");
  return alert;
}

export function explain(alert: HTMLElement, why: Cause): void {
  say(alert, (texts) => texts.refusals[why]);
}

/** Anything that is not one of our refusals is the browser failing us: memory, WebAssembly, WebCrypto. */
export function causeOf(error: unknown): Cause {
  return error instanceof Refusal ? error.why : "browser";
}

/** Lets the browser show what was just said before it is busy for a second. */
export function painted(): Promise<void> {
  return new Promise((done) => setTimeout(done, 20));
}

/** The groups of four as they fill, or the words counted, so that one sees where one is. */
function groups(field: HTMLInputElement): HTMLElement {
  const cells = Array.from({ length: CODE_LENGTH / 4 }, () => el("span", "group"));
  const count = el("span", "count");
  const box = el("div", "groups", ...cells, count);
  box.setAttribute("aria-hidden", "true");
  const fill = () => {
    const inWords = isInWords(field.value);
    const code = normalCode(field.value);
    field.classList.toggle("in-words", inWords);
    cells.forEach((cell, at) => {
      cell.textContent = code.slice(4 * at, 4 * at + 4);
      cell.hidden = inWords;
    });
    say(count, (texts) =>
      inWords ? texts.wordProgress(tokens(field.value).length, CODE_WORDS) : texts.codeProgress(code.length, CODE_LENGTH),
    );
  };
  field.addEventListener("input", fill);
  fill();
  return box;
}
