// The two Trusted Types policies the page's Content-Security-Policy names; where the browser has no Trusted
// Types, strings pass as they are.

function policy(name, rules) {
  return globalThis.trustedTypes ? globalThis.trustedTypes.createPolicy(name, rules) : rules;
}

const html = policy("langkinh-html", { createHTML: (text) => text });
const url = policy("langkinh-url", {
  createScriptURL(text) {
    if (new URL(text, location.href).origin !== location.origin) throw new TypeError("only scripts of this page");
    return text;
  },
});

/** HTML to be parsed into an inert document, which is read and never inserted into the page. */
export const inertHtml = (text) => html.createHTML(text);

/** Address of one of the page's own scripts. */
export const scriptUrl = (address) => url.createScriptURL(String(address));
