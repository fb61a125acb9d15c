// Files from the reader: dropped or chosen, folders among them.

let nextKey = 1;

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

/** Takes a file that says something about others: it is used, or named with what is wrong in it. */
const takeBeside = async (name, file, key) => {
  await forgetBeside([name]);
  beside.push({ name, file });
  const report = JSON.parse(await keeper.ask("beside", { name, file }));
  for (const reader of readers) if (reader !== keeper) await reader?.ask("beside", { name, file });
  const isWrong = report.problems.some((problem) => problem.severity === "error");
  files.set(key, { key, name, report, status: isWrong ? "failed" : "used" });
  state.title = await keeper.ask("title", {});
  change();
  tell();
};

/** Forgets those of them that are named, and with them the title that they gave. */
const forgetBeside = async (names) => {
  const left = beside.filter(({ name }) => !names.includes(name));
  if (left.length === beside.length) return;
  beside.splice(0, beside.length, ...left);
  for (const reader of readers) {
    // A reader that has stopped is made anew, with what is left.
    if (reader !== keeper) reader?.ask("forget", { names }).catch(() => {});
  }
  await keeper.ask("forget", { names });
  state.title = await keeper.ask("title", {});
  tell();
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
        await takeBeside(name, file, known.get(name)?.key ?? nextKey++);
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
