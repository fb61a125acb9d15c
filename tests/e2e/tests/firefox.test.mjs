// The second engine: the same pages start, find, filter, read, explore and speak Arabic in Firefox.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually } from "../harness/eventually.mjs";
import * as firefox from "../harness/firefox.mjs";
import { hosted } from "../harness/hosted.mjs";
import { singleUrl } from "../harness/places.mjs";

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
  }
});
