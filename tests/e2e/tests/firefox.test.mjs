// The second engine: the same pages start, find and read in Firefox.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually } from "../harness/eventually.mjs";
import * as firefox from "../harness/firefox.mjs";
import { distFolder, singleUrl } from "../harness/places.mjs";
import { serve } from "../harness/server.mjs";

describe("Firefox", () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([firefox.launch(), serve(distFolder)]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [name, url] of [["the single file from the disk", () => singleUrl], ["dist/ over HTTP", () => server.url]]) {
    test(`${name}: find and read`, async () => {
      const { page, check } = await firefox.open(browser, `${url()}#/search?q=Homs`);
      const marks = await eventually("marked results", async () => {
        const texts = await page.$$eval("main ol > li article mark", (found) => found.map((mark) => mark.textContent));
        return texts.length > 0 && texts;
      });
      assert.ok(marks.includes("Homs"), marks.join());
      // A click from inside the page: the pointer of BiDi would need the layout to have settled.
      await page.$eval("main ol > li article :is(h2, h3) a", (link) => link.click());
      await eventually("marks in the document", () =>
        page.$$eval("article mark", (found) => found.filter((mark) => !mark.closest("li article")).length),
      );
      await check();
    });
  }
});
