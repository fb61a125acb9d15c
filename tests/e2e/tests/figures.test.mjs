// Every figure is one step from its sentences; long tables are shown in parts and saved whole; decisions about names hold
// everywhere.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { served } from "../harness/server.mjs";

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

// Of each first with each last name there is a speaker: more than a list to choose from has.
const FIRST_NAMES = "Adam Bella Clara David Edward Frank George Hannah Isaac James Karen Laura".split(" ");
const LAST_NAMES = "Archer Barton Carter Dalton Ellison Fletcher Garner Harlow Jenkins Keller".split(" ");

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
  const site = hosted();
  const open = async (fragment, url = site.url) => {
    const opened = await chromium.open(site.browser, url + fragment);
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
          await page.goto(`${site.url}#/about`);
          await page.goto(site.url + address);
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
      await page.goto(`${site.url}#/concordance?q=${encodeURIComponent(`place:"${name}"`)}`);
      await rows(page).first().waitFor();
      await eventually("its lines are there", async () => (await page.locator(".scope").first().innerText()).includes(name));
      found[name] = await heading(page);
    }
    assert.equal(found[names[0]], found["One Place"]);
    assert.equal(found[names[1]], found["One Place"]);
    await page.goto(`${site.url}#/timeline?q=${encodeURIComponent('place:"One Place"')}`);
    await rows(page).first().waitFor();
    await page.goto(`${site.url}#/search?q=${encodeURIComponent('place:"One Place"')}`);
    await page.locator("main article.hit").first().waitFor();
    await check();
  });

  test("among many speakers those of most words can be chosen, and all are in a list", () =>
    withFolder(async (folder) => {
      const names = FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`));
      const said = (name, i) => `“The lantern was seen again${" and again".repeat(i)},” said ${name} on the road.`;
      await writeFile(join(folder, "many.md"), `# Many\n\n${names.map(said).join("\n\n")}\n`);
      await build(join(folder, "many.md"), "-o", join(folder, "site"));
      await served(join(folder, "site"), async (url) => {
        const { page, check } = await open("#/voices", url);
        const note = await page.locator(".note").filter({ hasText: "To choose from" }).innerText();
        const [, n, of] = note.match(/the (\d+) speakers of most words, of (\d+)/);
        assert.equal(Number(of), names.length);
        const offered = await page.getByRole("combobox", { name: "Speaker" }).locator("option").allInnerTexts();
        // Before them stand all speakers, and those who have no name.
        assert.deepEqual(offered.slice(2), names.slice(-Number(n)).reverse());
        await page.getByRole("combobox", { name: "List" }).selectOption("speakers");
        await eventually("all are in the list", async () => (await heading(page)) === `${of} speakers`);
        await page.getByRole("button", { name: "Show more" }).click();
        await eventually("more rows", async () => (await rows(page).count()) === 100);
        await check();
      });
    }));
});
