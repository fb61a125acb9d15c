// The adapter `ours` of the peer benchmark: the command-line tool packs the documents as a hosted folder.
//
// Configurations: ours (postings by the size of the text), ours@stored, ours@completed.
// VADEMECUM names the tool; `cargo xtask bench` sets it. The default is the release build of this checkout.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export const storesText = true;
export const page = true;

/** Documents to a string of the file: a JavaScript string ends at half a gigabyte. */
const DOCUMENTS_AT_ONCE = 10_000;

/** What `?bench` in the address does, for a harness that opens the bare address: 51 bytes in the start script. */
const ASKED_FOR = 'history.replaceState(null,"","?bench"+location.hash);\n';

/** Packs the documents; `out` then holds the page as a publisher would upload it. */
export function build({ docs, out, config }) {
  const texts = `${out}.texts`;
  fs.rmSync(texts, { recursive: true, force: true });
  fs.mkdirSync(texts, { recursive: true });
  const collection = path.join(texts, "texts.jsonl");
  for (let i = 0; i < docs.length; i += DOCUMENTS_AT_ONCE) {
    const lines = docs.slice(i, i + DOCUMENTS_AT_ONCE).map((doc) => `${JSON.stringify(doc)}\n`);
    fs.appendFileSync(collection, lines.join(""));
  }
  const postings = config === "default" ? "automatic" : config;
  const tool = process.env.VADEMECUM ?? "target/release/vademecum";
  execFileSync(tool, ["build", collection, "-o", out, "--title", "Benchmark", "--postings", postings], { stdio: ["ignore", "ignore", "inherit"] });
  fs.rmSync(texts, { recursive: true });
  offerToHarness(out);
}

/**
 * Makes the page offer `window.__corpus` at its bare address, and lets the harness look for it there: it
 * evaluates strings in the page, which our policy forbids. Nothing else differs from what is published.
 */
function offerToHarness(out) {
  const index = path.join(out, "index.html");
  const boot = fs.readdirSync(out).find((name) => /^boot-.*\.js$/.test(name));
  const file = path.join(out, boot);
  const before = fs.readFileSync(file);
  const after = Buffer.concat([Buffer.from(ASKED_FOR), before]);
  fs.writeFileSync(file, after);
  const markup = fs.readFileSync(index, "utf8");
  const offered = markup
    .replaceAll(integrity(before), () => integrity(after))
    .replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");
  fs.writeFileSync(index, offered);
}

const integrity = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** The gzipped copy is for hosts that do not compress; the harness's server does, so no byte of it is sent. */
export const precompressed = (file) => file.endsWith(".vade.gz");
/**
 * What no first answer waits for: pages for those without the program, and what makes the page work without
 * its server, which the browser fetches when the page has answered.
 */
const isLater = (file) =>
  precompressed(file) ||
  /(^|\/)(text\/|texts\.html|sitemap\.xml|service-worker\.js|(offline|icon|app|workbench|layers|intake)-[0-9a-f]+\.)/.test(file);
export const role = (file) => (isLater(file) ? "unused-ui" : file.endsWith(".vade") ? "index" : "engine");
