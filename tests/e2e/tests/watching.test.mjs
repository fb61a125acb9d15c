// A page that is being written (`build --watch`) is shown anew when a text changed; any other asks for nothing.

import assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, watch, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import * as firefox from "../harness/firefox.mjs";
import { Reader } from "../harness/reader.mjs";
import { serve } from "../harness/server.mjs";

describe("a page that is being written", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const started = async (folder, body) => {
    const [texts, site] = [join(folder, "texts"), join(folder, "site")];
    await mkdir(texts);
    const write = (text) => writeFile(join(texts, "road.md"), `# The road\n\n${text}\n`);
    await write("The convoy left Homs.");
    const watching = await watch(texts, "-o", site);
    const server = await serve(site);
    try {
      await body({ write, server });
    } finally {
      await watching.stop();
      await server.stop();
    }
  };

  test("is shown anew when a text was changed", () =>
    withFolder((folder) =>
      started(folder, async ({ write, server }) => {
        const { page, check } = await chromium.open(browser, server.url);
        await new Reader(page).isReady();
        await write("The column reached Damascus.");
        await eventually("the new text", async () => (await page.locator("main").innerText()).includes("column reached"));
        assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
        await check();
      }),
    ));

  test("is shown anew in Firefox too", () =>
    withFolder((folder) =>
      started(folder, async ({ write, server }) => {
        const fox = await firefox.launch();
        try {
          const { page } = await firefox.open(fox, server.url);
          const shows = (words) => () => page.$eval("main", (main, words) => main.innerText.includes(words), words).catch(() => false);
          await eventually("the text", shows("convoy left"));
          await write("The column reached Damascus.");
          await eventually("the new text", shows("column reached"));
        } finally {
          await fox.close();
        }
      }),
    ));

  test("takes the place of what a browser kept, and is taken away by the next build", () =>
    withFolder(async (folder) => {
      const [texts, site] = [join(folder, "texts"), join(folder, "site")];
      await mkdir(texts);
      await writeFile(join(texts, "road.md"), "# The road\n\nThe convoy left Homs.\n");
      await build(texts, "-o", site);
      const server = await serve(site);
      const { page } = await chromium.open(browser, server.url);
      await new Reader(page).isReady();
      await eventually("the page is kept", () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)));
      const watching = await watch(texts, "-o", site);
      await page.reload();
      await eventually("nothing is kept", () => page.evaluate(async () => (await caches.keys()).length === 0).catch(() => false));
      await watching.stop();
      await server.stop();
      assert.ok((await readdir(site)).includes("watched-build.txt"));
      await build(texts, "-o", site);
      assert.ok(!(await readdir(site)).includes("watched-build.txt"));
    }));
});
