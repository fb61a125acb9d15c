// What the workbench calls: `window.vademecumFiles`.

const download = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Ends what was being done, and says why. */
const giveUp = (error) => phase("idle", said(error));

const guarded = (work) => async (...given) => {
  try {
    await ready();
    await work(...given);
  } catch (error) {
    giveUp(error);
  }
};

const inWindow = {
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
    walkAll().catch(giveUp);
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
    forgetBeside([files.get(key)?.name]).catch(giveUp);
    files.delete(key);
    change();
    keeper?.ask("remove", { keys: [key] });
    tell(true);
  },
  clear() {
    this.cancel();
    keeper?.ask("remove", { keys: [...files.keys()] });
    forgetBeside(beside.map(({ name }) => name)).catch(giveUp);
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
      giveUp(error);
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

if (isPage) globalThis.vademecumFiles = inWindow;
