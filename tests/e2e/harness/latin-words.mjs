// Latin words that a page in another script shows or names, beside those of its documents.

/**
 * What is the same in every language: formats, programs, keys of queries and of a keyboard,
 * measures, who published them, and the other language's name.
 */
const COMMON = new Set(
  `csv json jsonl html markdown bibtex ris csl pdf word docx opendocument rtf epub tei xml toml xhtml utf edtf sha
   vademecum build libreoffice ocrmypdf calibre pandoc tag date and or near khazaly
   enter tab alt esc shift
   kwic logdice log ratio ln mi dp rychlý church hanks dunning rayson garside hardie
   english`
    .split(/\s+/)
    .filter(Boolean),
);

/** Returns the Latin words of texts, in small letters; hexadecimal digests hold none. */
export const wordsOf = (...texts) =>
  new Set(texts.flatMap((text) => text.toLowerCase().replace(/\b[0-9a-f]{8,}\b/g, "").match(/\p{Script=Latin}{2,}/gu) ?? []));

/**
 * Returns the visible texts and the accessible names of a page that hold Latin words which neither `documents` (as
 * `wordsOf` gives them) nor all languages have. Words of documents count only where documents speak: in an element
 * that says so, in a name that repeats its element's words, or inside a sentence of the other script.
 */
export async function latinWords(page, documents) {
  const found = await page.evaluate(() => {
    const ofDocuments = "[lang]:not(html), bdi, [dir='auto'], cite, q, blockquote, code, mark";
    const texts = [{ text: document.title, mayQuote: true, at: "title of the window" }];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.closest("script, style, noscript") || !parentElement.checkVisibility()) continue;
      texts.push({ text: data, mayQuote: Boolean(parentElement.closest(ofDocuments)), at: parentElement.outerHTML });
    }
    const names = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt", "label"];
    for (const element of document.body.querySelectorAll("*")) {
      for (const name of names) {
        const text = element.getAttribute(name);
        if (!text) continue;
        const repeats = element.textContent.includes(text.replace(/…$/, "").trim());
        texts.push({ text, mayQuote: repeats || Boolean(element.closest(ofDocuments)), at: `${name} of ${element.outerHTML}` });
      }
    }
    return texts;
  });
  return found.flatMap(({ text, mayQuote, at }) => {
    const isInside = mayQuote || /\p{Script=Arabic}/u.test(text);
    const words = [...wordsOf(text)].filter((word) => !COMMON.has(word) && !(isInside && documents.has(word)));
    return words.length > 0 ? [`${words.join(" ")}: ${text.trim().slice(0, 80)} (${at.slice(0, 100)})`] : [];
  });
}
