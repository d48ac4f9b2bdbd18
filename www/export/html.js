// The marked article as one HTML file that stands alone: no script, nothing fetched, every word escaped.

import { blocks, tree } from "../article/segments.js";
import { figure, nameOf, wordsOf } from "../card/values.js";
import { describe } from "../corrections/apply.js";
import { currentLanguage, number, t } from "../i18n/index.js";
import { KINDS, LINES, recordOf } from "../kinds.js";
import { citationText } from "../text/citation.js";
import { dateWording } from "../text/dates.js";

/** @import { Analysis } from "../pkg/analysis.js" */
/** @import { CorrectedAnalysis, CorrectedEntity } from "../corrections/apply.js" */
/** @import { Source } from "./tables.js" */

/** @type {Record<string, string>} */
const TAGS = { title: "h1", heading: "h2" };

/**
 * @param {Source & {name: string}} source
 * @returns {string}
 */
export function toHtml(source) {
  const { analysis, text, name } = source;
  const title = analysis.meta.title ?? name;
  /** @type {{tag: string, zone: string, content: string}[]} */
  const lines = [];
  for (const block of blocks(analysis, text)) {
    const content = tree(block, analysis, text, () => true)
      .map((node) => mark(node, analysis, text))
      .join("");
    const tag = TAGS[block.zone] ?? "p";
    // a long line comes in pieces and is one line again here
    const open = lines.at(-1);
    if (block.continued && open) open.content += content;
    else lines.push({ tag, zone: block.zone, content });
  }
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lăng Kính">
<title>${escaped(title)}</title>
<style>
${style()}
</style>
</head>
<body>
<main>
<article>
${lines.map(({ tag, zone, content }) => `<${tag} class="zone-${zone}">${content}</${tag}>`).join("\n")}
</article>
${legend(analysis)}
${corrected(source)}
</main>
</body>
</html>
`;
}

/**
 * @param {import("../article/segments.js").Piece} node
 * @param {CorrectedAnalysis} analysis
 * @param {string} text
 * @returns {string}
 */
function mark(node, analysis, text) {
  if (typeof node === "string") return escaped(node);
  const { entity } = node;
  const value = valueSaid(entity, analysis, text);
  const attributes = {
    class: `kind-${entity.kind}${entity.corrected ? " by-hand" : ""}`,
    "data-kind": entity.kind,
    "data-start": entity.start,
    "data-end": entity.end,
    "data-value": value,
    "data-by": entity.corrected ? "reader" : undefined,
    title: [t(`kind.${entity.kind}`), value, entity.corrected && t("corrections.byHand")].filter(Boolean).join(" · "),
  };
  const written = Object.entries(attributes)
    .filter(([, said]) => said !== undefined)
    .map(([key, said]) => ` ${key}="${escaped(String(said))}"`)
    .join("");
  return `<mark${written}>${node.children.map((child) => mark(child, analysis, text)).join("")}</mark>`;
}

/**
 * What is known of a record beyond its name; of the kinds that are left out there is no more.
 * @type {{[K in import("../pkg/analysis.js").Kind]?: (record: import("../kinds.js").RecordOf[K]) => string|undefined}}
 */
const SAID = {
  time: ({ value }) => value,
  quantity: (quantity) => [figure(quantity), quantity.unit].filter(Boolean).join(" "),
  document: citationText,
  quote: ({ speaker }) => speaker,
  abbreviation: ({ long }) => long,
  place: ({ province, name, code }) => [province !== name && province, code].filter(Boolean).join(", "),
};

/**
 * What is known of an entity beyond its words, on one line.
 * @param {CorrectedEntity} entity
 * @param {CorrectedAnalysis} analysis
 * @param {string} text
 */
function valueSaid(entity, analysis, text) {
  const record = recordOf(analysis, entity);
  const words = wordsOf(entity, text);
  const say = /** @type {((record: object) => string|undefined)|undefined} */ (SAID[entity.kind]);
  const said = say?.(record) ?? nameOf(record, entity, text);
  return said && said !== words ? said : undefined;
}

/** @param {Pick<Analysis, "entities"|"meta">} analysis */
function legend(analysis) {
  const kinds = KINDS.filter((kind) => analysis.entities.some((entity) => entity.kind === kind));
  return `<footer lang="${currentLanguage()}">
<p class="legend">${kinds.map((kind) => `<span class="kind-${kind}">${escaped(t(`kind.${kind}`))}</span> ${number(analysis.entities.filter((entity) => entity.kind === kind).length)}`).join(" · ")}</p>
<p>${escaped(t("export.made"))}${analysis.meta.published ? ` · ${escaped(t("export.published", { date: dateWording(analysis.meta.published) }))}` : ""}</p>
</footer>`;
}

/**
 * What the reader corrected, with what was found instead.
 * @param {Source} source
 */
function corrected({ found, text, corrections }) {
  if (corrections.length === 0) return "";
  const items = describe(found, text, corrections).map(
    ({ action, kind, text: words, found: was }) =>
      `<li>${escaped(t(`corrections.did.${action}`))} <q lang="vi">${escaped(words)}</q> (${escaped(t(`kind.${kind}`))})${action === "change" && was ? ` ← <q lang="vi">${escaped(was.text)}</q> (${escaped(t(`kind.${was.kind}`))})` : ""}</li>`,
  );
  return `<section class="corrections" lang="${currentLanguage()}">\n<h2>${escaped(t("panel.corrections"))}</h2>\n<ul>\n${items.join("\n")}\n</ul>\n</section>`;
}

function style() {
  const lines = Object.entries(LINES).map(
    ([kind, [hue, line, thick]]) =>
      `.kind-${kind} { text-decoration: underline ${line} ${thick} oklch(0.56 0.135 ${hue}); }`,
  );
  return `body { margin: 0; background: #f7f4ee; color: #26231f; font: 1.125rem/1.8 "Source Serif 4", "Noto Serif", Georgia, serif; }
main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.4; }
mark { background: none; color: inherit; text-decoration-skip-ink: none; }
mark, .legend span { text-underline-offset: 0.28em; }
mark:has(mark) { text-underline-offset: 0.48em; }
.by-hand { background: #e3e8f5; }
.zone-lead { font-weight: 600; }
.zone-caption { font-style: italic; }
.zone-chrome, .zone-dateline, .zone-source, .zone-caption, footer, .corrections { color: #5d564c; font-size: 0.9rem; }
.zone-question { font-style: italic; }
footer { border-top: 1px solid #d9d2c5; margin-top: 2rem; }
${lines.join("\n")}`;
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\0": "\ufffd" };

/**
 * Escapes for text and for attributes in double quotes.
 * @param {string} value
 */
function escaped(value) {
  return value.replace(/[&<>"'\0]/g, (letter) => ENTITIES[letter]);
}
