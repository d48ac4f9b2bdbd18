// Reading, off the page's own thread: bytes or pasted text in, text and notes out.

import { answer } from "../answer.js";
import { readBytes, readText } from "./formats.js";

answer(({ text, bytes, name, type, leave }) =>
  bytes ? readBytes(bytes, { name, type, leave }) : readText(text, leave),
);
