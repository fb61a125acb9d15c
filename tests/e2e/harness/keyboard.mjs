// A reader who has the keyboard alone, and hears what the page says.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

/** More stops of Tab than any view of the tests has between two controls. */
const MOST_STOPS = 150;

/** What has the focus: the element and its words. */
export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element.localName} ${element.getAttribute("aria-label") ?? element.textContent}`.slice(0, 80);
  });

/** Waits until the focus is on an element with such words. */
export const focusIs = (page, pattern) =>
  eventually(`the focus is on ${pattern}`, async () => {
    const what = await focused(page);
    return pattern.test(what) && what;
  });

const hasFocus = (control) => control.evaluateAll((found) => found.includes(document.activeElement));

/** Waits until the focus is on this control. */
export const focusMovesTo = (control) => eventually(`the focus is on ${control}`, () => hasFocus(control));

/** Presses Tab until this control has the focus, and then `key`. */
export async function reach(page, control, key) {
  for (let n = 0; !(await hasFocus(control)); n += 1) {
    assert.ok(n < MOST_STOPS, `Tab does not lead to ${control}; the last stop is ${await focused(page)}`);
    await page.keyboard.press("Tab");
  }
  if (key) await page.keyboard.press(key);
}

/** Gives these files to the field for them, by the browser's own choice that Enter opens there. */
export async function reachAndChoose(page, field, files) {
  // Waited for from before the first Tab: the driver tells the browser of it meanwhile.
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), reach(page, field, "Enter")]);
  await chooser.setFiles(files);
}

/** From now on: whatever the status line says, and each control after which the focus was nowhere. */
export async function listen(page) {
  await page.evaluate(() => {
    // What is drawn anew is without focus for a moment; a reader is not.
    const FRAMES = 30;
    globalThis.said = [];
    globalThis.lostAfter = [];
    // The line is another one once the larger program has come.
    const hear = (records) => {
      const line = document.getElementById("told");
      if (records.some(({ target }) => line?.contains(target))) globalThis.said.push(line.textContent);
    };
    new MutationObserver(hear).observe(document.body, { childList: true, characterData: true, subtree: true });
    let last = "";
    let frames = 0;
    const look = () => {
      const at = document.activeElement ?? document.body;
      if (at !== document.body) {
        last = at.outerHTML.slice(0, 120);
        frames = 0;
      } else if (last) {
        frames += 1;
        if (frames === FRAMES) globalThis.lostAfter.push(last);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return {
    /** All that was said. */
    said: () => page.evaluate(() => globalThis.said),
    /** Waits until something was said since the last call that heard something. */
    hears(pattern) {
      return eventually(`the status line says ${pattern}`, () =>
        page.evaluate((source) => {
          const at = globalThis.said.findIndex((words) => new RegExp(source, "i").test(words));
          return at >= 0 && globalThis.said.splice(0, at + 1).pop();
        }, pattern.source),
      );
    },
    /** The focus was never nowhere. */
    async isNeverLost() {
      assert.deepEqual(await page.evaluate(() => globalThis.lostAfter), []);
    },
  };
}
