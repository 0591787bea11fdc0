/** The mark of the patient's history when the file was made: whoever keeps it can later show if that was rewritten. */
import { correction, generate } from "lean-qr/nano";
import { el } from "./dom";
import { say } from "./language";

const SVG = "http://www.w3.org/2000/svg";
/** ISO/IEC 18004, 6.3.8: four light modules around the symbol. */
const QUIET = 4;

export function headMark(mark: string): HTMLElement {
  return el(
    "section",
    "section mark",
    say(el("h2"), (texts) => texts.mark),
    el("div", "mark-body", picture(mark), el("div", "", say(el("p"), (texts) => texts.markUse), el("p", "mark-text", mark))),
  );
}

/** In upper case, which a QR code holds in fewer modules; it is read in either. */
function picture(mark: string): Element {
  const code = generate(mark.toUpperCase(), { minCorrectionLevel: correction.M });
  const side = code.size + 2 * QUIET;
  let path = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `0 0 ${side} ${side}`);
  drawing.setAttribute("class", "qr");
  drawing.setAttribute("role", "img");
  say(drawing, (texts) => texts.markPicture, "aria-label");
  const modules = document.createElementNS(SVG, "path");
  modules.setAttribute("d", path);
  drawing.append(modules);
  return drawing;
}
