/**
 * Builds dist/reader.html: one file, everything in it, the same bytes each time.
 *
 * The policy names each script and style by its SHA-256. The frame's document is an attribute of the shell, and
 * inherits the shell's policy besides its own; so the shell's names the hashes of both.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
// sharing/page.py puts the envelope between these two tags.
const HOLDER = '<script type="application/phr-grant" id="phr-envelope"></script>';
const TARGET = ["chrome110", "firefox115", "safari16.4"];

const read = (...path) => readFileSync(join(HERE, ...path), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

async function bundle(entry) {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: [`src/${entry}`],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    charset: "ascii",
    format: "iife",
    legalComments: "none",
    loader: { ".txt": "text" },
    target: TARGET,
  });
  const packages = Object.entries(result.metafile.outputs)
    .flatMap(([, output]) => Object.entries(output.inputs))
    .filter(([, input]) => input.bytesInOutput > 0)
    .flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return { text: result.outputFiles[0].text.trim(), packages };
}

function policy(scripts, styles) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hash).join(" ")}`,
    "img-src blob:",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** Fills each {{name}} of a template once; what is filled in is never looked at again. */
function fill(template, parts) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}

function notices(packages) {
  const parts = [...new Set(packages)].sort().map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(read(folder, "package.json"));
    const file = readdirSync(join(HERE, folder)).find((one) => /^LICEN[CS]E/i.test(one));
    return `${name} ${version} (${license})\n\n${read(folder, file).trim()}`;
  });
  const own = "This page: phr, licensed under the Apache License, Version 2.0. It contains:";
  const text = [own, ...parts].join("\n\n----\n\n");
  if (text.includes("--" + ">")) throw new Error("a licence would end the comment that holds it");
  return text;
}

const shell = await bundle("shell.ts");
const frame = await bundle("frame.ts");
const shellStyle = await bundle("shell.css");
const frameStyle = await bundle("frame.css");

const frameDocument = fill(read("src", "frame.html"), {
  policy: policy([frame.text], [frameStyle.text]),
  style: frameStyle.text,
  script: frame.text,
});
const page = fill(read("src", "shell.html"), {
  policy: policy([shell.text, frame.text], [shellStyle.text, frameStyle.text]),
  style: shellStyle.text,
  frame: attribute(frameDocument),
  holder: HOLDER,
  script: shell.text,
  notices: notices([...shell.packages, ...frame.packages]),
});
if (page.split(HOLDER).length !== 2) throw new Error("the page must have one place for the envelope");

mkdirSync(join(HERE, "dist"), { recursive: true });
writeFileSync(join(HERE, "dist", "reader.html"), page);
const digest = createHash("sha256").update(page).digest("hex");
writeFileSync(join(HERE, "dist", "reader.html.sha256"), `${digest}  reader.html\n`);
console.log(`${digest}  dist/reader.html (${Buffer.byteLength(page)} bytes)`);
