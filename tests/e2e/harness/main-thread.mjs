// How long the page's main thread is busy at a stretch.
//
// In the thread's own time, from Chromium's trace: a long task as `PerformanceObserver` tells it also counts the time in
// which other programs had the processor, and on a busy machine that is most of it.

const CATEGORIES = ["toplevel", "disabled-by-default-devtools.timeline"];

/** Does `work` and returns the longest task of the page's main thread meanwhile, in milliseconds. */
export async function longestTask(browser, page, work) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const isMain = (event) => event.name === "thread_name" && event.args.name === "CrRendererMain";
  const main = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && main.has(`${pid} ${tid}`));
  return Math.max(...tasks.map(({ tdur, dur }) => (tdur ?? dur) / 1000));
}
