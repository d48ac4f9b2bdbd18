// The entry `langkinh/dom`: the text of an element of the page with the way back, and marks that change no node.

export { canHighlight, highlight } from "./highlight.js";
export { textOf } from "./text.js";
export { whyNot } from "./whose.js";
