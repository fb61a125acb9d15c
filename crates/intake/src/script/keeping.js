// What the browser keeps of it for another visit.

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
