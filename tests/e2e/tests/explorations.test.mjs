// The explorations: concordance, timeline, names, voices, accounts compared, words; over HTTP and from a file.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { screenshotFolder, seedsFolder, singleUrl } from "../harness/places.mjs";
import { served } from "../harness/server.mjs";

const views = [
  { name: "concordance", fragment: "#/concordance?q=Homs" },
  { name: "timeline", fragment: "#/timeline" },
  { name: "names", fragment: "#/names" },
  { name: "voices", fragment: "#/voices" },
  { name: "compare", fragment: "#/compare" },
  { name: "words", fragment: "#/words" },
  { name: "keyness", fragment: "#/words?list=keyness&q=Homs" },
  { name: "collocates", fragment: "#/words?list=collocates&q=Homs" },
  { name: "dispersion", fragment: "#/words?list=dispersion&q=Homs" },
];

const table = (page) => page.getByRole("table").first();
const rows = (page) => page.locator("main tbody tr");
const ready = (page) => rows(page).first().waitFor();

describe("explorations", () => {
  const site = hosted();

  const open = async (fragment, options) => {
    const opened = await chromium.open(site.browser, site.url + fragment, options);
    await ready(opened.page);
    return opened;
  };

  for (const { name, fragment } of views) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name}, ${colorScheme}: no accessibility violations, nothing wider than a phone`, async () => {
        const { page, check } = await open(fragment, { colorScheme });
        assert.deepEqual(await violations(page), []);
        await page.screenshot({ path: join(screenshotFolder, `${name}-1280-${colorScheme}.png`) });
        await page.setViewportSize({ width: 375, height: 900 });
        await page.screenshot({ path: join(screenshotFolder, `${name}-375-${colorScheme}.png`) });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px wider than the window`);
        await check();
      });
    }

    test(`${name}: says what it is about and is the same from a file`, async () => {
      const hosted = await open(fragment);
      const told = await hosted.page.locator("main h1").innerText();
      assert.match(await hosted.page.locator(".scope").innerText(), /document/);
      await hosted.check();
      const file = await chromium.open(site.browser, singleUrl + fragment, { offline: true });
      await ready(file.page);
      assert.equal(await file.page.locator("main h1").innerText(), told);
      await file.check();
    });
  }

  test("a concordance is sorted by the word after, and each line leads to its place", async () => {
    const { page, check } = await open("#/concordance?q=Homs");
    await page.getByLabel("Sort by").selectOption({ label: "1st word after" });
    await eventually("the address holds the order", () => page.url().includes("order=right1"));
    const after = await page.locator("td.after .sorted-by").allInnerTexts();
    const folded = after.map((word) => word.toLowerCase());
    assert.ok(folded.length > 10);
    assert.ok(folded.slice(0, 10).every((word, i) => i === 0 || folded[i - 1].localeCompare(word, "en") <= 0), folded.join(" "));
    await page.locator("td.node a").first().click();
    await page.locator("article mark").first().waitFor();
    assert.match(page.url(), /#\/doc\/.*at=/);
    await check();
  });

  test("a bar of the timeline narrows the table by pointer and by key, and the way leads back", async () => {
    const { page, check } = await open("#/timeline");
    const whole = await page.locator("main h1").innerText();
    const bar = page.getByRole("group", { name: /Mentions by/ }).getByRole("link", { name: /202[0-9]/ }).last();
    await bar.focus();
    await page.keyboard.press("Enter");
    await eventually("the table is narrowed", async () => (await page.locator("main h1").innerText()) !== whole);
    assert.match(page.url(), /find=202/);
    await page.getByRole("navigation", { name: "Period shown" }).getByRole("link", { name: "All times" }).click();
    await eventually("all is there again", async () => (await page.locator("main h1").innerText()) === whole);
    await check();
  });

  test("what is exported is what is shown", async () => {
    const { page, check } = await open("#/words");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
    const csv = await readFile(await download.path(), "utf8");
    const lines = csv.trim().split("\r\n");
    assert.equal(lines.length - 1, await rows(page).count());
    const first = await rows(page).first().locator("th").innerText();
    assert.ok(lines[1].startsWith(`${first},`), lines[1]);
    await check();
  });

  test("a table shown in part says which rows are taken", async () => {
    const { page, check } = await open("#/words");
    const shown = page.getByRole("group", { name: /^The \d+ rows shown:$/ });
    assert.equal(await shown.getByRole("button").count(), 3);
    assert.ok(await page.getByRole("button", { name: /^Save all [\d,]+ rows as CSV$/ }).isVisible());
    await check();
  });

  test("what columns mean is told to the keyboard, above the table", async () => {
    const { page, check } = await open("#/words?list=collocates&q=Homs");
    const meaning = page.getByText("in powers of two", { exact: false }).first();
    assert.ok(!(await meaning.isVisible()));
    await page.getByText("How to read this table").focus();
    await page.keyboard.press("Enter");
    await meaning.waitFor();
    const terms = await page.locator(".method dt").allInnerTexts();
    assert.deepEqual(terms, ["logDice", "Log-likelihood", "MI", "t", "Observed", "Expected"]);
    assert.deepEqual(await violations(page), []);
    await page.screenshot({ path: join(screenshotFolder, "explained-1280.png") });
    await check();
  });

  test("what was said in one view is out of sight in the next", async () => {
    const { page, check } = await open("#/words");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
    await download.path();
    await page.locator("#told.said").waitFor();
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Voices" }).click();
    await page.getByRole("heading", { level: 1, name: /quotations/ }).waitFor();
    assert.equal(await page.locator("#told.said").count(), 0);
    await check();
  });

  test("names are joined, kept over a reload, saved for the next build, and taken back", async () => {
    const { page, check } = await open("#/names?kind=place");
    const n = await page.locator("main h1").innerText();
    await page.getByRole("button", { name: "Edit names" }).click();
    const boxes = page.getByRole("checkbox");
    await boxes.nth(0).check();
    await eventually("a name is chosen", () => page.getByLabel("Call it").isVisible());
    await boxes.nth(1).check();
    await eventually("two are chosen", async () => /2 chosen/.test(await page.locator(".naming").innerText()));
    await page.getByLabel("Call it").fill("One Place");
    await page.getByRole("button", { name: "Join or rename" }).click();
    await page.getByRole("heading", { name: "Your decisions" }).waitFor();
    await eventually("one name less", async () => (await page.locator("main h1").innerText()) !== n);
    await page.reload();
    await ready(page);
    assert.ok(await page.getByRole("rowheader", { name: "One Place" }).isVisible());
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save authority.toml" }).click()]);
    assert.equal(download.suggestedFilename(), "authority.toml");
    assert.match(await readFile(await download.path(), "utf8"), /preferred = "One Place"\nvariants = \[/);
    await page.getByRole("button", { name: /Take back/ }).click();
    await eventually("as before", async () => (await page.locator("main h1").innerText()) === n);
    await check();
  });

  test("About says how well days, names and quotations are found", async () => {
    const { page, check } = await chromium.open(site.browser, `${site.url}#/about`);
    await page.getByRole("heading", { name: /How well/ }).waitFor();
    assert.ok((await page.getByRole("row").count()) > 6);
    await check();
  });

  test("results and reader show where the matches stand", async () => {
    const { page, check } = await chromium.open(site.browser, `${site.url}#/search?q=Homs`);
    await page.locator("article.hit svg.places").first().waitFor();
    await page.locator("article.hit h2 a").first().click();
    await page.locator("[data-strip]").waitFor();
    await check();
  });
});

