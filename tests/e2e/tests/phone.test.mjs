// The page in a hand: a narrow window, fingers in place of a pointer.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { screenshotFolder } from "../harness/places.mjs";

const PHONE = { touch: true, width: 375, height: 812 };

describe("the page on a phone", () => {
  const site = hosted();

  const open = async (fragment, ready, options) => {
    const opened = await chromium.open(site.browser, site.url + fragment, { ...PHONE, ...options });
    await opened.page.locator(ready).first().waitFor();
    return opened;
  };

  for (const language of ["en", "ar"]) {
    test(`the head leaves three quarters of the window to what is read, ${language}`, async () => {
      const { page, check } = await open("#/timeline", "main h1", { language });
      const { height } = await page.locator("#masthead").boundingBox();
      assert.ok(height <= PHONE.height / 4, `${height} px`);
      await check();
    });
  }

  // Four columns of figures have room in the narrowest of today's phones; below that they scroll in their frame.
  for (const [name, fragment, widths] of [
    ["speakers", "#/voices?list=speakers", [375, 320]],
    ["names", "#/names", [375, 320]],
    ["words", "#/words", [375]],
    ["timeline", "#/timeline", [375, 320]],
  ]) {
    for (const width of widths) {
      test(`${name}, ${width} px: nothing has to be scrolled sideways to be read`, async () => {
        const { page, check } = await open(fragment, ".sheet tbody tr", { width });
        await page.screenshot({ path: join(screenshotFolder, `phone-${name}-${width}.png`) });
        const frame = page.locator(".table-frame");
        const [inside, room] = await frame.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
        assert.ok(inside <= room, `${inside} px in ${room}`);
        await check();
      });
    }
  }

  test("a list of names searched at once is read without scrolling sideways", async () => {
    const { page, check } = await open("#/batch", "#batch-lines");
    await page.locator("#batch-lines").fill("Homs\nDamascus\nKhaled al-Ahmad");
    await page.getByRole("button", { name: "Search all lines" }).click();
    await eventually("three rows", async () => (await page.locator(".sheet tbody tr").count()) === 3);
    await page.screenshot({ path: join(screenshotFolder, "phone-batch.png"), fullPage: true });
    const [inside, room] = await page.locator(".table-frame").evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    assert.ok(inside <= room, `${inside} px in ${room}`);
    await check();
  });

  for (const language of ["en", "ar"]) {
    test(`figures scroll beside the word that they are of, and not with the page, ${language}`, async () => {
      const { page, check } = await open("#/words?list=collocates&q=homs", ".sheet tbody tr", { language });
      const frame = page.locator(".table-frame");
      const word = frame.locator("tbody th").first();
      const before = await word.boundingBox();
      await frame.evaluate((element) => element.scrollBy(element.ownerDocument.dir === "rtl" ? -300 : 300, 0));
      assert.ok(Math.abs(await frame.evaluate((element) => element.scrollLeft)) > 20, "the frame scrolls");
      const after = await word.boundingBox();
      assert.equal(Math.round(after.x), Math.round(before.x), "the word stays in sight");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
      await page.screenshot({ path: join(screenshotFolder, `phone-collocates-${language}.png`) });
      await check();
    });
  }

  test("the sign of a paragraph is there without a pointer, and dark enough in both themes", async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page, check } = await open("#/doc/the-road-to-homs", "article p .permalink", { colorScheme });
      const opacity = await page.locator("article p .permalink").first().evaluate((sign) => getComputedStyle(sign).opacity);
      assert.equal(opacity, "1");
      assert.deepEqual(await violations(page), []);
      await check();
    }
  });

  test("of two texts side by side each is shown where it was left", async () => {
    const { page, check } = await open("#/doc/the-road-to-homs?b=places", ".which-text");
    const choice = page.getByRole("group", { name: "Which text is shown" });
    const second = page.getByRole("region", { name: /^Beside it: / });
    const first = page.locator(".page article");
    assert.ok((await first.isVisible()) && !(await second.isVisible()));
    // A tap where the control is: the driver's own would move the page first.
    const tap = async (name) => {
      const { x, y, width, height } = await choice.getByRole("button", { name }).boundingBox();
      await page.touchscreen.tap(x + width / 2, y + height / 2);
    };
    await page.evaluate(() => scrollTo(0, 900));
    await tap(/^Places/);
    await second.waitFor();
    assert.ok(!(await first.isVisible()));
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await violations(page), []);
    await page.screenshot({ path: join(screenshotFolder, "phone-beside.png") });
    await tap(/road to Homs/);
    await first.waitFor();
    await eventually("back where it was", async () => (await page.evaluate(() => scrollY)) === 900);
    assert.ok(!(await second.isVisible()));
    // On a wide window both stand there, and nothing has to be chosen.
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.ok((await first.isVisible()) && (await second.isVisible()) && !(await choice.isVisible()));
    await check();
  });
});
