// Files become documents: readers in workers turn them into bytes, the keeper holds what was read.

/** Longest time for one file. */
const FILE_MS = 60_000;
/** Stretches of one file that are left out before it is given up. */
const STRETCHES = 40;

const beside = [];
const queue = [];
let keeper;
let begun;
let source;
let module;
let hasWorkers = true;
const readers = [];

const start = async () => {
  const part = element("vademecum-intake");
  const program = await programOf(part);
  const text = await textOf(element("vademecum-intake-script"), part.dataset.script);
  const given = `globalThis.vademecumBreathe = ${breathe};`;
  source = URL.createObjectURL(new Blob([given, text], { type: "text/javascript" }));
  try {
    keeper = new Servant(source);
    module = await keeper.ask("start", program);
  } catch (error) {
    if (error instanceof Refused) throw error;
    console.info("no workers:", error.message);
    hasWorkers = false;
    state.isSlow = true;
    keeper = new Servant(null);
    module = await keeper.ask("start", program);
  }
};

const ready = () => (begun ??= start());

const newReader = async () => {
  if (!hasWorkers) return keeper;
  const reader = new Servant(source);
  await reader.ask("start", { module });
  for (const { name, file } of beside) await reader.ask("beside", { name, file });
  return reader;
};

/** The documents of a file; in a browser that has two cores to spare, two files are read at once. */
const readOne = async (slot, file) => {
  const lost = [];
  for (;;) {
    readers[slot] ??= await newReader();
    try {
      const options = hasWorkers ? { ms: FILE_MS } : {};
      return await readers[slot].ask("read", { name: file.name, file: file.file, lost }, options);
    } catch (error) {
      if (error instanceof Ended || error instanceof Refused) throw error;
      if (hasWorkers) {
        readers[slot].end();
        readers[slot] = undefined;
      }
      if (!error.stretch || !hasWorkers || lost.length >= STRETCHES) throw error;
      lost.push(error.stretch);
    }
  }
};

const takeIn = async (slot, file) => {
  file.status = "reading";
  tell();
  let report;
  try {
    const reading = await readOne(slot, file);
    report = await keeper.ask("add", { key: file.key, name: file.name, reading }, { transfer: [reading.buffer] });
  } catch (error) {
    if (error instanceof Ended) return;
    if (error instanceof Refused) {
      report = JSON.stringify({ documents: 0, words: 0, problems: [{ severity: "error", line: 0, message: error.message, hint: "" }], more: 0 });
    } else {
      report = await keeper.ask("givenUp", { name: file.name, isSlow: error instanceof Slow });
    }
  }
  // A file that was taken out while it was read stays out.
  if (files.get(file.key) !== file) return keeper.ask("remove", { keys: [file.key] });
  // What was read needs no file any more.
  file.file = undefined;
  file.report = JSON.parse(report);
  const isFailed = file.report.documents === 0;
  const isPartly = file.report.problems.some((problem) => problem.severity === "error");
  file.status = isFailed ? "failed" : isPartly ? "partly" : "read";
  change();
  tell();
};

const work = async (slot) => {
  for (let file = queue.shift(); file; file = queue.shift()) await takeIn(slot, file);
};

/** How often reading was stopped: what was looked for before the newest stop is not read any more. */
let nStops = 0;

let reading;
const readAll = () => {
  const n = hasWorkers && navigator.hardwareConcurrency > 2 ? 2 : 1;
  reading ??= Promise.all(Array.from({ length: n }, (_, slot) => work(slot)))
    .catch((error) => (state.message = said(error)))
    .then(() => {
      reading = undefined;
      // Readers hold the memory of the largest file that they have read.
      for (const reader of readers.splice(0)) if (hasWorkers) reader?.end();
      phase("idle", state.message);
    });
  return reading;
};
