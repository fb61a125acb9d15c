// What comes out of a printer: the texts and tables, without controls, dark on white, with where they are from.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { hosted } from "../harness/hosted.mjs";
import { screenshotFolder } from "../harness/places.mjs";
import { views } from "../harness/views.mjs";

describe("printing", () => {
  const site = hosted();

  for (const name of ["results", "reader", "concordance", "timeline", "words", "desk"]) {
    test(`${name}: text and figures without controls, dark on white, with title, address and day`, async () => {
      const view = views.find((known) => known.name === name);
      const { page, check } = await chromium.open(site.browser, site.url + view.fragment, { colorScheme: "dark" });
      await page.locator("#masthead").waitFor();
      await page.locator(view.ready).first().waitFor();
      await page.evaluate(() => {
        document.documentElement.dataset.theme = "dark";
        dispatchEvent(new Event("beforeprint"));
      });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const printed = await page.evaluate(() => {
        const controls = [...document.querySelectorAll("input, select, form, nav:not(.table-frame ~ nav), footer, .filters, .bar:not(rect), button:not(.chips button):not(th button)")];
        const colour = getComputedStyle(document.querySelector("main p, main td, main h1") ?? document.body).color;
        return {
          controls: controls.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 90)),
          lightness: Math.max(...colour.match(/[\d.]+/g).slice(0, 3).map(Number)),
          source: getComputedStyle(document.documentElement, "::after").content,
          wide: document.documentElement.scrollWidth,
        };
      });
      assert.deepEqual(printed.controls, []);
      assert.ok(printed.lightness < 120, `ink is dark: ${printed.lightness}`);
      assert.ok(printed.source.includes(site.url), printed.source);
      assert.match(printed.source, /\d{4}/);
      if (name === "timeline") {
        assert.ok(await page.locator(".bars .bar").first().isVisible(), "the bars are printed");
        await page.getByText(/^Rows 1 to \d+ of \d+$/).waitFor();
      }
      await page.pdf({ path: join(screenshotFolder, `${name}-print.pdf`), format: "A4" });
      await check();
    });
  }

  for (const language of ["en", "ar"]) {
    test(`the day on paper is written as all days of the page are, ${language}`, async () => {
      const { page, check } = await chromium.open(site.browser, site.url, { language });
      await page.locator("main li article").first().waitFor();
      const [printed, expected] = await page.evaluate((tag) => {
        dispatchEvent(new Event("beforeprint"));
        const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { day: "numeric", month: "long", year: "numeric" });
        const own = format.formatToParts(new Date()).filter(({ type }) => type !== "literal");
        return [document.documentElement.dataset.printed.split("\n")[2], own.map(({ value }) => value)];
      }, language);
      for (const part of expected) assert.ok(printed.includes(part), `${printed} has ${part}`);
      assert.doesNotMatch(printed, /[\u0660-\u0669]/, "the digits are those of the texts");
      await check();
    });
  }
});
