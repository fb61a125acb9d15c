// Journeys by keyboard alone, through the reader's own files and the desk: every step is reached with Tab, said, and
// leaves the focus where the next step begins.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { focusIs, focusMovesTo, listen, reach, reachAndChoose } from "../harness/keyboard.mjs";
import { fixture, textFile } from "../harness/own-files.mjs";

describe("by keyboard alone", () => {
  const site = hosted();

  /** A test with a fresh page, what it says, and a folder; the focus is never lost on the way. */
  const case_ = (name, fragment, body) =>
    test(name, () =>
      withFolder(async (folder) => {
        const { page, check } = await chromium.open(site.browser, site.url + fragment);
        await page.locator("main article").first().waitFor();
        const ear = await listen(page);
        await body(page, ear, folder);
        await ear.isNeverLost();
        await check();
      }),
    );

  const button = (page, name) => page.getByRole("button", { name, exact: true });
  const link = (page, name) => page.getByRole("link", { name, exact: true });

  /** Opens the view of the reader's own files. */
  const toFiles = async (page) => {
    await reach(page, link(page, "Files"), "Enter");
    await page.getByRole("heading", { name: "Your own files" }).waitFor();
    await focusIs(page, /^main/);
  };
  const choose = (page) => button(page, "Choose files");
  const file = (page, name) => page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

  case_("own files are brought, and reading them is stopped", "", async (page, ear, folder) => {
    const text = "A lantern in the orchard, seen again. ".repeat(600_000);
    const paths = Array.from({ length: 6 }, (_, i) => join(folder, `long-${i}.txt`));
    for (const path of paths) await writeFile(path, text);
    await toFiles(page);
    await reachAndChoose(page, choose(page), paths);
    await ear.hears(/reading the files/);
    await reach(page, button(page, "Stop"), "Enter");
    await eventually("nothing is being done", async () => (await page.getByRole("progressbar").count()) === 0);
    assert.ok((await file(page, "long-5.txt").count()) === 0, "the last file was not read any more");
    await reach(page, choose(page));
  });

  case_("errors of own files are told file by file, files are taken out, and nothing is left", "", async (page, ear) => {
    await toFiles(page);
    await reachAndChoose(page, choose(page), [
      textFile("one.md", "# One\n\nA lantern in the orchard."),
      textFile("two.md", "# Two\n\nA lantern at the bridge."),
      await fixture("encrypted.pdf"),
      textFile("vademecum.toml", 'order = "date"\n'),
    ]);
    await ear.hears(/2 documents, .* not read: 1 file/);
    assert.match(await file(page, "encrypted.pdf").innerText(), /not read[^]*encrypted with a password[^]*save a copy without/);
    const notes = file(page, "vademecum.toml").getByText("1 note");
    await reach(page, notes, "Enter");
    await page.getByText("`order` is ignored").waitFor();

    await reach(page, button(page, "Remove encrypted.pdf"), "Enter");
    await ear.hears(/^2 documents, \d+ words\.$/);
    await focusMovesTo(button(page, "Remove one.md"));
    await page.keyboard.press("Enter");
    await ear.hears(/^1 document, \d+ words\.$/);
    await focusMovesTo(button(page, "Remove two.md"));
    await reach(page, button(page, "Remove vademecum.toml"), "Enter");
    await focusMovesTo(button(page, "Remove two.md"));
    await page.keyboard.press("Enter");
    await file(page, "two.md").waitFor({ state: "detached" });
    await reach(page, choose(page));
  });

  case_("own files are searched, saved as a page, and taken out all at once", "", async (page, ear) => {
    await toFiles(page);
    await reachAndChoose(page, choose(page), [textFile("one.md", "# One\n\nA lantern in the orchard.")]);
    await ear.hears(/^1 document/);
    await reach(page, page.getByRole("textbox", { name: "Title" }));
    await page.keyboard.type("Lanterns");
    await reach(page, page.getByRole("checkbox", { name: "Together with the texts of this page" }), "Space");
    await reach(page, button(page, "Search them"), "Enter");
    await ear.hears(/you are searching your own files/);
    await focusIs(page, /^main/);
    assert.match(await page.title(), /Lanterns/);
    await reach(page, link(page, "One"));

    await reach(page, link(page, "Your files"), "Enter");
    await reach(page, button(page, "Save as a page"));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "Lanterns.html");
    await ear.hears(/making the page/);
    await eventually("it is made", async () => (await page.getByRole("progressbar").count()) === 0);
    await focusMovesTo(button(page, "Save as a page"));
    await reach(page, button(page, "Remove all"), "Enter");
    await focusMovesTo(choose(page));
  });

  /** Puts the nth paragraph of the open document onto the desk. */
  const mark = async (page, n) => {
    const bar = page.getByRole("region", { name: "Chosen passage" });
    await reach(page, page.getByRole("link", { name: "Link to this passage" }).nth(n), "Enter");
    await eventually("the bar has the focus", () => page.evaluate(() => document.activeElement.closest("#passage-bar") !== null));
    await reach(page, bar.getByRole("button", { name: "Mark", exact: true }), "Enter");
    await bar.getByRole("button", { name: "Remove mark" }).waitFor();
    await page.keyboard.press("Escape");
    await bar.waitFor({ state: "detached" });
  };

  case_("passages are marked, noted and tagged, narrowed on the desk and taken off it", "#/doc/places", async (page, ear) => {
    // What can be done with a passage comes with the workbench.
    await reach(page, button(page, "Reading tools"), "Enter");
    await page.getByRole("textbox", { name: "Find in this document" }).waitFor();
    await reach(page, page.getByRole("textbox", { name: "Find in this document" }), "Escape");
    await focusMovesTo(button(page, "Reading tools"));
    await mark(page, 1);
    await mark(page, 2);
    await ear.hears(/on your desk/);
    await reach(page, link(page, "Desk"), "Enter");
    await page.getByRole("heading", { name: "Desk", exact: true }).waitFor();
    await focusIs(page, /^main/);
    await reach(page, page.getByText("Add a note or tags").first(), "Enter");
    await reach(page, page.getByRole("textbox", { name: "Your note" }).first());
    await page.keyboard.type("Look this up.");
    await page.keyboard.press("Tab");
    await ear.hears(/^kept/);
    await page.keyboard.type("roads");
    await page.keyboard.press("Tab");
    await ear.hears(/^kept/);

    const passages = page.locator("main blockquote");
    await reach(page, page.getByRole("combobox", { name: "Tag" }), "ArrowDown");
    await eventually("those of the tag", async () => (await passages.count()) === 1);
    await page.keyboard.press("ArrowUp");
    await eventually("all", async () => (await passages.count()) === 2);

    const remove = button(page, "Remove mark");
    await reach(page, remove.first(), "Enter");
    await ear.hears(/the mark is removed/);
    await eventually("one is left", async () => (await passages.count()) === 1);
    await focusMovesTo(remove.first());
    await page.keyboard.press("Enter");
    await ear.hears(/the mark is removed/);
    await eventually("none is left", async () => (await passages.count()) === 0);
    await reach(page, button(page, "Save the desk as a file"));
  });

  case_("the desk is saved, loaded with its errors told, and a search is kept, named and removed", "#/search?q=Homs", async (page, ear, folder) => {
    await reach(page, link(page, "Desk"), "Enter");
    await page.getByRole("heading", { name: "Desk", exact: true }).waitFor();
    await reach(page, button(page, "Keep this search"), "Enter");
    await ear.hears(/the search is on your desk/);
    await reach(page, page.getByRole("textbox", { name: "Name of the search" }));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("The city");
    await page.keyboard.press("Tab");
    await link(page, "The city").waitFor();

    await reach(page, button(page, "Save the desk as a file"));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await ear.hears(/saved as a file/);
    const [whole, broken] = ["desk.json", "broken.json"].map((name) => join(folder, name));
    await download.saveAs(whole);
    await writeFile(broken, "{");
    const remove = button(page, "Remove: The city");
    await reach(page, remove, "Enter");
    await ear.hears(/the search is removed/);
    await remove.waitFor({ state: "detached" });

    const load = button(page, "Load a desk from a file");
    await reachAndChoose(page, load, broken);
    await ear.hears(/“broken\.json” was not loaded; your desk is as it was/);
    await reachAndChoose(page, load, whole);
    await ear.hears(/loaded and merged/);
  });
});
