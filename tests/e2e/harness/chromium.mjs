// Chromium with everything watched: a page that complains or asks for something foreign fails its test.

import assert from "node:assert/strict";
import { chromium as driver } from "playwright-core";
import * as places from "./places.mjs";

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever slips past the watch cannot leave the machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export function launch() {
  assert.ok(places.chromium, "no Chromium on PATH; set CHROMIUM to its path");
  return driver.launch({ executablePath: places.chromium, headless: true, args: switches });
}

/** Opens `url` in a profile of its own. `check()` fails on any complaint or foreign request so far. */
export async function open(browser, url, options = {}) {
  const { colorScheme = "light", width = 1280, height = 900, offline = false, touch = false, language, locale } = options;
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, reducedMotion: "reduce", locale, hasTouch: touch, isMobile: touch });
  context.setDefaultTimeout(15_000);
  if (offline) await context.setOffline(true);
  // The reader's choice of an earlier visit.
  if (language) {
    await context.addInitScript((tag) => {
      if (location.protocol.startsWith("http") && !localStorage.getItem("vademecum.interface")) localStorage.setItem("vademecum.interface", tag);
    }, language);
  }
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => {
    // The smaller program is on its way before the address is read; who needs the larger one does without it.
    if (/preloaded using link preload but not used/.test(message.text())) return;
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  page.on("crash", () => complaints.push("page: crashed"));
  context.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.policyViolations = [];
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  await page.goto(url);
  const own = new URL(url);
  const isOwn = (address) => {
    if (/^(data|blob):/.test(address)) return true;
    if (own.protocol === "file:") return address.split(/[?#]/)[0] === url.split(/[?#]/)[0];
    return new URL(address).origin === own.origin;
  };
  return {
    page,
    async check() {
      complaints.push(...(await page.evaluate(() => globalThis.policyViolations)).map((text) => `policy: ${text}`));
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((address) => !isOwn(address)), []);
      await context.close();
    },
  };
}
