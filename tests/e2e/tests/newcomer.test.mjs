// What somebody meets who has never seen the page: names without quotation marks, one's own collection in the examples, a
// time chosen by hand, nothing found said once.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { OwnFiles, textFile } from "../harness/own-files.mjs";
import { screenshotFolder, singleUrl } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";

describe("as a newcomer", () => {
  const site = hosted();

  /** A test in the single file, which is the whole page from its beginning. */
  const case_ = (name, fragment, body, options = {}) =>
    test(name, async () => {
      const { page, check } = await chromium.open(site.browser, singleUrl + fragment, options);
      await page.locator("#query").waitFor();
      await body(page, new Reader(page));
      await check();
    });
  const proposals = (page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");

  case_("a full name without quotation marks is found as a name first, and is offered as one", "#/search?q=khaled%20al-ahmad", async (page, reader) => {
    await reader.isReady();
    const passage = reader.results.first().locator("p.passage", { hasText: "Khaled al-Ahmad" });
    assert.ok((await passage.count()) > 0);
    const offer = page.locator("main a", { hasText: /^Khaled al-Ahmad$/ });
    await offer.first().waitFor();
    assert.match(await offer.first().locator("xpath=..").innerText(), /As a name:.*As a phrase:/s);
    await offer.first().click();
    await eventually("the name is asked for", () => reader.query() === 'person:"Khaled al-Ahmad"');
    await page.locator("main mark", { hasText: "Khaled al-Ahmad" }).first().waitFor();
  });

  case_("the beginning of a second word proposes names and phrases", "", async (page, reader) => {
    await reader.box.focus();
    await page.keyboard.type("khaled al-a");
    const name = proposals(page).filter({ hasText: /^Khaled al-Ahmad\s+name/ });
    await name.waitFor();
    await proposals(page).filter({ hasText: /^Khaled al-Ahmad\s+phrase/ }).waitFor();
    await name.click();
    await eventually("it is asked for as a name", () => reader.query() === 'person:"Khaled al-Ahmad"');
  });

  case_("passages stand in the order of the text, and titles show the words of the query", "#/search?q=Homs", async (page, reader) => {
    await reader.isReady();
    let several = 0;
    for (const hit of await reader.results.all()) {
      const addresses = await hit.locator("p.passage a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const places = addresses.map((address) => Number(address.match(/at=(\d+)/)[1]));
      several += places.length > 1;
      assert.deepEqual(places, places.toSorted((a, b) => a - b));
    }
    assert.ok(several > 1);
    await page.locator("article h2 mark", { hasText: "Homs" }).first().waitFor();
  });

  for (const edition of ["hosted", "file"]) {
    test(`how to search is shown with what this collection holds, and each example finds what it says, ${edition}`, async () => {
      const { page, check } = await chromium.open(site.browser, edition === "hosted" ? site.url : singleUrl);
      await new Reader(page).isReady();
      await page.getByRole("link", { name: "About", exact: true }).click();
      const rows = page.locator("table.syntax tr");
      await rows.first().waitFor();
      const examples = await rows.evaluateAll((rows) => rows.map((row) => [row.cells[0].innerText, parseInt(row.cells[2].innerText.replace(/\D/g, ""), 10)]));
      for (const field of ["person", "place", "by", "day", "said"]) {
        assert.ok(examples.some(([form]) => form.startsWith(`${field}:`)), `${field}: ${examples.map(([form]) => form).join(" ")}`);
      }
      assert.ok(examples.length > 12);
      for (const [form, n] of examples) {
        const { total } = await page.evaluate((query) => globalThis.vademecum.search(query), form);
        assert.ok(total > 0 && total === n, `${form}: ${total}, not ${n}`);
      }
      assert.deepEqual(await violations(page), []);
      await page.screenshot({ path: join(screenshotFolder, `newcomer-about-${edition}.png`), fullPage: true });
      await check();
    });
  }

  case_("a time is chosen by its days at the keyboard, and taken back", "#/search?q=the", async (page, reader) => {
    await reader.isReady();
    const before = await reader.summary.innerText();
    await page.getByLabel("From", { exact: true }).fill("2026-03-01");
    await page.getByLabel("To", { exact: true }).fill("2026-05-31");
    await page.getByLabel("To", { exact: true }).press("Enter");
    await page.getByRole("button", { name: "Remove filter Date 1 March 2026 to 31 May 2026" }).waitFor();
    await eventually("fewer documents", async () => (await reader.summary.innerText()) !== before);
    assert.match(page.url(), /date=2026-03-01\.\.2026-05-31/);
    await page.getByRole("button", { name: "All dates" }).click();
    await eventually("all documents", async () => (await reader.summary.innerText()) === before);
  });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 375]) {
      case_(
        `a time is dragged over the bars, ${width} px, ${colorScheme}`,
        "#/search?q=the",
        async (page, reader) => {
          await reader.isReady();
          if (width < 900) await page.locator("section.filters summary").first().click();
          const bars = page.getByRole("img", { name: "Documents by date" });
          await bars.scrollIntoViewIfNeeded();
          const { x, y, width: wide, height } = await bars.boundingBox();
          await page.mouse.move(x + wide * 0.02, y + height / 2);
          await page.mouse.down();
          await page.mouse.move(x + wide * 0.2, y + height / 2, { steps: 4 });
          await page.getByText("February 2026 to March 2026").waitFor();
          await page.mouse.up();
          await eventually("the address holds the time", () => /date=2026-02-01\.\.2026-03-31/.test(page.url()));
          await page.getByRole("button", { name: /^Remove filter Date 1 February 2026 to/ }).waitFor();
          assert.deepEqual(await violations(page), []);
          await page.screenshot({ path: join(screenshotFolder, `newcomer-dates-${width}-${colorScheme}.png`) });
        },
        { width, colorScheme },
      );
    }
  }

  case_("names are narrowed while one types", "#/names", async (page) => {
    const heading = page.locator("main h1");
    await page.getByRole("rowheader").first().waitFor();
    const all = await heading.innerText();
    const field = page.getByLabel("Find a name");
    await field.focus();
    await page.keyboard.type("khaled");
    await eventually("fewer names", async () => (await heading.innerText()) !== all);
    await page.getByRole("rowheader", { name: "Khaled al-Ahmad" }).waitFor();
    assert.equal(await field.evaluate((field) => field === document.activeElement && field.value), "khaled");
    assert.match(page.url(), /find=khaled/);
  });

  case_("that nothing was found is said once, with one step out", "#/search?q=damascsuqq", async (page, reader) => {
    await eventually("which word nobody has", async () => /No document has “damascsuqq”/.test(await page.locator("main h1").innerText()));
    assert.equal((await page.locator("main").innerText()).match(/no document/gi).length, 1);
    await reader.box.fill("homs damascsuqq");
    const way = page.locator("p.best a");
    await way.waitFor();
    assert.equal(await way.count(), 1);
    await page.screenshot({ path: join(screenshotFolder, "newcomer-nothing.png") });
    await way.click();
    await eventually("the step finds something", () => reader.query() === "homs");
  });

  case_("one's own files are marked among the others and can be searched alone", "", async (page, reader) => {
    await reader.isReady();
    const files = new OwnFiles(page);
    await files.open();
    await files.choose([textFile("mine.md", "# My notes\n\nThe road to Homs was open.\n")]);
    await files.isDone();
    await files.search();
    await reader.isReady();
    assert.equal(await page.locator("nav.views [aria-current]").innerText(), "Results");
    await reader.search("Homs");
    const mine = reader.results.filter({ hasText: "My notes" });
    assert.match(await mine.textContent(), /your file/);
    assert.equal(await page.getByText("your file", { exact: true }).count(), 1);
    await page.screenshot({ path: join(screenshotFolder, "newcomer-own.png") });
    await page.getByRole("group", { name: "Collection" }).getByRole("checkbox", { name: /^My files, 1 document/ }).check();
    await eventually("only the own one", async () => (await reader.results.count()) === 1);
  });
});
