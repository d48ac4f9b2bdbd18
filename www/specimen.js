// The first view shows what the page does by doing it: one sentence of ours, marked and read by the analyzer itself.

import { blocks, tree } from "./article/segments.js";
import { placeName, today } from "./card/values.js";
import { el, one } from "./dom.js";
import { t } from "./i18n/index.js";

/** @import { Child } from "./dom.js" */
/** @import { Analysis } from "./pkg/analysis.js" */

/** Shows the sentence that stands in `root`, once it is analyzed. */
export class Specimen {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.words = one(".sentence", root);
    this.findings = one("dl", root);
    this.text = /** @type {string} */ (this.words.textContent);
  }

  /** @param {Analysis} analysis */
  show(analysis) {
    this.analysis = analysis;
    const [block] = blocks(analysis, this.text);
    this.words.replaceChildren(...tree(block, analysis, this.text, () => true).map(mark));
    this.draw();
  }

  /** Draws what was found, in the language of now. */
  draw() {
    if (!this.analysis) return;
    const {
      people: [person],
      documents: [document],
      times: [time],
      places,
    } = this.analysis;
    const place = places.find((each) => each.today?.length && each.unit !== "tỉnh");
    /** @type {[kind: string, ...values: Child[]][]} */
    const rows = [];
    if (person) rows.push(["person", person.name, person.roles[0]?.title]);
    if (document) rows.push(["document", document.name]);
    if (time?.value) rows.push(["time", time.value]);
    if (place) rows.push(["place", placeName(place), [t("card.today"), ": ", vi(today(place)?.join(", "))]]);
    this.findings.replaceChildren(
      ...rows.map(([kind, ...values]) =>
        el(
          "div",
          {},
          el("dt", {}, el("span", { class: `stroke kind-${kind}` }, t(`kind.${kind}`))),
          values.filter(Boolean).map((value) => el("dd", {}, typeof value === "string" ? vi(value) : value)),
        ),
      ),
    );
  }
}

/** @param {string|undefined} words */
const vi = (words) => el("span", { lang: "vi" }, words);

/**
 * @param {import("./article/segments.js").Piece} node
 * @returns {Node|string}
 */
function mark(node) {
  if (typeof node === "string") return node;
  return el("span", { class: `stroke kind-${node.entity.kind} level-${node.height}` }, node.children.map(mark));
}
