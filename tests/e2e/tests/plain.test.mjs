// What a page shows without its program: before it runs, where it cannot run, and to those who only read HTML.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { seedsFolder, singleFile, singleUrl } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";
import { served } from "../harness/server.mjs";

describe("the page without its program", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  /** Opens `url` on a narrow screen, where no script of the page runs. */
  const withoutScripts = async (url, body) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } });
    try {
      const page = await context.newPage();
      await page.goto(url);
      await body(page);
    } finally {
      await context.close();
    }
  };

  test("with JavaScript off the single file lists and shows its texts", () =>
    withoutScripts(singleUrl, async (page) => {
      const titles = page.locator("main > ol > li > a");
      const articles = page.getByRole("article");
      assert.ok((await titles.count()) >= 14);
      assert.equal(await articles.count(), await titles.count());
      await titles.nth(3).click();
      const { y } = await articles.nth(3).boundingBox();
      assert.ok(Math.abs(y) < 200, `the link leads to its text, ${y} px from the top`);
    }));

  test("the app takes the place of the texts: nothing is there twice", async () => {
    const { page, check } = await chromium.open(browser, singleUrl);
    await new Reader(page).isReady();
    assert.equal(await page.locator("main").count(), 1);
    assert.equal(await page.locator(".contents").count(), 0);
    assert.equal(await page.locator("h1").count(), 1);
    await check();
  });

  test("a link into a text leads to it without the program as with it", async () => {
    const markup = await readFile(singleFile, "utf8");
    const [, fragment] = /<a href="(#\/doc\/[^"]+)"/.exec(markup);
    const { page, check } = await chromium.open(browser, singleUrl + fragment);
    const reader = new Reader(page);
    await reader.document.locator(".text").waitFor();
    await page.getByRole("link", { name: /all documents/i }).first().waitFor();
    await check();
  });

  test("a program that fails leaves the texts to read", async () => {
    const markup = await readFile(singleFile, "utf8");
    const broken = markup.replace(/(id="vademecum-wasm"[^>]*>)[^<]*/, "$1H4sIAAAA");
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route("http://127.0.0.1/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: broken }));
    await page.goto("http://127.0.0.1/");
    await page.getByRole("alert").waitFor();
    assert.ok((await page.getByRole("article").count()) >= 14);
    await context.close();
  });

  test("a few short texts stand in the page that a hosted folder opens with, until the app is there", () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, "a.md"), "# The road\n\nThe convoy left Homs.\n");
      await writeFile(join(folder, "b.md"), "# The bridge\n\nThe bridge was shut.\n");
      await build(join(folder, "a.md"), join(folder, "b.md"), "-o", join(folder, "site"));
      await served(join(folder, "site"), async (url) => {
        await withoutScripts(url, async (page) => {
          assert.equal(await page.getByRole("article").count(), 2);
          assert.ok(await page.getByText("The bridge was shut.").last().isVisible());
        });
        const { page, check } = await chromium.open(browser, url);
        await new Reader(page).isReady();
        assert.equal(await page.locator("main").count(), 1);
        assert.equal(await page.locator(".contents").count(), 0);
        await check();
      });
    }));

  test("a hosted folder has a page for each text, below any path, without violations", () =>
    withFolder(async (folder) => {
      await build(seedsFolder, "-o", join(folder, "a/b c"), "--title", "Seeds");
      const files = await readdir(join(folder, "a/b c/text"));
      await served(folder, async (url) => {
        await withoutScripts(`${url}a/b%20c/`, async (page) => {
          assert.equal(await page.locator("main > ol > li > a").count(), files.length);
          await page.locator("main > ol > li > a").first().click();
          assert.ok((await page.locator("article .text > *").count()) > 1);
          await page.getByRole("link", { name: "Next document" }).click();
          assert.ok((await page.locator("article .text > *").count()) > 1);
          await page.getByRole("link", { name: "Seeds" }).click();
          assert.equal(await page.locator("main > ol > li > a").count(), files.length);
        });
        for (const path of ["texts.html", ...files.slice(0, 3).map((file) => `text/${file}`)]) {
          const { page, check } = await chromium.open(browser, `${url}a/b%20c/${path}`);
          assert.deepEqual(await violations(page, {}), [], path);
          await check();
        }
        const { page, check } = await chromium.open(browser, `${url}a/b%20c/text/${files[0]}`);
        await page.getByRole("link", { name: "Search in this text" }).click();
        await new Reader(page).document.locator(".text").waitFor();
        await check();
      });
    }));

  test("the single file's texts are without violations and fit a narrow screen", async () => {
    const markup = await readFile(singleFile, "utf8");
    const still = markup.replace(/<script id="vademecum-glue">[\s\S]*<\/script>/, "");
    const context = await browser.newContext({ viewport: { width: 375, height: 800 } });
    const page = await context.newPage();
    await page.route("http://127.0.0.1/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: still }));
    await page.goto("http://127.0.0.1/");
    const wide = await page.evaluate(() => {
      const over = [...document.querySelectorAll("body *:not(.table *)")].filter((element) => element.getBoundingClientRect().right > 376);
      return over.slice(0, 3).map((element) => element.outerHTML.slice(0, 90));
    });
    assert.deepEqual(wide, []);
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
});
