// Keeps the page for reading without its server, and says when there is a new version of it.
(() => {
  "use strict";
  if (!globalThis.vademecum) {
    // The start script did not run: what it would have said is said here.
    const words = JSON.parse(document.getElementById("vademecum-words")?.textContent || "{}");
    const cause = "The page is incomplete: one of its scripts is missing or was changed. Download or build it again.";
    const rest = "What stands below can be read all the same.";
    const status = document.getElementById("vademecum-status");
    status.textContent = `${words[cause] || cause} ${words[rest] || rest}`;
    status.setAttribute("role", "alert");
    return;
  }
  const workers = navigator.serviceWorker;
  // There are none outside https and localhost, and in some private windows.
  if (!workers) return;

  const CHECK_MS = 600_000;
  const PAUSE_MS = 2500;
  const notice = document.createElement("div");
  notice.className = "new-version";
  notice.setAttribute("role", "status");

  let chosen = false;
  const reload = (registration) => {
    chosen = true;
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  };

  const tell = (registration) => {
    if (notice.hasChildNodes()) return;
    const text = document.createElement("p");
    text.textContent = "There is a new version of these texts.";
    const button = document.createElement("button");
    button.textContent = "Reload";
    button.addEventListener("click", () => reload(registration));
    notice.append(text, button);
  };

  const watch = async () => {
    document.body.append(notice);
    // The first worker takes over a page of its own build; any further one is of another.
    let isFirst = !workers.controller;
    const registration = await workers.register("service-worker.js", { updateViaCache: "none" });
    workers.addEventListener("controllerchange", () => {
      if (chosen) location.reload();
      else if (!isFirst) tell(registration);
      isFirst = false;
    });
    const look = () => {
      if (registration.waiting && registration.active) tell(registration);
    };
    const follow = () => registration.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", follow);
    follow();
    look();
    let checked = 0;
    const check = () => {
      if (document.visibilityState !== "visible" || performance.now() - checked < CHECK_MS) return;
      checked = performance.now();
      // Without a server there is nothing to be told.
      registration.update().catch(() => {});
    };
    document.addEventListener("visibilitychange", check);
    checked = -CHECK_MS;
    check();
  };

  // Well after the first answer: what is kept must not delay what is asked for, and who leaves at once fetches nothing
  // twice. A worker takes some 11 MB while it works.
  const begin = () => setTimeout(() => watch().catch((error) => console.info("not kept for reading offline:", error)), PAUSE_MS);
  globalThis.vademecum.ready.then(begin, begin);
})();
