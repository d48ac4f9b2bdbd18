// Reading, off the page's own thread: bytes or pasted text in, text and notes out. HTML goes back as HTML, for only the
// page has a parser for it.

import { Unreadable } from "./unreadable.js";
import { prepare, readBytes } from "./formats.js";

self.onmessage = async ({ data: { id, text, bytes, name, type, leave } }) => {
  try {
    const came = bytes ? await readBytes(bytes, { name, type, leave }) : prepare(text, leave);
    self.postMessage({ id, came });
  } catch (error) {
    if (error instanceof Unreadable) self.postMessage({ id, failure: { key: error.key, values: error.values } });
    else self.postMessage({ id, failure: { key: "error.read", values: { name, message: String(error?.message ?? error) } } });
  }
};
