// Comma-separated values after RFC 4180, as spreadsheets open them: UTF-8 with a byte order mark, and no cell that a
// spreadsheet would run as a formula, whatever it takes for the separator: where the comma is the decimal sign, Excel splits
// at semicolons and sees no quotes that begin elsewhere.

/** Without it Excel takes UTF-8 for the code page of the system. */
const BOM = "\ufeff";
/**
 * What makes Excel, LibreOffice and Google Sheets compute a cell (OWASP's list, and its full-width forms), where a cell begins or
 * might be made to begin: at the start and behind any separator, behind spaces and quotes.
 */
const FORMULA = /(^|[,;|\t\r\n])((?:[^\S\t\r\n]|["'])*)(?=[=+\-@＝＋－＠])/g;
/** A cell that holds one of these is quoted: the separators in use, quotes, and the ends of lines. */
const QUOTED = /[",;|\t\r\n]/;

/** @typedef {string|number|boolean|null|undefined} Cell */

/**
 * One table as CSV.
 * @param {string[]} header
 * @param {Cell[][]} rows
 */
export function toCsv(header, rows) {
  return BOM + [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/**
 * A number stays a number (`-5` is no formula); in text an apostrophe comes before each sign that would begin a formula.
 * @param {Cell} value
 */
function cell(value) {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const disarmed = String(value).replace(FORMULA, (_, separator, between) => `${separator}'${between}`);
  // what stands before a formula here may be dropped by whoever reads it
  const safe = /^[\t\r\n]/.test(disarmed) ? `'${disarmed}` : disarmed;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
