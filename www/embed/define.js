// Registers `<lang-kinh>`, once, and nowhere but in a browser.

import { LangKinhElement } from "./element.js";

if (globalThis.customElements && !customElements.get("lang-kinh")) customElements.define("lang-kinh", LangKinhElement);

export { LangKinhElement };
