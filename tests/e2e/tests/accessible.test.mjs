// WCAG 2.2 AA in every view and state: rules by axe in both themes and both directions, reflow, targets, forced
// colours, and what a screen reader is told.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "../harness/axe.mjs";
import * as chromium from "../harness/chromium.mjs";
import { eventually } from "../harness/eventually.mjs";
import { hosted } from "../harness/hosted.mjs";
import { focused, focusMovesTo, reach } from "../harness/keyboard.mjs";
import { screenshotFolder } from "../harness/places.mjs";
import { views } from "../harness/views.mjs";

const SMALLEST_TARGET = 24;

describe("the page for everyone", () => {
  const site = hosted();

  const named = (name) => views.find((view) => view.name === name);

  async function open(view, options) {
    const opened = await chromium.open(site.browser, site.url + view.fragment, options);
    await opened.page.locator("#masthead").waitFor();
    await opened.page.locator(view.ready).first().waitFor();
    return opened;
  }

  for (const view of views) {
    for (const language of ["en", "ar"]) {
      test(`${view.name}, ${language}: no violations in both themes, no sideways scrolling at 320 px`, async () => {
        const { page, check } = await open(view, { language });
        assert.equal(await page.evaluate(() => document.documentElement.dir), language === "ar" ? "rtl" : "ltr");
        const told = [];
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          for (const width of [375, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            await page.screenshot({ path: join(screenshotFolder, `${view.name}-${language}-${width}-${colorScheme}.png`) });
          }
          told.push(...(await violations(page)).map((text) => `${colorScheme}: ${text}`));
        }
        assert.deepEqual(told, []);
        // 1280 px at 400 %.
        await page.setViewportSize({ width: 320, height: 256 });
        const wide = await page.evaluate(() => {
          const isInside = (element) => element.closest(".table-frame, .table, .unseen, .skip, pre");
          const over = [...document.querySelectorAll("body *")].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return (right > 321 || left < -1) && !isInside(element);
          });
          return { page: document.documentElement.scrollWidth, over: over.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) };
        });
        assert.deepEqual(wide, { page: 320, over: [] });
        await check();
      });
    }

    test(`${view.name}: targets of 24 px, focus that is seen, forced colours`, async () => {
      const { page, check } = await open(view);
      const small = await page.evaluate((least) => {
        const isInText = (element) => element.localName === "a" && element.closest("p, td, th, li, dd, figcaption, blockquote, .text");
        const targets = [...document.querySelectorAll("a[href], button, input, select, summary, textarea")];
        const seen = targets.filter((element) => element.checkVisibility() && !element.closest(".unseen, .skip") && !isInText(element));
        return seen
          .map((element) => [element.closest("label") ?? element, element])
          .filter(([target]) => {
            const { width, height } = target.getBoundingClientRect();
            return width > 0 && (width < least || height < least);
          })
          .map(([target, element]) => `${Math.round(target.getBoundingClientRect().height)} ${element.outerHTML.slice(0, 120)}`);
      }, SMALLEST_TARGET);
      assert.deepEqual(small, []);
      const unseen = [];
      for (let i = 0; i < 25; i += 1) {
        await page.keyboard.press("Tab");
        const lost = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === document.body) return "";
          const style = getComputedStyle(element);
          const field = element.closest(".field");
          const isSeen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || (field && getComputedStyle(field).boxShadow !== "none");
          const { top, bottom } = element.getBoundingClientRect();
          const isOnScreen = bottom > 0 && top < innerHeight;
          return isSeen && isOnScreen ? "" : element.outerHTML.slice(0, 120);
        });
        if (lost) unseen.push(lost);
      }
      assert.deepEqual(unseen, []);
      await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
      await page.screenshot({ path: join(screenshotFolder, `${view.name}-forced.png`) });
      assert.deepEqual(await violations(page), []);
      await check();
    });
  }

  test("nothing moves where less motion is asked for", async () => {
    const { page, check } = await open(named("results"));
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("body *")].filter((element) => {
          const style = getComputedStyle(element);
          return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0;
        }).length,
    );
    assert.equal(moving, 0);
    await check();
  });

  test("text with more room between lines, words and letters is not cut (WCAG 1.4.12)", async () => {
    for (const view of [named("results"), named("reader")]) {
      const { page, check } = await open(view, { width: 375 });
      const cut = await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
        document.adoptedStyleSheets = [sheet];
        const elements = [...document.querySelectorAll("main :is(p, h1, h2, a, button, li):not(.lead, .unseen)")];
        return elements
          .filter((element) => element.checkVisibility() && ["hidden", "clip"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 100));
      });
      assert.deepEqual(cut, []);
      await check();
    }
  });

  /** The page as a screen reader is told it: role, name and state of what is not ignored. */
  const tree = async (page) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    return nodes
      .filter((node) => !node.ignored)
      .map((node) => ({
        role: node.role?.value,
        name: node.name?.value ?? "",
        ...Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
      }));
  };

  test("a screen reader is told landmarks, names, levels, states and the answer", async () => {
    const { page, check } = await open(named("results"));
    const status = await eventually("the answer is told", async () => {
      const text = await page.getByRole("status").first().innerText();
      return /matches in/.test(text) && text;
    });
    const told = await tree(page);
    const names = (role) => told.filter((node) => node.role === role).map((node) => node.name);
    for (const [role, name] of [
      ["banner", ""],
      ["main", ""],
      ["contentinfo", ""],
      ["search", ""],
      ["link", "Skip to content"],
      ["searchbox", "Search"],
      ["navigation", "Views"],
      ["button", "Clear search"],
    ]) {
      const alternatives = role === "searchbox" ? ["searchbox", "combobox"] : [role];
      assert.ok(alternatives.some((known) => names(known).includes(name)), `${role} “${name}”: ${names(role)}`);
    }
    const headings = told.filter((node) => node.role === "heading");
    assert.equal(headings[0].level, 1);
    assert.equal(headings.filter((node) => node.level === 1).length, 1);
    headings.reduce((before, node) => {
      assert.ok(node.level <= before + 1, `no level is left out before “${node.name}”`);
      return node.level;
    }, 1);
    for (const role of ["button", "link", "checkbox", "textbox", "combobox", "article", "group", "region"]) {
      const nameless = names(role).filter((name) => name === "");
      assert.deepEqual(nameless, [], `every ${role} has a name`);
    }
    const live = told.filter((node) => node.role === "status");
    assert.equal(live.length, 1, "one voice");
    assert.equal(live[0].live, "polite");
    assert.match(status, /^\d+ matches in \d+ documents$/);
    await check();
  });

  test("a screen reader is told a table's caption, columns, rows and order", async () => {
    const { page, check } = await open(named("words"));
    const told = await tree(page);
    const table = told.find((node) => node.role === "table");
    assert.match(table.name, /different words/);
    assert.ok(told.filter((node) => node.role === "columnheader").length >= 4);
    assert.ok(told.filter((node) => node.role === "rowheader").length >= 10);
    await page.locator("main").getByRole("button", { name: "Word", exact: true }).click();
    await eventually("the order is told", async () => (await page.locator('th[aria-sort="ascending"]').count()) === 1);
    await check();
  });

  test("the whole way without a pointer: ask, filter, open, step, go back", async () => {
    const { page, check } = await open(named("documents"));
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "a Skip to content");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "query");
    await page.keyboard.type("homs");
    await page.locator("main mark").first().waitFor();
    await page.keyboard.press("Enter");
    await reach(page, page.getByRole("checkbox", { name: /^Homs, \d+ documents?$/ }), "Space");
    await page.getByRole("button", { name: "Remove filter Tag Homs" }).waitFor();
    const first = page.locator("main li article h2 a").first();
    await reach(page, first, "Enter");
    await page.locator("article mark.current").first().waitFor();
    await page.getByRole("button", { name: "Next match" }).focus();
    await page.keyboard.press("Enter");
    await eventually("the second match", async () => /\b2 of \d+/.test(await page.locator(".bar").innerText()));
    await page.goBack();
    await focusMovesTo(first);
    await check();
  });

  test("single keys can be switched off and stay off", async () => {
    const { page, check } = await open(named("about"));
    await page.getByRole("button", { name: "Single keys: on" }).click();
    await page.getByRole("button", { name: "Single keys: off" }).waitFor();
    await page.keyboard.press("/");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "query");
    await page.reload();
    await page.getByRole("button", { name: "Single keys: off" }).waitFor();
    await page.keyboard.press("/");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "query");
    await check();
  });
});
