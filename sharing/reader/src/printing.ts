/** Printing: everything that matches is on the paper, also what "show more" still held back. */

let expand: () => void = () => {};

/** Says how to show everything; called again before each print, whoever starts it. */
export function onPrint(expandAll: () => void): void {
  expand = expandAll;
  addEventListener("beforeprint", () => expand());
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p") {
      event.preventDefault();
      printAll();
    }
  });
}

export function printAll(): void {
  expand();
  print();
}
