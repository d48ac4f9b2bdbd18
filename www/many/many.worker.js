// Articles one after another: each is analyzed, its rows go back, the analysis is let go.

import init, { analyze } from "../langkinh.js";
import { rowsOf } from "./rows.js";

let take;
const ready = new Promise((resolve) => (take = resolve)).then(init);
ready.catch(() => {}); // told to whoever asks

self.onmessage = async ({ data: { module, turn, text, published } }) => {
  if (module) return take(module);
  try {
    await ready;
    self.postMessage({ turn, rows: rowsOf(analyze(text, published ? { published } : undefined), text, published) });
  } catch (error) {
    self.postMessage({ turn, error: { name: error?.name ?? "Error", message: String(error?.message ?? error) } });
  }
};
