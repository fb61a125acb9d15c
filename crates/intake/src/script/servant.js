// A worker as the page sees it: asked by name, it answers once, or fails with one of these errors.

/** An error that is a sentence about this file or index, not a stop of the program. */
class Refused extends Error {}
class Stopped extends Error {
  constructor(message, stretch) {
    super(message);
    this.stretch = stretch;
  }
}
class Slow extends Error {}
class Ended extends Error {}

/** A worker, or the page in its place, that is asked by name. */
class Servant {
  constructor(source) {
    this.waiting = new Map();
    this.next = 1;
    const hear = ({ id, result, progress, error, isStopped, stretch }) => {
      const asked = this.waiting.get(id);
      if (!asked) return;
      if (progress !== undefined) return asked.tell?.(progress);
      this.waiting.delete(id);
      clearTimeout(asked.timer);
      if (error === undefined) asked.resolve(result);
      else asked.reject(isStopped ? new Stopped(error, stretch) : new Refused(error));
    };
    if (source === null) {
      this.post = (message) => breathe().then(() => serve(message, hear));
      this.end = () => {};
      return;
    }
    const worker = new Worker(source);
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (event) => this.fail(new Stopped(event.message || "the worker does not start", 0));
    this.post = (message, transfer) => worker.postMessage(message, transfer);
    this.end = () => worker.terminate();
  }

  ask(call, data, { transfer = [], tell, ms } = {}) {
    return new Promise((resolve, reject) => {
      const id = this.next;
      this.next += 1;
      const asked = { resolve, reject, tell };
      if (ms) asked.timer = setTimeout(() => this.fail(new Slow()), ms);
      this.waiting.set(id, asked);
      this.post({ id, call, data }, transfer);
    });
  }

  /** Ends the worker; who waits for it hears why. */
  fail(error) {
    this.end();
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(error);
    }
  }
}
