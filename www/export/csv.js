// Comma-separated values after RFC 4180, as spreadsheets open them: UTF-8 with a byte order mark, and no cell that a
// spreadsheet would run as a formula.

/** Without it Excel takes UTF-8 for the code page of the system. */
const BOM = "\ufeff";
/** What makes Excel, LibreOffice and Google Sheets compute a cell: OWASP's list, and its full-width forms. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * One table as CSV.
 * @param {string[]} header
 * @param {Array<Array<string|number|boolean|null|undefined>>} rows
 */
export function toCsv(header, rows) {
  return BOM + [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A number stays a number (`-5` is no formula); text that looks like a formula gets an apostrophe before it. */
function cell(value) {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = String(value);
  const safe = FORMULA.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
