// Folders and files that the command makes for one test.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as places from "./places.mjs";

const run = promisify(execFile);

/** Runs `vademecum build` with these arguments; fails with what it said. */
export const build = (...words) => run(places.command, ["build", ...words]);

/** A folder that is there while `body` runs. */
export async function withFolder(body) {
  const folder = await mkdtemp(join(tmpdir(), "vademecum-"));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
