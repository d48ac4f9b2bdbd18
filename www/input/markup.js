// Telling the source of a web page from prose.

/**
 * Whether text is the source of a web page.
 * @param {string} text
 */
export function looksLikeHtml(text) {
  return /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|script|img)\b[^>]*>/i.test(
    text.slice(0, 4096),
  );
}
