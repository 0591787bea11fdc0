/** Choosing a `.phr` from the disk, or dropping it on the page. */
import { alertBox, explain } from "./ask";
import type { Bytes } from "./bytes";
import { el } from "./dom";
import { say } from "./language";
import type { Cause } from "./refusal";

/** Puts the choice in place of what was there, with why the last file was refused. */
export function chooseFile(place: HTMLElement, take: (file: Bytes) => void, refused?: Cause): void {
  const input = el("input", "file");
  input.type = "file";
  input.accept = ".phr";
  input.id = "file";
  input.addEventListener("change", () => void read(input.files));
  const button = say(el("button", "primary"), (texts) => texts.choose);
  button.type = "button";
  button.addEventListener("click", () => input.click());
  say(input, (texts) => texts.choose, "aria-label");
  input.tabIndex = -1;

  const card = el(
    "div",
    "card drop",
    say(el("h1"), (texts) => texts.chooseTitle),
    say(el("p", "lead"), (texts) => texts.chooseLead),
  );
  const alert = alertBox();
  if (refused) explain(alert, refused);
  card.append(alert, button, input, say(el("p", "hint"), (texts) => texts.drop));
  card.addEventListener("drop", (event) => void read(event.dataTransfer?.files));
  place.replaceChildren(card);
  button.focus();

  async function read(files: FileList | null | undefined): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    try {
      take(new Uint8Array(await file.arrayBuffer()));
    } catch {
      explain(alert, "browser");
    }
  }
}
