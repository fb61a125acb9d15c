// A hosted folder that was opened once opens without its server, and says when it has a new version.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import * as firefox from "../harness/firefox.mjs";
import { seedsFolder } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";
import { serve } from "../harness/server.mjs";

describe("a hosted folder without its server", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  /** Waits until the service worker has everything. */
  const isKept = (page) => eventually("the page is kept", () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)));

  /** Two texts, built into a folder below a path, and opened. */
  const hosted = (body) =>
    withFolder(async (folder) => {
      const texts = join(folder, "texts.jsonl");
      const write = (lines) => writeFile(texts, lines.map((line) => JSON.stringify(line)).join("\n"));
      const rebuild = () => build(texts, "-o", join(folder, "site/below it"));
      await write([{ id: "a", title: "The road", text: "The convoy left Homs." }]);
      await rebuild();
      const server = await serve(join(folder, "site"));
      try {
        const { page, check } = await chromium.open(browser, `${server.url}below%20it/`);
        await new Reader(page).isReady();
        await isKept(page);
        await body({ page, check, server, write, rebuild });
      } finally {
        await server.stop();
      }
    });

  test("stopped, it reloads and answers", () =>
    hosted(async ({ page, server }) => {
      await server.stop();
      await page.reload();
      const reader = new Reader(page);
      await reader.isReady();
      await reader.search("convoy");
      assert.deepEqual(await reader.results.locator("mark").allInnerTexts(), ["convoy"]);
      assert.equal(await page.getByRole("button", { name: "Reload" }).count(), 0);
    }));

  test("a changed corpus is noticed, and shown when the reader wants it", () =>
    hosted(async ({ page, check, write, rebuild }) => {
      assert.equal(await page.getByRole("button", { name: "Reload" }).count(), 0);
      await write([{ id: "a", title: "The road", text: "The column reached Damascus." }]);
      await rebuild();
      await page.reload();
      const reader = new Reader(page);
      await reader.isReady();
      await page.getByText("There is a new version of these texts.").waitFor();
      await page.getByRole("button", { name: "Reload" }).click();
      await eventually("the new text", async () => (await page.locator("main").innerText()).includes("column reached"));
      const names = await page.evaluate(() => caches.keys());
      assert.equal(names.length, 1, names.join());
      await check();
    }));

  test("stopped, it reloads in Firefox too", () =>
    withFolder(async (folder) => {
      await build(seedsFolder, "-o", folder);
      const [fox, server] = await Promise.all([firefox.launch(), serve(folder)]);
      try {
        const { page } = await firefox.open(fox, server.url);
        const isShown = () => page.$$eval("main ol > li article", (found) => found.length);
        await eventually("documents", isShown);
        await eventually("the page is kept", () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)));
        await server.stop();
        await page.reload();
        await eventually("documents again", isShown);
      } finally {
        await fox.close();
        await server.stop();
      }
    }));
});
