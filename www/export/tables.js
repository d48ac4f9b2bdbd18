// The tables of one article, as plain rows: what CSV, the report and the reader's spreadsheet are made of. Wordings are in the
// language of the page; ISO dates, codes and figures stay as they are.

import { holdingPlace, nameOf, placeName, today, wordsOf } from "../card/values.js";
import { describe } from "../corrections/apply.js";
import en from "../i18n/en/tables.js";
import { addWordings, t } from "../i18n/index.js";
import vi from "../i18n/vi/tables.js";
import { at, recordOf } from "../kinds.js";
import { measureRows } from "../panels/measures.js";
import { checkSentence } from "../panels/notices.js";
import { citationText } from "../text/citation.js";
import { sentenceText } from "../text/sentence.js";

/** @import { Analysis, Entity, Holding, Index, Place, Ref } from "../pkg/analysis.js" */
/** @import { CorrectedAnalysis, CorrectedEntity } from "../corrections/apply.js" */

addWordings({ vi, en });

/**
 * What the tables are made from.
 * @typedef {object} Source
 * @property {CorrectedAnalysis} analysis as corrected
 * @property {Analysis} found
 * @property {string} text
 * @property {import("../corrections/corrections.js").Correction[]} corrections
 *
 * @typedef {string|number|undefined} Cell
 */

/**
 * Every table by its key: columns, and rows out of a source.
 * @type {Record<string, {columns: string[], rows(source: Source): Cell[][]}>}
 */
