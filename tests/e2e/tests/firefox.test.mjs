// The second engine: the same pages start, find, filter, read, explore, keep, take files in and speak Arabic in Firefox.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually } from "../harness/eventually.mjs";
import * as firefox from "../harness/firefox.mjs";
import { hosted } from "../harness/hosted.mjs";
import { OwnFiles, fixture, notes, textFile } from "../harness/own-files.mjs";
import { singleUrl } from "../harness/places.mjs";
import { select, someWords } from "../harness/selecting.mjs";

describe("Firefox", () => {
  const site = hosted(firefox);

  // Presses come from inside the page: the pointer of BiDi would need the layout to have settled.
  const press = (page, selector) => page.$eval(selector, (element) => element.click());
  const shows = (page, selector) => eventually(`${selector} is shown`, () => page.$$eval(selector, (found) => found.length));
  const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
  const type = (page, words) =>
    page.$eval(
      "#query",
      (box, words) => {
        box.focus();
        box.value = words;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      },
      words,
    );

  for (const [name, url] of [["the single file from the disk", () => singleUrl], ["dist/ over HTTP", () => site.url]]) {
    test(`${name}: find, read, step, go back`, async () => {
      const { page, check } = await firefox.open(site.browser, `${url()}#/search?q=Homs`);
      const marks = await eventually("marked results", async () => {
        const texts = await page.$$eval("main ol > li article mark", (found) => found.map((mark) => mark.textContent));
        return texts.length > 0 && texts;
      });
      assert.ok(marks.includes("Homs"), marks.join());
      await press(page, "main ol > li article :is(h2, h3) a");
      await shows(page, "article.document mark");
      await press(page, "[data-do=next]");
      await eventually("the second match", async () => /^2 /.test(await textOf(page, ".bar .place")));
      await page.evaluate(() => history.back());
      await shows(page, "main ol > li article mark");
      await check();
    });

    test(`${name}: type, filter, take the filter back`, async () => {
      const { page, check } = await firefox.open(site.browser, url());
      await shows(page, "main li article");
      await type(page, "homs");
      await shows(page, "main li article mark");
      const before = await textOf(page, "main h1");
      await press(page, "[data-do=filter][data-value=Homs]");
      await shows(page, ".chips [data-value=Homs]");
      await eventually("another answer", async () => (await textOf(page, "main h1")) !== before);
      await press(page, ".chips [data-value=Homs]");
      await eventually("the first answer", async () => (await textOf(page, "main h1")) === before);
      await check();
    });

    test(`${name}: every view opens`, async () => {
      const { page, check } = await firefox.open(site.browser, `${url()}#/search?q=homs`);
      await shows(page, "main mark");
      const views = await page.$$eval(".views a", (links) => links.map((link) => link.getAttribute("href")));
      assert.ok(views.length > 6, views.join());
      for (const view of views) {
        await press(page, `.views a[href="${view}"]`);
        await shows(page, `.views a[href^="${view.split("?")[0]}"][aria-current]`);
        await eventually(`${view} has content`, async () => (await textOf(page, "main")).trim().length > 20);
      }
      await check();
    });

    test(`${name}: in Arabic, from right to left, and back`, async () => {
      const { page, check } = await firefox.open(site.browser, `${url()}#/search?q=homs`);
      await shows(page, "main mark");
      await press(page, "[data-do=interface]");
      await shows(page, "html[lang=ar][dir=rtl] main mark");
      assert.match(await textOf(page, "main h1"), /مطابق/);
      await press(page, "[data-do=interface]");
      await shows(page, "html[lang=en][dir=ltr] main mark");
      assert.match(await textOf(page, "main h1"), /matches in/);
      await check();
    });

    test(`${name}: a passage that was marked and noted is on the desk, also after a reload`, async () => {
      const { page, check } = await firefox.open(site.browser, `${url()}#/doc/places`);
      await shows(page, "article .text p");
      const words = await someWords(page);
      await select(page, words);
      await shows(page, "#passage-bar [data-do=mark]");
      await press(page, "#passage-bar [data-do=mark]");
      await shows(page, "#passage-bar [data-do=unmark]");
      await press(page, "#passage-bar [data-do=note]");
      await shows(page, "#passage-bar textarea[id^=note-]");
      await page.$eval("#passage-bar textarea[id^=note-]", (field) => {
        field.value = "Look this up.";
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await eventually("it is said to be kept", async () => /kept/i.test(await textOf(page, "#told")));
      const isThere = async () => {
        await shows(page, "main blockquote");
        assert.equal(await textOf(page, "main blockquote"), words);
        assert.equal(await page.$eval("main textarea[id^=note-]", (field) => field.value), "Look this up.");
      };
      await press(page, '.views a[href^="#/desk"]');
      await isThere();
      await page.reload();
      await isThere();
      await check();
    });

    test(`${name}: own files are read, searched with the others, and left again`, async () => {
      const { page, check } = await firefox.open(site.browser, `${url()}#/files`);
      await shows(page, "main input[type=file]");
      const files = new OwnFiles(page);
      await files.drop([...notes(5), await fixture("lo-en.pdf"), textFile("broken.docx", "PK\u0003\u0004 and nothing more")]);
      await eventually("all are read", async () => {
        const bars = await page.$$eval("[role=progressbar]", (found) => found.length);
        return bars === 0 && /6 documents/.test(await textOf(page, "main"));
      });
      assert.match(await textOf(page, "main"), /broken\.docx/);
      await press(page, "[data-do=files-search]");
      await shows(page, ".own-notice");
      await type(page, "unique3");
      await eventually("the note is found", async () => /Note 3/.test(await textOf(page, "main")) && (await page.$$eval("main li article", (found) => found.length)) === 1);
      await press(page, "[data-do=files-back]");
      await eventually("the texts of the page are there again", async () => (await page.$$eval(".own-notice", (found) => found.length)) === 0);
      await check();
    });
  }
});
