// The page as a reader meets it: by roles and names, never by classes.

import { eventually } from "./eventually.mjs";

/** How the status line says that nothing was found. */
export const NOTHING = /no document/i;

export class Reader {
  constructor(page) {
    this.page = page;
  }

  get box() {
    return this.page.getByRole("searchbox", { name: /search/i }).or(this.page.getByRole("combobox", { name: /search/i })).first();
  }

  get status() {
    return this.page.getByRole("status").first();
  }

  /** The line above the answer, seen at once; the status line repeats it after a pause. */
  get summary() {
    return this.page.locator("main").getByRole("heading", { name: /match|document/i }).first();
  }

  get results() {
    return this.page.locator("main ol > li article");
  }

  get titles() {
    return this.results.locator("h2, h3").allInnerTexts();
  }

  /** Waits until the engine answers: the box is enabled and the documents are listed. */
  async isReady() {
    await this.results.first().waitFor();
  }

  async statusSays(pattern) {
    return eventually(`the status line says ${pattern}`, async () => {
      const text = await this.status.innerText();
      return pattern.test(text) && text;
    });
  }

  /** Types a query and waits for its answer: marked passages, or the word that there are none. */
  async search(query) {
    await this.box.fill(query);
    // Closes the suggestions, which would lie over the results.
    await this.box.press("Enter");
    await eventually(`the address holds the query ${query}`, async () => this.query() === query);
    await eventually(`an answer to ${query}`, async () => {
      const marked = await this.results.locator("mark").count();
      return marked > 0 || NOTHING.test(await this.summary.innerText());
    });
  }

  /** The query in the fragment of the address. */
  query() {
    const fragment = new URL(this.page.url()).hash;
    return new URLSearchParams(fragment.split("?")[1] ?? "").get("q") ?? "";
  }

  /** Opens the nth result's document. */
  async openResult(n = 0) {
    await this.results.nth(n).locator("h2 a, h3 a").first().click();
    await this.document.waitFor();
  }

  /** The open document. Results are articles too, but inside a list. */
  get document() {
    return this.page.locator("article:not(li article)").first();
  }

  get next() {
    return this.page.getByRole("button", { name: "Next match" });
  }

  get previous() {
    return this.page.getByRole("button", { name: "Previous match" });
  }

  /** The match one stands on and how many there are, from the words "n of m". */
  async place() {
    const text = await this.page.getByText(/\b\d+ of \d+\b/).first().innerText();
    const [, n, of] = text.match(/(\d+) of (\d+)/);
    return { n: Number(n), of: Number(of) };
  }
}
