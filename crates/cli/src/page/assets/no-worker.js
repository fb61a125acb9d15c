// Takes the place of a service worker of an earlier build: a page that is being written is not kept.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(`vademecum ${registration.scope} `)) await caches.delete(name);
      }
      await registration.unregister();
      for (const client of await clients.matchAll()) client.navigate(client.url);
    })(),
  );
});
