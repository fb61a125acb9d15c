// Prints what `cargo xtask bench` measured: node table.mjs HARNESS CORPUS…
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const [harness, ...corpora] = process.argv.slice(2);
const json = (...parts) => {
  const file = path.join(harness, ...parts);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
};
const built = json("work", "results", "build.json");
const browsed = json("work", "results", "browser.json");
const number = (value, digits) => (value === undefined || value === null ? "-" : value.toFixed(digits));
const megabytes = (bytes) => (bytes ? (bytes / 1e6).toFixed(2) : "-");
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const version = (program) => {
  try {
    return execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
  } catch {
    return `${program}: unknown`;
  }
};

console.log(`${new Date().toISOString().slice(0, 10)}; ${os.cpus()[0]?.model}, ${os.cpus().length} cores; ${os.type()} ${os.release()}; ${version("chromium")}; Node ${process.version}; load at the end ${os.loadavg()[0].toFixed(1)}`);
const peers = Object.keys(json("package.json").dependencies ?? {}).filter((name) => !/esbuild|playwright|stop|stem/.test(name));
console.log(peers.map((name) => `${name} ${json("node_modules", name, "package.json").version ?? "?"}`).join(", "));

for (const corpus of corpora) {
  const { docs, words, plain_bytes } = json("work", "corpora", corpus, "meta.json");
  console.log(`\n## ${corpus}: ${docs} documents, ${words} words, ${megabytes(plain_bytes)} MB of plain text\n`);
  row("system", "build s", "peak MB", "raw MB", "gzip MB", "brotli MB", "engine", "index", "text", "first ms", "paced ms", "loaded MB", "renderer MB", "p50 ms", "p95 ms", "max ms", "prefix p50", "typo p50", "typo answered");
  row("---", ...Array(18).fill("--:"));
  const systems = [...new Set([...Object.keys(built[corpus] ?? {}), ...Object.keys(browsed[corpus] ?? {})])];
  const lines = systems.map((system) => line(system, built[corpus]?.[system] ?? {}, browsed[corpus]?.[system] ?? {}));
  lines.sort((a, b) => a.order - b.order);
  for (const { cells } of lines) row(...cells);
}

function line(system, build, browser) {
  if (build.failed || browser.failed) {
    return { order: Infinity, cells: [system, `failed: ${(build.failed ?? browser.failed).slice(0, 80).replaceAll(/[\n|]/g, " ")}`] };
  }
  const sizes = build.sizes ?? {};
  const sum = (form) => Object.entries(sizes).reduce((total, [role, size]) => (role === "unused-ui" ? total : total + size[form]), 0);
  const { latency, mem, kinds } = browser;
  return {
    order: browser.paced_first_ms ?? sum("br"),
    cells: [
      system,
      number(build.build_ms_median && build.build_ms_median / 1000, 1),
      number(build.rss_mb, 0),
      megabytes(sum("raw")),
      megabytes(sum("gz")),
      megabytes(sum("br")),
      megabytes(sizes.engine?.br),
      megabytes(sizes.index?.br),
      megabytes(sizes.text?.br),
      number(browser.first_ms, 0),
      number(browser.paced_first_ms, 0),
      megabytes(browser.first_bytes_br),
      number(mem?.renderer_mb, 0),
      number(latency?.p50, 2),
      number(latency?.p95, 2),
      number(latency?.max, 1),
      number(kinds?.prefix?.p50, 2),
      number(kinds?.typo?.p50, 2),
      number(kinds?.typo?.answered, 2),
    ],
  };
}
