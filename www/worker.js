// The analysis, off the main thread. One message brings the compiled module and a first text; every other carries a text
// and an id, and is answered in pieces, or with an error.

import init, { analyze } from "./langkinh.js";
import { pieces } from "./pieces.js";

let take;
// the first analysis unpacks the tables: done before anybody waits for another
const ready = new Promise((resolve) => (take = resolve)).then(async ({ module, first }) => {
  await init(module);
  self.postMessage({ first: analyze(first) });
});
ready.catch(() => {}); // told to whoever asks

self.onmessage = async ({ data }) => {
  if (data.module) return take(data);
  const { id, text, options } = data;
  try {
    await ready;
    const start = performance.now();
    const analysis = analyze(text, options);
    const milliseconds = performance.now() - start;
    for (const piece of pieces(analysis)) self.postMessage({ id, piece });
    self.postMessage({ id, milliseconds });
  } catch (error) {
    self.postMessage({ id, error: { name: error?.name ?? "Error", message: String(error?.message ?? error) } });
  }
};
