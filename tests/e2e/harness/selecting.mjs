// Words of the open document, chosen as a reader chooses them; for the pages of both drivers.

/** Selects words of the open document as a reader does: by pointer or keyboard, which end in the same selection. */
export const select = (page, words) =>
  page.evaluate((words) => {
    const text = document.querySelector("main article .text");
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      node.parentElement.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
      return;
    }
    throw new Error(`no piece of the text has “${words}”`);
  }, words);

/** A piece of running text of the open document that stands in one text node. */
export const someWords = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("main article .text p"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.length > 60) return node.data.slice(5, 55).trim();
    }
    return "";
  });
