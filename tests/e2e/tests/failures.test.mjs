// What the page says when it cannot, and what is left: one test for each way to fail, over built pages.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { eventually } from "../harness/eventually.mjs";
import { seedsFolder } from "../harness/places.mjs";
import { served } from "../harness/server.mjs";

const BELOW = /can be read all the same/;

describe("failures are told, and the texts stay", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const withPages = (body) =>
    withFolder(async (folder) => {
      const [file, site] = [join(folder, "page.html"), join(folder, "site")];
      await build(seedsFolder, "--single", file, "-o", site, "--title", "Seeds");
      await body({ file, site });
    });

  /** Opens a page that will fail. */
  const openBroken = async (url, script) => {
    const context = await browser.newContext();
    if (script) await context.addInitScript(script);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const told = async (page) => {
    const text = await eventually("something is told", () => page.locator("#vademecum-status[role=alert]").innerText());
    return text;
  };
  const close = (page) => page.context().close();

  /** The reader can go on without the program: titles lead to texts. */
  const isReadable = async (page) => {
    const links = page.locator(".contents li a");
    assert.ok((await links.count()) >= 14, "the documents are listed");
    await links.first().click();
    await page.locator("article .text p").first().waitFor();
  };

  /** A page that cannot start says why, and stays readable. */
  const failsReadably = async (url, script, message) => {
    const page = await openBroken(url, script);
    const text = await told(page);
    assert.match(text, message);
    assert.match(text, BELOW);
    await isReadable(page);
    await close(page);
  };

  const cases = [
    ["no WebAssembly", "delete globalThis.WebAssembly", /needs WebAssembly/],
    ["too little memory", "WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new RangeError('could not allocate memory'))", /too little memory/],
    ["a mistake in a script", "Object.defineProperty(globalThis, 'ReadableStream', { value: undefined }); Object.defineProperty(WebAssembly, 'instantiateStreaming', { value: () => { throw new Error('unexpected') } }); WebAssembly.instantiate = WebAssembly.instantiateStreaming", /could not start/],
  ];
  for (const [name, script, message] of cases) {
    test(`${name}: said in a single file and a hosted folder, which stay readable`, () =>
      withPages(async ({ file, site }) => {
        await failsReadably(pathToFileURL(file).href, script, message);
        await served(site, (url) => failsReadably(url, script, message));
      }));
  }

  test("no DecompressionStream: the single file says which browser can", () =>
    withPages(async ({ file }) => {
      await failsReadably(pathToFileURL(file).href, "delete globalThis.DecompressionStream", /cannot unpack the page/);
    }));

  const damage = {
    "a changed index": (markup) => markup.replace(/(id="vademecum-index"[^>]*>.{4000})(.{40})/s, (_, before, part) => before + part.split("").reverse().join("")),
    "an index that is no base64": (markup) => markup.replace(/(id="vademecum-index"[^>]*>.{400})./s, "$1!"),
    "a changed program": (markup) => markup.replace(/(id="vademecum-wasm"[^>]*>.{40000})(.{40})/s, (_, before, part) => before + part.split("").reverse().join("")),
    "a file that is cut in its program": (markup) => markup.slice(0, markup.indexOf('id="vademecum-wasm"') + 50_000),
    "a file that is cut in its texts": (markup) => markup.slice(0, markup.indexOf('id="vademecum-index"') + 2_000),
    "a file that is cut in its scripts": (markup) => markup.slice(0, markup.lastIndexOf('<script id="vademecum-boot">') + 900),
  };
  for (const [name, change] of Object.entries(damage)) {
    test(`${name}: said, and the rest of the file stays readable`, () =>
      withPages(async ({ file }) => {
        const markup = await readFile(file, "utf8");
        const broken = change(markup);
        assert.notEqual(broken, markup);
        await writeFile(file, broken);
        await failsReadably(pathToFileURL(file).href, undefined, /damaged|cut|opened|start/);
      }));
  }

  const hosted = [
    ["a corpus that is cut", /^corpus-.*\.vade(\.gz)?$/, (bytes) => bytes.subarray(0, bytes.length >> 1), /damaged|cut|opened|broke off/],
    ["a corpus that was changed", /^corpus-.*\.vade(\.gz)?$/, (bytes) => Buffer.from(bytes).fill(7, bytes.length >> 1, (bytes.length >> 1) + 64), /damaged|opened/],
    ["a program that was changed", /^vademecum-.*\.wasm$/, (bytes) => Buffer.from(bytes).fill(0, 5_000, 6_000), /damaged|could not start/],
    ["a start script that was changed", /^boot-.*\.js$/, (bytes) => Buffer.concat([bytes, Buffer.from("//")]), /scripts is missing or was changed/],
    ["a glue script that was changed", /^vademecum-.*\.js$/, (bytes) => Buffer.concat([bytes, Buffer.from("//")]), /scripts is missing or was changed/],
  ];
  for (const [name, pattern, change, message] of hosted) {
    test(`${name}: a hosted folder says so and stays readable`, () =>
      withPages(async ({ site }) => {
        for (const part of (await readdir(site)).filter((part) => pattern.test(part))) {
          await writeFile(join(site, part), change(await readFile(join(site, part))));
        }
        await served(site, (url) => failsReadably(url, undefined, message));
      }));
  }

  test("a host that lost a file is told by name", () =>
    withPages(({ site }) =>
      served(site, async (url) => {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.route(/corpus-/, (route) => route.fulfill({ status: 404, body: "" }));
        await page.goto(url);
        assert.match(await told(page), /corpus-.*cannot be loaded \(status 404\)/);
        await isReadable(page);
        await context.close();
      })));

  test("a workbench that cannot be loaded leaves the smaller page, which tries again", () =>
    withPages(({ site }) =>
      served(site, async (url) => {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.route(/workbench-.*\.js/, (route) => route.abort());
        await page.goto(`${url}#/search?q=homs`);
        await page.locator("main mark").first().waitFor();
        await page.getByRole("link", { name: "Words", exact: true }).click();
        assert.match(await told(page), /A part of the page cannot be loaded/);
        await page.getByRole("searchbox", { name: "Search" }).or(page.getByRole("combobox", { name: "Search" })).fill("damascus");
        await eventually("the search still answers", async () => /damascus/i.test((await page.locator("main mark").allInnerTexts()).join()));
        await page.unroute(/workbench-.*\.js/);
        await page.getByRole("link", { name: "Words", exact: true }).click();
        await page.locator(".sheet tbody td").first().waitFor();
        await context.close();
      })));

  test("storage that is blocked takes nothing but the memory of settings", () =>
    withPages(async ({ file, site }) => {
      const blocked = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(globalThis, name, { get() { throw new DOMException('blocked', 'SecurityError') } })";
      const remembersNothing = async (url) => {
        const page = await openBroken(`${url}#/search?q=homs`, blocked);
        await page.locator("main mark").first().waitFor();
        await page.getByRole("button", { name: "Colours: as the system" }).click();
        await page.getByRole("button", { name: "Colours: light" }).waitFor();
        await page.goto(`${url}#/doc/the-road-to-homs?q=homs`);
        await page.locator("article mark").first().waitFor();
        await page.goto(`${url}#/words`);
        await page.locator(".sheet tbody td").first().waitFor();
        await close(page);
      };
      await remembersNothing(pathToFileURL(file).href);
      await served(site, remembersNothing);
    }));

  test("a program that stops while it is used says so", () =>
    withPages(async ({ file }) => {
      const page = await openBroken(`${pathToFileURL(file)}#/search?q=homs`);
      await page.locator("main mark").first().waitFor();
      await page.evaluate(() => {
        setTimeout(() => {
          throw new WebAssembly.RuntimeError("unreachable");
        });
      });
      assert.match(await told(page), /stopped\. Reload it to go on/);
      assert.ok(await page.locator("main mark").first().isVisible(), "what was found is still there");
      await close(page);
    }));
});
