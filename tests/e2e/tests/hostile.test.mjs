// Documents that mean ill: nothing in them runs, nothing is asked for, nothing breaks the layout, in every edition.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import * as chromium from "../harness/chromium.mjs";
import { build, withFolder } from "../harness/command.mjs";
import { served } from "../harness/server.mjs";

const EVIL = "https://evil.invalid/beacon";
const RUN = "window.__ran=1;alert(1)";
const OVERRIDE = "\u202e";

/** Files by name. Each holds the word “harmless”, by which it is found. */
const documents = {
  "html.md": `---
title: <script>${RUN}</script><img src=x onerror="${RUN}">
author: "<b onmouseover=${RUN}>A</b>"
source: "</title><script>${RUN}</script>"
url: "javascript:${RUN}"
tag: ["<svg onload=${RUN}>", "\\"><script>${RUN}</script>"]
date: "2024-12-08\\"><script>${RUN}</script>"
lang: "en\\" onclick=\\"${RUN}"
---
# <script>${RUN}</script>

harmless <img src="${EVIL}/1" onerror="${RUN}"> <iframe src="${EVIL}/2"></iframe> <a href="javascript:${RUN}">x</a>

<script>${RUN}</script>

<style>@import "${EVIL}/3"; body { display: none }</style>

<link rel="stylesheet" href="${EVIL}/4"><meta http-equiv="refresh" content="0;url=${EVIL}/5"><base href="${EVIL}/6">

<!-- </script> --> </script></title></textarea></style><script>${RUN}</script>
`,
  "links.md": `# Links that are harmless

[one](javascript:${RUN}) [two](JaVaScRiPt:${RUN}) [three](data:text/html,<script>${RUN}</script>) [four](vbscript:x)
[five](${EVIL}/page) [six](mailto:a@example.org) [seven](file:///etc/passwd) [eight]( java\tscript:${RUN})
[nine](//evil.invalid/x) [ten](blob:https://evil.invalid/1) ![picture](${EVIL}/7.png) ![pixel](data:image/svg+xml,<svg onload=${RUN}>)
<javascript:${RUN}> <https://evil.invalid/auto>

[ref]: javascript:${RUN}
[ref] [^1]

[^1]: harmless [note](javascript:${RUN})
`,
  "bidi.md": `---
title: "Report ${OVERRIDE}gnp.exe harmless\u2066 title"
author: "${OVERRIDE}rotua"
tag: ["${OVERRIDE}gat"]
---
# Report ${OVERRIDE}gnp.exe harmless\u2066 title

A ${OVERRIDE}desrever line without its end, harmless.

The next paragraph is as it is. \u2067\u2067\u2067\u202b\u202d

z\u200be\u200dr\u200co\u2060w\ufeffi\u00add\u200be harmless
`,
  "control.txt": `harmless \u0000 null \u0001\u0007\u001b[31mred\u001b[0m \ufffe \uffff end\n\n${"\u0300".repeat(5000)} many accents\n`,
  "long.txt": `harmless ${"x".repeat(10 * 1024 * 1024)} end\n`,
  "terms.txt": `harmless ${Array.from({ length: 100_000 }, (_, i) => `t${i.toString(36)}`).join(" ")}\n`,
  "nesting.md": `# Nesting, harmless\n\n${">".repeat(10_000)} deep harmless quotation\n\n${Array.from({ length: 200 }, (_, i) => `${"  ".repeat(i)}- item ${i}`).join("\n")}\n\n${"[".repeat(10_000)}x${"]".repeat(10_000)}\n\n${"*".repeat(10_000)}y${"*".repeat(10_000)}\n\n${"- ".repeat(10_000)}z\n`,
  "wide.md": `# Wide, harmless\n\n| ${Array.from({ length: 400 }, (_, i) => `c${i}`).join(" | ")} |\n|${" --- |".repeat(400)}\n| ${Array.from({ length: 400 }, () => "harmless").join(" | ")} |\n\n    ${"code ".repeat(2_000)}\n`,
  "page.html": `<title></title><script>${RUN}</script><body onload="${RUN}"><h1>harmless page</h1><p>harmless <img src="${EVIL}/8"></p><form action="${EVIL}/9"><button>send</button></form><object data="${EVIL}/10"></object>`,
};

