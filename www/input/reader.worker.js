// Reading, off the page's own thread: bytes or pasted text in, text and notes out.

import { answer } from "../answer.js";
import { readBytes, readText } from "./formats.js";

/** @typedef {{leave: string[], text: string, bytes?: Uint8Array, name: string, type?: string}} Question a text, or bytes and their name */

answer((/** @type {Question} */ { text, bytes, name, type, leave }) =>
  bytes ? readBytes(bytes, { name, type, leave }) : readText(text, leave),
);
