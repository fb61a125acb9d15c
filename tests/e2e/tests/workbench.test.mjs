// What a first answer does not wait for comes when a reader asks for it, and the page goes on where it was.

import assert from "node:assert/strict";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { seedsFolder } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";
import { serve } from "../harness/server.mjs";

describe("the workbench of a hosted folder", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const hosted = (fragment, body) =>
    withFolder(async (folder) => {
      const site = join(folder, "site");
      await build(seedsFolder, "-o", site);
      const server = await serve(site);
      try {
        const opened = await chromium.open(browser, server.url + fragment);
        await body({ ...opened, site, reader: new Reader(opened.page) });
      } finally {
        await server.stop();
      }
    });

  const loaded = (page) =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/workbench-")).length);

  test("comes with the first view that needs it, for the same lens", () =>
    hosted("#/search?q=Homs", async ({ page, reader, check }) => {
      await reader.isReady();
      assert.equal(await loaded(page), 0);
      await page.getByRole("link", { name: "Concordance" }).click();
      await page.getByRole("table").waitFor();
      assert.match(page.url(), /#\/concordance\?q=Homs$/);
      assert.ok((await page.getByRole("row").count()) > 5);
      // One app listens: typing once changes the lens once, and Back returns to the results.
      await page.goBack();
      await reader.isReady();
      assert.equal(reader.query(), "Homs");
      await reader.search("Damascus");
      assert.equal(await reader.box.inputValue(), "Damascus");
      await check();
    }));

  test("is the program from the beginning where the address is one of its views", () =>
    hosted("#/words", async ({ page, check }) => {
      await page.getByRole("table").waitFor();
      assert.equal(await page.evaluate(() => vademecum.ready.then(() => vademecum.search("Homs")).then(({ total }) => total > 0)), true);
      await check();
    }));

  test("that cannot be loaded leaves the page as it was, and says so", () =>
    hosted("", async ({ page, reader, site }) => {
      await reader.isReady();
      for (const name of await readdir(site)) if (/^workbench-.*\.js$/.test(name)) await rm(join(site, name));
      await page.getByRole("link", { name: "Words" }).click();
      await page.getByRole("alert").getByText(/cannot be loaded/).waitFor();
      await reader.search("Homs");
      assert.ok(await eventually("hits", () => reader.results.count()));
    }));
});
