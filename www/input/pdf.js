// PDF: pdf.js finds the letters and where they stand; here they become lines again, with a blank line where the page
// has one, an indent where a paragraph begins with one, and a form feed between pages. Joining the lines is `unwrap`'s.

import { Failure } from "../failure.js";
import { plausibility } from "./encodings/syllables.js";

/** @import { Note } from "../status.js" */
/**
 * @typedef {{y: number, x: number, size: number, text: string, right: number}} Line where it stands on its page, in points
 * @typedef {{str: string, transform: number[], width: number, height: number, hasEOL: boolean}} Item what pdf.js gives of a text
 */

/** A gap this much wider than the usual distance between lines is a blank line. */
const BLANK = 1.2;
/** Letters this much larger or smaller belong to another paragraph. */
const OTHER_SIZE = 1.12;
/** So far to the right of the column's edge, in letters' heights, begins an indented line. */
const INDENT = 0.7;
/** So large a share of the lines begins at the edge of a column; columns are further apart than this. */
const COMMON = 0.1;
const COLUMN_GAP = 8;
/** So large a share of the text damaged by its fonts is worth a warning, so large a share makes it worthless. */
const DAMAGED = 0.005;
const LOST = 0.5;

/**
 * The text of a PDF.
 * @param {Uint8Array} bytes
 * @param {string} name
 * @returns {Promise<{text: string, notes: Note[]}>}
 */
export async function readPdf(bytes, name) {
  // pdf.js finds its own worker loaded and runs it here: this is a worker already, and one within it may fail to start
  const [pdfjs] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.min.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs"),
  ]);
  const loading = pdfjs.getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: true,
    disableFontFace: true,
    useWasm: false,
  });
  try {
    const document = await loading.promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number));
    return assembled(pages, name);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new Failure(isLocked ? "error.encrypted" : "error.broken", { name });
  } finally {
    await loading.destroy();
  }
}

/**
 * @param {import("pdfjs-dist").PDFDocumentProxy} document
 * @param {number} number of the page
 */
async function readPage(document, number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  page.cleanup();
  return linesOf(/** @type {Item[]} */ (items));
}

/**
 * @param {Line[][]} pages
 * @param {string} name
 */
function assembled(pages, name) {
  const silent = pages.filter((lines) => lines.length === 0).length;
  if (silent === pages.length) throw new Failure("error.scanned", { name });
  const text = pages.map(written).join("\f");
  /** @type {Note[]} */
  const notes = silent ? [{ key: "note.pagesWithoutText", values: { n: silent, all: pages.length } }] : [];
  const damage = damageOf(text);
  if (damage > LOST) throw new Failure("error.pdfFont", { name });
  if (damage > DAMAGED) notes.push({ key: "note.pdfFont" });
  return { text, notes };
}

/**
 * Where a font does not say what its codes mean they come out as controls, private characters or parts of words: their share.
 * @param {string} text
 */
function damageOf(text) {
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  const { words, share } = plausibility(text);
  // text in a legacy encoding has no such characters, and is converted later
  return Math.max(odd / text.length, words > 20 && odd ? 1 - share : 0);
}

/**
 * Items of a page in the order of the page, put together by the height they stand at.
 * @param {Item[]} items
 */
function linesOf(items) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line|undefined} */
  let line;
  for (const { str, transform, width, height, hasEOL } of items) {
    const [x, y] = [transform[4], transform[5]];
    const size = Math.hypot(transform[2], transform[3]) || height;
    if (str.trim()) {
      if (!line || Math.abs(line.y - y) > Math.min(line.size, size) * 0.5) {
        line = { y, x, size, text: "", right: x };
        lines.push(line);
      }
      const gap = x - line.right;
      if (line.text && !line.text.endsWith(" ") && !str.startsWith(" ") && gap > size * 0.15) line.text += " ";
      line.size = Math.max(line.size, size);
      line.text += str;
      line.right = x + width;
    } else if (line && str && !line.text.endsWith(" ")) line.text += " ";
    if (hasEOL) line = undefined;
  }
  return lines.map((each) => ({ ...each, text: each.text.trim() })).filter((each) => each.text);
}

/** @param {Line[]} lines of a page */
function written(lines) {
  const size = median(lines.map((line) => line.size));
  const whole = headings(lines, size * OTHER_SIZE);
  const usual = median(
    whole
      .slice(1)
      .map((line, i) => whole[i].y - line.y)
      .filter((step) => step > 0),
  );
  const edges = edgesOf(whole);
  return whole
    .map((line, i) => {
      const above = whole[i - 1];
      // further up is the next column: the text runs on there
      const isApart = above && (above.y - line.y > usual * BLANK || isOtherSize(line, above));
      return `${isApart ? "\n" : ""}${isIndented(line, edges) ? "    " : ""}${line.text}\n`;
    })
    .join("");
}

/**
 * @param {Line} a
 * @param {Line} b
 */
const isOtherSize = (a, b) => Math.max(a.size, b.size) > Math.min(a.size, b.size) * OTHER_SIZE;

/**
 * A heading in larger letters has too few of them on a line for `unwrap` to see that it goes on: its lines are one.
 * @param {Line[]} lines
 * @param {number} large
 */
function headings(lines, large) {
  /** @type {Line[]} */
  const whole = [];
  for (const line of lines) {
    const above = whole.at(-1);
    const goesOn =
      above &&
      above.size > large &&
      !isOtherSize(line, above) &&
      above.y - line.y > 0 &&
      above.y - line.y < line.size * 2;
    if (goesOn) whole[whole.length - 1] = { ...above, y: line.y, text: `${above.text} ${line.text}` };
    else whole.push(line);
  }
  return whole;
}

/**
 * Where many lines of the page begin: the left edges of its columns, and of their indented lines.
 * @param {Line[]} lines
 */
function edgesOf(lines) {
  const counts = new Map();
  for (const { x } of lines) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= lines.length * COMMON)
    .map(([x]) => x)
    .sort((a, b) => a - b);
}

/**
 * An indent is small: an edge further to the left is that of another column.
 * @param {Line} line
 * @param {number[]} edges
 */
function isIndented({ x, size }, edges) {
  const edge = edges.find((each) => each > x - size * COLUMN_GAP);
  return edge !== undefined && x > edge + size * INDENT;
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
