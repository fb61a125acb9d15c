// Citing, marking, noting, keeping: from the first mention of a name to a desk that is carried elsewhere.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { listen } from "../harness/keyboard.mjs";
import { screenshotFolder, seedsFolder, singleUrl } from "../harness/places.mjs";
import { Reader } from "../harness/reader.mjs";
import { select, someWords } from "../harness/selecting.mjs";
import { serve } from "../harness/server.mjs";

/** What can be done with the chosen passage. */
const bar = (page) => page.getByRole("region", { name: "Chosen passage" });

/** What the page has put into the clipboard. */
const copied = (page) => page.evaluate(() => globalThis.copiedText ?? "");

/** The clipboard of a browser without a window cannot be asked: what is written to it is kept in the page. */
const watchClipboard = () => {
  Object.defineProperty(Navigator.prototype, "clipboard", {
    get: () => ({ writeText: async (text) => void (globalThis.copiedText = text) }),
  });
};

describe("citing and the desk", () => {
  let browser, folder, server, done;
  before(async () => {
    browser = await chromium.launch();
    await mkdir(screenshotFolder, { recursive: true });
    const site = new Promise((resolve) => {
      done = withFolder(async (made) => {
        await build(seedsFolder, "-o", join(made, "site"), "--title", "Seeds");
        await new Promise((end) => resolve({ made, end }));
      });
    });
    folder = await site;
    server = await serve(join(folder.made, "site"));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    folder?.end();
    await done;
  });

  /** A test with a fresh profile; `opened.again(fragment)` is a reload in the same one. */
  const case_ = (name, fragment, body, { base = () => server.url, prepare, ...options } = {}) =>
    test(name, async () => {
      const opened = await chromium.open(browser, "about:blank", options);
      const { page } = opened;
      await page.addInitScript(watchClipboard);
      if (prepare) await page.addInitScript(prepare);
      await page.goto(base() + fragment);
      await body(page, new Reader(page));
      await page.context().close();
    });

  const openDocument = async (page, reader) => {
    await reader.document.locator(".text p").first().waitFor();
  };

  const mark = async (page) => {
    const words = await someWords(page);
    await select(page, words);
    await bar(page).getByRole("button", { name: "Mark", exact: true }).click();
    await bar(page).getByRole("button", { name: "Remove mark" }).waitFor();
    return words;
  };

  const toDesk = async (page) => {
    await page.getByRole("link", { name: "Desk", exact: true }).click();
    await page.getByRole("heading", { name: "Desk", exact: true }).waitFor();
  };

  const passages = (page) => page.locator("main blockquote");

  case_("a newcomer finds the first mention of a name and copies it with its citation", "", async (page, reader) => {
    await reader.isReady();
    await reader.search("Khazali");
    await reader.openResult(0);
    const mention = page.locator("mark.current").first();
    await mention.waitFor();
    const words = await mention.innerText();
    await select(page, words);
    await bar(page).getByRole("button", { name: "Copy quotation" }).click();
    const text = await eventually("a quotation", () => copied(page));
    assert.ok(text.includes(words), text);
    assert.match(text, /Vademecum project, “.+”, Vademecum demonstration corpus.*, (\d+ )?\w+ 2026, ¶\u00a0\d+, https:\/\/example\.org\/\S+, http:\/\/127\S+#\/doc\/\S+\.$/);
    await reader.statusSays(/quotation copied/i);
  });

  case_("words selected in the small page are chosen in the workbench, without losing the place", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await someWords(page);
    await select(page, words);
    await bar(page).waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), words);
  });

  case_("a document is cited in each format, and the format stays chosen", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await page.getByRole("button", { name: "Cite", exact: true }).click();
    const region = page.getByRole("region", { name: "Cite this document" });
    const format = region.getByRole("combobox", { name: "Format" });
    const citation = region.getByRole("textbox", { name: "Citation" });
    for (const [name, pattern] of [
      ["markdown", /^Vademecum project, \[“Places.*”\]\(https:/],
      ["bibtex", /^@article\{places,\n {2}author = \{\{Vademecum project\}\}/],
      ["ris", /^TY {2}- MGZN\r?\n/],
      ["csl", /^\[\{"id":"places","type":"article-magazine"/],
    ]) {
      await format.selectOption(name);
      await eventually(`the citation as ${name}`, async () => pattern.test(await citation.inputValue()));
    }
    await page.keyboard.press("Escape");
    await region.waitFor({ state: "detached" });
    await page.reload();
    await openDocument(page, reader);
    await page.getByRole("button", { name: "Cite", exact: true }).click();
    assert.equal(await format.inputValue(), "csl");
  });

  case_("a mark with note and tags is on the desk, also after a reload", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await mark(page);
    await bar(page).getByRole("button", { name: "Note" }).click();
    await eventually("the field for the note has the focus", () => page.evaluate(() => document.activeElement.tagName === "TEXTAREA"));
    await page.getByRole("textbox", { name: "Your note" }).fill("Look this up.");
    await page.getByRole("textbox", { name: "Tags, separated by commas" }).fill("Homs, roads");
    await page.keyboard.press("Tab");
    await reader.statusSays(/kept/i);
    await toDesk(page);
    const check = async () => {
      await passages(page).first().waitFor();
      assert.equal(await passages(page).innerText(), words);
      await page.locator("main article").getByText("Look this up.", { exact: true }).waitFor();
      assert.ok(!(await page.getByRole("textbox", { name: "Your note" }).isVisible()), "fields open on request");
      await page.getByText("Edit note and tags").click();
      assert.equal(await page.getByRole("textbox", { name: "Your note" }).inputValue(), "Look this up.");
      assert.equal(await page.getByRole("textbox", { name: /^Tags/ }).inputValue(), "Homs, roads");
    };
    await check();
    await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 700)));
    await page.reload();
    await check();
    await page.getByRole("combobox", { name: "Tag" }).selectOption("roads");
    assert.equal(await passages(page).count(), 1);
    await page.locator("main h3 a").click();
    await page.locator("[data-kept]").first().waitFor();
  });

  case_("the desk is saved as a file and merged into another profile's", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await mark(page);
    await toDesk(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the desk as a file" }).click()]);
    assert.match(download.suggestedFilename(), /^seeds-desk-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();
    const collection = JSON.parse(await readFile(file, "utf8"));
    assert.equal(collection.type, "AnnotationCollection");
    const [item] = collection.first.items.filter(({ motivation }) => motivation === "highlighting");
    assert.equal(item.target.selector[0].exact, words);

    const other = await chromium.open(browser, `${server.url}#/doc/captagon`);
    await openDocument(other.page, new Reader(other.page));
    await mark(other.page);
    await toDesk(other.page);
    const field = other.page.getByLabel("Load a desk from a file");
    await field.setInputFiles(file);
    await other.page.getByText("Loaded and merged: 1 new, 0 changed, 0 removed.").first().waitFor();
    assert.equal(await passages(other.page).count(), 2);
    await field.setInputFiles(file);
    await other.page.getByText("Loaded and merged: 0 new, 0 changed, 0 removed.").first().waitFor();
    assert.equal(await passages(other.page).count(), 2);

    const broken = join(folder.made, "broken.json");
    await writeFile(broken, '{\n"type": "AnnotationCollection",\n"first": [}');
    await field.setInputFiles(broken);
    await other.page.getByText(/“broken\.json” was not loaded; your desk is as it was\. Line 3, column 11/).first().waitFor();
    assert.equal(await passages(other.page).count(), 2);
    await other.check();
  });

  case_("the dossier leaves as Markdown, HTML and a table", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await mark(page);
    await toDesk(page);
    for (const [name, file] of [["Markdown", "md"], ["HTML", "html"], ["CSV", "csv"]]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Dossier of the marked passages: ${name}` }).click()]);
      assert.match(download.suggestedFilename(), new RegExp(`^seeds-dossier-\\d{4}-\\d\\d-\\d\\d\\.${file}$`));
      const text = await readFile(await download.path(), "utf8");
      assert.ok(text.includes(words.slice(0, 12)), text);
      assert.match(text, /#\/doc\/places\//);
    }
  });

  case_("a link to a passage that was changed says so and leads to its words; one that is gone is honest", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await someWords(page);
    await page.goto(`${server.url}#/doc/places/00000000?quote=${encodeURIComponent(words)}`);
    await page.getByText("The passage that this link names has changed since").waitFor();
    const held = await eventually("the paragraph has the focus", () => page.evaluate(() => document.activeElement.id.startsWith("b-") && document.activeElement.innerText));
    assert.ok(held.includes(words));
    await page.goto(`${server.url}#/doc/places/00000000?quote=words%20that%20stand%20nowhere`);
    await page.getByText("not in the document any more").waitFor();
    assert.equal(await page.locator("main q").innerText(), "words that stand nowhere");
  });

  case_("a mark whose document has changed is kept and said to be not found any more", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await mark(page);
    await toDesk(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the desk as a file" }).click()]);
    const text = await readFile(await download.path(), "utf8");
    const changed = join(folder.made, "changed.json");
    const lost = text.replace(/"exact":"[^"]*"/, '"exact":"words that stand nowhere in it"').replace(/urn:uuid:[0-9a-f]{8}/, "urn:uuid:00000000");
    await writeFile(changed, lost);
    await page.getByLabel("Load a desk from a file").setInputFiles(changed);
    await page.getByText(/^Not found any more/).first().waitFor();
    assert.equal(await passages(page).count(), 2);
  });

  for (const [name, prepare] of [
    ["that refuses", () => Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } })],
    ["that is not there", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
    ["that fails to open", () => { IDBFactory.prototype.open = () => { throw new DOMException("no", "InvalidStateError"); }; }],
  ]) {
    case_(`storage ${name}: the desk works until the page is closed, and says so`, "#/doc/places", async (page, reader) => {
      await openDocument(page, reader);
      const words = await mark(page);
      await toDesk(page);
      await page.getByText("This browser keeps nothing for this page").first().waitFor();
      await page.getByText("In no file yet: 1 change.").waitFor();
      assert.equal(await passages(page).innerText(), words);
    }, { prepare });
  }

  case_("no room in the storage is told, and the desk goes on", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await mark(page);
    await toDesk(page);
    await page.getByText("The browser has no room left for your desk").first().waitFor();
    assert.equal(await passages(page).count(), 1);
  }, { prepare: () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; } });

  case_("the single file from the disk keeps a desk as well", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await mark(page);
    await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 700)));
    await page.reload();
    await toDesk(page);
    await passages(page).first().waitFor();
    assert.equal(await passages(page).innerText(), words);
  }, { base: () => singleUrl, offline: true });

  case_("what the browser refuses to copy lies selected over the page, each time the very text", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const words = await someWords(page);
    await select(page, words);
    await bar(page).getByRole("button", { name: "Cite …" }).click();
    const over = page.getByRole("dialog", { name: "The browser does not let the page copy" });
    for (const [name, pattern] of [["Copy link", /#\/doc\/places\//], ["Copy quotation", /^[“‘]/]]) {
      await bar(page).getByRole("button", { name, exact: true }).click();
      const field = over.getByRole("textbox");
      await field.waitFor();
      const selected = await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
      assert.match(selected, pattern);
      assert.deepEqual(await violations(page), []);
      await over.getByRole("button", { name: "Close" }).click();
      await over.waitFor({ state: "detached" });
    }
  }, {
    prepare: () => Object.defineProperty(navigator, "clipboard", { get: () => ({ writeText: () => Promise.reject(new Error("refused")) }) }),
  });

  case_("a link copied in a page from the disk names the file, not the folders of this machine", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await select(page, await someWords(page));
    await bar(page).getByRole("button", { name: "Copy link" }).click();
    const link = await eventually("a link", () => copied(page));
    assert.match(link, /^[^/:]+\.html#\/doc\/places\//);
    await reader.statusSays(/begins with the name of this file/i);
    await mark(page);
    await toDesk(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Dossier of the marked passages: CSV" }).click()]);
    assert.match(await readFile(await download.path(), "utf8"), /,[^/:,]+\.html#\/doc\/places\//);
  }, { base: () => singleUrl, offline: true });

  case_("the ¶ of a paragraph chooses it where it stands", "#/doc/the-road-to-homs", async (page, reader) => {
    await openDocument(page, reader);
    await page.getByRole("button", { name: "Reading tools" }).click();
    await page.getByRole("textbox", { name: "Find in this document" }).waitFor();
    await page.keyboard.press("Escape");
    const sign = page.getByRole("link", { name: "Link to this passage" }).nth(3);
    await sign.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, -120));
    const place = async () => (await sign.boundingBox()).y;
    const before = await place();
    await sign.click();
    await bar(page).waitFor();
    await page.waitForTimeout(300);
    assert.ok(Math.abs((await place()) - before) < 3, `${before} became ${await place()}`);
    assert.ok(page.url().endsWith(await sign.getAttribute("href")), page.url());
  });

  case_("a passage is on the desk once something is noted about it, as it is typed", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await select(page, await someWords(page));
    await bar(page).getByRole("button", { name: "Note" }).click();
    await page.getByRole("textbox", { name: "Your note" }).waitFor();
    assert.ok(await bar(page).getByRole("button", { name: "Mark", exact: true }).isVisible(), "nothing is marked yet");
    await page.getByRole("textbox", { name: "Your note" }).pressSequentially("Ask Rim.");
    await bar(page).getByRole("button", { name: "Remove mark" }).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Your note" }).inputValue(), "Ask Rim.");
    await bar(page).getByRole("button", { name: "Done" }).click();
    await toDesk(page);
    await page.locator("main article").getByText("Ask Rim.", { exact: true }).waitFor();
  });

  case_("a search is kept where its answer stands", "#/search?q=Homs", async (page, reader) => {
    await reader.isReady();
    await toDesk(page);
    await page.getByText(/None yet\. “Keep this search”/).waitFor();
    await page.getByRole("link", { name: "Results", exact: true }).click();
    await page.locator(".search-tools").getByRole("button", { name: "Keep this search" }).click();
    await reader.statusSays(/on your desk/i);
    await page.emulateMedia({ media: "print" });
    await page.getByText("Query: Homs").waitFor();
    await page.emulateMedia({ media: "screen" });
    await toDesk(page);
    await page.getByRole("textbox", { name: "Name of the search" }).waitFor();
  });

  case_("a search is kept under a name and leads back to its answer", "#/search?q=Homs&lang=en", async (page, reader) => {
    await reader.isReady();
    await toDesk(page);
    await page.getByRole("button", { name: "Keep this search" }).click();
    const name = page.getByRole("textbox", { name: "Name of the search" });
    await name.fill("Homs in English");
    await page.keyboard.press("Tab");
    await page.getByRole("link", { name: "Homs in English" }).click();
    await reader.results.first().waitFor();
    assert.equal(reader.query(), "Homs");
    assert.match(page.url(), /lang=en/);
  });

  case_("people on the desk are called as the reader decided in the Names view", "#/names?kind=person", async (page) => {
    const names = page.locator("main tbody th.head");
    await names.nth(1).waitFor();
    const [first, second] = await names.allInnerTexts();
    await page.getByRole("button", { name: "Edit names" }).click();
    await page.getByRole("checkbox").nth(0).check();
    await page.getByRole("checkbox").nth(1).check();
    await page.getByText("2 chosen").waitFor();
    await page.getByLabel("Call it").fill("One Person");
    await page.getByRole("button", { name: "Join or rename" }).click();
    await page.getByRole("heading", { name: "Your decisions" }).waitFor();
    await toDesk(page);
    const people = page.locator("details", { has: page.getByText("What you have read about each person") });
    await people.locator("summary").click();
    await people.getByRole("link", { name: "One Person", exact: true }).waitFor();
    for (const name of [first, second]) assert.equal(await people.getByRole("link", { name, exact: true }).count(), 0, name);
  });

  case_("the keyboard alone chooses a paragraph, marks it and comes back to it", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    const sign = page.getByRole("link", { name: "Link to this passage" }).nth(2);
    await page.getByRole("button", { name: "Reading tools" }).click();
    await page.getByRole("textbox", { name: "Find in this document" }).waitFor();
    await page.keyboard.press("Escape");
    await sign.focus();
    await page.keyboard.press("Enter");
    await eventually("the bar has the focus", () => page.evaluate(() => document.activeElement.closest("#passage-bar") !== null));
    await bar(page).getByRole("button", { name: "Mark", exact: true }).focus();
    await page.keyboard.press("Enter");
    await reader.statusSays(/on your desk/i);
    await page.keyboard.press("F2");
    await page.keyboard.press("Escape");
    await bar(page).waitFor({ state: "detached" });
    await eventually("the paragraph has the focus", () => page.evaluate(() => document.activeElement.id.startsWith("b-")));
  });

  case_("reading tools: finding, contents, settings that stay, a second document", "#/doc/the-road-to-homs", async (page, reader) => {
    await openDocument(page, reader);
    await page.getByRole("button", { name: "Reading tools" }).click();
    const field = page.getByRole("textbox", { name: "Find in this document" });
    await field.fill("homs");
    await page.getByText(/^1 of \d+$/).first().waitFor();
    await field.press("Enter");
    await page.getByText(/^2 of \d+$/).first().waitFor();
    await field.press("Shift+Enter");
    await field.press("Shift+Enter");
    await page.getByText(/^(\d+) of \1$/).first().waitFor();
    const headings = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
    assert.equal(await headings.count(), await page.locator("main article .text :is(h2, h3, h4)").count());
    await page.getByRole("combobox", { name: "Size of letters" }).selectOption("large");
    await page.getByRole("combobox", { name: "Numbers of paragraphs" }).selectOption("shown");
    const size = () => page.locator("main article .text").first().evaluate((text) => getComputedStyle(text).fontSize);
    const large = await size();
    await page.getByRole("combobox", { name: "Another document beside this one" }).selectOption({ index: 3 });
    await page.getByRole("region", { name: /^Beside it: / }).waitFor();
    assert.match(page.url(), /[?&]b=/);
    await page.goto(`${server.url}#/doc/places`);
    await page.reload();
    await openDocument(page, reader);
    assert.equal(await size(), large, "the small page knows the settings");
  });

  case_("what was read is counted, and a document is said to be read", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await page.getByRole("button", { name: "Reading tools" }).click();
    await page.getByRole("checkbox", { name: "I have read this document" }).check();
    await toDesk(page);
    assert.ok(await page.getByRole("checkbox", { name: /^Read: Places/ }).isChecked());
    await page.getByRole("row", { name: /^Places/ }).getByText(/^(\d+) of \1$/).waitFor();
  });

  case_("of the documents that mention a person the desk says how many were read, and which one comes next", "#/desk", async (page) => {
    await page.getByText("What you have read about each person").first().click();
    const table = page.getByRole("table", { name: "What you have read about each person" });
    const row = table.getByRole("row").filter({ hasText: /^[^\n]*0 of [2-9]/ }).first();
    const name = await row.getByRole("rowheader").innerText();
    const [, n] = (await row.innerText()).match(/0 of (\d+)/);
    const next = row.getByRole("link").last();
    const title = await next.innerText();
    await next.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    assert.ok((await page.locator("article mark").count()) > 0, "the mentions are marked");
    await page.getByRole("button", { name: "Reading tools" }).click();
    await page.getByRole("checkbox", { name: "I have read this document" }).check();
    await toDesk(page);
    await page.getByText("What you have read about each person").first().click();
    const now = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
    await now.getByText(`1 of ${n}`).waitFor();
    assert.notEqual(await now.getByRole("link").last().innerText(), title);
  });

  case_("what is said stays to be read, and is said once", "#/doc/places", async (page, reader) => {
    await openDocument(page, reader);
    await select(page, await someWords(page));
    await bar(page).waitFor();
    const line = page.locator("#told");
    await eventually("that a passage is chosen is said to those who hear", async () => /F2/.test(await line.textContent()));
    assert.ok((await line.boundingBox()).width < 5, "and not shown over the bar");
    const ear = await listen(page);
    await bar(page).getByRole("button", { name: "Copy quotation" }).click();
    await reader.statusSays(/quotation copied/i);
    const [box, pressed] = [await line.boundingBox(), await bar(page).boundingBox()];
    assert.ok(box.width > 50 && box.height > 15, "it is seen as well");
    assert.ok(box.y + box.height <= pressed.y, "it covers nothing that can be pressed");
    await bar(page).getByRole("button", { name: "Mark", exact: true }).click();
    await reader.statusSays(/marked/i);
    // Another look of the same page changes nothing about it.
    await page.getByRole("button", { name: /^Colours/ }).click();
    await eventually("it is put away when there was time to read it", async () => (await line.boundingBox()).width < 5);
    const said = await ear.said();
    assert.equal(said.length, 2, said.join(" | "));
  });

  case_("a link to a document that is gone says so and leads to a search for its words", "#/doc/the-way-to-homs?quote=Nobody%20here%20wrote%20this", async (page, reader) => {
    await page.getByRole("heading", { name: /There is no document “the-way-to-homs”/ }).waitFor();
    await page.getByText("Nobody here wrote this", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Search for its words: Nobody here wrote this" }).click();
    await eventually("the search", () => reader.query() === "Nobody here wrote this");
    await page.goto(page.url().split("#")[0] + "#/doc/the-road-that-is-gone");
    await page.getByRole("link", { name: "Search for its words: the road that is gone" }).click();
    await reader.isReady();
  });

  case_("an address with values and views that are gone says so", "#/search?q=homs&tag=Gone&sort=beauty", async (page) => {
    await page.getByText("No document has “Gone” in its field “tag”.").waitFor();
    await page.getByRole("button", { name: "Remove filter Tag Gone" }).click();
    await page.locator("main mark").first().waitFor();
    await page.goto(page.url().split("#")[0] + "#/atlas?q=homs");
    await page.reload();
    await page.getByText(/does not know, and it was left out: \/?atlas/).waitFor();
    await page.locator("main mark").first().waitFor();
  });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 375]) {
      case_(`reader with tools and a passage, and desk: ${colorScheme}, ${width} px`, "#/doc/places?q=Homs", async (page, reader) => {
        await openDocument(page, reader);
        const shoot = (name) => page.screenshot({ path: join(screenshotFolder, `${name}-${width}-${colorScheme}.png`) });
        const isSound = async (view) => {
          assert.deepEqual(await violations(page), [], view);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${view} is ${over} px too wide`);
        };
        await mark(page);
        await shoot("passage");
        await bar(page).getByRole("button", { name: "Cite …" }).click();
        await shoot("passage-cite");
        await isSound("passage");
        await bar(page).getByRole("button", { name: "Note" }).click();
        await page.getByRole("textbox", { name: "Your note" }).fill("A note of two lines,\nto be looked at.");
        await page.getByRole("textbox", { name: /^Tags/ }).fill("Homs, roads");
        await shoot("passage-note");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Reading tools" }).click();
        await page.getByRole("textbox", { name: "Find in this document" }).fill("road");
        await page.getByRole("combobox", { name: "Numbers of paragraphs" }).selectOption("shown");
        await shoot("reading-tools");
        await isSound("tools");
        await page.getByRole("combobox", { name: "Another document beside this one" }).selectOption({ index: 3 });
        // Where there is room for one text, the reader goes to the other.
        if (width < 1024) {
          await page.getByRole("group", { name: "Which text is shown" }).getByRole("button").last().click();
          await page.evaluate(() => scrollTo(0, 0));
        }
        await page.getByRole("region", { name: /^Beside it: / }).waitFor();
        await shoot("beside");
        await isSound("beside");
        await toDesk(page);
        await passages(page).first().waitFor();
        await shoot("desk");
        await isSound("desk");
      }, { colorScheme, width });
    }
  }
});
