// A report of one article in Markdown (CommonMark with GitHub's tables): what it adds up to, ready to paste into a note.

import { figure, interval, placeName, postLine, today, wordsOf } from "../card/values.js";
import { describe } from "../corrections/apply.js";
import { number, percent, t } from "../i18n/index.js";
import { forest } from "../panels/bodies.js";
import { measureRows } from "../panels/measures.js";
import { checkSentence } from "../panels/notices.js";
import { citation, citationText } from "../text/citation.js";
import { sentenceText } from "../text/sentence.js";

/** @import { Span } from "../pkg/analysis.js" */
/** @import { Source } from "./tables.js" */

/**
 * @param {Source & {name: string}} source
 * @returns {string}
 */
export function toMarkdown(source) {
  const { analysis, name } = source;
  const { meta } = analysis;
  const about = [
    t(`genre.${meta.genre}`),
    meta.outlet,
    meta.published && interval(meta.published),
    meta.authors.join(", "),
    meta.source && t("meta.source", { source: meta.source }),
  ].flatMap((said) => (said ? [said] : []));
  const parts = [
    `# ${escaped(meta.title ?? name)}`,
    about.map(escaped).join(" · "),
    ...SECTIONS.map(([key, body]) => section(t(`panel.${key}`), body(source))),
    `---\n\n${escaped(t("export.made"))}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @type {[key: string, body: (source: Source) => string][]} */
const SECTIONS = [
  [
    "checks",
    ({ analysis, text }) =>
      bullets(
        analysis.checks.map(
          (check) =>
            `**${escaped(t(`check.${check.code}`, {}, check.code))}**: ${escaped(checkSentence(check))}${check.spans[0] ? ` “${escaped(wordsOf(check.spans[0], text))}”` : ""}`,
        ),
      ),
  ],
  [
    "people",
    ({ analysis }) =>
      bullets(
        analysis.people.map((person) =>
          [
            `**${escaped(person.name)}**${person.credit ? ` (${escaped(t(`credit.${person.credit}`))})` : ""}${times(person.mentions)}`,
            ...person.roles.map((holding) => `  - ${escaped(postLine(holding, analysis))}`),
          ].join("\n"),
        ),
      ),
  ],
  [
    "documents",
    ({ analysis }) => {
      const all = bullets(
        analysis.documents.map((document) => `${escaped(citationText(document))}${times(document.mentions)}`),
      );
      return all && analysis.documents.some((document) => citation(document).some(({ ours }) => ours))
        ? `${escaped(t("export.ours"))}\n\n${all}`
        : all;
    },
  ],
  [
    "timeline",
    ({ analysis, text }) =>
      grid(
        ["value", "text"],
        analysis.times
          .flatMap(({ value, entity }) => (value ? [{ value, entity }] : []))
          .sort((a, b) => a.value.localeCompare(b.value))
          .map(({ value, entity }) => [interval(value), wordsOf(analysis.entities[entity], text)]),
      ),
  ],
  [
    "figures",
    ({ analysis, text }) =>
      grid(
        ["value", "unit", "sentence"],
        analysis.quantities.map((quantity) => [
          [quantity.comparison && t(`comparison.${quantity.comparison}`), figure(quantity)].filter(Boolean).join(" "),
          quantity.unit,
          sentenceText(text, analysis.entities[quantity.entity]),
        ]),
      ),
  ],
  [
    "bodies",
    ({ analysis }) => {
      const { tops, children } = forest(analysis.organizations);
      /**
       * @param {number} i
       * @param {number} depth
       * @returns {string}
       */
      const line = (i, depth) =>
        [
          `${"  ".repeat(depth)}- ${escaped(analysis.organizations[i].name)}${times(analysis.organizations[i].mentions)}`,
          ...children[i].map((child) => line(child, depth + 1)),
        ].join("\n");
      return tops.map((i) => line(i, 0)).join("\n");
    },
  ],
  [
    "places",
    ({ analysis }) =>
      grid(
        ["place", "province", "today"],
        analysis.places.map((place) => [placeName(place), place.province, today(place)?.join("; ")]),
      ),
  ],
  [
    "events",
    ({ analysis }) =>
      bullets(
        analysis.events.map(
          (event) =>
            `${escaped(event.name)}${event.date ? ` (${escaped(interval(event.date))})` : ""}${times(event.mentions)}`,
        ),
      ),
  ],
  [
    "quotes",
    ({ analysis, text }) =>
      bullets(
        analysis.quotes.map(
          (quote) =>
            `“${escaped(wordsOf(analysis.entities[quote.entity], text))}” – ${escaped(quote.speaker ?? t(`quote.${quote.kind}`))}`,
        ),
      ),
  ],
  [
    "topics",
    ({ analysis }) =>
      bullets(
        analysis.metrics.topics.map(
          ({ topic, share }) => `${escaped(t(`topic.${topic}`, {}, topic))}: ${percent(share)}`,
        ),
      ),
  ],
  ["keyphrases", ({ analysis }) => phrases(analysis.metrics.keyphrases)],
  ["formulas", ({ analysis }) => phrases(analysis.metrics.formulas)],
  [
    "abbreviations",
    ({ analysis }) =>
      bullets(
        analysis.abbreviations.map(
          ({ short, long, defined }) =>
            `**${escaped(short)}** ${escaped(long)}${defined ? "" : ` (${escaped(t("defined.known"))})`}`,
        ),
      ),
  ],
  [
    "measures",
    ({ analysis }) =>
      grid(
        ["measure", "value", "means"],
        measureRows(analysis.metrics).map(([key, value]) => [t(`measure.${key}`), value, t(`measure.${key}.means`)]),
      ),
  ],
  [
    "corrections",
    ({ found, text, corrections }) => {
      const all = bullets(
        describe(found, text, corrections).map(
          ({ action, kind, text: words, found: was }) =>
            `${escaped(t(`corrections.did.${action}`))} “${escaped(words)}” (${escaped(t(`kind.${kind}`))})${action === "change" && was ? ` ← “${escaped(was.text)}” (${escaped(t(`kind.${was.kind}`))})` : ""}`,
        ),
      );
      return all && `${escaped(t("corrections.about"))}\n\n${all}`;
    },
  ],
];

/**
 * @param {string} heading
 * @param {string} body
 */
const section = (heading, body) => body && `## ${escaped(heading)}\n\n${body}`;
/** @param {string[]} lines */
const bullets = (lines) => lines.map((line) => `- ${line}`).join("\n");
/** @param {unknown[]} mentions */
const times = (mentions) => (mentions.length > 1 ? ` ×${number(mentions.length)}` : "");
/** @param {{text: string, spans: Span[]}[]} all */
const phrases = (all) => bullets(all.map(({ text, spans }) => `${escaped(text)}${times(spans)}`));

/**
 * @param {string[]} columns
 * @param {(string|undefined)[][]} rows
 */
function grid(columns, rows) {
  if (rows.length === 0) return "";
  const line = (/** @type {(string|undefined)[]} */ cells) =>
    `| ${cells.map((cell) => escaped(cell ?? "")).join(" | ")} |`;
  return [
    line(columns.map((column) => t(`column.${column}`))),
    `|${" --- |".repeat(columns.length)}`,
    ...rows.map(line),
  ].join("\n");
}

/**
 * Everything that Markdown or HTML inside it would take for markup.
 * @param {string} text
 */
function escaped(text) {
  return String(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1")
    .replace(/(https?|www)([:.])/gi, "$1\\$2");
}
