// How an export leaves the page: as a file, or over the clipboard.

/**
 * Offers text as a file.
 * @param {string} name with its extension
 * @param {string} type media type, without charset
 * @param {string|Blob} content
 */
export function save(name, type, content) {
  const address = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Puts text on the clipboard; rejects where the browser does not allow it.
 * @param {string} content
 */
export async function copy(content) {
  await navigator.clipboard.writeText(content);
}

/**
 * A name that every file system takes: no separators, no control characters, not too long.
 * @param {string} name
 */
export function fileName(name) {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const plain = stem
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return `${[...plain].slice(0, 80).join("") || "lang-kinh"}${extension}`;
}
