// How well MiniSearch ranks the very queries that `cargo xtask quality` asks, with its typo option and without.
//
//   cargo xtask quality --write-queries QUERIES.json
//   node benches/peers/minisearch.mjs HARNESS DATA QUERIES.json
//
// HARNESS is a copy of the peer benchmark in which `npm install` was run (minisearch, stemmer, @orama/stopwords); DATA
// holds the judged collections. Measures as in `crates/evaluation/src/measures.rs`; each collection counts the same.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [harness, data, queriesFile] = process.argv.slice(2);
if (!queriesFile) {
  console.error("usage: node minisearch.mjs HARNESS DATA QUERIES.json");
  process.exit(2);
}
const from = createRequire(path.join(path.resolve(harness), "package.json"));
const load = (name) => import(pathToFileURL(from.resolve(name)));
const { default: MiniSearch } = await load("minisearch");
const queries = JSON.parse(fs.readFileSync(queriesFile, "utf8"));

/** How the peer benchmark sets MiniSearch up at its best: stemmer, stop words, title twice. */
const { options } = await import(pathToFileURL(path.resolve(harness, "adapters/minisearch/options.mjs")));
const [plain, stemmed] = [options("default"), options("stem")];

/** Each with what MiniSearch's documentation calls search options. */
const SETTINGS = [
  { name: "as it comes", index: plain, search: {} },
  { name: "fuzzy 0.2", index: plain, search: { fuzzy: 0.2 } },
  { name: "fuzzy 0.2, prefix", index: plain, search: { fuzzy: 0.2, prefix: true } },
  { name: "fuzzy 0.2, prefix, title × 2", index: plain, search: { fuzzy: 0.2, prefix: true, boost: { title: 2 } } },
  { name: "stemmer", index: stemmed, search: {} },
  { name: "stemmer, fuzzy 0.2", index: stemmed, search: { fuzzy: 0.2 } },
  { name: "stemmer, fuzzy 0.2, prefix", index: stemmed, search: { fuzzy: 0.2, prefix: true } },
];
const VARIANTS = ["full", "full.t1", "full.t2", "short", "short.t1", "short.t2"];
const DEPTH = 100;

const lines = (file) => fs.readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "");

function readCollection(name) {
  const docs = lines(path.join(data, name, "docs.jsonl")).map((line) => JSON.parse(line));
  const judgements = new Map();
  for (const line of lines(path.join(data, name, "qrels.dev.tsv"))) {
    const [query, doc, grade] = line.split("\t");
    if (!judgements.has(query)) judgements.set(query, new Map());
    judgements.get(query).set(doc, Number(grade));
  }
  return { docs, judgements };
}

const gain = (grades) => grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

function measure(ranked, judgements) {
  const grades = ranked.map((id) => judgements.get(id) ?? 0);
  const best = [...judgements.values()].sort((a, b) => b - a);
  const nRelevant = best.filter((grade) => grade > 0).length;
  let [nFound, precision] = [0, 0];
  grades.forEach((grade, at) => {
    if (grade > 0) precision += ++nFound / (at + 1);
  });
  const share = (part, whole) => (whole > 0 ? part / whole : 0);
  return [share(gain(grades), gain(best)), share(precision, nRelevant), share(nFound, nRelevant)];
}

const started = performance.now();
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sums = new Map(SETTINGS.map(({ name }) => [name, Object.fromEntries(VARIANTS.map((variant) => [variant, []]))]));

for (const [collection, variants] of Object.entries(queries)) {
  const { docs, judgements } = readCollection(collection);
  let [built, engine] = [null, null];
  for (const { name, index, search } of SETTINGS) {
    if (built !== index) {
      built = index;
      engine = new MiniSearch(index);
      engine.addAll(docs);
    }
    for (const variant of VARIANTS) {
      const all = Object.entries(variants[variant]).map(([query, asked]) => {
        const ranked = engine.search(asked, search).slice(0, DEPTH).map((hit) => hit.id);
        return measure(ranked, judgements.get(query));
      });
      console.error(`${collection}, ${name}, ${variant}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
      sums.get(name)[variant].push([0, 1, 2].map((which) => mean(all.map((measures) => measures[which]))));
    }
  }
}

const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
["nDCG@10", "MAP", "recall@100"].forEach((measureName, which) => {
  console.log();
  row(measureName, ...VARIANTS);
  row("---", ...VARIANTS.map(() => "--:"));
  for (const { name } of SETTINGS) {
    row(name, ...VARIANTS.map((variant) => mean(sums.get(name)[variant].map((means) => means[which])).toFixed(3)));
  }
});
