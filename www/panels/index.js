// The panels beside the article, in reading order: a file each.

import { el, button } from "../dom.js";
import { t } from "../i18n/index.js";
import { abbreviations } from "./abbreviations.js";
import { bodies } from "./bodies.js";
import { checks, warnings } from "./notices.js";
import { documents } from "./documents.js";
import { events } from "./events.js";
import { figures } from "./figures.js";
import { formulas, keyphrases } from "./keyphrases.js";
import { people } from "./people.js";
import { places } from "./places.js";
import { quotes } from "./quotes.js";
import { roles } from "./roles.js";
import { timeline } from "./timeline.js";
import { topics } from "./topics.js";

const PANELS = [warnings, checks, people, roles, documents, timeline, figures, bodies, places, events, quotes, topics, keyphrases, formulas, abbreviations];

/**
 * Draws all panels that have something to say, in turns; those the reader closed stay closed.
 * @param {HTMLElement} root
 * @param {{analysis: object, text: string, toEntity(id: number): void, toSpan(span: object): void}} context
 * @param {{onCopy(): void, onDownload(): void}} acts
 * @param {import("../turns.js").Turns} turns
 */
export async function drawPanels(root, context, { onCopy, onDownload }, turns) {
  const closed = new Set([...root.querySelectorAll("details:not([open])")].map((node) => node.dataset.panel));
  const drawn = [];
  for (const draw of PANELS) {
    const panel = draw(context);
    if (panel) drawn.push(panel);
    if (turns.over) await turns.pass();
  }
  for (const node of drawn) if (closed.has(node.dataset.panel)) node.open = false;
  root.setAttribute("aria-label", t("panels.label"));
  root.replaceChildren(...drawn, el("p", { class: "export" }, el("span", {}, t("export.label")),
    button(t("export.copy"), onCopy, { id: "copy" }), button(t("export.download"), onDownload, { id: "download" })));
}
