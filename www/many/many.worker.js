// Articles one after another: each is analyzed, its rows go back, the analysis is let go.

import { answer } from "../answer.js";
import { analyze, start } from "../load.js";
import { rowsOf } from "./rows.js";

let take;
const ready = new Promise((resolve) => (take = resolve)).then(({ module }) => start(module));
ready.catch(() => {}); // told to whoever asks

answer(async ({ text, published }) => {
  await ready;
  return { rows: rowsOf(analyze(text, published ? { published } : undefined), text, published) };
}, take);
