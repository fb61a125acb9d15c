// How long each further view of a hosted page takes, with lenses from everything to almost nothing.
//
//   node measure/views.mjs FOLDER [RUNS] [NAME…]
//
// *Cold* is the first answer of a view in a page that was just opened at its front, from the change of the address to
// painted rows, the larger program and the layers fetched meanwhile; *warm* is the same change again, from another view,
// the median of RUNS. *Task* is the longest task of the page's main thread meanwhile, by the clock; what is below 50 ms is
// not told by browsers and stands as 0.

import * as chromium from "../harness/chromium.mjs";
import { serve } from "../harness/server.mjs";

const [folder, runs = "5", ...chosen] = process.argv.slice(2);

const lenses = {
  everything: "",
  common: "q=government",
  rare: "q=handcuff",
  dated: "q=date:2019",
  person: "q=person:Marx",
  filtered: "author=Author%201",
};
const VIEWS = {
  concordance: { address: "concordance", lenses: ["common", "rare", "person"] },
  "concordance, sorted": { address: "concordance?order=right1.right2.left1", lenses: ["common"] },
  timeline: { address: "timeline", lenses: Object.keys(lenses) },
  "timeline, in several": { address: "timeline?show=several", lenses: ["everything"] },
  names: { address: "names", lenses: Object.keys(lenses) },
  "names, found": { address: "names?find=john", lenses: ["everything"] },
  voices: { address: "voices", lenses: Object.keys(lenses) },
  speakers: { address: "voices?list=speakers", lenses: ["everything", "common"] },
  compare: { address: "compare", lenses: Object.keys(lenses) },
  differences: { address: "compare?list=differ", lenses: ["everything"] },
  "only in one": { address: "compare?list=only", lenses: ["everything"] },
  reuse: { address: "compare?list=reuse", lenses: ["everything"] },
  words: { address: "words", lenses: Object.keys(lenses) },
  "words, stems": { address: "words?kind=stems", lenses: ["everything", "common"] },
  keyness: { address: "words?list=keyness", lenses: ["common", "rare", "dated", "person", "filtered"] },
  "n-grams": { address: "words?list=ngrams", lenses: ["everything", "common", "rare", "filtered"] },
  "n-grams of 2": { address: "words?list=ngrams&length=2", lenses: ["everything"] },
  collocates: { address: "words?list=collocates", lenses: ["common", "rare", "person"] },
  dispersion: { address: "words?list=dispersion", lenses: ["common", "rare", "person"] },
  results: { address: "search", lenses: ["common", "rare", "dated", "person"] },
};

/** The address of a view under a lens. */
const addressOf = (address, lens) => {
  const [place, own] = address.split("?");
  return `#/${place}?${[own, lenses[lens]].filter(Boolean).join("&")}`;
};

/** In the page: goes to an address; gives the time until its rows are painted and the longest task until then. */
const goTo = async ([address, rows]) => {
  const isThere = () => {
    const main = document.querySelector("main");
    return main?.querySelector(rows) && !main.querySelector("[aria-busy=true]");
  };
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  await frame();
  const start = performance.now();
  location.hash = address;
  await new Promise((done) => setTimeout(done));
  while (!isThere()) {
    if (performance.now() - start > 60_000) throw new Error(`${address}: no rows after a minute`);
    await frame();
  }
  await frame();
  const took = performance.now() - start;
  await new Promise((done) => setTimeout(done, 120));
  observer.disconnect();
  const own = tasks.filter((task) => task.startTime + task.duration > start && task.startTime < start + took);
  return { took, task: Math.max(0, ...own.map((task) => task.duration)), rows: document.querySelectorAll("main tbody tr, main li article").length };
};

const SHEET = ".sheet h1";
const rowsOf = (view) => (view === "results" ? "li article" : SHEET);
const round = (number) => Math.round(number);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const server = await serve(folder);
const browser = await chromium.launch();
const fresh = async (fragment = "") => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(server.url + fragment);
  await page.locator("main li article").first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(300);
  return page;
};

console.log("| view | lens | cold ms | task ms | warm ms | task ms | rows |\n|---|---|--:|--:|--:|--:|--:|");
for (const [view, { address, lenses: own }] of Object.entries(VIEWS)) {
  if (chosen.length > 0 && !chosen.includes(view)) continue;
  const page = await fresh();
  for (const lens of own) {
    const there = [addressOf(address, lens), rowsOf(view)];
    const first = await page.evaluate(goTo, there);
    const warm = [];
    for (let run = 0; run < Number(runs); run += 1) {
      // A view without an answer of its own stands between, so that the table is asked for again.
      await page.evaluate(goTo, ["#/concordance", ".sheet h1"]);
      warm.push(await page.evaluate(goTo, there));
    }
    const told = [view, lens, lens === own[0] ? round(first.took) : `(${round(first.took)})`, round(first.task)];
    told.push(round(median(warm.map(({ took }) => took))), round(median(warm.map(({ task }) => task))), first.rows);
    console.log(`| ${told.join(" | ")} |`);
  }
  await page.context().close();
}
await browser.close();
await server.stop();