describe("layers of a hosted folder", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const built = (words, body) =>
    withFolder(async (folder) => {
      await build(seedsFolder, "-o", folder, ...words);
      await served(folder, (url) => body(folder, url));
    });

  test("the first answer asks for none of them, a view for its file", () =>
    built([], async (_, url) => {
      const { page, check } = await chromium.open(browser, url);
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.locator("main ol > li article").first().waitFor();
      await page.getByRole("link", { name: "Timeline" }).click();
      await table(page).waitFor();
      assert.ok(asked.some((url) => /layers-[0-9a-f]+\.vade/.test(url)), asked.join(" "));
      await check();
    }));

  test("a damaged file is told in words, and the other views go on", () =>
    built([], async (folder, url) => {
      const names = (await readdir(folder)).filter((name) => name.startsWith("layers-"));
      assert.equal(names.length, 2);
      for (const name of names) await writeFile(join(folder, name), "no layers at all");
      const { page, check } = await chromium.open(browser, `${url}#/timeline`);
      await page.getByText(/of another kind or version/).waitFor();
      await page.getByRole("link", { name: "Words" }).click();
      await table(page).waitFor();
      await check();
    }));

  test("without layers a view says how to get them", () =>
    built(["--no-layers"], async (folder, url) => {
      assert.deepEqual((await readdir(folder)).filter((name) => name.startsWith("layers-")), []);
      const { page, check } = await chromium.open(browser, `${url}#/names`);
      await page.getByText(/--layers/).waitFor();
      await check();
    }));
});
