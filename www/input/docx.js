// Word's .docx: mammoth reads the format, the walk below keeps what its own plain text would lose (line breaks within a
// paragraph, rows of a table, footnotes).

import { Failure } from "../failure.js";

/**
 * The text of a .docx, a line for every paragraph.
 * @param {Uint8Array} bytes
 * @param {string} name
 */
export async function readDocx(bytes, name) {
  const { default: mammoth } = await import("mammoth/mammoth.browser.min.js");
  let document;
  const keep = (read) => {
    document = read;
    return { ...read, children: [] };
  };
  try {
    await mammoth.convertToHtml({ arrayBuffer: bytes.buffer }, { transformDocument: keep });
  } catch {
    throw new Failure("error.broken", { name });
  }
  return textOf(document);
}

function textOf(document) {
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

/** The lines of a block: a paragraph, a table, or what holds them. */
function linesOf(node, footnotes) {
  if (node.type === "paragraph")
    return inline(node, footnotes)
      .split("\n")
      .map((line) => line.trim());
  if (node.type === "tableRow") return row(node, footnotes);
  return (node.children ?? []).flatMap((child) => linesOf(child, footnotes));
}

/** Short cells stand side by side, as read; a cell of several paragraphs is a column of its own. */
function row(node, footnotes) {
  const cells = node.children.map((cell) => linesOf(cell, footnotes).filter(Boolean));
  return cells.every((lines) => lines.length <= 1) ? [cells.flat().join("\t")] : cells.flat();
}

function inline(node, footnotes) {
  if (node.type === "text") return node.value;
  if (node.type === "tab") return "\t";
  if (node.type === "break") return node.breakType === "line" ? "\n" : "";
  if (node.type === "noteReference") footnotes.push(node);
  return (node.children ?? []).map((child) => inline(child, footnotes)).join("");
}
