// A reader's own files: brought, searched, saved as a page; nothing leaves the machine and nothing in them runs.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { fromDisk } from "../harness/hosted.mjs";
import { longestTask } from "../harness/main-thread.mjs";
import { OwnFiles, bomb, fixture, notes, textFile } from "../harness/own-files.mjs";
import { seedsFolder, singleUrl } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";
import { serve } from "../harness/server.mjs";

/** The longest that the page may be deaf to its reader. */
const LONGEST_TASK_MS = 100;

const PDF = ["lo-en.pdf", "two-columns.pdf", "reportlab-report.pdf", "chrome-de.pdf", "chrome-ar.pdf"];
const DOCX = ["pandoc-ru.docx", "python-docx.docx"];

/** Twenty PDF and Word files. */
const papers = () => Promise.all(Array.from({ length: 20 }, (_, i) => fixture([...PDF, ...DOCX][i % 7], `paper-${i}-${[...PDF, ...DOCX][i % 7]}`)));

/** Writes files below a folder; a browser that is given paths does no work of its own in the page. */
const written = (files, folder) =>
  Promise.all(
    files.map(async ({ name, buffer }) => {
      const path = join(folder, name);
      await writeFile(path, buffer);
      return path;
    }),
  );

const editions = [
  {
    name: "a hosted folder",
    options: {},
    async start(folder) {
      await build(seedsFolder, "-o", folder);
      return serve(folder);
    },
  },
  fromDisk,
];

