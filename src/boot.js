// Starts the page: finds the program and the corpus, unpacks them, hands them to the glue.
//
// One script for every edition, after wasm-bindgen's glue in its classic form (`wasm_bindgen`):
//   #vademecum-wasm    the program: an inert <script> with gzip and base64, or a <link> to a file
//   #vademecum-index   the corpus, the same two ways; a file may be gzipped, or have a gzipped copy beside it
//                      (data-packed) for hosts that do not compress; absent where it is in the program
// It also sets `window.vademecum` for scripts and, with `?bench`, `window.__corpus` for the benchmark.
(() => {
  "use strict";

  /** A cause that is a sentence for the reader already. */
  class Told extends Error {}

  const tell = (error) => {
    const status = document.getElementById("vademecum-status");
    const cause = error instanceof Told ? error.message : `The page could not start: ${error.message || error}.`;
    if (status) {
      status.textContent = cause;
      status.setAttribute("role", "alert");
      status.hidden = false;
    }
    console.error(error);
  };

  /** The program checks itself; where it finds a mistake of its own it stops, whatever it was doing. */
  const tellStop = (error) => {
    if (error instanceof WebAssembly.RuntimeError) {
      tell(new Told(`The page ran into a mistake of its own and stopped. Reload it to go on. (${error.message})`));
    }
  };
  addEventListener("error", (event) => tellStop(event.error));
  addEventListener("unhandledrejection", (event) => tellStop(event.reason));

  const showTheme = () => {
    try {
      document.documentElement.dataset.theme = localStorage.getItem("vademecum.theme") || "auto";
    } catch {
      // No storage, no kept theme: the system's colours are good.
    }
  };

  const unpack = async (bytes) => {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    if (typeof DecompressionStream !== "function") {
      throw new Told("This browser cannot unpack the page. A browser from 2023 or later can.");
    }
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      throw new Told("The page is damaged: a part of it cannot be unpacked. Download or build it again.");
    }
  };

  const decode = (text) => {
    let binary;
    try {
      binary = atob(text.trim());
    } catch {
      throw new Told("The page is damaged: a part of it is cut or changed. Download or build it again.");
    }
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
    return bytes;
  };

  const load = async (href, options) => {
    const name = href.split("/").pop();
    let response;
    try {
      response = await fetch(href, options);
    } catch {
      throw new Told(`The file ${name} cannot be loaded. Opened from a disk, only the single-file edition works.`);
    }
    if (!response.ok) throw new Told(`The file ${name} cannot be loaded (status ${response.status}).`);
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

  /** The bytes of a part, from the page or from a file; nothing where the page has no such part. */
  const bytesOf = async (id) => {
    const part = document.getElementById(id);
    if (!part) return undefined;
    if (!part.href) return unpack(decode(part.textContent));
    return unpack(new Uint8Array(await (await loadSmallest(part)).arrayBuffer()));
  };

  /** The program: a response, so that it compiles while it arrives, or bytes. */
  const program = async () => {
    const part = document.getElementById("vademecum-wasm");
    if (!part) throw new Told("The page is incomplete: its program is missing. Download or build it again.");
    return part.href ? load(part.href) : bytesOf(part.id);
  };

  const start = async () => {
    if (typeof WebAssembly !== "object") {
      throw new Told("This page needs WebAssembly, which this browser lacks or has switched off.");
    }
    const [module_or_path, index] = await Promise.all([program(), bytesOf("vademecum-index")]);
    if (index) globalThis.__vademecumIndex = index;
    await wasm_bindgen({ module_or_path });
    const version = wasm_bindgen.vademecum_version();
    if (version === undefined) throw new Error(document.getElementById("vademecum-status").textContent);
    globalThis.vademecum.version = version;
  };

  showTheme();
  const ready = start();
  let isReady = false;
  ready.then(
    () => (isReady = true),
    (error) => {
      // A failure inside the program has been told by the program.
      const status = document.getElementById("vademecum-status");
      if (status && status.getAttribute("role") !== "alert") tell(error);
    },
  );

  globalThis.vademecum = {
    ready,
    version: undefined,
    async search(query, { limit = 10 } = {}) {
      await ready;
      return JSON.parse(wasm_bindgen.vademecum_search(String(query), limit));
    },
  };

  if (new URLSearchParams(location.search).has("bench")) {
    const typed = { prefix: (query) => `${query}*`, phrase: (query) => `"${query}"` };
    const rank = (query, limit) => JSON.parse(wasm_bindgen.vademecum_rank(query, limit));
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
