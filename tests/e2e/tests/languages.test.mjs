// The interface in Arabic: chosen by a switch, by the publisher or by the browser; complete, from right to left.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { seedsFolder } from "../harness/places.mjs";
import { serve } from "../harness/server.mjs";
import { views } from "../harness/views.mjs";

const ARABIC = /[\u0600-\u06ff]/;
const MORNING = "---\nlang: ar\nauthor: سامي الحداد\ndate: 2024-12-08\n---\n# صباح المدينة\n\nفُتحت المتاجر في الصباح ومشى الناس في الشوارع.\n";

describe("the page in another language", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const withSite = (options, body) =>
    withFolder(async (folder) => {
      const site = join(folder, "site");
      await build(seedsFolder, "-o", site, "--title", "Seeds", ...options);
      const server = await serve(site);
      try {
        await body(server.url, site);
      } finally {
        await server.stop();
      }
    });
  const root = (page) => page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);

  test("the switch changes the language at once, keeps the place and the focus, and is remembered", () =>
    withSite([], async (url) => {
      const { page, check } = await chromium.open(browser, `${url}#/search?q=homs`);
      await page.locator("main mark").first().waitFor();
      assert.equal(await root(page), "en ltr");
      await page.getByRole("button", { name: "العربية" }).click();
      await page.getByRole("button", { name: "English" }).waitFor();
      assert.equal(await root(page), "ar rtl");
      assert.equal(new URL(page.url()).hash, "#/search?q=homs");
      assert.match(await page.locator("main h1").innerText(), /مطابق.* في .*وثائق|وثيقة/);
      await eventually("the switch has the focus", () => page.evaluate(() => document.activeElement.dataset.do === "interface"));
      await page.reload();
      await page.getByRole("button", { name: "English" }).waitFor();
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("button", { name: "العربية" }).waitFor();
      assert.equal(await root(page), "en ltr");
      assert.match(await page.locator("main h1").innerText(), /matches in/);
      await page.reload();
      await page.locator("main mark").first().waitFor();
      assert.equal(await root(page), "en ltr");
      await check();
    }));

  test("a browser in Arabic gets the page in Arabic, with dates and numbers as it writes them", () =>
    withSite([], async (url) => {
      const { page, check } = await chromium.open(browser, url, { locale: "ar-SY" });
      await page.locator("main article").first().waitFor();
      assert.equal(await root(page), "ar rtl");
      const date = await page.locator("main time").first().innerText();
      assert.match(date, /^\d+ .*[\u0600-\u06ff].* \d{4}$/);
      await check();
    }));

  test("nothing of the interface stays English in any view", () =>
    withSite([], async (url) => {
      const { page, check } = await chromium.open(browser, url, { language: "ar" });
      for (const view of views) {
        await page.goto(url + view.fragment);
        await page.locator(view.ready).first().waitFor();
        const english = await page.evaluate(() => {
          // Texts of the corpus and what names them, also as choices; what the reader typed; abbreviations.
          const isOther = (element) => element.closest("[lang]:not(html, .theme), bdi, [dir='auto'], cite, code, .query, mark, .site, .documents, .hit h2, .passage, .sentence, .lead, td, tbody th, [lang='en'], #option-find, #option-against, #option-a, #option-b");
          const isWord = (text) => /[a-z]{2,}/.test(text) && !/^[0-9a-f]{8,}$/.test(text.trim()) && !/^(csv|json|html|Markdown|BibTeX|RIS|CSL-JSON|logDice|Log Ratio|MI|KWIC)$/i.test(text.trim());
          const found = [];
          const walker = document.createTreeWalker(document.querySelector("#vademecum-app"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const { parentElement, data } = walker.currentNode;
            if (isWord(data) && !/[\u0600-\u06ff]/.test(data) && !isOther(parentElement) && !parentElement.closest(".method")) found.push(data);
          }
          for (const element of document.querySelectorAll("#vademecum-app [aria-label], #vademecum-app [title], #vademecum-app [placeholder]")) {
            for (const name of ["aria-label", "title", "placeholder"]) {
              const text = element.getAttribute(name) ?? "";
              if (isWord(text) && !/[\u0600-\u06ff]/.test(text)) found.push(`${name}: ${text}`);
            }
          }
          return found;
        });
        assert.deepEqual(english, [], view.name);
      }
      await check();
    }));

  test("texts in Arabic make a page in Arabic, also before and without its program", () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, "a.md"), MORNING);
      const file = join(folder, "page.html");
      const site = join(folder, "site");
      await build(join(folder, "a.md"), "--single", file, "-o", site, "--title", "أخبار");
      for (const path of [file, join(site, "index.html"), join(site, "texts.html"), ...(await readdir(join(site, "text"))).map((name) => join(site, "text", name))]) {
        assert.match(await readFile(path, "utf8"), /<html lang="ar" dir="rtl">/, path);
      }
      const { page, check } = await chromium.open(browser, `${pathToFileURL(file)}#/search?q=المدينة`);
      await page.locator("main li article").first().waitFor();
      assert.equal(await root(page), "ar rtl");
      assert.match(await page.locator("#foot").innerText(), ARABIC);
      await check();
      const context = await browser.newContext({ javaScriptEnabled: false });
      const still = await context.newPage();
      await still.goto(pathToFileURL(file).href);
      assert.match(await still.locator(".notice").innerText(), ARABIC);
      assert.match(await still.locator("main > p").first().innerText(), /^وثيقة واحدة، /);
      await context.close();
    }));

  test("what cannot start says so in the language of the page", () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, "a.md"), MORNING);
      const file = join(folder, "page.html");
      await build(join(folder, "a.md"), "--single", file);
      const markup = await readFile(file, "utf8");
      await writeFile(file, markup.replace(/(id="vademecum-wasm"[^>]*>)[^<]*/, "$1H4sIAAAA"));
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      const text = await page.getByRole("alert").innerText();
      assert.match(text, ARABIC);
      assert.doesNotMatch(text, /damaged|below/);
      await page.close();
    }));

  test("a concordance of both directions keeps its matches below each other", () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, "a.md"), `${MORNING}\nقال إن Homs كانت هادئة في المدينة كلها.\n`);
      await writeFile(join(folder, "b.md"), "---\nlang: en\n---\n# Notes\n\nThe road to Homs was open, and Homs was quiet (المدينة).\n");
      const file = join(folder, "page.html");
      await build(join(folder, "a.md"), join(folder, "b.md"), "--single", file, "--interface", "en");
      const { page, check } = await chromium.open(browser, `${pathToFileURL(file)}#/concordance?q=homs%20OR%20%D8%A7%D9%84%D9%85%D8%AF%D9%8A%D9%86%D8%A9`);
      await page.locator(".concordance tbody td.node").nth(2).waitFor();
      const rows = await page.locator(".concordance tbody tr").evaluateAll((all) =>
        all.map((row) => {
          const box = (name) => row.querySelector(`.${name}`).getBoundingClientRect();
          return { dir: getComputedStyle(row).direction, before: box("before").left, node: box("node").left, after: box("after").left };
        }),
      );
      assert.ok(rows.some(({ dir }) => dir === "rtl") && rows.some(({ dir }) => dir === "ltr"), JSON.stringify(rows));
      for (const { dir, before, node, after } of rows) assert.ok(dir === "rtl" ? before > node && node > after : before < node && node < after);
      const places = rows.map(({ node }) => node);
      assert.ok(Math.max(...places) - Math.min(...places) < 1, `matches stand at ${places}`);
      await check();
    }));
});