for (const edition of editions) {
  describe(`own files in ${edition.name}`, () => {
    let browser, site, folder, done;
    before(async () => {
      const made = new Promise((resolve) => {
        done = withFolder((path) => new Promise((finish) => resolve({ path, finish })));
      });
      folder = await made;
      [browser, site] = await Promise.all([chromium.launch(), edition.start(join(folder.path, "site"))]);
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
      folder?.finish();
      await done;
    });

    /** A test with a fresh page at the files. */
    const case_ = (name, body) =>
      test(name, async () => {
        const { page, check } = await chromium.open(browser, site.url, edition.options);
        await new Reader(page).isReady();
        const files = new OwnFiles(page);
        await files.open();
        await body(files, new Reader(page), page);
        await check();
      });

    case_("two hundred notes and twenty papers are read while the page answers, searched, and saved as a page", async (files, reader, page) => {
      const paths = await written([...notes(200), ...(await papers())], folder.path);
      const longest = await longestTask(browser, page, async () => {
        await files.choose(paths);
        await eventually("progress is told", async () => /\d+ of 220 files read/.test(await page.locator("main").innerText()));
        await files.isDone();
        assert.match(await files.sum.innerText(), /^220 documents, [\d,]+ words\.$/);
        await files.search();
        await reader.isReady();
      });
      console.log(`longest task of the page: ${longest.toFixed(0)} ms`);
      await reader.search("unique137");
      assert.deepEqual(await reader.titles, ["Note 137"]);
      await reader.search("Rastan");
      assert.ok((await reader.results.count()) > 1, "the texts of the page are searched along");
      assert.ok(longest < LONGEST_TASK_MS, `the page was busy for ${longest} ms at a stretch`);

      await files.open();
      const path = await files.save(folder.path);
      const saved = await chromium.open(browser, pathToFileURL(path).href, { offline: true });
      const again = new Reader(saved.page);
      await again.isReady();
      assert.equal(await saved.page.title(), "My files");
      await again.search("unique42");
      assert.deepEqual(await again.titles, ["Note 42"]);
      await again.search("Rastan");
      assert.ok((await again.results.count()) > 1);
      await saved.check();
    });

    case_("files are searched alone where that is wanted, and one goes back to the texts of the page", async (files, reader, page) => {
      await files.drop([textFile("one.txt", "A lantern in the orchard.")]);
      await files.isDone();
      await page.getByLabel("Together with the texts of this page").uncheck();
      await page.getByLabel("Title").fill("Lanterns");
      await files.search();
      await reader.isReady();
      assert.equal(await reader.results.count(), 1);
      assert.match(await page.title(), /Lanterns/);
      await page.getByRole("button", { name: "Back to the texts of this page" }).click();
      await eventually("the texts of the page", async () => (await reader.results.count()) > 1);
      assert.equal(await files.notice.count(), 0);
    });

    case_("hostile and broken files are told with a remedy, and nothing in them runs", async (files, reader, page) => {
      const html = "<title>Convoy</title><script>globalThis.ran = 1</script><img src=x onerror=\"globalThis.ran = 2\">" +
        "<p>The convoy <a href=\"javascript:globalThis.ran = 3\">left</a>.</p><iframe src=\"https://example.org\"></iframe>";
      const cut = await fixture("lo-en.pdf", "cut.pdf");
      cut.buffer = cut.buffer.subarray(0, cut.buffer.length / 2);
      await files.choose([
        textFile("evil.html", html),
        bomb("bomb.docx", 300),
        cut,
        await fixture("encrypted.pdf"),
        await fixture("truncated.docx"),
        textFile("<img src=x onerror=alert(1)>.md", "# Fine\n\nA file with a strange name."),
      ]);
      await files.isDone();
      for (const [name, said] of [
        ["bomb.docx", /unpacks to more than/],
        ["cut.pdf", /its end is missing|damaged/],
        ["encrypted.pdf", /encrypted with a password.*save a copy without/s],
        ["truncated.docx", /cut off/],
      ]) {
        assert.match(await files.row(name).innerText(), said, name);
        assert.match(await files.row(name).innerText(), /not read/);
      }
      assert.match(await files.sum.innerText(), /^2 documents, .*Not read: 4 files\.$/);
      await files.search();
      await reader.search("convoy");
      await reader.openResult();
      assert.equal(await page.evaluate(() => globalThis.ran), undefined);
      assert.equal(await page.locator("iframe, img").count(), 0);
    });

    case_("what settings and decisions about names say is used, or said to be ignored with the reason", async (files, reader, page) => {
      const decisions = '[[entity]]\nkind = "person"\npreferred = "Omar Haddad"\nvariants = ["Abu Karim"]\n';
      // The files that were just read lead to their results; the names are asked for after that.
      const named = (name) =>
        eventually(`a row for ${name}`, async () => {
          await page.evaluate(() => (location.hash = "#/names?kind=person"));
          return page.getByRole("row").filter({ hasText: name }).count();
        });
      await files.choose([
        textFile("one.md", "# One\n\nOn that day Omar Haddad came to Homs. Omar Haddad waited for the lantern.\n"),
        textFile("two.md", "# Two\n\nLater Abu Karim went back to Homs. Abu Karim said nothing.\n"),
        textFile("authority.toml", decisions),
        textFile("vademecum.toml", 'title = "Letters from Homs"\norder = "date"\n'),
      ]);
      await files.isDone();
      await files.row("authority.toml").getByText("used for the others").waitFor();
      const settings = files.row("vademecum.toml");
      await settings.getByText("used for the others").waitFor();
      await settings.locator("summary").click();
      assert.match(await settings.innerText(), /`order` is ignored/);
      await page.getByLabel("Together with the texts of this page").uncheck();
      await files.search();
      assert.equal(await page.title(), "Letters from Homs");
      await named("Omar Haddad");
      const row = page.getByRole("row").filter({ hasText: "Omar Haddad" });
      assert.match(await row.innerText(), /Abu Karim/);
      // What cannot be read is named, and nothing of it is used.
      await files.open();
      await files.choose([textFile("authority.toml", `hide = 3\n${decisions}`)]);
      const refused = files.row("authority.toml");
      await refused.getByText("not read").waitFor();
      assert.match(await refused.innerText(), /line 1: `hide` wants a list/);
      await files.search();
      const both = page.getByRole("row").filter({ hasText: /Omar Haddad[^]*Abu Karim/ });
      await eventually("they are two again", async () => (await named("Abu Karim")) > 0 && (await both.count()) === 0);
      // What is taken out says nothing any more: one file of them, and all at once.
      await files.open();
      const called = (title) => eventually(`the title is ${title}`, async () => (await page.getByLabel("Title").getAttribute("placeholder")) === title);
      await called("Letters from Homs");
      await page.getByRole("button", { name: "Remove vademecum.toml" }).click();
      await called("My files");
      await files.choose([textFile("vademecum.toml", 'title = "Letters again"\n')]);
      await called("Letters again");
      await page.getByRole("button", { name: "Remove all" }).click();
      await files.choose([textFile("one.md", "# One\n\nA lantern in the orchard.")]);
      await called("My files");
    });

    case_("reading can be stopped, files taken out, and what was read is searched", async (files, reader, page) => {
      const long = Array.from({ length: 6 }, (_, i) => textFile(`a-${i}.txt`, "A lantern in the orchard, seen again. ".repeat(600_000)));
      // Pressed by the page itself as soon as it is there: a press from outside may come when all has been read.
      await page.evaluate(() => {
        const isStop = (button) => button.textContent === "Stop" && button.checkVisibility();
        new MutationObserver((_, observer) => {
          const stop = [...document.querySelectorAll("button")].find(isStop);
          if (!stop) return;
          observer.disconnect();
          stop.click();
        }).observe(document.body, { childList: true, subtree: true });
      });
      await files.choose(await written([...long, ...notes(30)], folder.path));
      await eventually("nothing is being done", async () => (await page.getByRole("progressbar").count()) === 0);
      const n = await page.locator(".own-list > li").count();
      assert.ok(n < 36, `${n} files`);
      await files.choose([textFile("last.md", "# Last\n\nThe very last lantern.")]);
      await files.isDone();
      await page.getByRole("button", { name: "Remove last.md" }).click();
      await eventually("it is out", async () => (await files.row("last.md").count()) === 0);
      // Where the stop came before the first file was read, nothing else is there.
      if ((await page.locator(".own-list > li").count()) > 0) await page.getByRole("button", { name: "Remove all" }).click();
      await eventually("all are out", async () => (await page.locator(".own-list").count()) === 0);
    });

    case_("files are kept in this browser only where that is asked, and are removed from it", async (files, reader, page) => {
      await files.choose([textFile("one.md", "# One\n\nA lantern in the orchard.")]);
      await files.isDone();
      await files.search();
      await page.reload();
      await reader.isReady();
      await files.open();
      assert.equal(await page.getByText("This browser keeps").count(), 0);
      await files.choose([textFile("one.md", "# One\n\nA lantern in the orchard.")]);
      await files.isDone();
      await page.getByLabel(/^Keep them in this browser/).check();
      await files.search();
      await page.reload();
      await reader.isReady();
      await files.open();
      await page.getByText("This browser keeps “My files”").waitFor();
      await page.getByRole("button", { name: "Open it" }).click();
      await files.notice.waitFor();
      await reader.search("lantern");
      assert.deepEqual(await reader.titles, ["One"]);
      await files.open();
      await page.getByRole("button", { name: "Remove it from this browser" }).click();
      await eventually("it is gone", async () => (await page.getByText("This browser keeps").count()) === 0);
      await page.reload();
      await page.getByRole("heading", { name: "Your own files" }).waitFor();
      await page.getByLabel("Choose files").waitFor({ state: "attached" });
      assert.equal(await page.getByText("This browser keeps").count(), 0);
    });
  });
}

test("a page that is saved in the browser is the one that the command makes", () =>
  withFolder(async (folder) => {
    const browser = await chromium.launch();
    try {
      const { page, check } = await chromium.open(browser, singleUrl, { offline: true });
      await new Reader(page).isReady();
      const files = new OwnFiles(page);
      await files.open();
      await files.choose(notes(3));
      await files.isDone();
      await page.getByLabel("Together with the texts of this page").uncheck();
      const path = await files.save(folder);
      await check();
      const index = join(folder, "notes.vade");
      await build(...(await written(notes(3), folder)), "--title", "My files", "--single", join(folder, "command.html"), "--index", index);
      const parts = async (file) => (await readFile(file, "utf8")).split(/(?=<script)/);
      const [own, command] = [await parts(path), await parts(join(folder, "command.html"))];
      assert.equal(own.length, command.length);
      for (const [i, part] of own.entries()) {
        // The command packs a page without layers.
        if (!part.includes("vademecum-index")) assert.ok(part === command[i], `part ${i}: ${part.slice(0, 80)}`);
      }
    } finally {
      await browser.close();
    }
  }));
