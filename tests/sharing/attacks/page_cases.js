// Runs in the reading page's frame: hands it files as its shell does, and gives back what it says of each.
const [sealed, cases, code, seeds] = given;
const decode = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

// The page lets the browser paint before it computes; here nobody looks.
if (!window.patient) {
  const later = window.setTimeout;
  window.patient = later;
  window.setTimeout = (call) => later(call, 0);
  // A vector's identity in place of the one that the shares would give: all else is the page's own.
  const derive = SubtleCrypto.prototype.deriveBits;
  SubtleCrypto.prototype.deriveBits = function (how, ...others) {
    const asked = window.seed && new TextDecoder().decode(how.info).endsWith("age-identity");
    return asked ? Promise.resolve(window.seed.slice().buffer) : derive.call(this, how, ...others);
  };
  const text = TextDecoder.prototype.decode;
  TextDecoder.prototype.decode = function (bytes, ...others) {
    window.decoded = bytes ?? window.decoded;
    return text.call(this, bytes, ...others);
  };
}

window.material = decode(sealed);

// A piece is a part of what was sent first, or base64 of what zlib made of other bytes.
async function pieceOf(piece) {
  if (typeof piece !== "string") return window.material.slice(...piece);
  const inflated = new Blob([decode(piece)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

async function assembled(pieces) {
  const parts = await Promise.all(pieces.map(pieceOf));
  const file = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

const button = () => document.querySelector("#place button.primary");

async function outcome(pieces) {
  const bytes = (await assembled(pieces)).buffer;
  window.dispatchEvent(new MessageEvent("message", { source: parent, data: { phr: "envelope", bytes } }));
  const field = document.querySelector("#answer");
  if (field) {
    field.value = code;
    button().click();
    while (button()?.disabled) await new Promise((done) => window.patient(done, 0));
  }
  if (document.querySelector(".record")) return "opened";
  return document.querySelector(".alert").textContent;
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const told = [];
for (const [number, pieces] of cases.entries()) {
  window.decoded = new Uint8Array();
  window.seed = seeds ? decode(seeds[number]) : null;
  const said = await outcome(pieces);
  told.push([said, seeds ? await digest(window.decoded) : ""]);
}
return told;