describe("hostile documents", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch();
  });
  after(() => browser?.close());

  const write = async (folder, names) => {
    await mkdir(folder);
    await Promise.all(names.map((name) => writeFile(join(folder, name), documents[name])));
  };

  /** Fails on anything that ran, was asked for by a text, or sticks out; `check` of the harness does the rest. */
  const isUnharmed = async (page, where) => {
    const found = await page.evaluate(() => {
      const live = [...document.querySelectorAll("a[href]")].filter((link) => !["http:", "https:", "mailto:", "file:"].includes(link.protocol));
      const outward = [...document.querySelectorAll("a[href]")].filter((link) => link.hostname === "evil.invalid");
      return {
        ran: globalThis.__ran,
        body: document.body.checkVisibility(),
        elements: document.querySelectorAll("iframe, object, embed, base, main script, main style, main form[action], main img, main svg:not(.places)").length,
        handlers: [...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
        live: live.map((link) => link.outerHTML.slice(0, 120)),
        unguarded: outward.filter((link) => !/noopener/.test(link.rel) || !/noreferrer/.test(link.rel)).length,
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.deepEqual(found, { ran: undefined, body: true, elements: 0, handlers: 0, live: [], unguarded: 0, wide: false }, where);
  };

  const walk = async (site, ids, extra = []) => {
    const opened = await chromium.open(browser, `${site}#/search?q=harmless`);
    const { page } = opened;
    page.on("dialog", (dialog) => {
      dialog.dismiss();
      assert.fail(`a dialog: ${dialog.message()}`);
    });
    await page.locator("main mark").first().waitFor();
    await isUnharmed(page, "results");
    for (const id of ids) {
      await page.goto(`${site}#/doc/${encodeURIComponent(id)}?q=harmless`);
      await page.locator("article .text").waitFor();
      await isUnharmed(page, id);
    }
    for (const fragment of ["#/about", "#/concordance?q=harmless", "#/names", "#/timeline", "#/voices", "#/compare", "#/words", `#/search?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`, "#/doc/%3Cscript%3Ealert(1)%3C%2Fscript%3E", ...extra]) {
      await page.goto(site + fragment);
      await page.locator("main h1").first().waitFor();
      await isUnharmed(page, fragment);
    }
    await opened.check();
  };

  const small = Object.keys(documents).filter((name) => !["long.txt", "terms.txt"].includes(name));

  test("a single file and a hosted folder of them", () =>
    withFolder(async (folder) => {
      const texts = join(folder, "texts");
      await write(texts, small);
      const [file, site] = [join(folder, "page.html"), join(folder, "site")];
      await build(texts, "--single", file, "-o", site, "--title", `</title><script>${RUN}</script>${OVERRIDE}eltit`);
      const ids = small.map((name) => name.replace(/\.\w+$/, ""));
      await walk(pathToFileURL(file).href, ids);
      await served(site, async (url) => {
        await walk(url, ids);
        const pages = (await readdir(join(site, "text"))).map((name) => `text/${name}`);
        for (const path of ["texts.html", ...pages]) {
          const { page, check } = await chromium.open(browser, url + path, { width: 375 });
          await isUnharmed(page, path);
          await check();
        }
      });
    }));

  test("without its program the single file shows them as harmlessly", () =>
    withFolder(async (folder) => {
      const texts = join(folder, "texts");
      await write(texts, small);
      const file = join(folder, "page.html");
      await build(texts, "--single", file, "--title", "Hostile");
      const markup = await readFile(file, "utf8");
      await writeFile(file, markup.replace(/<script id="vademecum-glue">[\s\S]*<\/script>/, ""));
      const { page, check } = await chromium.open(browser, pathToFileURL(file).href, { width: 375 });
      await page.locator("article").first().waitFor();
      await isUnharmed(page, "static");
      await check();
    }));

  test("a line of 10 MB and 100,000 terms in one line are searched and shown", () =>
    withFolder(async (folder) => {
      const texts = join(folder, "texts");
      await write(texts, ["long.txt", "terms.txt"]);
      const file = join(folder, "page.html");
      await build(texts, "--single", file, "--title", "Long");
      const { page, check } = await chromium.open(browser, `${pathToFileURL(file)}#/search?q=harmless`);
      page.setDefaultTimeout(60_000);
      await page.locator("main mark").first().waitFor();
      await isUnharmed(page, "results");
      for (const id of ["terms", "long"]) {
        await page.goto(`${pathToFileURL(file)}#/doc/${id}?q=harmless`);
        await page.locator("article mark").first().waitFor();
        await isUnharmed(page, id);
      }
      await check();
    }));
});
