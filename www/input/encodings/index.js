// Which encoding a text is in. Unicode is taken at its word (byte order mark, valid UTF-8, the zeros of UTF-16);
// a legacy encoding is recognized by what comes out of it: marked words that are Vietnamese syllables.

import { plausibility } from "./syllables.js";
import { bytesOf, DECODERS } from "./tables.js";

/** @typedef {keyof typeof DECODERS} Encoding */

/** @type {Encoding[]} */
const LEGACY = ["TCVN3", "VNI", "VPS", "windows-1258"];
/** So large a share of the marked words must be syllables, and that much more than before. */
const CONVINCING = 0.8;
const MARGIN = 0.3;

/** How much of a text is looked at to recognize its encoding. */
const SAMPLE = 65536;

/**
 * Decodes a file's bytes.
 * @param {Uint8Array} bytes
 * @returns {{text: string, encoding: string, plain?: string}|undefined} `encoding` is the encoding's name; for a legacy one `plain` is the
 *   text as it would stand without conversion. Nothing where no encoding gives text.
 */
export function decode(bytes) {
  const unicode = decodeUnicode(bytes);
  if (unicode) return unicode;
  const sample = bytes.subarray(0, SAMPLE);
  const best = mostPlausible(sample);
  if (best) return { text: DECODERS[best](bytes), encoding: best, plain: DECODERS["windows-1252"](bytes) };
  if (hasControls(sample)) return undefined;
  // UTF-8 with a broken byte or two reads better as such than in any other way
  const loose = new TextDecoder("utf-8").decode(sample);
  if ((loose.match(/\ufffd/g) ?? []).length * 50 < loose.length)
    return { text: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8" };
  return undefined;
}

/**
 * Converts text that was pasted from a document in a legacy font ("Th«ng b¸o").
 * @param {string} text
 * @returns {{text: string, encoding: string}|undefined} Nothing where the text is what it seems.
 */
export function recode(text) {
  const before = plausibility(text.slice(0, SAMPLE));
  if (!before.words || before.share > CONVINCING) return undefined;
  const bytes = bytesOf(text);
  if (!bytes) return undefined;
  const encoding = mostPlausible(bytes.subarray(0, SAMPLE), before);
  return encoding && { text: DECODERS[encoding](bytes), encoding };
}

/**
 * The legacy encoding that gives the most syllables, if one convinces.
 * @param {Uint8Array} sample
 * @param {ReturnType<typeof plausibility>} [before] of the text as it stands
 */
function mostPlausible(sample, before = plausibility(DECODERS["windows-1252"](sample))) {
  /** @type {Encoding|undefined} */
  let best;
  let most = Math.max(CONVINCING, before.share + MARGIN);
  for (const encoding of LEGACY) {
    const { words, syllables, share } = plausibility(DECODERS[encoding](sample));
    if (syllables > 1 && words * 2 > before.words && share > most) [best, most] = [encoding, share];
  }
  return best;
}

/** @param {Uint8Array} bytes */
function decodeUnicode(bytes) {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  try {
    return hasControls(bytes.subarray(0, SAMPLE))
      ? undefined
      : { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 by its byte order mark, or because every other byte of what is mostly ASCII is zero.
 * @param {Uint8Array} bytes
 */
function utf16Of(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) zeros[i % 2] += 1;
  const many = length * 0.2;
  if (zeros[1] > many && zeros[0] < length * 0.02) return "utf-16le";
  if (zeros[0] > many && zeros[1] < length * 0.02) return "utf-16be";
  return undefined;
}

/**
 * Control characters that no text has, more than one in a hundred.
 * @param {Uint8Array} bytes
 */
function hasControls(bytes) {
  let odd = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  return odd * 100 > bytes.length;
}
