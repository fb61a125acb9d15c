// The reader's own files: reads them in workers, makes an index of them, keeps it where asked, saves it as a page.
//
// The scripts of this folder are built into one, `intake.js`, in which they share a scope (xtask's own_files.rs has
// their order). One text for three places, behind wasm-bindgen's glue (`vademecum_intake`): in the page it sets
// `window.vademecumFiles` for the workbench; in a worker, which the page makes from this same text, it serves the
// page's calls; where workers are refused, the page serves itself, file by file.
//
// A worker in the role of the *reader* turns one file into documents; when a parser does not survive one, that
// worker is made anew. One worker is the *keeper*: it holds what was read, and makes the index and the page.
//
// This one: what a worker does. It is asked by the name of a call.

const engine = vademecum_intake;
const isPage = typeof document !== "undefined";

/** Lets the page draw and answer: the start script's own way, which the page gives to its workers. */
const breathe = globalThis.vademecumBreathe;

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
  forget: ({ names }) => engine.intake_forget(names),
  title: () => engine.intake_title(),
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

if (!isPage) addEventListener("message", ({ data }) => serve(data, (message, transfer) => postMessage(message, transfer)));
