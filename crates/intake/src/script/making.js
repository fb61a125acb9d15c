// What was read becomes an index, and the index the corpus of the page.

/** The corpus that was open when files were first brought, and whether the keeper has it. */
let base;
let isBaseTaken = false;
let isChanged = true;
let openCorpus = () => new Uint8Array();

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
  // It stands there for the view of the files; the page takes it for that of the address.
  element("masthead")?.replaceChildren();
  page.vademecum_show();
  await breathe();
  // The button that opened it went with the view of the files.
  if (document.activeElement === document.body) element("content")?.focus();
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
