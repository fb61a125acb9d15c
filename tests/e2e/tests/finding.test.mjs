// Searching as people expect: suggestions, ways out of nothing, records, lists, documents like one, keys.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { screenshotFolder, singleUrl } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";

const documentOf = (address) => new URL(address).hash.split(/[/?]/)[2];

for (const edition of ["hosted", "file"]) {
  describe(`finding, ${edition}`, () => {
    const site = hosted();

    const case_ = (name, fragment, body, options = {}) =>
      test(name, async () => {
        const { page, check } = await chromium.open(site.browser, (edition === "hosted" ? site.url : singleUrl) + fragment, options);
        const reader = new Reader(page);
        await page.locator("#query").waitFor();
        await body(page, reader);
        await check();
      });
    const options = (page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
    const texts = (page) => options(page).locator("bdi").allInnerTexts();

    case_("words are proposed while one types, and the arrows and Enter take one", "", async (page, reader) => {
      await reader.box.focus();
      await page.keyboard.type("dam");
      await options(page).first().waitFor();
      assert.equal(await reader.box.getAttribute("aria-expanded"), "true");
      const first = (await texts(page))[0];
      assert.match(first, /^dam/i);
      await page.keyboard.press("ArrowDown");
      const active = await reader.box.getAttribute("aria-activedescendant");
      assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
      await page.keyboard.press("Enter");
      await eventually("the word is in the box", async () => (await reader.box.inputValue()) === first);
      assert.equal(await options(page).count(), 0);
      assert.equal(await reader.box.evaluate((box) => box === document.activeElement), true);
      await eventually("the address has it", () => reader.query() === first);
    });

    // The single file speaks what its publisher chose.
    for (const language of edition === "hosted" ? ["en", "ar"] : ["en"]) {
      const title = `answers stand in the order of their sources, and the address keeps it, ${language}`;
      const sorted = async (page, reader) => {
        const name = { en: "Source", ar: "المصدر" }[language];
        const choice = page.getByRole("combobox").filter({ has: page.getByRole("option", { name, exact: true }) });
        await choice.selectOption({ label: name });
        await eventually("the address holds the order", () => page.url().endsWith("#/search?q=Homs&sort=source"));
        const isSorted = async () => {
          const sources = await reader.results.locator("cite").allInnerTexts();
          return new Set(sources).size > 1 && sources.every((source, i) => i === 0 || sources[i - 1].localeCompare(source, "en") <= 0);
        };
        await eventually("one source stands behind the other", isSorted);
        await page.reload();
        await reader.isReady();
        assert.ok(await isSorted());
        assert.equal(await choice.inputValue(), "source");
      };
      case_(title, "#/search?q=Homs", sorted, edition === "hosted" ? { language } : {});
    }

    case_("Enter searches what was typed, whatever is proposed; Escape closes the list", "", async (page, reader) => {
      await reader.box.focus();
      await page.keyboard.type("Dam");
      await options(page).first().waitFor();
      await page.keyboard.press("Enter");
      await eventually("the list is closed", async () => (await options(page).count()) === 0);
      assert.equal(await reader.box.inputValue(), "Dam");
      await page.keyboard.type("a");
      await options(page).first().waitFor();
      await page.keyboard.press("Escape");
      await eventually("the list is closed", async () => (await options(page).count()) === 0);
      assert.equal(await reader.box.inputValue(), "Dama");
    });

    case_("a press takes a word in the middle of a query", "", async (page, reader) => {
      await reader.box.fill("hom OR damascus");
      await reader.box.evaluate((box) => box.setSelectionRange(3, 3));
      await page.keyboard.type("s");
      await page.keyboard.press("Backspace");
      const option = options(page).filter({ hasText: /^Homs/ }).first();
      await option.click();
      await eventually("the word is in its place", async () => (await reader.box.inputValue()) === "Homs OR damascus");
      assert.equal(await reader.box.evaluate((box) => box.selectionStart), 4);
    });

    case_("a field proposes its values, a title its document", "", async (page, reader) => {
      await reader.box.fill("tag:");
      await options(page).first().waitFor();
      assert.ok((await texts(page)).includes("Homs"));
      await reader.box.fill("road to ho");
      await options(page).filter({ hasText: "open the document" }).first().click();
      await reader.document.waitFor();
      assert.match(page.url(), /#\/doc\//);
    });

    case_("past searches come back and can be forgotten", "", async (page, reader) => {
      await reader.box.focus();
      await page.keyboard.type("damascus");
      await page.keyboard.press("Enter");
      await page.reload();
      await reader.isReady();
      await reader.box.fill("");
      await reader.box.press("ArrowDown");
      await eventually("the search is there", async () => (await texts(page)).includes("damascus"));
      await options(page).filter({ hasText: "Forget" }).click();
      await reader.statusSays(/forgotten/);
      await reader.box.press("ArrowDown");
      assert.equal(await options(page).count(), 0);
    });

    case_("nothing found: each part is counted, and what to drop leads to just so many", "#/search?q=homs%20qqxyzzy&tag=Homs", async (page, reader) => {
      const parts = page.getByRole("heading", { name: "What each part finds by itself" });
      await parts.waitFor();
      const way = page.getByRole("link", { name: "without “qqxyzzy”" });
      const told = await way.locator("xpath=..").innerText();
      const [, n] = told.match(/(\d+) document/);
      await way.click();
      await eventually("as many as were promised", async () => new RegExp(`in ${n} document|^${n} document`).test(await reader.summary.innerText()));
      assert.equal(reader.query(), "homs");
    });

    case_("a search is written down with the texts it looked at", "#/search?q=qqxyzzy", async (page) => {
      await page.getByRole("button", { name: "Record of this search" }).click();
      const dialog = page.getByRole("dialog", { name: "Record of this search" });
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /nothing: no text searched/);
      const arrived = page.waitForEvent("download");
      await dialog.getByRole("button", { name: "Save as JSON" }).click();
      const record = JSON.parse(await readFile(await (await arrived).path(), "utf8"));
      assert.equal(record.total, 0);
      assert.ok(record.documents.length > 5);
      assert.match(record.documents[0].sha256, /^[0-9a-f]{64}$/);
      assert.ok(Date.parse(record.date) > 0);
      await page.keyboard.press("Escape");
      await eventually("it is closed", async () => !(await dialog.isVisible()));
    });

    case_("a pasted list is searched line by line and saved", "#/batch", async (page) => {
      await page.getByLabel("One name or query a line").fill("Homs\n\nqqxyzzy\nDamascus Homs qqx\nDamascus");
      await page.getByRole("button", { name: "Search all lines" }).click();
      const rows = page.getByRole("rowheader");
      await eventually("four rows", async () => (await rows.count()) === 4);
      assert.match(await page.getByRole("heading", { level: 2 }).first().innerText(), /^2 of 4 lines found as written/);
      await page.getByRole("heading", { level: 1, name: "Lists" }).waitFor();
      assert.match(await page.getByRole("row", { name: /^Damascus Homs qqx/ }).innerText(), /not found/);
      assert.match(await page.getByLabel("One name or query a line").inputValue(), /^Homs/);
      const arrived = page.waitForEvent("download");
      await page.getByRole("button", { name: /CSV/ }).click();
      const csv = await readFile(await (await arrived).path(), "utf8");
      assert.match(csv, /^line,found,documents,matches,best,query,/);
      assert.equal(csv.trim().split("\r\n").length, 5);
      await rows.first().getByRole("link").click();
      await page.locator("main mark").first().waitFor();
    });

    case_("documents like one are found with the words they share", "#/doc/the-road-to-homs", async (page) => {
      await page.getByRole("button", { name: "More like this" }).click();
      const like = page.getByRole("region", { name: "More like this" });
      await like.getByRole("link").first().waitFor();
      assert.match(await like.innerText(), /Both use:/);
    });

    case_("n and p go through matches and on to the next result; ? tells the keys", "#/search?q=homs", async (page, reader) => {
      await reader.isReady();
      await page.keyboard.press("n");
      const first = await page.evaluate(() => document.activeElement.textContent);
      await page.keyboard.press("Enter");
      await reader.document.waitFor();
      const start = page.url();
      const { of } = await reader.place();
      for (let i = 0; i < of; i += 1) await page.keyboard.press("n");
      await eventually("another document", () => documentOf(page.url()) !== documentOf(start));
      await page.keyboard.press("p");
      await eventually("back at its last match", async () => (await reader.document.locator("h1").innerText()) === first);
      assert.deepEqual(await reader.place(), { n: of, of });
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await page.keyboard.press("Escape");
    });

    case_("hostile queries are answered", "", async (page, reader) => {
      for (const query of ["*", "**", "OR OR", "(((((((", "“”", "\u202ehoms", "sentence:(".repeat(60), "homs ".repeat(4000), "w*~2 ".repeat(60)]) {
        await reader.box.fill(query);
        await eventually(`an answer to ${query.slice(0, 20)}`, async () => (await reader.summary.count()) > 0);
      }
      await reader.box.fill("homs");
      await page.locator("main mark").first().waitFor();
    });

    for (const colorScheme of edition === "hosted" ? ["light", "dark"] : []) {
      for (const width of [1280, 375]) {
        const looked = { colorScheme, width };
        const views = [
          ["suggestions", "", async (page, reader) => {
            await reader.box.focus();
            await page.keyboard.type("da");
            await options(page).first().waitFor();
            await page.keyboard.press("ArrowDown");
          }],
          ["help", "#/search?q=homs%20qqxyzzy&tag=Homs", (page) => page.getByRole("heading", { name: /each part/ }).waitFor()],
          ["record", "#/search?q=homs", async (page) => {
            await page.getByRole("button", { name: "Record of this search" }).click();
            await page.getByRole("dialog").waitFor();
          }],
          ["batch", "#/batch", async (page) => {
            await page.getByLabel("One name or query a line").fill("Homs\nqqxyzzy\nDamascus");
            await page.getByRole("button", { name: "Search all lines" }).click();
            await page.getByRole("rowheader").first().waitFor();
          }],
          ["similar", "#/doc/the-road-to-homs?q=homs", async (page) => {
            await page.getByRole("button", { name: "More like this" }).click();
            await page.getByRole("region", { name: "More like this" }).waitFor();
          }],
        ];
        for (const [name, fragment, prepare] of views) {
          case_(`${name}, ${colorScheme}, ${width} px: picture and accessibility`, fragment, async (page, reader) => {
            await prepare(page, reader);
            await page.screenshot({ path: join(screenshotFolder, `finding-${name}-${width}-${colorScheme}.png`) });
            assert.deepEqual(await violations(page), []);
          }, looked);
        }
      }
    }
  });
}
