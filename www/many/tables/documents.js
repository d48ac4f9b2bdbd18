// Documents by articles: which is cited how often and where. Few articles have a column each.

import { number, t } from "../../i18n/index.js";
import { dateWording } from "../../text/dates.js";
import { keyOf } from "../names.js";
import { whereOf } from "./register.js";

/** Up to so many articles have a column of their own. */
const COLUMNS = 6;

/** @import { DoneItem } from "../batch.js" */
/** @typedef {DoneItem["rows"]["documents"][number]} Cited */
/** @typedef {Cited & {seen: (Cited & {item: DoneItem})[]}} Row a document with every article that cites it */

/**
 * @param {DoneItem[]} items those that were read
 * @returns {import("../grid.js").Table<Row>}
 */
export function documentsTable(items) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const item of items) {
    for (const cited of item.rows.documents) {
      const key = documentKey(cited);
      /** @type {Row} */
      const row = rows.get(key) ?? { ...cited, seen: [], count: 0 };
      rows.set(key, row);
      row.symbol ??= cited.symbol;
      row.issuer ??= cited.issuer;
      row.date ??= cited.date;
      row.title ??= cited.title;
      row.known ??= cited.known;
      row.seen.push({ ...cited, item });
      row.count += cited.count;
    }
  }
  const isNarrow = items.length > COLUMNS;
  return {
    key: "documents",
    rows: [...rows.values()],
    first: { key: "articles", down: true },
    columns: [
      {
        key: "document",
        wide: true,
        cell: (row) => ({ text: row.name, smallVi: about(row), lang: "vi", go: goOf(row) }),
      },
      {
        key: "symbol",
        cell: (row) => ({
          text: row.symbol ?? row.known?.symbol,
          small: !row.symbol && row.known && t("many.ours"),
          lang: "vi",
          go: goOf(row),
        }),
      },
      {
        key: "issuer",
        cell: (row) => ({
          text: row.issuer ?? row.known?.issuer,
          small: !row.issuer && row.known?.issuer && t("many.ours"),
          lang: "vi",
          go: goOf(row),
        }),
      },
      {
        key: "issued",
        cell: (row) => ({
          text: dayOf(row),
          sort: row.date ?? row.known?.date,
          small: !row.date && row.known?.date && t("many.ours"),
          go: goOf(row),
        }),
      },
      ...(isNarrow
        ? []
        : items.map((item, i) => ({
            key: `article-${i}`,
            label: String(i + 1),
            name: t("many.articleNumber", { n: i + 1 }),
            title: item.rows.article.title,
            numeric: true,
            cell: (/** @type {Row} */ row) => {
              const one = row.seen.find((each) => each.item === item);
              return one
                ? {
                    text: number(one.count),
                    sort: one.count,
                    go: { item, start: one.start, end: one.end },
                    title: item.rows.article.title,
                  }
                : {};
            },
          }))),
      {
        key: "articles",
        numeric: true,
        cell: (row) => ({ text: number(row.seen.length), sort: row.seen.length, opens: true }),
      },
      { key: "times", numeric: true, cell: (row) => ({ text: number(row.count), sort: row.count }) },
    ],
    legend: isNarrow ? undefined : items.map((item, i) => `${i + 1}. ${item.rows.article.title}`),
    details: (row) =>
      row.seen.map(({ item, start, end, sentence, count }) => ({
        head: `${item.rows.article.title} · ×${number(count)}`,
        sentence,
        go: { item, start, end },
      })),
    records: (kept) =>
      kept.flatMap((row) =>
        row.seen.map((one) => ({
          document: row.name,
          type: row.type,
          symbol: row.symbol,
          issuer: row.issuer,
          date: row.date,
          title: row.title,
          known_symbol: row.known?.symbol,
          known_issuer: row.known?.issuer,
          known_date: row.known?.date,
          known_subject: row.known?.subject,
          mentions: one.count,
          ...whereOf(one),
        })),
      ),
  };
}

/**
 * A symbol names a document whole; a number needs type and issuer, anything else its wording.
 * @param {Cited} cited
 */
function documentKey({ name, type, number: no, symbol, issuer, known }) {
  if (symbol ?? known) return keyOf(symbol ?? known?.symbol);
  return no && issuer ? keyOf(`${type} ${no} ${issuer}`) : keyOf(name);
}

/** @param {Row} row */
const goOf = ({ seen: [{ item, start, end }] }) => ({ item, start, end });
/** @param {Row} row */
function dayOf({ date, known }) {
  const day = date ?? known?.date;
  return day && dateWording(day);
}
/** @param {Row} row */
const about = ({ title, known }) => title ?? (known && `[${known.subject}]`);
