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
 * Draws all panels that have something to say; those the reader closed stay closed.
 * @param {HTMLElement} root
 * @param {{analysis: object, text: string, toEntity(id: number): void, toSpan(span: object): void}} context
 * @param {{onCopy(): void, onDownload(): void}} acts
 */
export function drawPanels(root, context, { onCopy, onDownload }) {
  const closed = new Set([...root.querySelectorAll("details:not([open])")].map((node) => node.dataset.panel));
  const drawn = PANELS.map((draw) => draw(context)).filter(Boolean);
  for (const node of drawn) if (closed.has(node.dataset.panel)) node.open = false;
  root.setAttribute("aria-label", t("panels.label"));
  root.replaceChildren(...drawn, el("p", { class: "export" }, el("span", {}, t("export.label")),
    button(t("export.copy"), onCopy, { id: "copy" }), button(t("export.download"), onDownload, { id: "download" })));
}
