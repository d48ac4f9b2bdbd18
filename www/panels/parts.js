// What the panels share: a panel with its heading and count, rows that lead back to the text, long lists in parts.

import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";

/** @import { Child, Props } from "../dom.js" */
/** @import { Span } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */
/** @typedef {HTMLDetailsElement & {fill(): void}} Panel whose inside is drawn by `fill` */

/** Rows drawn before "show more". */
const ROWS = 60;

/** Panels open at first; afterwards each stays as the reader left it. */
const open = new Map(
  ["checks", "warnings", "people", "documents", "timeline", "corrections"].map((key) => [key, true]),
);

/**
 * A panel that opens and closes, or nothing where there is nothing to show. What is inside is drawn when it is first
 * opened.
 * @param {string} key of the dictionaries: `panel.KEY`
 * @param {number} count
 * @param {() => Array<Node|false|null|undefined>|Node} draw
 * @param {{tally?: string}} [options] `tally`: what stands in the place of the count
 * @returns {Panel|null}
 */
export function panel(key, count, draw, { tally = number(count) } = {}) {
  if (count === 0) return null;
  const body = el("div", { class: "panel-body" });
  const details = el(
    "details",
    { class: `panel panel-${key}`, data: { panel: key } },
    el("summary", {}, el("h2", {}, t(`panel.${key}`)), el("span", { class: "count" }, tally)),
    body,
  );
  const node = Object.assign(details, {
    fill() {
      node.fill = () => {};
      body.append(...[draw()].flat().filter((part) => part instanceof Node));
    },
  });
  node.addEventListener("toggle", () => {
    open.set(key, node.open);
    if (node.open) node.fill();
  });
  if (open.get(key)) setOpen(node, true);
  return node;
}

/**
 * Opens or closes a panel at once, without waiting for its event.
 * @param {Panel} node
 * @param {boolean} isOpen
 */
export function setOpen(node, isOpen) {
  if (isOpen) node.fill();
  node.open = isOpen;
}

/**
 * A few buttons of which one is chosen.
 * @param {string} label
 * @param {string[]} keys
 * @param {string} chosen
 * @param {(key: string) => void} act is told which
 * @param {(key: string) => string} wording
 */
export function choice(label, keys, chosen, act, wording) {
  /** @type {HTMLButtonElement[]} */
  const buttons = keys.map((key) =>
    button(
      wording(key),
      () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === buttons[keys.indexOf(key)]));
        act(key);
      },
      { class: "choice", data: { choice: key }, aria: { pressed: String(key === chosen) } },
    ),
  );
  return el("div", { class: "choices", role: "group", aria: { label } }, buttons);
}

/**
 * What belongs together by a key, in the order in which the keys come.
 * @template T, Key
 * @param {T[]} items
 * @param {(item: T) => Key} keyOf
 * @returns {Map<Key, T[]>}
 */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

/**
 * A list that grows on request, so that ten thousand rows do not stop the page.
 * @template T
 * @param {T[]} items
 * @param {(item: T, i: number) => HTMLElement} row
 * @param {Props} [props]
 */
export function list(items, row, props = {}) {
  const root = el("ul", props);
  let shown = 0;
  const grow = () => {
    const part = items.slice(shown, shown + ROWS).map((item, i) => row(item, shown + i));
    shown += part.length;
    const focus = shown > ROWS && part[0]?.querySelector("button");
    root.append(...part);
    if (focus) focus.focus();
    if (shown < items.length) {
      /** @type {HTMLElement} */
      const more = el(
        "li",
        { class: "more" },
        button(
          t("showMore", { n: number(items.length - shown) }),
          () => {
            more.remove();
            grow();
          },
          { class: "quiet" },
        ),
      );
      root.append(more);
    }
  };
  grow();
  return root;
}

/**
 * A row that leads back to an entity: the first of `ids`, with how often it stands in the text.
 * @param {Pick<Context, "toEntity">} context
 * @param {number[]} ids
 * @param {Child} main
 * @param {Child} [note]
 */
export function row(context, ids, main, note) {
  const count =
    ids.length > 1 &&
    el("span", { class: "times", aria: { label: t("mentions", { n: number(ids.length) }) } }, `×${number(ids.length)}`);
  const inside = [el("span", { class: "main", lang: "vi" }, main), count, note && el("span", { class: "note" }, note)];
  if (ids.length === 0) return el("div", { class: "row implied" }, inside);
  return button(inside, () => context.toEntity(ids[0]), { class: "row", data: { to: ids[0] } });
}

/**
 * A row that leads to stretches of the text: the main button to the first, small numbered ones to the others.
 * @param {Pick<Context, "toSpan">} context
 * @param {Span[]} spans
 * @param {Child} main
 * @param {Child} [note]
 */
export function spanRow(context, spans, main, note) {
  if (spans.length === 0)
    return el(
      "div",
      { class: "row" },
      el("span", { class: "main" }, main),
      note && el("span", { class: "note" }, note),
    );
  return [
    button(
      [el("span", { class: "main" }, main), note && el("span", { class: "note" }, note)],
      () => context.toSpan(spans[0]),
      { class: "row", data: { at: spans[0].start } },
    ),
    spans.length > 1 &&
      el(
        "span",
        { class: "spots" },
        spans.slice(1, 9).map((span, i) =>
          button(number(i + 2), () => context.toSpan(span), {
            class: "spot",
            aria: { label: t("placeNumber", { n: number(i + 2) }) },
          }),
        ),
      ),
  ];
}

/**
 * Seconds as `3 phút`.
 * @param {number} seconds
 */
export function timeSpan(seconds) {
  if (!seconds) return undefined;
  return seconds < 60 ? t("seconds", { n: number(seconds, 0) }) : t("minutes", { n: number(seconds / 60, 0) });
}

/**
 * A bar of a share of one.
 * @param {number} share
 */
export function bar(share) {
  return el(
    "span",
    { class: "bar", aria: { hidden: "true" } },
    el("span", { style: { "--share": Math.max(0, Math.min(1, share)) } }),
  );
}
