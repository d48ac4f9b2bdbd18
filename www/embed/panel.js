// What the element shows in its own shadow root: the kinds to switch on and off, and a list of what is marked in the order of the
// text, for whoever reads by keyboard or by ear.

import { button, el } from "../dom.js";
import { KINDS, LINES } from "../kinds.js";
import { sentenceText } from "../text/sentence.js";
import { nameOf, rowsOf, wordsOf } from "./rows.js";
import { colorOf } from "./styles.js";

/** @import { Analysis, Entity, Kind } from "../pkg/analysis.js" */
/** @import { Words } from "./words.js" */
/**
 * @typedef {object} State
 * @property {"none"|"list"|"full"} panel
 * @property {Analysis} analysis
 * @property {string} text
 * @property {Kind[]} kinds that are shown
 * @property {Kind[]} offered that can be
 * @property {Words} words
 *
 * @typedef {{toggle(kind: Kind): void, open(id: number, from: HTMLElement): void}} Acts
 */

/** A list shows so many; a reader of more has the text. */
const LISTED = 2000;

/**
 * A word with the line of its kind beneath.
 * @param {Kind} kind
 * @param {string} words
 */
export function lined(kind, words) {
  const [, line, thick] = LINES[kind];
  return el(
    "span",
    { class: "line", style: { "text-decoration": `underline ${line} ${colorOf(kind)} ${thick}` } },
    words,
  );
}

/**
 * Draws the panel anew.
 * @param {HTMLElement} root
 * @param {State} state
 * @param {Acts} acts
 */
export function drawPanel(root, state, acts) {
  const {
    panel,
    analysis,
    kinds,
    offered,
    words: { t, language },
  } = state;
  const wasOpen = root.querySelector("details")?.open;
  const counts = new Map(
    offered.map((kind) => [kind, analysis.entities.filter((entity) => entity.kind === kind).length]),
  );
  const there = KINDS.filter((kind) => counts.get(kind));
  const shown = analysis.entities.filter(({ kind }) => kinds.includes(kind));
  root.lang = language;
  root.classList.toggle("quiet", panel === "none");
  const list = el("ol", { part: "list" });
  const fill = () => list.childElementCount === 0 && list.append(...items(shown.slice(0, LISTED), state, acts));
  /** @type {HTMLDetailsElement} */
  const details = el(
    "details",
    { open: panel === "full" || wasOpen, on: { toggle: () => details.open && fill() } },
    el("summary", {}, t("list", { n: shown.length })),
    list,
  );
  if (details.open) fill();
  root.replaceChildren(
    .../** @type {Node[]} */ (
      [
        there.length
          ? el(
              "div",
              { class: "legend", part: "legend", role: "group", aria: { label: t("legend") } },
              there.map((kind) =>
                button([lined(kind, t(`kind.${kind}`)), ` ${counts.get(kind)}`], () => acts.toggle(kind), {
                  part: "kind",
                  data: { kind },
                  aria: { pressed: String(kinds.includes(kind)) },
                }),
              ),
            )
          : el("p", {}, t("none")),
        there.length > 0 && details,
        panel === "full" && there.length > 0 && el("p", { class: "by" }, t("by")),
      ].filter(Boolean)
    ),
  );
}

/**
 * The items of the list, each described by its sentence.
 * @param {Entity[]} entities
 * @param {State} state
 * @param {Acts} acts
 */
function items(entities, state, acts) {
  const { text, panel, words } = state;
  return entities.map((entity) => {
    const known = panel === "full" && knownOf(entity, state);
    /** @type {HTMLButtonElement} */
    const item = button(
      [
        el("span", { lang: "vi" }, shorten(wordsOf(entity, text), 120)),
        " ",
        el("span", { class: "kind" }, words.t(`kind.${entity.kind}`)),
        known && el("span", { class: "known", lang: "vi" }, known),
      ],
      () => acts.open(entity.id, item),
      { part: "item", data: { entity: entity.id }, aria: { description: sentenceText(text, entity) } },
    );
    return el("li", {}, item);
  });
}

/** The row of the card that tells most about a kind. */
const FIRST = {
  person: "posts",
  role: "holders",
  organization: "parent",
  place: "today",
  document: "about",
  event: "date",
  time: "day",
  quantity: "value",
  quote: "speaker",
  abbreviation: "long",
};

/**
 * What is known of an entity beside its own words, on one line.
 * @param {Entity} entity
 * @param {State} state
 */
function knownOf(entity, { analysis, text, words }) {
  const name = nameOf(entity, analysis, text);
  const row = rowsOf(entity, { analysis, text, ...words }).find(
    ([label]) => label === words.t(`card.${FIRST[entity.kind]}`),
  );
  return shorten([name !== wordsOf(entity, text) && name, row?.[1].join("; ")].filter(Boolean).join(" – "), 160);
}

/**
 * How many of each kind, in words: told to a screen reader once they are known.
 * @param {Pick<State, "analysis"|"kinds"|"words">} state
 */
export function countsOf({ analysis, kinds, words: { t } }) {
  const said = KINDS.filter((kind) => kinds.includes(kind))
    .map((kind) => /** @type {const} */ ([kind, analysis.entities.filter((entity) => entity.kind === kind).length]))
    .filter(([, n]) => n);
  return (
    said.map(([kind, n]) => t(`count.${kind}`, { n }, `{n} ${t(`kind.${kind}`).toLowerCase()}`)).join(", ") || t("none")
  );
}

/**
 * @param {string} words
 * @param {number} letters
 */
export const shorten = (words, letters) => (words.length > letters ? `${words.slice(0, letters).trimEnd()}…` : words);
