// The articles themselves: what each is, and what became of it.

import { number, t } from "../../i18n/index.js";
import { dateWording } from "../../text/dates.js";

/** @import { Item } from "../batch.js" */
/** @import { Rows } from "../rows.js" */

/**
 * @param {Item[]} items all of them, read or not
 * @returns {import("../grid.js").Table<Item>}
 */
export function articlesTable(items) {
  /** @type {Map<string|undefined, Item>} */
  const first = new Map();
  for (const item of items) if (item.rows && !first.has(printOf(item))) first.set(printOf(item), item);
  /**
   * An article that came before with the same words: its rows count twice, so it is said.
   * @param {Item} item
   */
  const before = (item) => (first.get(printOf(item)) === item ? undefined : first.get(printOf(item)));
  return {
    key: "articles",
    rows: items,
    columns: [
      {
        key: "title",
        wide: true,
        cell: (item) =>
          item.rows
            ? {
                text: item.rows.article.title,
                small: [item.name, before(item) && t("many.sameAs", { name: before(item)?.name })]
                  .filter(Boolean)
                  .join(" · "),
                lang: "vi",
                go: { item, start: 0, end: 0 },
              }
            : { text: item.name, small: item.failure && t(item.failure.key, item.failure.values), alarm: true },
      },
      { key: "state", cell: (item) => ({ text: t(`many.state.${item.state}`) }) },
      {
        key: "date",
        cell: (item) => ({
          text: item.rows?.article.date && dateWording(item.rows.article.date),
          sort: item.rows?.article.date,
        }),
      },
      { key: "outlet", cell: (item) => ({ text: item.rows?.article.outlet, lang: "vi" }) },
      { key: "province", cell: (item) => ({ text: item.rows?.article.province, lang: "vi" }) },
      { key: "words", numeric: true, cell: (item) => count(item.rows?.article.words) },
      { key: "people", numeric: true, cell: (item) => count(item.rows?.article.people) },
      { key: "documents", numeric: true, cell: (item) => count(item.rows?.article.documents) },
    ],
    records: (rows) =>
      rows.map((item) => {
        const { name, state, rows: kept, failure } = item;
        return {
          file: name,
          state,
          same_as: kept && before(item)?.name,
          ...(kept && without(kept.article)),
          authors: kept?.article.authors.join("; "),
          error: failure && t(failure.key, failure.values),
        };
      }),
  };
}

/** @param {Item} item */
const printOf = ({ rows }) => rows && `${rows.article.words} ${rows.article.print}`;
/** @param {Rows["article"]} article */
const without = ({ print, ...article }) => article;
/** @param {number|undefined} value */
const count = (value) => ({ text: value === undefined ? undefined : number(value), sort: value });
