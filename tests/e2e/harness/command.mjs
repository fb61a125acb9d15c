// Folders and files that the command makes for one test.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as places from "./places.mjs";

const run = promisify(execFile);

/** Runs `vademecum build` with these arguments; fails with what it said. */
export const build = (...words) => run(places.command, ["build", ...words]);

/** Runs `vademecum build --watch` with these arguments; returns after the first build, with a way to end it. */
export async function watch(...words) {
  const child = spawn(places.command, ["build", ...words, "--watch"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  let said = "";
  await new Promise((resolve, reject) => {
    child.stderr.on("data", (text) => {
      said += text;
      if (said.includes("waiting for changes")) resolve();
    });
    child.once("exit", () => reject(new Error(said)));
  });
  return {
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/** A folder that is there while `body` runs. */
export async function withFolder(body) {
  const folder = await mkdtemp(join(tmpdir(), "vademecum-"));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
