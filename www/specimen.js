// The first view shows what the page does by doing it: one sentence of ours, marked and read by the analyzer itself.

import { blocks, tree } from "./article/segments.js";
import { placeName, today } from "./card/values.js";
import { el } from "./dom.js";
import { t } from "./i18n/index.js";

/** Shows the sentence that stands in `root`, once it is analyzed. */
export class Specimen {
  constructor(root) {
    this.words = root.querySelector(".sentence");
    this.findings = root.querySelector("dl");
    this.text = this.words.textContent;
  }

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
    const rows = [
      person && ["person", person.name, person.roles[0]?.title],
      document && ["document", document.name],
      time?.value && ["time", time.value],
      place && ["place", placeName(place), [t("card.today"), ": ", vi(today(place).join(", "))]],
    ].filter(Boolean);
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

const vi = (words) => el("span", { lang: "vi" }, words);

function mark(node) {
  if (typeof node === "string") return node;
  return el("span", { class: `stroke kind-${node.entity.kind} level-${node.height}` }, node.children.map(mark));
}
