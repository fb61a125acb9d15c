// Firefox ESR through WebDriver BiDi, in a fresh profile, watched like Chromium.

import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import * as places from "./places.mjs";

export function launch() {
  assert.ok(places.firefox, "no Firefox on PATH; set FIREFOX to its path");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: places.firefox,
    headless: true,
    extraPrefsFirefox: {
      // Firefox's own traffic is not the page's, and has no place in a test.
      "app.update.enabled": false,
      "browser.safebrowsing.downloads.remote.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "extensions.getAddons.cache.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "toolkit.telemetry.enabled": false,
    },
  });
}

export async function open(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  const own = new URL(url);
  const isOwn = (address) =>
    /^(data|blob):/.test(address) ||
    (own.protocol === "file:" ? address.split(/[?#]/)[0] === url.split(/[?#]/)[0] : address.startsWith(own.origin));
  return {
    page,
    async check() {
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((address) => !isOwn(address)), []);
      await context.close();
    },
  };
}
