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
import { served } from "../harness/server.mjs";

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
      await served(site, async (url) => {
        const opened = await chromium.open(browser, url + fragment);
        await body({ ...opened, site, reader: new Reader(opened.page) });
      });
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

  test("is the program from the beginning where a link asks for a name", () =>
    hosted("#/search?q=person%3Ajolani", async ({ page, reader, check }) => {
      await reader.isReady();
      assert.ok(await eventually("hits", () => reader.results.count()));
      assert.equal(reader.query(), "person:jolani");
      assert.ok((await loaded(page)) > 0);
      await check();
    }));

  test("is the program from the beginning where the address is one of its views", () =>
    hosted("#/words", async ({ page, check }) => {
      await page.getByRole("table").waitFor();
      assert.equal(await page.evaluate(() => vademecum.ready.then(() => vademecum.search("Homs")).then(({ total }) => total > 0)), true);
      await check();
    }));

  const options = (page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");

  test("comes when the search box is used, and typing goes on as if nothing had happened", () =>
    hosted("", async ({ page, reader, check }) => {
      await reader.isReady();
      await page.waitForLoadState("networkidle");
      assert.equal(await loaded(page), 0, "nothing is loaded before the box is used");
      await page.evaluate(() => {
        globalThis.box = document.getElementById("query");
        globalThis.left = 0;
        globalThis.box.addEventListener("blur", () => (globalThis.left += 1));
      });
      await reader.box.focus();
      await page.keyboard.type("homs dama");
      await page.keyboard.press("ArrowLeft");
      await page.evaluate(() => scrollTo(0, 300));
      const entries = await page.evaluate(() => history.length);
      await options(page).first().waitFor();
      const seen = await page.evaluate(() => ({
        isSame: globalThis.box === document.getElementById("query") && document.activeElement === globalThis.box,
        left: globalThis.left,
        cursor: [globalThis.box.selectionStart, globalThis.box.selectionEnd],
        text: globalThis.box.value,
        top: scrollY,
        entries: history.length,
      }));
      assert.deepEqual(seen, { isSame: true, left: 0, cursor: [8, 8], text: "homs dama", top: 300, entries });
      await page.keyboard.press("End");
      await page.keyboard.type("s");
      await options(page).filter({ hasText: /^damas/i }).first().waitFor();
      assert.equal(await reader.box.inputValue(), "homs damas");
      await eventually("the address follows", () => reader.query() === "homs damas");
      await check();
    }));

  test("comes while one reads an answer, and the answer stays where it was", () =>
    hosted("#/search?q=Homs", async ({ page, reader, check }) => {
      await reader.isReady();
      await reader.box.focus();
      await reader.results.nth(2).getByRole("link").first().focus();
      const before = await page.evaluate(() => [scrollY, document.activeElement.getAttribute("href")]);
      assert.ok(before[0] > 0);
      await page.getByRole("button", { name: "Record of this search" }).waitFor();
      const now = () => page.evaluate(() => [scrollY, document.activeElement.getAttribute("href")]);
      assert.deepEqual(await now(), before);
      assert.equal(await options(page).count(), 0);
      await check();
    }));

  test("that is on its way takes a press at once to where it leads", () =>
    hosted("", async ({ page, reader, check }) => {
      await reader.isReady();
      await reader.box.fill("Homs");
      await page.getByRole("link", { name: "Concordance" }).click();
      await page.getByRole("table").waitFor();
      assert.match(page.url(), /#\/concordance\?q=Homs$/);
      await page.goBack();
      await reader.isReady();
      assert.equal(reader.query(), "Homs");
      await check();
    }));

  test("comes with the sign of a paragraph, and offers what can be done with that passage", () =>
    hosted("#/doc/places", async ({ page, check }) => {
      await page.locator("article .text").waitFor();
      const bar = page.getByRole("region", { name: "Chosen passage" });
      const sign = page.getByRole("link", { name: "Link to this passage" }).nth(2);
      const address = await sign.getAttribute("href");
      await sign.focus();
      await page.keyboard.press("Enter");
      await bar.getByRole("button", { name: "Mark", exact: true }).waitFor();
      assert.ok(page.url().endsWith(address), page.url());
      await eventually("the keyboard is at what it offers", () => page.evaluate(() => document.activeElement.closest("#passage-bar") !== null));
      await check();
    }));

  test("that cannot be loaded for suggestions is not missed", () =>
    hosted("", async ({ page, reader, site }) => {
      await reader.isReady();
      for (const name of await readdir(site)) if (/^workbench-.*\.js$/.test(name)) await rm(join(site, name));
      const asked = page.waitForResponse(/workbench-.*\.js/);
      await reader.box.focus();
      assert.equal((await asked).status(), 404);
      await reader.search("Homs");
      assert.equal(await page.getByRole("alert").count(), 0);
      assert.ok(await reader.results.count());
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