const TABLES = {
  entities: {
    columns: ["kind", "text", "name", "start", "end", "inside", "sentence", "rule", "by_hand"],
    rows: ({ analysis, text }) =>
      analysis.entities.map((entity) => [
        t(`kind.${entity.kind}`),
        wordsOf(entity, text),
        nameOf(recordOf(analysis, entity), entity, text),
        entity.start,
        entity.end,
        entity.parent === undefined ? undefined : wordsOf(analysis.entities[entity.parent], text),
        sentenceText(text, entity),
        entity.rule,
        byHand(entity),
      ]),
  },
  people: {
    columns: [
      "name",
      "post",
      "body",
      "place",
      "status",
      "change",
      "date",
      "credit",
      "mentions",
      "start",
      "sentence",
      "by_hand",
    ],
    rows: (source) =>
      source.analysis.people.flatMap((person) =>
        (person.roles.length ? person.roles : [undefined]).map((holding) => [
          person.name,
          holding?.title,
          holding && bodyOf(holding, source.analysis),
          holding && holdingPlace(holding, source.analysis),
          holding?.status && t(`status.${holding.status}`),
          holding?.change && t(`change.${holding.change}`),
          holding?.date,
          person.credit && t(`credit.${person.credit}`),
          person.mentions.length,
          ...place(holding?.evidence.length ? holding.evidence : person.mentions, source),
          handOf(person, source),
        ]),
      ),
  },
  roles: {
    columns: ["post", "head", "body", "place", "holders", ...end()],
    rows: (source) =>
      source.analysis.roles.map((role) => [
        role.title,
        role.head,
        at(source.analysis.organizations, role.organization)?.name,
        name(at(source.analysis.places, role.place)),
        role.holders.map((person) => source.analysis.people[person].name).join("; "),
        ...mentioned(role, source),
      ]),
  },
  organizations: {
    columns: ["name", "branch", "level", "parent", "place", ...end()],
    rows: (source) =>
      source.analysis.organizations.map((body) => [
        body.name,
        t(`branch.${body.branch}`),
        body.level && t(`level.${body.level}`),
        at(source.analysis.organizations, body.parent)?.name,
        name(at(source.analysis.places, body.place)),
        ...mentioned(body, source),
      ]),
  },
  places: {
    columns: ["name", "unit", "code", "province", "today", "today_code", "basis", ...end()],
    rows: (source) =>
      source.analysis.places.map((each) => [
        each.name,
        each.unit,
        each.code,
        each.province,
        today(each)?.join("; "),
        each.today?.map(({ code }) => code).join("; "),
        each.basis && t(`basis.${each.basis}`),
        ...mentioned(each, source),
      ]),
  },
  documents: {
    columns: [
      "citation",
      "name",
      "type",
      "number",
      "symbol",
      "date",
      "issuer",
      "subject",
      "our_symbol",
      "our_date",
      "our_issuer",
      "our_subject",
      ...end(),
    ],
    rows: (source) =>
      source.analysis.documents.map(({ known, ...document }) => [
        citationText({ ...document, known: known?.symbol ? known : undefined }),
        document.name,
        document.type,
        document.number,
        document.symbol,
        document.date,
        document.issuer,
        document.title,
        known?.symbol,
        known?.date,
        known?.issuer,
        known?.subject,
        ...mentioned(document, source),
      ]),
  },
  events: {
    columns: ["name", "event_kind", "ordinal", "body", "place", "term", "date", ...end()],
    rows: (source) =>
      source.analysis.events.map((event) => [
        event.name,
        t(`event.${event.kind}`),
        event.ordinal,
        at(source.analysis.organizations, event.organization)?.name,
        name(at(source.analysis.places, event.place)),
        event.term,
        event.date,
        ...mentioned(event, source),
      ]),
  },
  times: {
    columns: ["text", "value", "granularity", "assumed", "start", "sentence", "by_hand"],
    rows: (source) =>
      source.analysis.times.map((time) => [
        words(time.entity, source),
        time.value,
        time.granularity && t(`granularity.${time.granularity}`),
        time.assumed && t(`assumed.${time.assumed}`),
        ...single(time.entity, source),
      ]),
  },
  quantities: {
    columns: ["text", "value", "high", "unit", "comparison", "of", "time", "start", "sentence", "by_hand"],
    rows: (source) =>
      source.analysis.quantities.map((quantity) => [
        words(quantity.entity, source),
        quantity.value,
        quantity.high,
        quantity.unit,
        quantity.comparison && t(`comparison.${quantity.comparison}`),
        quantity.of,
        quantity.time === undefined ? undefined : words(source.analysis.times[quantity.time].entity, source),
        ...single(quantity.entity, source),
      ]),
  },
  quotes: {
    columns: ["text", "quote_kind", "speaker", "parts", "start", "sentence", "by_hand"],
    rows: (source) =>
      source.analysis.quotes.map((quote) => [
        words(quote.entity, source),
        t(`quote.${quote.kind}`),
        quote.speaker,
        quote.parts?.join("; "),
        ...single(quote.entity, source),
      ]),
  },
  abbreviations: {
    columns: ["short", "long", "defined", "uses", "start"],
    rows: ({ analysis }) =>
      analysis.abbreviations.map(({ short, long, defined, uses }) => [
        short,
        long,
        t(defined ? "defined.here" : "defined.known"),
        uses.length,
        uses[0]?.start,
      ]),
  },
  relations: {
    columns: ["subject_kind", "subject", "predicate", "object_kind", "object", "start", "sentence"],
    rows: (source) =>
      source.analysis.relations.map(({ subject, predicate, object, evidence }) => [
        t(`kind.${subject.kind}`),
        refName(subject, source),
        t(`predicate.${predicate}`),
        t(`kind.${object.kind}`),
        refName(object, source),
        ...place(evidence, source),
      ]),
  },
  checks: {
    columns: ["check", "says", "text", "start"],
    rows: ({ analysis, text }) =>
      analysis.checks.map((check) => [
        t(`check.${check.code}`, {}, check.message),
        checkSentence(check),
        check.spans[0] && wordsOf(check.spans[0], text),
        check.spans[0]?.start,
      ]),
  },
  topics: {
    columns: ["topic", "share", "words"],
    rows: ({ analysis, text }) =>
      analysis.metrics.topics.map(({ topic, share, evidence }) => [
        t(`topic.${topic}`, {}, topic),
        share,
        [...new Set(evidence.map((span) => wordsOf(span, text)))].join("; "),
      ]),
  },
  keyphrases: {
    columns: ["text", "score", "uses", "start"],
    rows: ({ analysis }) =>
      analysis.metrics.keyphrases.map(({ text, score, spans }) => [text, score, spans.length, spans[0]?.start]),
  },
  formulas: {
    columns: ["text", "uses", "start"],
    rows: ({ analysis }) => analysis.metrics.formulas.map(({ text, spans }) => [text, spans.length, spans[0]?.start]),
  },
  measures: {
    columns: ["measure", "value", "means"],
    rows: ({ analysis }) =>
      measureRows(analysis.metrics).map(([key, value]) => [t(`measure.${key}`), value, t(`measure.${key}.means`)]),
  },
  zones: {
    columns: ["zone", "start", "end", "text"],
    rows: ({ analysis, text }) =>
      analysis.zones.map((zone) => [t(`zone.${zone.zone}`), zone.start, zone.end, wordsOf(zone, text)]),
  },
  corrections: {
    columns: ["action", "kind", "text", "start", "end", "found_kind", "found_text", "found_start", "found_end"],
    rows: ({ found, text, corrections }) =>
      describe(found, text, corrections).map(({ action, kind, text: said, start, end, found: was }) => [
        t(`corrections.did.${action}`),
        t(`kind.${kind}`),
        said,
        start,
        end,
        was && t(`kind.${was.kind}`),
        was?.text,
        was?.start,
        was?.end,
      ]),
  },
};

