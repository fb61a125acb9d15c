// One browser and the built page over HTTP, for all tests of a `describe`.

import { mkdir } from "node:fs/promises";
import { after, before } from "node:test";
import * as chromium from "./chromium.mjs";
import { distFolder, screenshotFolder, singleUrl } from "./places.mjs";
import { serve } from "./server.mjs";

/** Returns what is there while the tests run: `browser`, and `url` of the page. */
export function hosted(driver = chromium) {
  const site = {};
  before(async () => {
    [site.browser, site.server] = await Promise.all([driver.launch(), serve(distFolder), mkdir(screenshotFolder, { recursive: true })]);
    site.url = site.server.url;
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.stop();
  });
  return site;
}

/** The edition that needs no host, for tests that run over several. */
export const fromDisk = {
  name: "the single file from the disk, network cut",
  options: { offline: true },
  async start() {
    return { url: singleUrl, stop: async () => {} };
  },
};
