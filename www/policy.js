// The one Trusted Types policy that the page's Content-Security-Policy names; where the browser has no Trusted Types, strings
// pass as they are. Nothing here makes HTML: the page builds its nodes itself, and web pages are read in a worker.

/**
 * @param {string} name
 * @param {{createScriptURL(text: string): string}} rules
 */
function policy(name, rules) {
  return globalThis.trustedTypes ? globalThis.trustedTypes.createPolicy(name, rules) : rules;
}

const url = policy("langkinh-url", {
  createScriptURL(text) {
    if (new URL(text, location.href).origin !== location.origin) throw new TypeError("only scripts of this page");
    return text;
  },
});

/**
 * Address of one of the page's own scripts.
 * @param {string|URL} address
 */
export const scriptUrl = (address) => url.createScriptURL(String(address));
