// Which format a file is in, by what it begins with and then by its name, and the way from each to text.

import { Failure } from "../failure.js";
import { decode, recode } from "./encodings/index.js";
import { looksLikeHtml } from "./markup.js";
import { unwrap } from "./unwrap.js";

/** @import { Values } from "../i18n/index.js" */
/** @import { Note } from "../status.js" */
/** @typedef {{text: string, published?: string, notes: Note[]}} Read */

/**
 * Reads a file's bytes.
 * @param {Uint8Array} bytes
 * @param {{name: string, type?: string, leave: string[]}} options
 * @returns {Promise<Read>}
 */
export async function readBytes(bytes, { name, type, leave }) {
  const format = formatOf(bytes);
  if (format === "pdf") {
    const { readPdf } = await import("./pdf.js");
    return checked(prepare(await readPdf(bytes, name), leave), name);
  }
  if (format === "docx") {
    const { readDocx } = await import("./docx.js");
    return checked(prepare(await readDocx(bytes, name), leave), name);
  }
  if (format === "image") throw new Failure("error.image", { name });
  if (format === "encrypted") throw new Failure("error.encrypted", { name });
  if (format) throw new Failure("error.format", { name, format });
  return readPlain(bytes, { name, type, leave });
}

/**
 * Reads pasted or typed text: the source of a web page, or prose.
 * @param {string} text
 * @param {string[]} leave steps to leave out
 * @returns {Promise<Read>}
 */
export async function readText(text, leave) {
  return looksLikeHtml(text) ? readWeb(text, []) : prepare(text, leave);
}

/**
 * The article of a web page, behind what was done to its bytes.
 * @param {string} html
 * @param {Note[]} notes
 */
async function readWeb(html, notes) {
  const { readHtml } = await import("./html.js");
  const came = readHtml(html);
  return { ...came, notes: [...notes, ...came.notes] };
}

/**
 * Pasted or decoded text, converted from a legacy encoding and joined into paragraphs where it needs to be.
 * @param {string|Read} source
 * @param {string[]} [leave] steps to leave out
 * @returns {Read}
 */
export function prepare(source, leave = []) {
  let { text, notes } = typeof source === "string" ? { text: source, notes: [] } : source;
  notes = [...notes];
  const recoded = recode(text);
  if (recoded) text = step("encoding", text, recoded, { encoding: recoded.encoding }, leave, notes);
  const joined = unwrap(text);
  if (joined)
    text = step("lines", text, joined, { joined: joined.joined, dropped: joined.heads + joined.numbers }, leave, notes);
  return { text, notes };
}

/**
 * Takes a step or, where the reader wants it left out, only notes that it could be taken.
 * @param {string} name
 * @param {string} before
 * @param {{text: string}} after
 * @param {Values} values
 * @param {string[]} leave
 * @param {Note[]} notes
 */
function step(name, before, after, values, leave, notes) {
  const isLeft = leave.includes(name);
  notes.push({ step: name, key: `note.${name}${isLeft ? "Left" : values.dropped ? "Pages" : ""}`, values });
  return isLeft ? before : after.text;
}

/**
 * @param {Uint8Array} bytes
 * @param {{name: string, type?: string, leave: string[]}} options
 * @returns {Read|Promise<Read>}
 */
function readPlain(bytes, { name, type, leave }) {
  const decoded = decode(bytes);
  if (!decoded) throw new Failure("error.binary", { name });
  const { encoding, plain } = decoded;
  /** @type {Note[]} */
  const notes = [];
  const text = plain === undefined ? decoded.text : step("encoding", plain, decoded, { encoding }, leave, notes);
  if (/\.x?html?$/i.test(name) || type === "text/html" || looksLikeHtml(text)) return readWeb(text, notes);
  if (plain !== undefined && leave.includes("encoding")) return { text, notes };
  return prepare({ text, notes }, leave);
}

/**
 * A document that holds no letter at all is told apart from one that does.
 * @param {Read} came
 * @param {string} name
 */
function checked(came, name) {
  if (!/\p{L}/u.test(came.text)) throw new Failure("error.emptyDocument", { name });
  return came;
}

/** @param {Uint8Array} bytes */
const latin1 = (bytes) => new TextDecoder("latin1").decode(bytes);

/**
 * The formats known by their first bytes; those we cannot read are named, so that the reader knows what to do.
 * @param {Uint8Array} bytes
 */
function formatOf(bytes) {
  const head = latin1(bytes.subarray(0, 1024));
  if (/^\s*(?:ï»¿)?%PDF-/.test(head)) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return zipOf(bytes);
  if (head.startsWith("ÐÏ\u0011à¡±\u001aá")) return oleOf(bytes);
  if (head.startsWith("{\\rtf")) return "RTF";
  if (/^(?:‰PNG|ÿØÿ|GIF8|II\*\u0000|MM\u0000\*|RIFF....WEBP)/s.test(head)) return "image";
  return undefined;
}

/**
 * What a ZIP archive is, by the names in it.
 * @param {Uint8Array} bytes
 */
function zipOf(bytes) {
  const names = latin1(bytes.subarray(0, 2 ** 16)) + latin1(bytes.subarray(-(2 ** 18)));
  if (names.includes("word/document")) return "docx";
  if (names.includes("application/vnd.oasis.opendocument")) return "OpenDocument";
  if (names.includes("xl/workbook")) return "Excel";
  if (names.includes("ppt/presentation")) return "PowerPoint";
  if (names.includes("application/epub")) return "EPUB";
  return "ZIP";
}

/**
 * The older container of Office: also what an encrypted .docx is wrapped in.
 * @param {Uint8Array} bytes
 */
function oleOf(bytes) {
  const names = latin1(bytes);
  const has = (/** @type {string} */ name) => names.includes([...name].join("\u0000"));
  if (has("EncryptedPackage")) return "encrypted";
  return has("Workbook") ? "Excel" : has("PowerPoint") ? "PowerPoint" : "Word 97–2003";
}
