// What both editions of the page do: the hosted folder over HTTP, and the one file from the disk.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { fromDisk } from "../harness/hosted.mjs";
import { distFolder } from "../harness/places.mjs";
import { NOTHING, Reader } from "../harness/reader.mjs";
import { serve } from "../harness/server.mjs";

const editions = [
  {
    name: "dist/ over HTTP",
    options: {},
    start: () => serve(distFolder),
  },
  fromDisk,
];

for (const edition of editions) {
  describe(edition.name, () => {
    let browser, site;
    before(async () => {
      [browser, site] = await Promise.all([chromium.launch(), edition.start()]);
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    /** A test with a fresh page; whatever the page complained of or fetched from elsewhere fails it. */
    const case_ = (name, fragment, body) =>
      test(name, async () => {
        const { page, check } = await chromium.open(browser, site.url + fragment, edition.options);
        const reader = new Reader(page);
        await reader.isReady();
        await body(reader, page);
        await check();
      });

    case_("an empty box shows all documents", "", async (reader) => {
      assert.ok((await reader.results.count()) >= 14);
      assert.equal(await reader.box.inputValue(), "");
    });

    case_("typing finds, counts and marks", "", async (reader) => {
      await reader.search("Rastan");
      assert.match(await reader.summary.innerText(), /^\d+ matches in \d+ documents$/);
      await reader.statusSays(/^\d+ matches in \d+ documents$/);
      const marks = await reader.results.locator("mark").allInnerTexts();
      assert.ok(marks.length > 0);
      for (const mark of marks) assert.match(mark, /rastan/i);
    });

    case_("spelling with or without accents and case is one", "", async (reader) => {
      await reader.search("ERDOGAN");
      const marks = await reader.results.locator("mark").allInnerTexts();
      assert.ok(marks.some((mark) => mark.includes("Erdoğan")), marks.join());
    });

    case_("a phrase keeps its order", "", async (reader) => {
      await reader.search('"bridge Rastan with drunk"');
      assert.equal(await reader.results.locator("mark").count(), 0);
    });

    case_("nothing found says so and helps", "", async (reader, page) => {
      await reader.search("qqxyzzyqq");
      assert.match(await reader.summary.innerText(), NOTHING);
      await reader.statusSays(NOTHING);
      assert.match(await page.locator("main").innerText(), /qqxyzzyqq|try|fewer|spelling/i);
    });

    case_("a filter narrows to what it counts", "", async (reader, page) => {
      await reader.search("Homs");
      const before = await reader.results.count();
      const box = page.locator("fieldset").getByRole("checkbox");
      const names = await box.evaluateAll((boxes) => boxes.map((one) => one.labels[0].textContent.trim()));
      const counts = names.map((name) => Number(/(\d+)(?: documents?)?$/.exec(name)?.[1]));
      const chosen = counts.findIndex((count) => count > 0 && count < before);
      assert.ok(chosen >= 0, `a filter that narrows ${before} documents among ${names.join(" | ")}`);
      await box.nth(chosen).check();
      await eventually(`${counts[chosen]} documents remain`, async () => (await reader.results.count()) === counts[chosen]);
      await page.goBack();
      await eventually("Back takes the filter away", async () => (await reader.results.count()) === before);
    });

    case_("the reader marks, counts and moves among matches", "", async (reader, page) => {
      await reader.search("Homs");
      await reader.openResult();
      assert.ok((await reader.document.locator("mark").count()) > 1);
      const first = await reader.place();
      assert.equal(first.n, 1);
      assert.ok(first.of > 1);
      await reader.next.click();
      await eventually("the second match", async () => (await reader.place()).n === 2);
      await reader.previous.click();
      await eventually("the first match again", async () => (await reader.place()).n === 1);
      await page.goBack();
      await eventually("Back shows the results", async () => (await reader.results.count()) > 0);
      assert.equal(await reader.box.inputValue(), "Homs");
    });

    case_("an address with a query opens its answer", "#/search?q=captagon", async (reader) => {
      await eventually("the box holds the query", async () => (await reader.box.inputValue()) === "captagon");
      const marks = await eventually("marks", async () => {
        const texts = await reader.results.locator("mark").allInnerTexts();
        return texts.length > 0 && texts;
      });
      for (const mark of marks) assert.match(mark, /captagon/i);
    });

    case_("scripts ask through window.vademecum", "", async (reader, page) => {
      const told = await page.evaluate(async () => {
        await globalThis.vademecum.ready;
        const answer = await globalThis.vademecum.search("rastan", { limit: 2 });
        return { version: globalThis.vademecum.version, answer };
      });
      assert.ok(told.version);
      assert.ok(told.answer.total >= 2);
      assert.equal(told.answer.hits.length, 2);
      for (const { passages } of told.answer.hits) {
        const { text, marks } = passages[0];
        const bytes = Buffer.from(text);
        for (const [start, end] of marks) assert.match(bytes.subarray(start, end).toString(), /^(al-)?rastan/i);
      }
    });

    test("an address of a document opens it", async () => {
      const { page, check } = await chromium.open(browser, `${site.url}#/doc/places`, edition.options);
      await page.getByRole("heading", { name: "Places, from Abu Dhabi to Samarra" }).first().waitFor();
      assert.match(await new Reader(page).document.innerText(), /gazetteer/i);
      await check();
    });
  });
}
