// Metadata keys that nobody knows: found, filtered by, chosen by the publisher.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { Reader } from "../harness/reader.mjs";

describe("a key of few values", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const opened = (settings, body) =>
    withFolder(async (folder) => {
      const texts = [
        ["a", "north", "calm"],
        ["b", "south", "calm"],
        ["c", "north", "loud"],
      ];
      for (const [name, region, mood] of texts) {
        await writeFile(join(folder, `${name}.md`), `---\nregion: ${region}\nmood: ${mood}\n---\n# Road ${name}\n\nThe road was open.\n`);
      }
      if (settings) await writeFile(join(folder, "vademecum.toml"), settings);
      const file = join(folder, "page.html");
      await build(folder, "--single", file, "--no-own-files");
      const { page, check } = await chromium.open(browser, pathToFileURL(file).href);
      const reader = new Reader(page);
      await reader.isReady();
      await body({ page, reader });
      await check();
    });

  const shows = (page, n) => page.waitForFunction((n) => document.querySelectorAll("main ol > li article").length === n, n);
  const groups = (page) => page.locator("section.filters fieldset legend").allTextContents();

  test("is a filter, and can be asked for", () =>
    opened("", async ({ page, reader }) => {
      assert.deepEqual(await groups(page), ["Mood", "Region"]);
      await reader.search("region:south road");
      await shows(page, 1);
      await page.getByText("Road b").first().waitFor();
      await reader.search("road");
      await shows(page, 3);
      await page.getByRole("checkbox", { name: "north, 2 documents" }).check();
      await page.getByRole("checkbox", { name: "loud, 1 document" }).check();
      await page.getByRole("button", { name: "Remove filter Region north" }).waitFor();
      await shows(page, 1);
    }));

  test("names in the texts are filters too, and a chosen document is called by its title", () =>
    withFolder(async (folder) => {
      const said = (who) => `${who} said that the road was open. Later ${who} left the town.`;
      for (const [name, who] of [["a", "Ann Harker"], ["b", "Tom Brekke"], ["c", "Ann Harker"]]) {
        await writeFile(join(folder, `${name}.md`), `# Road ${name}\n\n${said(who)}\n`);
      }
      const file = join(folder, "page.html");
      await build(folder, "--single", file, "--no-own-files");
      const { page, check } = await chromium.open(browser, `${pathToFileURL(file).href}#/?q=road`);
      await new Reader(page).isReady();
      await page.getByRole("checkbox", { name: "Ann Harker, 2 documents" }).check();
      await shows(page, 2);
      await page.getByRole("button", { name: "Remove filter Person Ann Harker" }).click();
      await shows(page, 3);
      await page.goto(`${pathToFileURL(file).href}#/?q=road&doc=b`);
      await page.getByRole("button", { name: "Remove filter Document Road b" }).waitFor();
      await check();
    }));

  test("is a filter only where the publisher says so", () =>
    opened('facets = ["region"]\n', async ({ page }) => {
      assert.deepEqual(await groups(page), ["Region"]);
    }));
});
