// Every figure is one step from its sentences; long tables are shown in parts and saved whole; decisions about names hold
// everywhere.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { distFolder } from "../harness/places.mjs";
import { serve } from "../harness/server.mjs";

const rows = (page) => page.locator("main tbody tr");
const heading = (page) => page.locator("main h1").innerText();
const numberIn = (text) => Number(text.replace(/[,\s]/g, ""));

// For columns of counts, what the table behind a number says about itself.
const MATCHES = /([\d,]+) match/;
const DOCUMENTS = /in ([\d,]+) document/;
const views = [
  { name: "timeline", fragment: "#/timeline", counts: { Mentions: /([\d,]+) mention/ } },
  { name: "timeline by month", fragment: "#/timeline?scale=month&q=Homs", counts: { Mentions: /([\d,]+) mention/ } },
  { name: "names", fragment: "#/names", counts: {} },
  { name: "speakers", fragment: "#/voices?list=speakers", counts: { Reported: /([\d,]+) quotation/ } },
  { name: "words", fragment: "#/words", counts: { Frequency: MATCHES, Documents: DOCUMENTS } },
  { name: "words under a lens", fragment: "#/words?q=Homs", counts: { Frequency: MATCHES, Documents: DOCUMENTS } },
  { name: "words by stems", fragment: "#/words?kind=stems", counts: {} },
  { name: "n-grams", fragment: "#/words?list=ngrams&length=2", counts: { Documents: DOCUMENTS } },
  { name: "key words", fragment: "#/words?list=keyness&q=Homs", counts: { Here: MATCHES, There: MATCHES } },
  { name: "collocates", fragment: "#/words?list=collocates&q=Homs", counts: { Frequency: MATCHES } },
  { name: "dispersion", fragment: "#/words?list=dispersion&q=Homs", counts: { Matches: MATCHES } },
];

/** The numbers of a table: column, text and address. */
const numbersOf = (page) =>
  page.evaluate(() => {
    const heads = [...document.querySelectorAll("main thead th")].map((head) => head.innerText.trim());
    return [...document.querySelectorAll("main tbody tr")].slice(0, 20).flatMap((row) =>
      [...row.children].flatMap((cell, at) =>
        cell.className === "number" && cell.innerText.trim()
          ? [{ column: heads[at], text: cell.innerText.trim(), address: cell.querySelector("a")?.getAttribute("href") ?? "" }]
          : [],
      ),
    );
  });

describe("figures", () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([chromium.launch(), serve(distFolder)]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  const open = async (fragment) => {
    const opened = await chromium.open(browser, server.url + fragment);
    await rows(opened.page).first().waitFor();
    return opened;
  };

  for (const { name, fragment, counts } of views) {
    test(`${name}: every number leads to what was counted`, async () => {
      const { page, check } = await open(fragment);
      const numbers = await numbersOf(page);
      assert.ok(numbers.length > 0, "the table has no number");
      assert.deepEqual(numbers.filter(({ address }) => !address), []);
      const columns = [...new Set(numbers.map(({ column }) => column))];
      for (const column of columns) {
        const isSome = (one) => one.column === column && /[1-9]/.test(one.text);
        for (const { text, address } of numbers.filter(isSome).slice(0, 2)) {
          await page.goto(`${server.url}#/about`);
          await page.goto(server.url + address);
          await page.locator(address.startsWith("#/doc") ? "article p" : "main tbody tr").first().waitFor();
          if (column in counts) assert.equal(numberIn((await heading(page)).match(counts[column])?.[1] ?? ""), numberIn(text), `${column} ${text}: ${address}`);
        }
      }
      await check();
    });
  }

  for (const fragment of ["#/compare", "#/voices", "#/concordance?q=Homs"]) {
    test(`${fragment}: every row leads to its place in a text`, async () => {
      const { page, check } = await open(fragment);
      const n = await rows(page).count();
      assert.equal(await page.locator("main tbody tr:has(a[href^='#/doc/'])").count(), n);
      await page.locator("main tbody a[href^='#/doc/']").first().click();
      await page.locator("article p").first().waitFor();
      await check();
    });
  }

  test("a long table is shown in parts and saved whole", async () => {
    const { page, check } = await open("#/words?rows=500");
    const n = numberIn((await heading(page)).match(/[\d,]+/)[0]);
    assert.ok(n > 1000, `${n} words`);
    assert.equal(await rows(page).count(), 500);
    await page.getByRole("link", { name: "Further rows" }).click();
    await page.getByText(/Rows 501 to 1,000 of/).waitFor();
    assert.match(page.url(), /start=501/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Save all/ }).click()]);
    const csv = await readFile(await download.path(), "utf8");
    assert.equal(csv.trim().split("\r\n").length, n + 1);
    await check();
  });

  test("names joined in the Names view are one in queries, filters and the other views", async () => {
    const { page, check } = await open("#/names?kind=place");
    const names = (await rows(page).locator("th.head").allInnerTexts()).slice(0, 2);
    await page.getByRole("button", { name: "Edit names" }).click();
    await page.getByRole("checkbox").nth(0).check();
    await page.getByLabel("Call it").waitFor();
    await page.getByRole("checkbox").nth(1).check();
    await eventually("two are chosen", async () => /2 chosen/.test(await page.locator(".naming").innerText()));
    await page.getByLabel("Call it").fill("One Place");
    await page.getByRole("button", { name: "Join or rename" }).click();
    await page.getByRole("heading", { name: "Your decisions" }).waitFor();
    const found = {};
    for (const name of ["One Place", ...names]) {
      await page.goto(`${server.url}#/concordance?q=${encodeURIComponent(`place:"${name}"`)}`);
      await rows(page).first().waitFor();
      await eventually("its lines are there", async () => (await page.locator(".scope").first().innerText()).includes(name));
      found[name] = await heading(page);
    }
    assert.equal(found[names[0]], found["One Place"]);
    assert.equal(found[names[1]], found["One Place"]);
    await page.goto(`${server.url}#/timeline?q=${encodeURIComponent('place:"One Place"')}`);
    await rows(page).first().waitFor();
    await page.goto(`${server.url}#/search?q=${encodeURIComponent('place:"One Place"')}`);
    await page.locator("main article.hit").first().waitFor();
    await check();
  });

  test("among many speakers those of most words can be chosen, and all are in a list", async () => {
    const { page, check } = await open("#/voices?list=speakers");
    assert.ok((await rows(page).count()) <= 50);
    await check();
  });
});
