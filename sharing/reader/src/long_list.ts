/** A list that shows its first part at once and the rest on demand, so that ten thousand entries open as one does. */
import { el } from "./dom";
import { say } from "./language";

const PAGE = 200;

export interface LongList<T> {
  /** The button to put after `body`; hidden while nothing is left. */
  more: HTMLElement;
  show: (items: T[]) => void;
  showAll: () => void;
}

export function longList<T>(body: HTMLElement, row: (item: T) => HTMLElement): LongList<T> {
  const more = el("button", "more");
  let items: T[] = [];
  let shown = 0;
  const extend = (count: number) => {
    body.append(...items.slice(shown, shown + count).map(row));
    shown = Math.min(shown + count, items.length);
    const left = items.length - shown;
    more.hidden = left === 0;
    say(more, (texts) => texts.more(Math.min(PAGE, left), left));
  };
  more.addEventListener("click", () => extend(PAGE));
  return {
    more,
    show: (next) => {
      items = next;
      shown = 0;
      body.replaceChildren();
      extend(PAGE);
    },
    showAll: () => extend(items.length - shown),
  };
}
