// Keeps this build of the page, so that it opens without its server. It answers for nothing else.
"use strict";

/** Set by `vademecum build`: the build, and its files with their hashes. */
const BUILD = "{{build}}";
const FILES = {{files}};
/** The corpus, and what is known about it, each as it is and gzipped: one of the two is kept. */
const EITHER = {{either}};
/** Files that not every reader needs: kept from the moment in which one is asked for. */
const LATER = {{later}};

// Other pages of this origin keep their own: a name holds the place of the page.
const OURS = `vademecum ${registration.scope} `;
const CACHE = OURS + BUILD;

const at = (name) => new URL(name, registration.scope).href;

/** A file whose content its hash vouches for; what an earlier build has kept is not asked for again. */
const load = async ([name, integrity], cache) => {
  const url = at(name);
  if (name !== "./") {
    const kept = await caches.match(url);
    if (kept) return cache.put(url, kept);
  }
  const response = await fetch(url, { integrity, cache: name === "./" ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return cache.put(url, response);
};

/** A file in the form that the page reads: packed, unless the host compresses on the way. */
const loadEither = async ([plain, packed], cache) => {
  if ((await caches.match(at(plain[0]))) || (await caches.match(at(packed[0])))) {
    const kept = (await caches.match(at(plain[0]))) ? plain : packed;
    return load(kept, cache);
  }
  const stop = new AbortController();
  const response = await fetch(at(plain[0]), { signal: stop.signal });
  const isCompressed = response.ok && response.headers.has("content-encoding");
  stop.abort();
  return load(isCompressed ? plain : packed, cache);
};

addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await Promise.all([...FILES.map((file) => load(file, cache)), ...EITHER.map((forms) => loadEither(forms, cache))]);
  };
  event.waitUntil(
    keep().catch(async (error) => {
      await caches.delete(CACHE);
      throw error;
    }),
  );
});

addEventListener("activate", (event) => {
  const take = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(take());
});

/** The reader has chosen the new build. */
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

const answers = new Map([...FILES, ...LATER].map(([name]) => [at(name), [at(name)]]));
answers.set(at("index.html"), [at("./")]);
for (const forms of EITHER) {
  const urls = forms.map(([name]) => at(name));
  for (const url of urls) answers.set(url, [url, ...urls]);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const names = answers.get(request.url.split(/[?#]/)[0]);
  if (!names) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    for (const name of names) {
      const kept = await cache.match(name);
      if (kept) return kept;
    }
    const later = LATER.find(([name]) => at(name) === names[0]);
    if (!later) return fetch(request);
    await load(later, cache);
    return cache.match(names[0]);
  };
  event.respondWith(answer());
});
