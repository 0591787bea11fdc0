/** Answering the patient: a note, files, and one encrypted file of both, saved to the disk. Nothing is sent or kept. */
import { alertBox, painted } from "./ask";
import type { Bytes } from "./bytes";
import { readable } from "./dates";
import { readableSize } from "./documents";
import { bdi, el, plainField } from "./dom";
import type { Envelope } from "./envelope";
import { say, type Wording } from "./language";
import { CONTENT_LIMIT, FILES_LIMIT, type Letter, NAME_LIMIT, NOTE_LIMIT, type ReplyAddress, replyName, sealReply } from "./reply";
import type { Texts } from "./texts";

type Attached = Letter["files"][number];

/** The form, hidden, and the button that shows it. `until` is when the access ends, or "". */
export function replyForm(to: ReplyAddress, envelope: Envelope, until: string): { button: HTMLElement; form: HTMLElement } {
  const name = plainField(el("input", "field"));
  name.maxLength = NAME_LIMIT;
  const note = plainField(el("textarea", "field note"));
  note.maxLength = NOTE_LIMIT;
  note.rows = 8;
  const files = el("ul", "attached");
  const alert = alertBox();
  alert.id = "reply-alert";
  const status = el("p", "announce");
  status.setAttribute("role", "status");
  const save = say(el("button", "primary"), (texts) => texts.replySave);
  save.id = "reply-save";

  let attached: Attached[] = [];
  /** The same words saved again are the same reply. */
  let sealed: { name: string; bytes: Bytes } | null = null;
  const changed = () => {
    sealed = null;
    alert.textContent = "";
    status.textContent = "";
  };
  const tell = (why: keyof Texts["replyRefusals"]) => say(alert, (texts) => texts.replyRefusals[why]);

  async function attach(chosen: FileList | null | undefined): Promise<void> {
    changed();
    for (const file of chosen ?? []) {
      const size = attached.reduce((all, { data }) => all + data.length, file.size);
      if (attached.length >= FILES_LIMIT) return void tell("many");
      if (size > CONTENT_LIMIT) return void tell("large");
      try {
        attached.push({ name: file.name, data: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        return void tell("unread");
      } finally {
        list();
      }
    }
  }
  function list(): void {
    files.replaceChildren(
      ...attached.map((file) => {
        const remove = say(el("button", "quiet"), (texts) => texts.replyRemove);
        say(remove, (texts) => `${texts.replyRemove} ${file.name}`, "aria-label");
        remove.addEventListener("click", () => {
          attached = attached.filter((other) => other !== file);
          changed();
          list();
          choose.focus();
        });
        const size = say(el("span", "hint"), (_, now) => readableSize(file.data.length, now));
        return el("li", "", bdi(file.name), size, remove);
      }),
    );
  }

  const input = el("input", "file");
  input.type = "file";
  input.multiple = true;
  input.id = "reply-files";
  input.tabIndex = -1;
  say(input, (texts) => texts.replyAttach, "aria-label");
  input.addEventListener("change", () => void attach(input.files).then(() => (input.value = "")));
  const choose = say(el("button"), (texts) => texts.replyAttach);
  choose.addEventListener("click", () => input.click());
  name.addEventListener("input", changed);
  note.addEventListener("input", changed);

  save.addEventListener("click", () => void seal());
  async function seal(): Promise<void> {
    if (!note.value.trim() && !attached.length) {
      tell("empty");
      note.focus();
      return;
    }
    save.disabled = true;
    say(save, (texts) => texts.replySealing);
    await painted();
    try {
      const letter = { from: name.value, note: note.value, files: attached };
      sealed ??= { name: replyName(), bytes: await sealReply(to, envelope, letter) };
      const { bytes, name: file } = sealed;
      const copy = bytes.slice();
      // As for documents: the shell saves, which the frame may not.
      parent.postMessage({ phr: "save", bytes: copy.buffer, name: file }, "*", [copy.buffer]);
      say(status, (texts) => texts.replySaved(file));
    } catch {
      tell("browser");
    } finally {
      save.disabled = false;
      say(save, (texts) => texts.replySave);
    }
  }

  const form = el(
    "section",
    "section reply",
    say(el("h2"), (texts) => texts.reply),
    say(el("p"), (texts) => texts.replyProves),
    labelled("reply-name", (texts) => texts.replyFrom, name),
    labelled("reply-note", (texts) => texts.replyNote, note),
    el("div", "attach", choose, input, say(el("span", "hint"), (texts) => texts.replyLimit)),
    files,
    alert,
    save,
    status,
    say(el("p", "hint"), (texts, now) => texts.replyNotSent + (until ? ` ${texts.replyUntil(readable(until, now))}` : "")),
  );
  form.hidden = true;
  form.addEventListener("drop", (event) => void attach(event.dataTransfer?.files));
  return { button: opener(form, name), form };
}

function labelled(id: string, wording: Wording, field: HTMLElement): HTMLElement {
  const label = say(el("label"), wording);
  field.id = label.htmlFor = id;
  return el("div", "labelled", label, field);
}

function opener(form: HTMLElement, first: HTMLElement): HTMLElement {
  const button = say(el("button"), (texts) => texts.reply);
  button.id = "reply";
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (form.hidden) return;
    form.scrollIntoView({ block: "nearest" });
    first.focus();
  });
  return button;
}
