/** The outer page: hands the envelope to the sandboxed frame, and does nothing else. */
import { fromBase64 } from "./bytes";

const frame = document.getElementById("view") as HTMLIFrameElement;
const holder = document.getElementById("phr-envelope");

/** The envelope's bytes; null in the constant page; none at all where the base64 is broken. */
function envelope(): ArrayBuffer | null {
  const text = holder?.textContent?.trim() ?? "";
  if (!text) return null;
  try {
    return fromBase64(text).buffer;
  } catch {
    return new ArrayBuffer(0);
  }
}

let handed = false;

function hand(): void {
  if (handed) return;
  handed = true;
  const bytes = envelope();
  // The frame's origin is opaque: it has no name but "*", and only our own window object is addressed.
  frame.contentWindow?.postMessage({ phr: "envelope", bytes }, "*", bytes ? [bytes] : []);
}

document.documentElement.lang = navigator.language.startsWith("fr") ? "fr" : "en";
document.title = navigator.language.startsWith("fr") ? "Document protégé" : "Protected document";
frame.title = document.title;

addEventListener("message", (event) => {
  if (event.source === frame.contentWindow && event.data === "phr-ready") hand();
});
// Whichever of the two is there last starts the talk.
frame.contentWindow?.postMessage({ phr: "shell" }, "*");

// A file dropped beside the frame must not replace this page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p") {
    event.preventDefault();
    frame.contentWindow?.postMessage({ phr: "print" }, "*");
  }
});
