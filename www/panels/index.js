// The panels beside the article, in reading order: a file each.

import { corrections } from "../corrections/panel.js";
import { button, el, one } from "../dom.js";
import { exports } from "../export/menu.js";
import { t } from "../i18n/index.js";
import { abbreviations } from "./abbreviations.js";
import { bodies } from "./bodies.js";
import { documents } from "./documents.js";
import { events } from "./events.js";
import { figures } from "./figures.js";
import { formulas, keyphrases } from "./keyphrases.js";
import { measures } from "./measures.js";
import { checks, warnings } from "./notices.js";
import { setOpen } from "./parts.js";
import { people } from "./people.js";
import { places } from "./places.js";
import { quotes } from "./quotes.js";
import { roles } from "./roles.js";
import { timeline } from "./timeline.js";
import { topics } from "./topics.js";

/** @import { Panel } from "./parts.js" */

/**
 * Every panel: from the context what stands in it, or nothing where there is nothing to say.
 * @type {((context: import("../reading.js").Context) => Panel|null)[]}
 */
const PANELS = [
  corrections,
  checks,
  people,
  roles,
  documents,
  timeline,
  figures,
  bodies,
  places,
  events,
  quotes,
  topics,
  keyphrases,
  formulas,
  abbreviations,
  measures,
  warnings,
  exports,
];

/**
 * Draws all panels that have something to say, in turns; each stays open or closed as the reader left it.
 * @param {HTMLElement} root
 * @param {import("../reading.js").Context} context
 * @param {import("../turns.js").Turns} turns
 */
export async function drawPanels(root, context, turns) {
  const drawn = [];
  for (const draw of PANELS) {
    const panel = draw(context);
    if (panel) drawn.push(panel);
    if (turns.over) await turns.pass();
  }
  root.setAttribute("aria-label", t("panels.label"));
  root.replaceChildren(
    el(
      "div",
      { class: "panels-head" },
      el("h2", {}, t("panels.heading")),
      button(t("panel.export"), () => toPanel(/** @type {Panel} */ (one('[data-panel="export"]', root))), {
        class: "quiet",
        data: { act: "export" },
      }),
      button(t("panels.open"), () => all(root, true), { class: "quiet", data: { act: "open" } }),
      button(t("panels.close"), () => all(root, false), { class: "quiet", data: { act: "close" } }),
    ),
    ...drawn,
  );
}

/**
 * Opens a panel and leads to it.
 * @param {Panel} node
 */
function toPanel(node) {
  setOpen(node, true);
  one("summary", node).focus();
  node.scrollIntoView({ block: "nearest" });
}

/**
 * @param {HTMLElement} root
 * @param {string} [which]
 */
const panelsOf = (root, which = "") =>
  /** @type {NodeListOf<Panel>} */ (root.querySelectorAll(`details.panel${which}`));

/**
 * @param {HTMLElement} root
 * @param {boolean} isOpen
 */
function all(root, isOpen) {
  for (const node of panelsOf(root)) setOpen(node, isOpen);
}

/**
 * Fills and opens every panel, for printing; gives a way back.
 * @param {HTMLElement} root
 */
export function openForPrint(root) {
  const closed = [...panelsOf(root, ":not([open])")];
  for (const node of closed) setOpen(node, true);
  return () => closed.forEach((node) => setOpen(node, false));
}
