// How long a hosted page holds its reader: blocking time while it opens, and from a key to painted results.
//
//   node measure/interaction.mjs FOLDER [RUNS]
//
// Blocking time is what the tasks on the main thread last beyond 50 ms each, from navigation until a second after the
// first answer; a key counts from its event to the frame behind its answer. Both are given as the clock has them and,
// for machines that do other work, in time of the processor (traced tasks of the page's main thread).

import * as chromium from "../harness/chromium.mjs";
import { serve } from "../harness/server.mjs";

const [folder, runs = "3"] = process.argv.slice(2);
const WORDS = "government economy people said";
const LONG_MS = 50;

const watch = () => {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
};

/** Tasks of the page's main thread, in milliseconds of the processor. */
const tasksOf = (trace) => {
  const events = JSON.parse(trace).traceEvents;
  const main = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const busiest = main
    .map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid && event.name.endsWith("RunTask") && event.tdur))
    .sort((a, b) => b.reduce((sum, { tdur }) => sum + tdur, 0) - a.reduce((sum, { tdur }) => sum + tdur, 0));
  return (busiest[0] ?? []).map(({ tdur }) => tdur / 1000);
};
const traced = async (browser, page, body) => {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"] });
  await body();
  return tasksOf((await browser.stopTracing()).toString());
};
const beyond = (tasks) => Math.round(tasks.reduce((sum, task) => sum + Math.max(0, task - LONG_MS), 0));
const round = (number) => Math.round(number * 10) / 10;

const server = await serve(folder);
const browser = await chromium.launch();
for (let run = 0; run < Number(runs); run += 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const opening = await traced(browser, page, async () => {
    await page.goto(server.url);
    await page.locator("main li article").first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
  });
  const load = await page.evaluate(() => ({
    answer: performance.getEntriesByName("vademecum-first-answer")[0]?.startTime,
    longTasks,
  }));
  await page.locator("#query").focus();
  await page.evaluate(() => {
    globalThis.painted = [];
    document.getElementById("query").addEventListener(
      "input",
      (event) => requestAnimationFrame(() => setTimeout(() => painted.push(performance.now() - event.timeStamp))),
      true,
    );
  });
  const typing = await traced(browser, page, async () => {
    for (const letter of WORDS) {
      await page.keyboard.type(letter);
      await page.waitForTimeout(150);
    }
    await page.waitForTimeout(500);
  });
  const painted = (await page.evaluate(() => painted)).map(round).sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      first_answer_ms: Math.round(load.answer),
      blocking_ms: beyond(load.longTasks),
      blocking_processor_ms: beyond(opening),
      longest_task_processor_ms: round(Math.max(...opening)),
      key_to_paint_ms: { median: painted[painted.length >> 1], worst: painted.at(-1), keys: painted.length },
      longest_task_typing_processor_ms: round(Math.max(...typing)),
    }),
  );
  await context.close();
}
await browser.close();
await server.stop();
