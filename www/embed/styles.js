// What marks look like: a hue and a shape of line a kind, one tone that is seen on light and on dark paper, and for
// stretches inside others a line further down. Colors can be set by the host (`--langkinh-person` …).

import { KINDS, LINES } from "../kinds.js";

/** @import { Kind } from "../pkg/analysis.js" */

/** Before every name of a highlight: the names are the whole document's. */
export const PREFIX = "langkinh-";
/** A stretch that holds others is drawn below them; deeper ones share the last line. */
export const LEVELS = 4;

/**
 * The name of the highlight for a kind, by how many stretches lie inside: `langkinh-person`, `langkinh-person-1` …
 * @param {Kind} kind
 * @param {number} [level]
 */
export const nameOf = (kind, level) => `${PREFIX}${kind}${level ? `-${level}` : ""}`;

/**
 * The color of a kind: the host's, else a tone of 3:1 or more on white and on black.
 * @param {Kind} kind
 */
export const colorOf = (kind) => `var(--langkinh-${kind}, oklch(0.62 0.14 ${LINES[kind][0]}))`;

/**
 * @param {Kind} kind
 * @param {number} level
 */
const lineOf = (kind, level) =>
  `text-decoration: underline ${LINES[kind][1]} ${colorOf(kind)} ${LINES[kind][2]}; text-underline-offset: ${(0.16 + 0.2 * level).toFixed(2)}em;`;

export const SELECTED = "background-color: var(--langkinh-selected, oklch(0.75 0.12 90 / 0.45));";
export const MENTION = "background-color: var(--langkinh-mention, oklch(0.75 0.12 90 / 0.18));";

/**
 * Each kind on each level as a rule; on paper nothing is painted.
 * @param {(kind: Kind, level: number) => string} selectorOf
 */
export const rules = (selectorOf) =>
  KINDS.flatMap((kind) =>
    Array.from({ length: LEVELS }, (_, level) => `${selectorOf(kind, level)} { ${lineOf(kind, level)} }`),
  ).join("\n");

/** What the browser paints over the text. */
export const HIGHLIGHTS = () => `@media screen {
${rules((kind, level) => `::highlight(${nameOf(kind, level)})`)}
::highlight(${PREFIX}mention) { ${MENTION} }
::highlight(${PREFIX}selected) { ${SELECTED} }
}`;

/**
 * By what writes it each style sheet, and how many use it in each root.
 * @type {Map<() => string, {sheet: CSSStyleSheet, users: WeakMap<Node, number>}>}
 */
const sheets = new Map();

/**
 * Brings the rules of `css()` into a document or a shadow root as an adopted sheet, which no policy for styles forbids; the
 * returned function takes them out again.
 * @param {Document|ShadowRoot} root
 * @param {() => string} css
 */
export function adopt(root, css) {
  if (!sheets.has(css)) sheets.set(css, { sheet: makeSheet(css()), users: new WeakMap() });
  const { sheet, users } = /** @type {{sheet: CSSStyleSheet, users: WeakMap<Node, number>}} */ (sheets.get(css));
  const count = (/** @type {1|-1} */ by) => users.set(root, (users.get(root) ?? 0) + by).get(root);
  count(1);
  // a host may have set its own list anew since
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    if (!count(-1)) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/**
 * A sheet that can be adopted.
 * @param {string} css
 */
export function makeSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
