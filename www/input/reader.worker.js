// Reading, off the page's own thread: bytes or pasted text in, text and notes out. HTML goes back as HTML, for only the
// page has a parser for it.

import { Unreadable } from "./unreadable.js";
import { readBytes, readText } from "./formats.js";

self.onmessage = async ({ data: { turn, text, bytes, name, type, leave } }) => {
  try {
    const came = bytes ? await readBytes(bytes, { name, type, leave }) : readText(text, leave);
    self.postMessage({ turn, came });
  } catch (error) {
    if (error instanceof Unreadable) self.postMessage({ turn, failure: { key: error.key, values: error.values } });
    else self.postMessage({ turn, failure: { key: "error.read", values: { name, message: String(error?.message ?? error) } } });
  }
};
