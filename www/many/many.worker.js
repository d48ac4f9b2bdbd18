// Articles one after another: each is analyzed, its rows go back, the analysis is let go.

import { answer } from "../answer.js";
import { analyze, start } from "../load.js";
import { rowsOf } from "./rows.js";

/** @type {(said: {module: WebAssembly.Module}) => void} */
let take = () => {};
/** @type {Promise<void>} */
const ready = new Promise((resolve) => (take = resolve)).then(({ module }) => start(module));
ready.catch(() => {}); // told to whoever asks

answer(async (/** @type {{text: string, published?: string}} */ { text, published }) => {
  await ready;
  return { rows: rowsOf(analyze(text, published ? { published } : undefined), text, published) };
}, take);
