/** One section of the record: the entries of a kind, as a table where values are compared, else as a list. */
import { newestFirst } from "./dates";
import { documentRow } from "./documents";
import { bdi, el } from "./dom";
import { say } from "./language";
import { type LongList, longList } from "./long_list";
import type { Item, Kind } from "./payload";
import { dateOf, flagOf, rangeOf, statusOf, titleOf, valueOf } from "./wording";

export interface Section {
  kind: Kind;
  items: Item[];
  element: HTMLElement;
  /** Shows those of `found` that belong here, and answers them. */
  filter: (found: Set<Item>) => Item[];
  showAll: () => void;
}

const TABLES: ReadonlySet<Kind> = new Set<Kind>(["result", "measurement"]);
const ENDED = new Set([
  "resolved", "inactive", "remission", "stopped", "completed", "cancelled", "not-taken", "entered-in-error",
]);
const CURRENT_FIRST: ReadonlySet<Kind> = new Set<Kind>(["problem", "allergy", "treatment"]);

export function section(kind: Kind, all: Item[]): Section {
  const items = all.filter((item) => item.kind === kind).sort(newestFirst);
  if (CURRENT_FIRST.has(kind)) items.sort((a, b) => Number(ENDED.has(a.status)) - Number(ENDED.has(b.status)));
  const element = el("section", `section ${kind}`);
  const count = el("span", "count");
  const heading = el("h2", "", say(el("span"), (texts) => texts.kinds[kind]), count);
  heading.id = `kind-${kind}`;
  heading.tabIndex = -1;
  element.setAttribute("aria-labelledby", heading.id);
  const body = TABLES.has(kind) ? table(kind, items) : list();
  element.append(heading, body.element, body.rows.more);
  return {
    kind,
    items,
    element,
    filter: (found) => {
      const matching = items.filter((item) => found.has(item));
      count.textContent = String(matching.length);
      element.hidden = matching.length === 0;
      body.rows.show(matching);
      return matching;
    },
    showAll: body.rows.showAll,
  };
}

interface Body {
  element: HTMLElement;
  rows: LongList<Item>;
}

function list(): Body {
  const element = el("ul", "items");
  return { element, rows: longList(element, listRow) };
}

function listRow(item: Item): HTMLElement {
  const row = el("li", "item", el("span", "when", ...(item.date ? [date(item)] : [])));
  const what = el("div", "what", el("span", "name", title(item)));
  row.append(what);
  if (item.value || item.unit) what.append(" ", el("span", "value", bdi(valueOf(item))));
  what.append(...details(item));
  return row;
}

function table(kind: Kind, items: Item[]): Body {
  const ranges = items.some((item) => item.range || item.low || item.high);
  const flags = items.some((item) => item.flag && item.flag !== "N");
  const head = el("tr");
  const column = (name: "date" | "test" | "measure" | "value" | "range" | "flag") => {
    const cell = say(el("th", name), (texts) => texts.columns[name]);
    cell.scope = "col";
    head.append(cell);
  };
  column("date");
  column(kind === "result" ? "test" : "measure");
  column("value");
  if (ranges) column("range");
  if (flags) column("flag");
  const body = el("tbody");
  const element = el("table", "values", el("thead", "", head), body);
  element.setAttribute("aria-labelledby", `kind-${kind}`);
  const row = (item: Item) => {
    const cells = [
      el("td", "when", date(item)),
      el("td", "what", el("span", "name", title(item)), ...details(item)),
      el("td", "value", bdi(valueOf(item))),
    ];
    if (ranges) cells.push(el("td", "range", say(bdi(""), (texts) => rangeOf(item, texts))));
    if (flags) cells.push(el("td", "flag", say(bdi(""), (texts) => flagOf(item, texts))));
    return el("tr", "", ...cells);
  };
  return { element: el("div", "scroll", element), rows: longList(body, row) };
}

const date = (item: Item) => say(bdi(""), (texts, language) => dateOf(item, texts, language));
const title = (item: Item) => say(bdi(""), (_, language) => titleOf(item, language));

/** What is said besides: status, author, note, documents. */
function details(item: Item): HTMLElement[] {
  const said: HTMLElement[] = [];
  if (item.status) {
    const status = say(el("span", "status"), (texts) => statusOf(item, texts));
    if (status.textContent) said.push(status);
  }
  if (item.author) said.push(el("div", "author", bdi(item.author)));
  if (item.note) said.push(el("div", "remark", bdi(item.note)));
  return [...said, ...item.files.map(documentRow)];
}
