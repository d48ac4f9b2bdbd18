// The analysis, off the main thread. Every message carries an id and is answered with a result or an error.

import init, { analyze } from "./langkinh.js";

// the first analysis unpacks the tables: done before anybody waits for it
const ready = init().then(() => analyze(""));

self.onmessage = async ({ data: { id, text, options } }) => {
  try {
    await ready;
    const start = performance.now();
    const analysis = analyze(text, options);
    self.postMessage({ id, analysis, milliseconds: performance.now() - start });
  } catch (error) {
    self.postMessage({ id, error: { name: error?.name ?? "Error", message: String(error?.message ?? error) } });
  }
};
