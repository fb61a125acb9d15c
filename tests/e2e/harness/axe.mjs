// The accessibility rules of axe, asked about a page as it stands.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WCAG = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

/** What breaks the rules of WCAG 2.2 AA, or others: each rule with the markup that breaks it. */
export async function violations(page, rules = WCAG) {
  // Through the driver, not as an element: the page's policy stays as it is.
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => globalThis.axe.run(document, rules), rules);
  const markup = (nodes) => nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
  return found.violations.map(({ id, nodes }) => `${id}: ${markup(nodes).join(" ")}`);
}
