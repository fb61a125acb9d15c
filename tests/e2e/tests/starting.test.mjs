// How a page starts, and what it says when it cannot: whole, cut and damaged parts, on hosts of several kinds.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { singleFile } from "../harness/places.mjs";

const INDEX = /(<script type="application\/octet-stream" id="vademecum-index"[^>]*>)([^<]*)<\/script>/;
const PROGRAM = /(<script type="application\/octet-stream" id="vademecum-wasm"[^>]*>)([^<]*)<\/script>/;
const LINK = '<link rel="alternate" href="corpus.vade" data-packed="corpus.vade.gz" id="vademecum-index">';

describe("starting", () => {
  let browser, single, packed, plain;
  before(async () => {
    browser = await chromium.launch();
    single = await readFile(singleFile, "utf8");
    packed = Buffer.from(INDEX.exec(single)[2], "base64");
    plain = gunzipSync(packed);
  });
  after(() => browser?.close());

  /** Serves `markup` as the page and, by their names, files: each a function that answers. */
  const host = async (markup, files, body) => {
    const asked = [];
    const server = createServer((request, response) => {
      const name = request.url.slice(1).split("?")[0];
      asked.push(name);
      if (name === "") {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(markup);
      } else if (files[name]) {
        files[name](response);
      } else {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await body(page, asked);
    } finally {
      await context.close();
      server.closeAllConnections();
      server.close();
    }
  };

  /** The page of the single file with its index beside it, as a host has it. */
  const hosted = () => single.replace(INDEX, () => LINK).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const compressed = (bytes) => (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(bytes));
  const asItIs = (bytes) => (response) => response.writeHead(200).end(bytes);
  const opens = (page) => page.getByRole("searchbox").or(page.getByRole("combobox", { name: /search/i })).first().waitFor({ timeout: 15_000 });
  const says = async (page, sentence) => {
    const alert = page.getByRole("alert");
    await alert.waitFor({ timeout: 15_000 });
    assert.match(await alert.innerText(), sentence);
  };

  test("a host that compresses sends the index once", () =>
    host(hosted(), { "corpus.vade": compressed(plain) }, async (page, asked) => {
      await opens(page);
      assert.ok(!asked.includes("corpus.vade.gz"));
    }));

  test("from a host that does not, the gzipped copy is read", () =>
    host(hosted(), { "corpus.vade": asItIs(plain), "corpus.vade.gz": asItIs(packed) }, async (page, asked) => {
      await opens(page);
      assert.ok(asked.includes("corpus.vade.gz"));
    }));

  test("an index that comes in drops opens, and says how far it is", () => {
    const drop = async (response) => {
      response.writeHead(200, { "content-encoding": "identity" });
      const size = Math.ceil(plain.length / 40);
      for (let at = 0; at < plain.length; at += size) {
        response.write(plain.subarray(at, at + size));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      response.end();
    };
    return host(hosted(), { "corpus.vade": drop }, async (page) => {
      const status = page.locator("#vademecum-status");
      await eventually("progress", async () => /^Opening the texts … \d+\s%$/.test(await status.innerText()));
      await opens(page);
      await eventually("no notice", async () => (await status.isHidden()) && (await status.textContent()) === "");
    });
  });

  test("an index that is not there is named", () =>
    host(hosted(), {}, (page) => says(page, /corpus\.vade cannot be loaded \(status 404\)/)));

  test("a line that breaks is told from a damaged page", () => {
    const broken = (response) => {
      response.writeHead(200, { "content-encoding": "identity", "content-length": plain.length });
      response.write(plain.subarray(0, 10_000), () => setTimeout(() => response.destroy(), 200));
    };
    return host(hosted(), { "corpus.vade": broken }, (page) => says(page, /connection broke off/));
  });

  test("an index that is cut says how much is missing", () =>
    host(hosted(), { "corpus.vade": compressed(plain.subarray(0, 20_000)) }, (page) =>
      says(page, new RegExp(`cut off: expected ${plain.length} bytes, found 20000`)),
    ));

  test("an empty index is no index", () =>
    host(hosted(), { "corpus.vade": compressed(Buffer.alloc(0)) }, (page) => says(page, /not a Vademecum index/)));

  test("a damaged index names the damaged part", () => {
    const damaged = Buffer.from(plain);
    damaged[plain.length >> 1] ^= 1;
    return host(hosted(), { "corpus.vade": compressed(damaged) }, (page) => says(page, /section \w{4} of the index is damaged/));
  });

  const withIndex = (text) => single.replace(INDEX, (_, open) => `${open}${text}</script>`);
  const base64 = () => packed.toString("base64");

  test("a single file whose index is cut is damaged", () =>
    host(withIndex(base64().slice(0, 4001)), {}, (page) => says(page, /damaged: a part of it is cut or changed/)));

  test("a single file whose index cannot be unpacked is damaged", () =>
    host(withIndex(packed.subarray(0, 3000).toString("base64")), {}, (page) =>
      says(page, /damaged: a part of it cannot be unpacked/),
    ));

  test("white space around the index does no harm", () => host(withIndex(`\n  ${base64()}\n`), {}, opens));

  test("a single file whose program is damaged says so", () =>
    host(single.replace(PROGRAM, (_, open) => `${open}H4sIAAAA</script>`), {}, (page) =>
      says(page, /damaged: a part of it cannot be unpacked/),
    ));

  test("a single file without its program is incomplete", () =>
    host(single.replace(PROGRAM, ""), {}, (page) => says(page, /its program is missing/)));

  test("a shell without a corpus says what to do", () =>
    host(single.replace(INDEX, ""), {}, (page) => says(page, /built without a corpus/)));
});
