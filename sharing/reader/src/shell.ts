/** The outer page: hands the envelope to the sandboxed frame, saves a document that the frame gives it, no more. */
import { fromBase64 } from "./bytes";
import { safeName } from "./file_name";

const frame = document.getElementById("view") as HTMLIFrameElement;
// In pieces: WebKit takes 30 times as long for one element of 20 MB.
const holders = document.querySelectorAll('script[type="application/phr-grant"]');

/** The envelope's bytes; null in the constant page; none at all where the base64 is broken. */
function envelope(): ArrayBuffer | null {
  const text = Array.from(holders, (holder) => holder.textContent ?? "").join("");
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

/** To the disk as mere bytes, whatever the frame says they are. */
function save(bytes: ArrayBuffer, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = safeName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow) return;
  const { data } = event;
  if (data === "phr-ready") hand();
  else if (data?.phr === "save" && data.bytes instanceof ArrayBuffer && typeof data.name === "string") {
    save(data.bytes, data.name);
  }
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
