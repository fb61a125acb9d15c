// The interface in Arabic: chosen by a switch, by the publisher or by the browser; complete, from right to left.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { latinWords, wordsOf } from "../harness/latin-words.mjs";
import { fixture, textFile } from "../harness/own-files.mjs";
import { seedsFolder } from "../harness/places.mjs";
import { served } from "../harness/server.mjs";
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
      await served(site, (url) => body(url, site));
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
      assert.match(await page.locator("main h1").innerText(), /مطابق.*، .*(وثائق|وثيقة)/);
      const slant = await page.locator("main h1").evaluate((heading) => getComputedStyle(heading).fontStyle);
      assert.equal(slant, "normal", "Arabic has no italics");
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

  /** Opens a page of the English texts in Arabic; `look(what, ...typed)` fails where anything else is English. */
  const withEnglishTexts = (body) =>
    withSite([], async (url) => {
      const files = await readdir(seedsFolder);
      const texts = await Promise.all(files.map((file) => readFile(join(seedsFolder, file), "utf8")));
      const { page, check } = await chromium.open(browser, url, { language: "ar" });
      // A list of words has "p.m." as "pm".
      texts.push(...texts.map((text) => text.replaceAll(".", "")));
      const look = async (what, ...typed) => {
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        assert.deepEqual(await latinWords(page, wordsOf("Seeds", ...files, ...texts, ...typed)), [], what);
      };
      const press = (action) => page.locator(`[data-do='${action}']`).first().click();
      const go = async (fragment, ready) => {
        await page.goto(url + fragment);
        await page.locator(ready).first().waitFor();
      };
      await body({ page, look, press, go });
      await check();
    });

  test("no view and no name in it has English words but those of the documents", () =>
    withEnglishTexts(async ({ page, look, go }) => {
      const more = [
        ["#/timeline?scale=month&q=Homs", "main h1"],
        ["#/names?kind=place", ".sheet tbody td"],
        ["#/names?kind=person", ".sheet tbody td"],
        ["#/voices?list=speakers", "main h1"],
        ["#/words?list=ngrams&length=2", ".sheet tbody td"],
        ["#/words?kind=stems", ".sheet tbody td"],
        ["#/search?q=homs&tag=Gone&sort=beauty", ".note"],
        ["#/search?q=homs%20NEAR%20(damascus%20^2", ".note"],
        ["#/atlas?q=homs", ".note"],
      ].map(([fragment, ready]) => ({ name: fragment, fragment, ready }));
      for (const { name, fragment, ready } of [...views, ...more]) {
        await go(fragment, ready);
        // About's examples are words of the documents as one types them: cut, misspelled, written together.
        const examples = await page.locator(".syntax code").allInnerTexts();
        await look(name, decodeURIComponent(fragment), ...examples, "alassad");
      }
    }));

  test("nor has anything that opens in a view", () =>
    withEnglishTexts(async ({ page, look, press, go }) => {
      await go("#/search?q=homs", "main mark");
      await page.locator("[role='combobox']").fill("hom");
      await page.locator("[role='option']").first().waitFor();
      await look("suggestions", "hom");
      await go("#/doc/the-road-to-homs?q=Homs", "article mark");
      for (const action of ["similar", "tools", "cite"]) {
        await press(action);
        await look(action, "Homs");
      }
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("article .text p")));
      await page.locator("[data-do='mark']").waitFor();
      await look("a chosen passage");
      await press("mark");
      await go("#/desk?q=homs", "[data-do='keep-search']");
      await press("keep-search");
      await page.locator("[data-do='remove-search']").waitFor();
      await look("a desk with a mark and a search", "homs");
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-do='dossier'][data-value='html']").click()]);
      const dossier = await readFile(await download.path(), "utf8");
      assert.match(dossier, /<html lang="ar" dir="rtl">/);
      assert.match(dossier, /<p class="quiet">عُلِّم في \d{4}-\d\d-\d\d في الإصدار/);
      await go("#/search?q=qqxyzzyqq", "[data-do='certify']");
      await press("certify");
      await page.locator("[data-do='take-certificate']").first().waitFor();
      await look("a certificate", "qqxyzzyqq");
      await page.keyboard.press("Escape");
      await press("show-keys");
      await look("keys", "qqxyzzyqq");
      await page.keyboard.press("Escape");
      await go("#/batch", "textarea");
      await page.locator("textarea").fill("Homs\nqqxyzzyqq");
      await press("search-list");
      await page.locator(".sheet tbody td").first().waitFor();
      await look("a list of names", "qqxyzzyqq");
      for (const list of ["collocates", "keyness"]) {
        await go(`#/words?list=${list}&q=homs`, ".sheet tbody td");
        await page.locator(".method summary").click();
        await look(`how to read ${list}`, "homs");
      }
      await go("#/names?kind=person", ".sheet tbody td");
      await press("edit-names");
      for (const i of [0, 1]) await page.locator(".sheet tbody input[type='checkbox']").nth(i).check();
      await press("join-names");
      await look("names that are decided");
    }));

  test("what is wrong with own files is said in Arabic, with the remedy", () =>
    withEnglishTexts(async ({ page, look, go }) => {
      await go("#/files", "#own-files");
      const files = [
        textFile("key.md", "---\ntitle: Key\nno key\n---\nA text."),
        textFile("columns.csv", "a,b\n1,2\n"),
        textFile("cut.json", "{"),
        textFile("lines.jsonl", '{"text": 3}\n[1]\n'),
        textFile("mail.eml", "hello"),
        textFile("old.doc", "\u0000"),
        textFile("vademecum.toml", 'order = "date"\ncolour = 3\n'),
        textFile("authority.toml", "[[entity]]\nkind = 3\n"),
        ...(await Promise.all(["mixed.txt", "mojibake.txt", "scan-only.pdf", "encrypted.pdf", "wrong.pdf", "truncated.docx", "sitemap.xml", "cut.rtf"].map((name) => fixture(name)))),
      ];
      await page.locator("#own-files").setInputFiles(files);
      await eventually("all are read", async () => (await page.locator("progress").count()) === 0 && (await page.locator(".own-list li").count()) >= files.length);
      const told = await page.locator(".own-list .remedy").allTextContents();
      assert.ok(told.length > 12, told.join("\n"));
      for (const remedy of told) assert.match(remedy, ARABIC);
      // What is quoted of a file stands in isolates; the words of ours around it hold no English.
      const said = await page.locator(".own-list .problems li").allTextContents();
      for (const text of said) assert.match(text, ARABIC);
      const quoted = said.flatMap((text) => text.match(/\u2068[^\u2068\u2069]*\u2069/g) ?? []);
      const columns = "text body content message";
      await look("files", columns, ...files.map(({ name }) => name), ...quoted);
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
      const noIndex = Buffer.from("These are bytes of something else.".repeat(20)).toString("base64");
      for (const [part, content, english] of [
        ["wasm", "H4sIAAAA", /damaged|below/],
        ["index", noIndex, /cannot be opened|this is not|expected|below/],
      ]) {
        await writeFile(file, markup.replace(new RegExp(`(id="vademecum-${part}"[^>]*>)[^<]*`), `$1${content}`));
        const page = await browser.newPage();
        await page.goto(pathToFileURL(file).href);
        const text = await page.getByRole("alert").innerText();
        assert.match(text, ARABIC);
        assert.doesNotMatch(text, english);
        await page.close();
      }
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
