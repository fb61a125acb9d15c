// What goes on with the reader's files, and telling the page of it.

/** How often the page is told what goes on. */
const TELL_MS = 120;
/** Rows of files that are shown: each costs the page a part of a millisecond whenever something is told. */
const ROWS = 60;

const files = new Map();

const state = {
  /** "idle", "looking" (into folders), "reading", "making", "opening", "saving". */
  phase: "idle",
  progress: 0,
  passed: 0,
  message: "",
  /** What the settings among them call the collection. */
  title: "",
  /** Whether the page shows exactly these files; whether it shows a corpus that the reader brought. */
  isOpen: false,
  isOwn: false,
  /** What this browser keeps: title and bytes. */
  kept: null,
  isSlow: false,
};
let tellPage = () => {};

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
