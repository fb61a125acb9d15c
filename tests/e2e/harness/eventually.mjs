// Waiting without guessing how long: the condition is asked again until it holds.

import { AssertionError } from "node:assert";

const LIMIT_MS = 15_000;
const PAUSE_MS = 20;

/** Returns the first truthy answer of `question`, or fails naming `what` and the last answer or error. */
export async function eventually(what, question) {
  const end = Date.now() + LIMIT_MS;
  let last;
  for (;;) {
    try {
      last = await question();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new AssertionError({ message: `${what}; last seen: ${String(last)}` });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