/**
 * One table: its header in the language of the page, and its rows.
 * @param {string} key
 * @param {Source} source
 * @returns {{header: string[], rows: Cell[][]}}
 */
export function table(key, source) {
  const { columns, rows } = TABLES[key];
  return { header: columns.map((column) => t(`column.${column}`)), rows: rows(source) };
}

/** Columns of every table that is about what is mentioned. */
function end() {
  return ["mentions", "start", "sentence", "by_hand"];
}

/**
 * How often a record stands, where first and in which sentence, and whether a reader had a hand in it.
 * @param {{mentions: Index[]}} record
 * @param {Source} source
 */
function mentioned(record, source) {
  return [record.mentions.length, ...place(record.mentions, source), handOf(record, source)];
}

/**
 * @param {Index} id
 * @param {Source} source
 */
function single(id, source) {
  return [...place([id], source), byHand(source.analysis.entities[id])];
}

/**
 * Start and sentence of the first of some entities.
 * @param {Index[]} ids
 * @param {Source} source
 */
function place([id], { analysis, text }) {
  const entity = analysis.entities[id];
  return entity ? [entity.start, sentenceText(text, entity)] : [undefined, undefined];
}

/** @param {CorrectedEntity} entity */
const byHand = (entity) => (entity.corrected ? t("corrections.byHand") : undefined);
/**
 * @param {{mentions: Index[]}} record
 * @param {Source} source
 */
const handOf = (record, { analysis }) =>
  record.mentions.some((id) => analysis.entities[id].corrected) ? t("corrections.byHand") : undefined;
/** @param {Place|undefined} each */
const name = (each) => each && placeName(each);
/**
 * @param {Index} id
 * @param {Source} source
 */
const words = (id, { analysis, text }) => wordsOf(analysis.entities[id], text);
/**
 * @param {Holding} holding
 * @param {CorrectedAnalysis} analysis
 */
const bodyOf = (holding, analysis) => at(analysis.organizations, analysis.roles[holding.role].organization)?.name;

/**
 * @param {Ref} ref
 * @param {Source} source
 */
function refName(ref, { analysis, text }) {
  const found = recordOf(analysis, ref);
  const entity = "entity" in found ? analysis.entities[found.entity] : undefined;
  return nameOf(found, entity ?? { start: 0, end: 0 }, text);
}
