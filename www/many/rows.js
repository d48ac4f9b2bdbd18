// What is kept of an article for the tables: rows of plain values, each with the span it came from and its sentence. The
// analysis itself is let go: a thousand articles would not fit.

import { at } from "../kinds.js";
import { sentenceText } from "../text/sentence.js";

/** Letters of a sentence that are kept. */
const LONGEST = 280;
/** So many spans of a topic are kept. */
const SPOTS = 3;

/** @import { Analysis, Index } from "../pkg/analysis.js" */
/** @typedef {ReturnType<typeof rowsOf>} Rows */
/** @typedef {Rows["holdings"][number]["place"]} Where */

/**
 * The rows of one article.
 * @param {Analysis} analysis
 * @param {string} text
 * @param {string} [published] the day of publication that came with the text
 */
export function rowsOf(analysis, text, published) {
  const { meta, metrics } = analysis;
  const place = (/** @type {Index|undefined} */ index) => at(analysis.places, index);
  const mention = (/** @type {Index} */ id) => {
    const { start, end } = analysis.entities[id];
    const sentence = sentenceText(text, { start, end });
    return { start, end, sentence: sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence };
  };
  return {
    article: {
      title: meta.title ?? firstLine(analysis, text),
      date: meta.published?.slice(0, 10) ?? published,
      outlet: meta.outlet,
      genre: meta.genre,
      authors: meta.authors,
      province: mainProvince(analysis),
      words: metrics.words,
      people: analysis.people.length,
      documents: analysis.documents.length,
      print: printOf(text),
    },
    holdings: analysis.people.flatMap(({ name, roles }, who) =>
      roles.map((held) => {
        const role = analysis.roles[held.role];
        const body = at(analysis.organizations, role?.organization);
        const where = place(role?.place) ?? place(body?.place);
        return {
          who,
          person: name,
          post: held.title,
          head: role?.head,
          body: body?.name,
          place: where && {
            name: where.name,
            unit: where.unit,
            province: where.province,
            today: where.today?.map(({ unit, name: now }) => `${unit} ${now}`.trim()),
            inferred: where.basis !== undefined,
          },
          status: held.status,
          change: held.change,
          date: held.date,
          ...mention(held.evidence.find((id) => analysis.entities[id].kind === "person") ?? held.evidence[0]),
        };
      }),
    ),
    documents: analysis.documents
      .filter(({ mentions }) => mentions.length)
      .map(({ mentions, name, type, number, symbol, issuer, date, title, known }) => ({
        name,
        type,
        number,
        symbol,
        issuer,
        date,
        title,
        known,
        count: mentions.length,
        ...mention(mentions[0]),
      })),
    figures: analysis.quantities.map(({ entity, value, high, unit, comparison, of, time }) => {
      const when = at(analysis.entities, at(analysis.times, time)?.entity);
      return {
        value,
        high,
        unit,
        comparison,
        of,
        when: when && text.slice(when.start, when.end).replace(/\s+/g, " "),
        time: at(analysis.times, time)?.value,
        ...mention(entity),
      };
    }),
    topics: metrics.topics.map(({ topic, share, evidence }) => ({
      topic,
      share,
      spans: evidence.slice(0, SPOTS).map(({ start, end }) => ({ start, end })),
    })),
  };
}

/**
 * A number that texts share when they hold the same letters and figures, whatever format each came in.
 * @param {string} text
 */
function printOf(text) {
  let hash = 0x811c9dc5; // FNV-1a
  for (const unit of text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ""))
    hash = Math.imul(hash ^ Number(unit.codePointAt(0)), 0x01000193) >>> 0;
  return hash;
}

/**
 * Where a title is missing, the first line of the article serves.
 * @param {Pick<Analysis, "zones">} analysis
 * @param {string} text
 */
function firstLine({ zones }, text) {
  const zone = zones.find((each) => each.zone === "lead" || each.zone === "body") ?? zones[0];
  const line = zone ? text.slice(zone.start, zone.end).trim() : "";
  return line.length > 90 ? `${line.slice(0, 88).replace(/\s\S*$/, "")} …` : line;
}

/**
 * The province most often meant.
 * @param {Pick<Analysis, "places">} analysis
 */
function mainProvince({ places }) {
  const counts = new Map();
  for (const { name, unit, province, mentions } of places) {
    const of = province ?? (unit === "tỉnh" ? name : undefined);
    if (of) counts.set(of, (counts.get(of) ?? 0) + mentions.length + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
