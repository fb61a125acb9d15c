// Starts the page: finds the program and the corpus, unpacks them, and gives the corpus to the program as it
// arrives, in pieces, so that it is held once and read while the rest is on its way.
//
// One script for every edition, after wasm-bindgen's glue in its classic form (`wasm_bindgen`):
//   #vademecum-wasm    the program: an inert <script> with gzip and base64, or a <link> to a file
//   #vademecum-index   the corpus, the same two ways; a file may be gzipped, or have a gzipped copy beside it
//                      (data-packed) for hosts that do not compress; absent where it is in the program
//   #vademecum-workbench   in a hosted folder, a <link> to the larger build of the program (data-script,
//                      data-style: what belongs to it; data-layers, data-layers-packed: days, names and quotations,
//                      the same two ways as a packed corpus); it takes the page over where a reader asks for a view
//                      that the smaller one lacks. Elsewhere the program is that build from the beginning.
// It also sets `window.vademecum` for scripts and, with `?bench`, `window.__corpus` for the benchmark.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);

  /** Sentences in the language of the page, where that is not English: #vademecum-words. */
  const words = JSON.parse(byId("vademecum-words")?.textContent || "{}");
  const say = (text, ...values) => (words[text] || text).replace(/\{(\d)\}/g, (_, n) => values[n]);

  /** A cause that is a sentence for the reader already. */
  class Told extends Error {
    constructor(...sentence) {
      super(say(...sentence));
    }
  }

  /** Says that the page cannot go on, and what can be done all the same. */
  const tell = (error) => {
    let cause = error.message || error;
    if (!(error instanceof Told)) {
      // A browser tells a lack of memory as one of these.
      const isStop = error instanceof RangeError || error instanceof globalThis.WebAssembly?.RuntimeError;
      cause = isStop
        ? say("The page could not start: this browser gave it too little memory, or it ran into a mistake of its own ({0}). Close other pages and reload this one.", cause)
        : say("The page could not start: {0}.", cause);
    }
    if (document.querySelector(".contents")) cause += ` ${say("What stands below can be read all the same.")}`;
    const status = byId("vademecum-status");
    if (status) {
      status.textContent = cause;
      status.setAttribute("role", "alert");
      status.hidden = false;
    }
    console.error(error);
  };

  /** The program checks itself; where it finds a mistake of its own it stops, whatever it was doing. */
  const tellStop = (error) => {
    if (isReady && error instanceof WebAssembly.RuntimeError) {
      tell(new Told("The page ran into a mistake of its own and stopped. Reload it to go on. ({0})", error.message));
    }
  };
  let isReady = false;
  addEventListener("error", (event) => tellStop(event.error));
  addEventListener("unhandledrejection", (event) => tellStop(event.reason));

  const root = document.documentElement;

  /** A setting of the reader's; nothing where the browser keeps none. */
  const kept = (name) => {
    try {
      return localStorage.getItem(`vademecum.${name}`);
    } catch {
      return null;
    }
  };

  /** The language of the interface: the reader's choice, else the publisher's, else the browser's. Only the workbench
   * speaks others than English. */
  const DIRECTIONS = { ar: "rtl" };
  const spoken = kept("interface") || [root.lang, navigator.language.split("-")[0]].find((tag) => tag in DIRECTIONS) || "en";

  /** Tells the page's elements, and through them the program, which language they are in. */
  const speak = () => {
    root.lang = spoken;
    root.dir = DIRECTIONS[spoken] || "ltr";
  };

  /** Bytes of text that are decoded at once, a multiple of four; and the most that one call hands to the program. */
  const TEXT_PIECE = 1 << 20;
  const PIECE = 1 << 18;
  /** The most bytes that wait for the program in their pieces; a slow line never fills it. */
  const WAITING = 1 << 21;
  /** Milliseconds of work after which the page may answer the reader, and after which progress is told. */
  const WORK_MS = 12;
  const SILENT_MS = 700;

  /** The bytes behind base64, piece by piece, so that no second copy of all is made. */
  const decoded = (text) => {
    const end = text.trimEnd().length;
    let at = text.length - text.trimStart().length;
    const pull = (controller) => {
      let binary;
      try {
        binary = atob(text.slice(at, Math.min(at + TEXT_PIECE, end)));
      } catch {
        throw new Told("The page is damaged: a part of it is cut or changed. Download or build it again.");
      }
      at += TEXT_PIECE;
      const bytes = new Uint8Array(binary.length);
      for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
      controller.enqueue(bytes);
      if (at >= end) controller.close();
    };
    return new ReadableStream({ pull }, { highWaterMark: 0 });
  };

  const next = async (reader) => {
    try {
      return await reader.read();
    } catch (error) {
      if (error instanceof Told) throw error;
      throw new Told("The connection broke off while the texts were on their way. Reload the page to try again.");
    }
  };

  /** What `reader` gives after `first`, out of its gzip. */
  const unpacking = (first, reader) => {
    if (typeof DecompressionStream !== "function") {
      throw new Told("This browser cannot unpack the page. A browser from 2023 or later can.");
    }
    const start = (controller) => controller.enqueue(first);
    const pull = async (controller) => {
      const { done, value } = await next(reader);
      if (done) controller.close();
      else controller.enqueue(value);
    };
    return new ReadableStream({ start, pull }, { highWaterMark: 0 }).pipeThrough(new DecompressionStream("gzip")).getReader();
  };

  /** The pieces of a stream as they come, unpacked if they begin as gzip does. */
  async function* unpacked(stream) {
    const reader = stream.getReader();
    let { done, value } = await next(reader);
    if (done || value[0] !== 0x1f) {
      for (; !done; ({ done, value } = await next(reader))) yield value;
      return;
    }
    const plain = unpacking(value, reader);
    for (;;) {
      try {
        ({ done, value } = await plain.read());
      } catch (error) {
        if (error instanceof Told) throw error;
        throw new Told("The page is damaged: a part of it cannot be unpacked. Download or build it again.");
      }
      if (done) return;
      yield value;
    }
  }

  const load = async (href, options) => {
    const name = href.split("/").pop();
    let response;
    try {
      response = await fetch(href, options);
    } catch {
      throw new Told("The file {0} cannot be loaded. Opened from a disk, only the single-file edition works.", name);
    }
    if (!response.ok) throw new Told("The file {0} cannot be loaded (status {1}).", name, response.status);
    return response;
  };

  /** The response for a part's file, or for its gzipped copy where the host sends the file uncompressed. */
  const loadSmallest = async (part) => {
    const stop = new AbortController();
    const response = await load(part.href, { signal: stop.signal });
    const { packed } = part.dataset;
    if (!packed || response.headers.has("content-encoding")) return response;
    stop.abort();
    return load(packed);
  };

  /** The pieces of a part, from the page or from a file. */
  async function* piecesOf(part) {
    yield* unpacked(part.href ? (await loadSmallest(part)).body : decoded(part.textContent));
  }

  /** The glue of the program that answers: wasm-bindgen's object. */
  let glue = typeof wasm_bindgen === "undefined" ? undefined : wasm_bindgen;
  const workbench = byId("vademecum-workbench");

  /** The program: a response, so that it compiles while it arrives, or bytes. */
  const program = async (part) => {
    if (!part) throw new Told("The page is incomplete: its program is missing. Download or build it again.");
    if (part.href) return load(part.href);
    const pieces = [];
    for await (const piece of piecesOf(part)) pieces.push(piece);
    return new Blob(pieces).arrayBuffer();
  };

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
  // For the reading of own files, and for its workers.
  globalThis.vademecumBreathe = breathe;

  const begun = performance.now();
  let worked = begun;

  /** Does what a program can do with the bytes it has, in slices. */
  const work = async (glue) => {
    while (glue.vademecum_step()) {
      if (performance.now() - worked < WORK_MS) continue;
      await breathe();
      worked = performance.now();
    }
  };

  const give = async (glue, bytes) => {
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      const arrived = glue.vademecum_push(bytes.subarray(at, at + PIECE));
      // A piece that is in the program needs no place here until the next collection.
      if (at + PIECE >= bytes.length) bytes.buffer.transfer?.(0);
      await work(glue);
      const status = byId("vademecum-status");
      if (status && arrived && performance.now() - begun > SILENT_MS) {
        status.textContent = say("Opening the texts … {0}\u00a0%", arrived);
      }
    }
  };

  /** Gives a program the corpus that stands beside it, from the moment it runs; until then its pieces wait. */
  const bring = async (glue, part, running) => {
    // The empty piece says that there is a corpus, whatever comes.
    const waiting = [new Uint8Array()];
    let length = 0;
    let runs = false;
    const run = running.then(() => (runs = true));
    run.catch(() => {});
    for await (const piece of piecesOf(part)) {
      waiting.push(piece);
      length += piece.length;
      if (!runs && length < WAITING) continue;
      await run;
      while (waiting.length > 0) await give(glue, waiting.shift());
    }
    await run;
    while (waiting.length > 0) await give(glue, waiting.shift());
  };

  /** Days, names and quotations: their bytes, or the sentence that says why they are not there. */
  const layersOf = async ({ layers: href, layersPacked: packed }) => {
    const pieces = [];
    try {
      for await (const piece of piecesOf({ href, dataset: { packed } })) pieces.push(piece);
    } catch (error) {
      return String(error.message);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  };

  /** Runs a program over the corpus; returns the corpus's version. */
  const open = async (glue, part) => {
    const layers = part?.dataset.layers && layersOf(part.dataset);
    const running = program(part).then(async (module_or_path) => {
      try {
        return await glue({ module_or_path });
      } catch (error) {
        if (!(error instanceof WebAssembly.CompileError)) throw error;
        throw new Told("The program of this page is damaged. Download or build it again.");
      }
    });
    const index = byId("vademecum-index");
    await Promise.all([running, index && bring(glue, index, running)]);
    await work(glue);
    if (layers) glue.vademecum_layers(await layers);
    const version = glue.vademecum_open();
    // The program has said why.
    if (version === undefined) throw new Told(byId("vademecum-status").textContent);
    return version;
  };

  /** Loads what belongs to the workbench beside its module, once, and returns its glue. */
  const workbenchGlue = async () => {
    if (typeof vademecum_workbench === "undefined") {
      const { script, scriptHash, style, styleHash } = workbench.dataset;
      const load = (name, attributes) =>
        new Promise((resolve, reject) => {
          const element = Object.assign(document.createElement(name), attributes);
          element.onload = resolve;
          element.onerror = () => {
            element.remove();
            reject(new Told("A part of the page cannot be loaded. Check the connection and try again."));
          };
          document.head.append(element);
        });
      await Promise.all([
        load("link", { rel: "stylesheet", href: style, integrity: styleHash }),
        load("script", { src: script, integrity: scriptHash }),
      ]);
    }
    return vademecum_workbench;
  };

  /** Whether an address is one that only the workbench shows. */
  const isFurther = (address) => workbench && /^#\/(?!search\b|doc\b)\w/.test(address);

  /** Whether a search asks for names, days or quotations, which come with the workbench, or a second document (`b`)
   * stands beside the first. */
  const asksLayers = (address) =>
    workbench && /[?&](person|place|org|group|day|by|b)=|\b(person|place|org|group|day|said|by)(:|%3A)/i.test(address);

  let takingOver;
  /** Whether it comes of itself, and nobody waits for it. */
  let isQuiet = false;
  /** Lets the workbench take the page over, at `address`, after `rest`. The smaller program goes on until it can. */
  const takeOver = async (address, rest) => {
    await ready;
    const larger = await workbenchGlue();
    await open(larger, workbench);
    await rest?.();
    const { id } = document.activeElement;
    glue.vademecum_stop();
    glue = larger;
    // Nothing must hold the memory of the smaller one.
    wasm_bindgen = undefined;
    if (address) {
      // Another view stands there from its beginning; at the same address the search box and its cursor stay.
      byId("vademecum-app").textContent = "";
      history.pushState(null, "", address);
    }
    glue.vademecum_show();
    if (id && !address) byId(id)?.focus();
    await breathe();
  };

  /** Brings the workbench for a reader who waits for it, also where it is coming of itself already. */
  const come = (address) => {
    const status = byId("vademecum-status");
    status.textContent = say("Opening …");
    status.hidden = false;
    const coming = isQuiet && takingOver;
    isQuiet = false;
    return coming ? coming.then(() => address && (location.hash = address)) : takeOver(address);
  };
  const fail = (error) => {
    takingOver = undefined;
    tell(error);
  };

  /** Takes a press on what only the workbench has: a link to one of its views, a control (data-further), or the sign of
   * a paragraph, which offers what can be done with it. */
  const press = (event) => {
    const pressed = event.target.closest?.("a[href^='#/'],[data-further]");
    if (!pressed || glue !== wasm_bindgen || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = pressed.getAttribute("href");
    const again = pressed.matches(".permalink") ? `.permalink[href="${address}"]` : address === null && `[data-do="${pressed.dataset.do}"]`;
    if (!again && !isFurther(address)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (takingOver && !isQuiet) return;
    const { detail } = event;
    takingOver = come(again ? undefined : address).then(
      () => again && document.querySelector(again)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail })),
      fail,
    );
  };

  /** Suggestions are the workbench's: it comes once the search box is used, the first answer stands there and the keys
   * rest; it takes over while they rest. What happened last in the box then happens for it. */
  const REST_MS = 400;
  let used = 0;
  let lastUse;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const rest = async () => {
    for (let left; isQuiet && (left = used + REST_MS - performance.now()) > 0; ) await pause(Math.min(left, REST_MS));
  };
  const use = (event) => {
    if (event.target.id !== "query" || glue !== wasm_bindgen) return;
    used = event.isComposing ? Infinity : performance.now();
    if (["input", "click"].includes(event.type)) lastUse = event.type;
    else if (event.type === "focusout" || ["Enter", "Escape"].includes(event.key)) lastUse = undefined;
    if (takingOver || event.type === "focusout" || navigator.connection?.saveData) return;
    isQuiet = true;
    const later = globalThis.requestIdleCallback ?? setTimeout;
    takingOver = shown
      .then(rest)
      .then(() => new Promise((resolve) => later(resolve, { timeout: REST_MS })))
      .then(() => takeOver(undefined, rest))
      .then(
        () => {
          const box = byId("query");
          if (box === document.activeElement && lastUse) box.dispatchEvent(new Event(lastUse, { bubbles: true }));
        },
        (error) => {
          // Nobody has asked for it in words: the page goes on without, until one of its views is.
          takingOver = undefined;
          for (const name of USES) removeEventListener(name, use);
          if (!isQuiet) throw error;
          isQuiet = false;
        },
      );
  };
  const USES = ["focusin", "focusout", "click", "input", "keydown", "compositionend"];

  /** The nodes from `top` down to `node`, as places among their siblings. */
  const way = (top, node) => (node === top ? [] : [...way(top, node.parentNode), [...node.parentNode.childNodes].indexOf(node)]);
  const follow = (top, places) => places.reduce((node, place) => node?.childNodes[place], top);

  /** Words chosen in a document are for the workbench: to be cited, marked, noted. They stay chosen in its page. */
  const choose = () => {
    const selection = getSelection();
    const text = () => document.querySelector("main article .text");
    if (glue !== wasm_bindgen || (takingOver && !isQuiet) || selection.isCollapsed || !text()?.contains(selection.anchorNode)) return;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    if (!text().contains(endContainer)) return;
    const [from, to] = [startContainer, endContainer].map((node) => way(text(), node));
    takingOver = come().then(
      () => {
        const [first, last] = [from, to].map((places) => text() && follow(text(), places));
        if (first && last) getSelection().setBaseAndExtent(first, startOffset, last, endOffset);
      },
      fail,
    );
  };

  if (workbench) {
    for (const name of ["pointerup", "keyup"]) addEventListener(name, () => setTimeout(choose));
    document.addEventListener("click", press, true);
    for (const name of USES) addEventListener(name, use);
    addEventListener("popstate", (event) => {
      if (glue !== wasm_bindgen || (takingOver && !isQuiet) || !isFurther(location.hash)) return;
      event.stopImmediatePropagation();
      takingOver = come().catch(fail);
    });
  }

  const start = async () => {
    if (typeof WebAssembly !== "object") {
      throw new Told("This page needs WebAssembly, which this browser lacks or has switched off.");
    }
    let part = byId("vademecum-wasm");
    if (isFurther(location.hash) || asksLayers(location.hash) || (workbench && spoken in DIRECTIONS)) {
      part = workbench;
      glue = await workbenchGlue();
    } else {
      if (!glue && typeof vademecum_workbench !== "undefined") glue = vademecum_workbench;
    }
    if (!glue) {
      throw new Told("The page is incomplete: one of its scripts is missing or was changed. Download or build it again.");
    }
    const version = await open(glue, part);
    globalThis.vademecum.version = version;
  };

  /** Shows the page, after those who waited for its answers. */
  const show = async () => {
    await breathe();
    speak();
    glue.vademecum_show();
  };

  root.dataset.theme = kept("theme") || "auto";
  // How the reader wants texts set: `size=large measure=wide`.
  for (const [, name, value] of (kept("reading") ?? "").matchAll(/(\w+)=(\w+)/g)) root.dataset[name] = value;
  addEventListener("beforeprint", () => {
    root.dataset.printed = [document.title, location.href, new Date().toLocaleDateString(`${root.lang}-u-nu-latn-ca-gregory`, { dateStyle: "long" })].join("\n");
  });
  const ready = start();
  const shown = ready.then(() => {
    isReady = true;
    return show();
  });
  shown.catch(tell);

  globalThis.vademecum = {
    ready,
    version: undefined,
    async search(query, { limit = 10 } = {}) {
      await ready;
      return JSON.parse(glue.vademecum_search(String(query), limit));
    },
  };

  if (new URLSearchParams(location.search).has("bench")) {
    const typed = { prefix: (query) => `${query}*`, phrase: (query) => `"${query}"` };
    const rank = (query, limit) => JSON.parse(glue.vademecum_rank(query, limit));
    globalThis.__corpus = {
      ready,
      supports: ["prefix", "typo", "phrase"],
      search(query, { limit = 10, kind } = {}) {
        const text = typed[kind] ? typed[kind](query) : query;
        return isReady ? rank(text, limit) : ready.then(() => rank(text, limit));
      },
    };
  }
})();
