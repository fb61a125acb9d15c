// A page that is being written: it is shown anew as soon as it was built anew. Only `build --watch` puts this in.
(() => {
  "use strict";
  const { build, look } = document.currentScript.dataset;
  const PAUSE_MS = 1000;
  const check = async () => {
    try {
      const answer = await fetch(look, { cache: "no-store" });
      if (answer.ok && (await answer.text()).trim() !== build) {
        location.reload();
        return;
      }
    } catch {
      // The server is stopped; it may come again.
    }
    setTimeout(check, PAUSE_MS);
  };
  check();
})();
