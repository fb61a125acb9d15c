// Where the built pages and the browsers are. `cargo xtask test` sets the variables;
// started by hand, the tests look where a build leaves things.

import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../../..");

function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file));
}

export const distFolder = process.env.VADEMECUM_DIST ?? join(root, "dist");
export const singleFile = process.env.VADEMECUM_SINGLE ?? join(root, "target/vademecum/seeds.html");
export const singleUrl = pathToFileURL(singleFile).href;
export const command = process.env.VADEMECUM_CLI ?? join(root, `target/release/vademecum${process.platform === "win32" ? ".exe" : ""}`);
export const seedsFolder = join(root, "seeds");
export const screenshotFolder = process.env.VADEMECUM_SCREENSHOTS ?? join(root, "target/vademecum/screenshots");
export const chromium = process.env.CHROMIUM ?? onPath("chromium", "chromium-browser", "google-chrome");
export const firefox = process.env.FIREFOX ?? onPath("firefox-esr", "firefox");
