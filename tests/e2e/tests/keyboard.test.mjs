// Where the keyboard is after the page changed: on the same control, or where reading goes on.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { focusIs, focused } from "../harness/keyboard.mjs";
import { Reader } from "../harness/reader.mjs";

describe("the keyboard keeps its place", () => {
  const site = hosted();

  /** A test with a fresh page; whatever the page complained of fails it. */
  const case_ = (name, fragment, body) =>
    test(name, async () => {
      const { page, check } = await chromium.open(site.browser, site.url + fragment);
      await page.locator("main article").first().waitFor();
      await body(page, new Reader(page));
      await check();
    });

  const tag = (page, name) => page.getByRole("group", { name: "Tag" }).getByRole("checkbox", { name });
  const ticked = (page) =>
    page.getByRole("checkbox", { checked: true }).evaluateAll((boxes) => boxes.map((box) => box.dataset.value));

  case_("a ticked filter keeps the focus and the tick, and Back gives it back", "#/search?q=homs", async (page) => {
    await tag(page, /^Homs,/).focus();
    await page.keyboard.press("Space");
    const chip = page.getByRole("button", { name: "Remove filter Tag Homs" });
    await chip.waitFor();
    await focusIs(page, /^input Homs,/);
    assert.deepEqual(await ticked(page), ["Homs"]);
    await page.keyboard.press("Space");
    await chip.waitFor({ state: "detached" });
    await focusIs(page, /^input Homs,/);
    assert.deepEqual(await ticked(page), []);
    await tag(page, /^Damascus,/).focus();
    await page.goBack();
    await chip.waitFor();
    await focusIs(page, /^input Homs,/);
    assert.deepEqual(await ticked(page), ["Homs"]);
  });

  case_("a removed filter leaves the focus to its checkbox", "#/search?q=homs&tag=Homs&tag=Damascus", async (page) => {
    await page.getByRole("button", { name: "Remove filter Tag Homs" }).focus();
    await page.keyboard.press("Enter");
    await focusIs(page, /^input Homs,/);
    assert.deepEqual(await ticked(page), ["Damascus"]);
  });

  case_("Back, Forward and a reload find the place in the list and the document", "#/search?q=homs", async (page, reader) => {
    const link = reader.results.nth(1).locator("h2 a");
    const title = await link.innerText();
    await link.focus();
    await page.keyboard.press("Enter");
    await focusIs(page, /^mark /);
    await page.goBack();
    await eventually("the focus is on the title of the result", async () => (await focused(page)) === `a ${title}`);
    await page.goForward();
    await focusIs(page, /^mark /);
    await page.reload();
    await focusIs(page, /^mark /);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".current")));
  });

  case_("a document opened without a match begins at its title", "#/doc/places", async (page) => {
    await focusIs(page, /^h1 Places/);
    await page.reload();
    await focusIs(page, /^h1 Places/);
  });

  case_("a pasted book is cut to what the engine reads", "", async (page, reader) => {
    await reader.box.fill("homs ".repeat(20_000));
    await eventually("the address holds the query", () => page.url().length > 16_384);
    assert.ok(page.url().length < 60_000, `${page.url().length}`);
    assert.equal((await reader.box.inputValue()).length, 16_384);
    const lines = await page.locator(".reading-lines").innerText();
    assert.ok(lines.length < 2_000, `${lines.length}`);
  });

  case_("the line above an answer stays when more is shown", "#/search?q=the", async (page, reader) => {
    const line = await reader.summary.innerText();
    const shown = await reader.results.count();
    await page.getByRole("button", { name: /^Show more/ }).click();
    await eventually("more results", async () => (await reader.results.count()) > shown);
    assert.equal(await reader.summary.innerText(), line);
  });
});
