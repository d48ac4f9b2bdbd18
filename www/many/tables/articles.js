// The articles themselves: what each is, and what became of it.

import { number, t } from "../../i18n/index.js";
import { dateWording } from "../../text/dates.js";

/** @param {import("../batch.js").Item[]} items all of them, read or not */
export function articlesTable(items) {
  const first = new Map();
  for (const item of items) if (item.rows && !first.has(printOf(item))) first.set(printOf(item), item);
  /** An article that came before with the same words: its rows count twice, so it is said. */
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
                small: [item.name, before(item) && t("many.sameAs", { name: before(item).name })]
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
      rows
        .map((item) => [item, before(item)])
        .map(([{ name, state, rows: kept, failure }, same]) => ({
          file: name,
          state,
          same_as: kept && same?.name,
          ...without(kept?.article),
          authors: kept?.article.authors.join("; "),
          error: failure && t(failure.key, failure.values),
        })),
  };
}

const printOf = ({ rows }) => rows && `${rows.article.words} ${rows.article.print}`;
const without = ({ print, ...article } = {}) => article;
const count = (value) => ({ text: value === undefined ? undefined : number(value), sort: value });
