/** Documents of an entry: saved to the disk as mere bytes; pictures and plain text also shown in the page. */
import { type Bytes, fromBase64 } from "./bytes";
import { el } from "./dom";
import { safeName } from "./file_name";
import { say } from "./language";
import type { Attachment } from "./payload";
import type { Language } from "./texts";

const TEXT_LIMIT = 200_000;

export function documentRow(file: Attachment): HTMLElement {
  const name = safeName(file.name, file.type);
  const row = el("div", "file");
  const problem = el("p", "alert");
  problem.setAttribute("role", "alert");
  const bytes = (): Bytes | null => {
    try {
      return fromBase64(file.data);
    } catch {
      say(problem, (texts) => texts.badFile);
      return null;
    }
  };
  const save = say(el("button"), (texts, now) => texts.download(name, readableSize(sizeOf(file.data), now)));
  save.addEventListener("click", () => {
    const content = bytes();
    // The shell saves: Firefox holds the frame's own policy against a download that starts in it.
    if (content) parent.postMessage({ phr: "save", bytes: content.buffer, name }, "*", [content.buffer]);
  });
  row.append(el("span", "file-name", name), save);
  if (/^(image\/(png|jpeg)|text\/plain)\b/i.test(file.type)) row.append(showButton(row, bytes));
  row.append(problem);
  return row;
}

function showButton(row: HTMLElement, bytes: () => Bytes | null): HTMLElement {
  const button = say(el("button"), (texts) => texts.show);
  let shown: HTMLElement | null = null;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    if (shown) {
      shown.remove();
      shown = null;
    } else {
      const content = bytes();
      if (!content) return;
      row.append((shown = inline(content)));
    }
    const open = shown !== null;
    button.setAttribute("aria-expanded", String(open));
    say(button, (texts) => (open ? texts.hide : texts.show));
  });
  return button;
}

/** By content, never by the declared type: a PNG or a JPEG as a picture, everything else as text. */
function inline(content: Bytes): HTMLElement {
  const type = pictureType(content);
  if (!type) return el("pre", "text", new TextDecoder().decode(content.subarray(0, TEXT_LIMIT)));
  const picture = el("img", "picture");
  const url = URL.createObjectURL(new Blob([content], { type }));
  picture.alt = "";
  picture.addEventListener("load", () => URL.revokeObjectURL(url));
  picture.src = url;
  return picture;
}

function pictureType(content: Bytes): string {
  const head = String.fromCharCode(...content.subarray(0, 8));
  if (head === "\x89PNG\r\n\x1a\n") return "image/png";
  return head.startsWith("\xff\xd8\xff") ? "image/jpeg" : "";
}

const sizeOf = (base64: string) => Math.floor((base64.length * 3) / 4);

/** A size in bytes as one reads it. */
export function readableSize(size: number, now: Language): string {
  const [amount, unit] = size < 1e6 ? [Math.ceil(size / 1e3), "k"] : [Math.round(size / 1e5) / 10, "M"];
  return `${amount.toLocaleString(now)}\u00a0${unit}${now === "fr" ? "o" : "B"}`;
}
