// Files as a reader brings them, and what the page says of them.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { eventually } from "./eventually.mjs";
import { seedsFolder } from "./places.mjs";

const fixtures = join(seedsFolder, "../testdata/files");

/** A file out of the folder of files of real programs, under another name if need be. */
export const fixture = async (name, as = name) => ({ name: as, mimeType: "", buffer: await readFile(join(fixtures, name)) });

export const textFile = (name, text) => ({ name, mimeType: "", buffer: Buffer.from(text) });

const words = "river bridge market column winter letter engine harbour garden signal lantern orchard".split(" ");

/** `n` Markdown files of some hundred words; each has a word of its own, `unique<number>`. */
export const notes = (n) =>
  Array.from({ length: n }, (_, i) => {
    const sentence = (k) => `The ${words[(i + k) % 12]} near the ${words[(i * 5 + k * 7) % 12]} was seen on ${(k % 28) + 1} May 2021.`;
    const paragraph = (p) => Array.from({ length: 12 }, (_, k) => sentence(p * 12 + k)).join(" ");
    const body = Array.from({ length: 4 }, (_, p) => paragraph(p)).join("\n\n");
    return textFile(`note-${i}.md`, `# Note ${i}\n\nunique${i} stands here.\n\n${body}\n`);
  });

/** A package whose one part unpacks to `megabytes` of nothing. */
export function bomb(name, megabytes) {
  const part = Buffer.from("word/document.xml");
  const packed = deflateRawSync(Buffer.alloc(megabytes << 20), { level: 9 });
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(megabytes << 20, 18);
  fields.writeUInt16LE(part.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, part, packed]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, Buffer.alloc(14), part]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return { name, mimeType: "", buffer: Buffer.concat([local, central, end]) };
}

export class OwnFiles {
  constructor(page) {
    this.page = page;
  }

  async open() {
    await this.page.getByRole("link", { name: "Files", exact: true }).first().click();
    await this.page.getByRole("heading", { name: "Your own files" }).waitFor();
  }

  choose(files) {
    return this.page.getByLabel("Choose files").setInputFiles(files);
  }

  /** Drops files on the page as a browser does, wherever it is. */
  drop(files) {
    const given = files.map(({ name, buffer }) => [name, buffer.toString("base64")]);
    return this.page.evaluate((given) => {
      const transfer = new DataTransfer();
      for (const [name, text] of given) {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      for (const type of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    }, given);
  }

  /** The line that sums up what was read. */
  get sum() {
    return this.page.locator(".own-sum span").first();
  }

  /** The row of a file. */
  row(name) {
    return this.page.locator(".own-list > li").filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** What stands above every view while own files are searched. */
  get notice() {
    return this.page.getByRole("banner").getByText("You are searching your own files");
  }

  /** Waits until nothing is being done. */
  isDone() {
    return eventually("all files are read", async () => {
      const bars = await this.page.getByRole("progressbar").count();
      return bars === 0 && (await this.sum.count()) > 0;
    });
  }

  async search() {
    await this.page.getByRole("button", { name: "Search them" }).click();
    await this.notice.waitFor();
  }

  /** Saves a page, and returns where it is. */
  async save(folder) {
    const saved = this.page.waitForEvent("download", { timeout: 60_000 });
    await this.page.getByRole("button", { name: "Save as a page" }).click();
    const download = await saved;
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }
}
