// The reader's own files: reads them in workers, makes an index of them, keeps it where asked, saves it as a page.
//
// One text for three places, behind wasm-bindgen's glue (`vademecum_intake`): in the page it sets
// `window.vademecumFiles` for the workbench; in a worker, which the page makes from this same text, it serves the
// page's calls; where workers are refused, the page serves itself, file by file.
//
// A worker in the role of the *reader* turns one file into documents; when a parser does not survive one, that
// worker is made anew. One worker is the *keeper*: it holds what was read, and makes the index and the page.
(() => {
  "use strict";

  const engine = vademecum_intake;
  const isPage = typeof document !== "undefined";

  /** Lets the page draw and answer, without the delay that timers have. */
  const breathe = () => {
    if (globalThis.scheduler?.yield) return scheduler.yield();
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  };

  // ---- What a worker does --------------------------------------------------------------------------------

  /** The bytes behind base64 and gzip. */
  const unpacked = async (text) => {
    const binary = atob(text.trim());
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());

  /** Milliseconds of work between two looks at whether something else was asked. */
  const SLICE_MS = 40;

  const calls = {
    /** Begins: compiles the program where it comes as text or bytes. */
    async start({ module, text, bytes }) {
      const compiled = module ?? (await WebAssembly.compile(bytes ?? (await unpacked(text))));
      engine.initSync({ module: compiled });
      return compiled;
    },
    roles: ({ names }) => names.map((name) => engine.intake_role(name)),
    async beside({ name, file }) {
      return engine.intake_beside(name, await bytesOf(file));
    },
    async read({ name, file, lost }) {
      return engine.intake_read(name, await bytesOf(file), Uint32Array.from(lost));
    },
    add: ({ key, name, reading }) => engine.intake_add(key, name, reading),
    givenUp: ({ name, isSlow }) => engine.intake_given_up(name, isSlow),
    remove: ({ keys }) => keys.forEach((key) => engine.intake_remove(key)),
    takeOver: ({ index }) => engine.intake_take_over(index),
    async make({ title, both }, tell) {
      engine.intake_begin(title, both);
      let told = performance.now();
      for (let done = 0; done <= 100; done = engine.intake_step()) {
        if (performance.now() - told < SLICE_MS) continue;
        tell(done);
        await breathe();
        told = performance.now();
      }
      return engine.intake_finish();
    },
    page({ title, index, parts }) {
      const { boot, glue, style, program, intake, intakeScript } = parts;
      const packed = ({ text, bytes }) => [text ?? "", bytes ?? new Uint8Array()];
      const page = engine.intake_page(title, index, boot, glue, style, ...packed(program), intakeScript, ...packed(intake));
      return new Blob([page], { type: "text/html" });
    },
  };

  /** The message of an error, and the stretch of work that stopped the program if that is what happened. */
  const failure = (error) => {
    if (typeof error === "string") return { error };
    // The last is what Firefox calls a stack that is too high.
    const isStopped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError || error?.name === "InternalError";
    const stretch = isStopped ? safely(() => engine.intake_stretch(), 0) : 0;
    return { error: error?.message || String(error), isStopped, stretch };
  };

  const safely = (work, otherwise) => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };

  const serve = async ({ id, call, data }, reply) => {
    try {
      const result = await calls[call](data, (progress) => reply({ id, progress }));
      reply({ id, result }, result instanceof Uint8Array ? [result.buffer] : []);
    } catch (error) {
      reply({ id, ...failure(error) });
    }
  };

  if (!isPage) {
    addEventListener("message", ({ data }) => serve(data, (message, transfer) => postMessage(message, transfer)));
    return;
  }

  // ---- What the page does --------------------------------------------------------------------------------

  /** Longest time for one file. */
  const FILE_MS = 60_000;
  /** Stretches of one file that are left out before it is given up. */
  const STRETCHES = 40;
  /** How often the page is told what goes on. */
  const TELL_MS = 120;
  /** Rows of files that are shown: each costs the page a part of a millisecond whenever something is told. */
  const ROWS = 60;

  /** An error that is a sentence about this file or index, not a stop of the program. */
  class Refused extends Error {}
  class Stopped extends Error {
    constructor(message, stretch) {
      super(message);
      this.stretch = stretch;
    }
  }
  class Slow extends Error {}
  class Ended extends Error {}

  /** A worker, or the page in its place, that is asked by name. */
  class Servant {
    constructor(source) {
      this.waiting = new Map();
      this.next = 1;
      const hear = ({ id, result, progress, error, isStopped, stretch }) => {
        const asked = this.waiting.get(id);
        if (!asked) return;
        if (progress !== undefined) return asked.tell?.(progress);
        this.waiting.delete(id);
        clearTimeout(asked.timer);
        if (error === undefined) asked.resolve(result);
        else asked.reject(isStopped ? new Stopped(error, stretch) : new Refused(error));
      };
      if (source === null) {
        this.post = (message) => breathe().then(() => serve(message, hear));
        this.end = () => {};
        return;
      }
      const worker = new Worker(source);
      worker.onmessage = ({ data }) => hear(data);
      worker.onerror = (event) => this.fail(new Stopped(event.message || "the worker does not start", 0));
      this.post = (message, transfer) => worker.postMessage(message, transfer);
      this.end = () => worker.terminate();
    }

    ask(call, data, { transfer = [], tell, ms } = {}) {
      return new Promise((resolve, reject) => {
        const id = this.next;
        this.next += 1;
        const asked = { resolve, reject, tell };
        if (ms) asked.timer = setTimeout(() => this.fail(new Slow()), ms);
        this.waiting.set(id, asked);
        this.post({ id, call, data }, transfer);
      });
    }

    /** Ends the worker; who waits for it hears why. */
    fail(error) {
      this.end();
      const waiting = [...this.waiting.values()];
      this.waiting.clear();
      for (const { reject, timer } of waiting) {
        clearTimeout(timer);
        reject(error);
      }
    }
  }

  const element = (id) => document.getElementById(id);

  const fileOf = async (href) => {
    const response = await fetch(href).catch(() => {
      throw new Refused("not loaded");
    });
    if (!response.ok) throw new Refused("not loaded");
    return response;
  };
  /** The text of a part that stands in the page, or else in a file. */
  const textOf = async (part, href) => (part && !part.src ? part.textContent : (await fileOf(part?.src || href)).text());
  /** A module: packed as it stands in the page, or the bytes of its file. */
  const programOf = async (part) =>
    part.href ? { bytes: new Uint8Array(await (await fileOf(part.href)).arrayBuffer()) } : { text: part.textContent };

  const files = new Map();
  const beside = [];
  const queue = [];
  let nextKey = 1;
  let keeper;
  let begun;
  let source;
  let module;
  let hasWorkers = true;
  const readers = [];

  const state = {
    /** "idle", "looking" (into folders), "reading", "making", "opening", "saving". */
    phase: "idle",
    progress: 0,
    passed: 0,
    message: "",
    /** Whether the page shows exactly these files; whether it shows a corpus that the reader brought. */
    isOpen: false,
    isOwn: false,
    /** What this browser keeps: title and bytes. */
    kept: null,
    isSlow: false,
  };
  let tellPage = () => {};
  let openCorpus = () => new Uint8Array();

  // ---- Telling the page ----------------------------------------------------------------------------------

  const snapshot = () => {
    const all = [...files.values()];
    const count = (holds) => all.filter(holds).length;
    const sum = (key) => all.reduce((total, file) => total + (file.report?.[key] ?? 0), 0);
    const isBad = (file) => file.status === "failed" || file.status === "partly";
    // Where not all can be shown: what went wrong, what is being done, the rest.
    const rank = (file) => (isBad(file) ? 0 : file.status === "reading" ? 1 : file.status === "read" ? 2 : 3);
    const first = (rank_) => all.filter((file) => rank(file) === rank_).slice(0, ROWS);
    const rows = all.length > ROWS ? [0, 1, 2, 3].flatMap(first).slice(0, ROWS) : all;
    return {
      ...state,
      total: all.length,
      done: count((file) => file.status !== "waiting" && file.status !== "reading"),
      failed: count((file) => file.status === "failed"),
      documents: sum("documents"),
      words: sum("words"),
      rows: rows.map(({ key, name, status, report }) => ({
        key,
        name,
        status,
        documents: report?.documents ?? 0,
        words: report?.words ?? 0,
        problems: report?.problems ?? [],
        more: report?.more ?? 0,
      })),
    };
  };

  let toldAt = -TELL_MS;
  let telling = 0;
  const tell = (isUrgent) => {
    const now = () => {
      clearTimeout(telling);
      telling = 0;
      toldAt = performance.now();
      tellPage(snapshot());
    };
    if (isUrgent) now();
    else if (!telling) telling = setTimeout(now, Math.max(0, TELL_MS - (performance.now() - toldAt)));
  };

  const phase = (name, message = "") => {
    state.phase = name;
    state.progress = 0;
    state.message = message;
    tell(true);
  };

  const said = (error) => {
    if (error instanceof Refused) return error.message;
    console.error(error);
    return error instanceof Stopped ? "stopped" : String(error?.message || error);
  };

  /** What was made before is of other files than there are now. */
  const change = () => {
    isChanged = true;
    state.isOpen = false;
  };

  // ---- Workers -------------------------------------------------------------------------------------------

  const start = async () => {
    const part = element("vademecum-intake");
    const program = await programOf(part);
    const text = await textOf(element("vademecum-intake-script"), part.dataset.script);
    source = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
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

  // ---- Files from the reader -----------------------------------------------------------------------------

  const isHidden = (name) => name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");

  const entriesOf = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

  /** The files of a folder that was dropped, with their paths. */
  const walk = async (entry, into) => {
    const path = entry.fullPath.replace(/^\//, "");
    if (isHidden(path)) return;
    if (entry.isFile) {
      into.push({ name: path, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
      return;
    }
    const reader = entry.createReader();
    for (let entries = await entriesOf(reader); entries.length > 0; entries = await entriesOf(reader)) {
      for (const inner of entries) await walk(inner, into);
    }
  };

  /** Takes files with their names: those that say something about others first. */
  const take = async (found) => {
    const before = nStops;
    if (!reading) phase("looking");
    try {
      await ready();
      const shown = found.filter(({ name }) => !isHidden(name));
      shown.sort((a, b) => (a.name < b.name ? -1 : 1));
      const roles = await keeper.ask("roles", { names: shown.map(({ name }) => name) });
      if (before !== nStops) shown.length = 0;
      const known = new Map([...files.values()].map((file) => [file.name, file]));
      for (const [i, { name, file }] of shown.entries()) {
        if (roles[i] === "beside") {
          beside.push({ name, file });
          for (const reader of readers) await reader?.ask("beside", { name, file });
        } else if (roles[i] === "other") {
          state.passed += 1;
        } else {
          // The same file again replaces itself.
          const key = known.get(name)?.key ?? nextKey++;
          const row = { key, name, file, status: "waiting" };
          files.set(key, row);
          queue.push(row);
        }
      }
      phase("reading");
      await readAll();
    } catch (error) {
      queue.length = 0;
      phase("idle", said(error));
    }
  };

  // ---- Index, page, storage ------------------------------------------------------------------------------

  /** The corpus that was open when files were first brought, and whether the keeper has it. */
  let base;
  let isBaseTaken = false;
  let isChanged = true;

  /** Bytes that one call hands to the page's program, and milliseconds of work between two looks at the reader. */
  const PIECE = 1 << 18;
  const WORK_MS = 12;

  /** The glue of the page's program: in a hosted folder and a single file the workbench's. */
  const program = () => (typeof vademecum_workbench === "undefined" ? wasm_bindgen : vademecum_workbench);

  /** Gives the page another corpus, in slices, as `boot.js` gives it its first. */
  const open = async (index) => {
    phase("opening");
    const page = program();
    const bytes = new Uint8Array(index);
    let worked = performance.now();
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      page.vademecum_push(bytes.subarray(at, at + PIECE));
      while (page.vademecum_step()) {
        if (performance.now() - worked < WORK_MS) continue;
        await breathe();
        worked = performance.now();
      }
    }
    const version = page.vademecum_open();
    if (version === undefined) throw new Refused("the index cannot be opened");
    globalThis.vademecum.version = version;
    page.vademecum_stop();
    await breathe();
    state.isOwn = true;
    history.pushState(null, "", "#/");
    page.vademecum_show();
    phase("idle");
  };

  let made;

  const make = async (title, both) => {
    if (made?.title === title && made.both === both && !isChanged) return made.index;
    phase("making");
    base ??= new Blob([openCorpus()]);
    if (both && !isBaseTaken) {
      const index = await bytesOf(base);
      await keeper.ask("takeOver", { index }, { transfer: [index.buffer] });
      isBaseTaken = true;
    }
    const progress = (hundredths) => {
      state.progress = hundredths;
      tell();
    };
    const index = await keeper.ask("make", { title, both }, { tell: progress });
    made = { title, both, index: new Blob([index]) };
    isChanged = false;
    return made.index;
  };

  const DATABASE = "vademecum files";
  const STORE = "kept";

  const stored = (mode, work) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(STORE, mode);
        const request = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => {
          database.close();
          resolve(request.result);
        };
        transaction.onabort = transaction.onerror = () => {
          database.close();
          reject(transaction.error ?? request.error);
        };
      };
    });

  /** Pages on a disk share one storage in some browsers: each keeps under its own place. */
  const place = location.pathname;

  const keep = async () => {
    const kept = { title: made.title, index: made.index };
    try {
      await stored("readwrite", (store) => store.put(kept, place));
      state.kept = { title: kept.title, bytes: kept.index.size };
    } catch (error) {
      const isFull = error?.name === "QuotaExceededError";
      state.message = isFull ? "no room" : "no storage";
    }
  };

  const lookForKept = async () => {
    try {
      const kept = await stored("readonly", (store) => store.get(place));
      state.kept = kept ? { title: kept.title, bytes: kept.index.size } : null;
      tell(true);
    } catch {
      // A browser that keeps nothing has kept nothing.
    }
  };

  /** What this page consists of, but for its corpus: what a page that is saved from it consists of. */
  const partsOfPage = async () => {
    const workbench = element("vademecum-workbench");
    const intake = element("vademecum-intake");
    const inside = document.querySelector("style");
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href);
    const styles = inside ? [inside.textContent] : await Promise.all(sheets.map((href) => textOf(null, href)));
    return {
      boot: await textOf(element("vademecum-boot")),
      glue: workbench ? await textOf(null, workbench.dataset.script) : await textOf(element("vademecum-glue")),
      style: styles.join(""),
      program: await programOf(workbench ?? element("vademecum-wasm")),
      intakeScript: await textOf(element("vademecum-intake-script"), intake.dataset.script),
      intake: await programOf(intake),
    };
  };

  const download = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  const guarded = (work) => async (...given) => {
    try {
      await ready();
      await work(...given);
    } catch (error) {
      phase("idle", said(error));
    }
  };

  globalThis.vademecumFiles = {
    /** Tells what goes on from now on; `corpus` gives a copy of the index that is open. */
    listen(hear, corpus) {
      tellPage = hear;
      openCorpus = corpus;
      tell(true);
      lookForKept();
    },
    /** Takes entries of folders and files that were dropped, and files that were chosen. */
    bring(entries, chosen) {
      const found = chosen.map((file) => ({ name: file.webkitRelativePath || file.name, file }));
      const before = nStops;
      const walkAll = async () => {
        if (!reading) phase("looking");
        for (const entry of entries) if (before === nStops) await walk(entry, found);
        await take(before === nStops ? found : []);
      };
      walkAll().catch((error) => phase("idle", said(error)));
    },
    /** Stops reading: what was read stays. */
    cancel() {
      nStops += 1;
      for (const file of queue.splice(0)) files.delete(file.key);
      for (const reader of readers.splice(0)) if (hasWorkers) reader?.fail(new Ended());
      for (const file of [...files.values()]) if (file.status === "reading") files.delete(file.key);
      tell(true);
    },
    remove(key) {
      const i = queue.findIndex((file) => file.key === key);
      if (i >= 0) queue.splice(i, 1);
      files.delete(key);
      change();
      keeper?.ask("remove", { keys: [key] });
      tell(true);
    },
    clear() {
      this.cancel();
      keeper?.ask("remove", { keys: [...files.keys()] });
      files.clear();
      change();
      state.passed = 0;
      tell(true);
    },
    /** Makes an index of what was read and opens it. */
    search: guarded(async (title, both, isToKeep) => {
      const index = await make(title, both);
      if (isToKeep) await keep();
      await open(await index.arrayBuffer());
      state.isOpen = true;
      tell(true);
    }),
    /** Opens what this browser keeps. */
    openKept: guarded(async () => {
      const kept = await stored("readonly", (store) => store.get(place));
      if (!kept) throw new Refused("not kept");
      made = undefined;
      base = undefined;
      isBaseTaken = false;
      await open(await kept.index.arrayBuffer());
      state.isOpen = false;
      tell(true);
    }),
    forget: async () => {
      try {
        await stored("readwrite", (store) => store.delete(place));
        state.kept = null;
        tell(true);
      } catch (error) {
        phase("idle", said(error));
      }
    },
    /** Saves what was read as a page of its own. */
    save: guarded(async (title, both) => {
      const index = await make(title, both);
      phase("saving");
      const parts = await partsOfPage();
      const bytes = new Uint8Array(await index.arrayBuffer());
      const blob = await keeper.ask("page", { title, index: bytes, parts }, { transfer: [bytes.buffer] });
      download(blob, `${title.replace(/[^\p{L}\p{N} ._-]+/gu, " ").trim() || "texts"}.html`);
      phase("idle");
    }),
  };
})();
