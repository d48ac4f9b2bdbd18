// From a file to text. What cannot be read throws `Unreadable` with a key of the dictionaries.

import { looksLikeHtml, readHtml } from "./html.js";

/** A file that is no text we can read: `key` says why, `values` fill the sentence. */
export class Unreadable extends Error {
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** Larger files are refused before they are read: the analyzer's own limit. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads a dropped or picked file.
 * @param {File} file
 * @returns {Promise<{text: string, published?: string, note?: string}>}
 */
export async function readFile(file) {
  if (file.size > LARGEST) throw new Unreadable("error.tooLarge", { name: file.name });
  const text = decode(new Uint8Array(await file.arrayBuffer()), file.name);
  const isHtml = /\.x?html?$/i.test(file.name) || file.type === "text/html" || looksLikeHtml(text);
  return isHtml ? readHtml(text) : { text };
}

function decode(bytes, name) {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  if (encoding === "utf-8" && isBinary(bytes)) throw new Unreadable("error.binary", { name });
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable("error.encoding", { name });
  }
}

/** Control characters that no text has, more than one in a hundred of the first 64 KB; or the marks of PDF and ZIP. */
function isBinary(bytes) {
  const head = bytes.subarray(0, 65536);
  const sign = String.fromCharCode(...head.subarray(0, 4));
  if (sign === "%PDF" || sign.startsWith("PK\u0003\u0004")) return true;
  let odd = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  return odd * 100 > head.length;
}
