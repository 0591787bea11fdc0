/** To the clipboard from a sandboxed frame, where the clipboard interface is refused: by selecting a text area. */
import { el, plainField } from "./dom";
import { say } from "./language";

/** Copies, or shows the text selected where even that is refused. True when it was copied. */
export function copyText(text: string, onClosed: () => void): boolean {
  const area = plainField(el("textarea", "copy-area"));
  area.value = text;
  area.readOnly = true;
  const dialog = el("div", "copy-box", area);
  document.body.append(dialog);
  area.focus();
  area.select();
  if (document.execCommand("copy")) {
    dialog.remove();
    onClosed();
    return true;
  }
  const close = say(el("button"), (texts) => texts.close);
  close.addEventListener("click", () => {
    dialog.remove();
    onClosed();
  });
  dialog.classList.add("refused");
  dialog.prepend(say(el("p"), (texts) => texts.copyByHand));
  dialog.append(close);
  return false;
}
