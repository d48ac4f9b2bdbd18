// Word's .docx: mammoth reads the format, the walk below keeps what its own plain text would lose (line breaks within a
// paragraph, rows of a table, footnotes).

import { Failure } from "../failure.js";

/**
 * What mammoth reads, as far as it is walked here.
 * @typedef {{type: "paragraph"|"tableRow"|"text"|"tab"|"break"|"noteReference", value: string, breakType?: string, children?: Read[]}} Read
 * @typedef {{children: Read[], notes: {resolve(reference: Read): {body: Read[]}}}} Document
 */

/**
 * The text of a .docx, a line for every paragraph.
 * @param {Uint8Array} bytes
 * @param {string} name
 */
export async function readDocx(bytes, name) {
  const { default: mammoth } = await import("mammoth/mammoth.browser.min.js");
  /** @type {Document|undefined} */
  let document;
  const keep = (/** @type {Document} */ read) => {
    document = read;
    return { ...read, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { arrayBuffer: /** @type {ArrayBuffer} */ (bytes.buffer) },
      { transformDocument: keep },
    );
  } catch {
    throw new Failure("error.broken", { name });
  }
  if (!document) throw new Failure("error.broken", { name });
  return textOf(document);
}

/** @param {Document} document */
function textOf(document) {
  /** @type {Read[]} */
  const footnotes = [];
  const lines = document.children.flatMap((node) => linesOf(node, footnotes));
  const below = footnotes.flatMap((reference) =>
    document.notes.resolve(reference).body.flatMap((node) => linesOf(node, [])),
  );
  return `${[...lines, ...below]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/**
 * The lines of a block: a paragraph, a table, or what holds them.
 * @param {Read} node
 * @param {Read[]} footnotes takes those it refers to
 * @returns {string[]}
 */
function linesOf(node, footnotes) {
  if (node.type === "paragraph")
    return inline(node, footnotes)
      .split("\n")
      .map((line) => line.trim());
  if (node.type === "tableRow") return row(node, footnotes);
  return (node.children ?? []).flatMap((child) => linesOf(child, footnotes));
}

/**
 * Short cells stand side by side, as read; a cell of several paragraphs is a column of its own.
 * @param {Read} node
 * @param {Read[]} footnotes
 */
function row(node, footnotes) {
  const cells = (node.children ?? []).map((cell) => linesOf(cell, footnotes).filter(Boolean));
  return cells.every((lines) => lines.length <= 1) ? [cells.flat().join("\t")] : cells.flat();
}

/**
 * @param {Read} node
 * @param {Read[]} footnotes
 * @returns {string}
 */
function inline(node, footnotes) {
  if (node.type === "text") return node.value;
  if (node.type === "tab") return "\t";
  if (node.type === "break") return node.breakType === "line" ? "\n" : "";
  if (node.type === "noteReference") footnotes.push(node);
  return (node.children ?? []).map((child) => inline(child, footnotes)).join("");
}
