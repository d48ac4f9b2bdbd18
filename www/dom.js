// Building the page from plain nodes: text is only ever a text node, so nothing read can become markup.

/**
 * What may stand in an element; what says that nothing does, so that a condition may be written in its place; and lists of these.
 * @typedef {Node|string|number|null|undefined|false|Children} Child
 * @typedef {{readonly length: number, readonly [n: number]: Child}} Children
 *
 * @typedef {object} Props properties and attributes by their names, and these five
 * @property {string} [class]
 * @property {Record<string, string|number|undefined>} [data]
 * @property {Record<string, string>} [aria] attributes without their `aria-`
 * @property {Record<string, string|number>} [style] also properties of its own
 * @property {{[E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => unknown}} [on] who listens to which event
 */

/**
 * Makes an element. `props` sets properties; `class`, `data`, `aria`, `style` and `on` take what their names say.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props & Record<string, unknown>} [props]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/**
 * The same for SVG; every property becomes an attribute.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string|number>} [attributes]
 * @param {Child[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, /** @type {string} */ (value));
  append(node, children);
  return node;
}

/**
 * @template {HTMLElement} T
 * @param {T} node
 * @param {Props} props
 * @param {Child[]} children
 */
function fill(node, props, children) {
  // any: what a property takes is known only by its name
  for (const [name, value] of /** @type {[string, any][]} */ (Object.entries(props))) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "aria") for (const [key, said] of Object.entries(value)) node.setAttribute(`aria-${key}`, said);
    else if (name === "style") for (const [key, set] of Object.entries(value)) node.style.setProperty(key, set);
    else if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (name in node) /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (node))[name] = value;
    else node.setAttribute(name, value);
  }
  append(node, children);
  return node;
}

/**
 * @param {Element} node
 * @param {Child[]} children
 */
function append(node, children) {
  for (const child of /** @type {(Node|string|number|null|undefined|false)[]} */ (children.flat(Infinity))) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : String(child));
  }
}

/**
 * A button with a label: a word, or nodes.
 * @param {Child} label
 * @param {(event: MouseEvent) => unknown} act
 * @param {Props & Record<string, unknown>} [props]
 */
export function button(label, act, props = {}) {
  return el("button", { type: "button", ...props, on: { click: act } }, label);
}

/**
 * What has the focus inside an element.
 * @param {HTMLElement} root
 */
export function focusWithin(root) {
  const { activeElement } = document;
  return activeElement && root.contains(activeElement) ? activeElement : undefined;
}

/**
 * An element inside another by its id, where it is there.
 * @param {HTMLElement} root
 * @param {string} id may go on as a selector does
 */
export const byId = (root, id) => /** @type {HTMLElement|null} */ (root.querySelector(`#${id}`));

/**
 * The element that a selector finds and that has to be there, as all of the page's own have.
 * @param {string} selector
 * @param {ParentNode} [root]
 */
export function one(selector, root = document) {
  const node = /** @type {HTMLElement|null} */ (root.querySelector(selector));
  if (!node) throw new Error(`no ${selector}`);
  return node;
}
