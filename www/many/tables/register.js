// The register: who held which post where and when, over all articles. A row a person and post; its details are the
// sentences that say so.

import { placeName } from "../../card/values.js";
import { number, t } from "../../i18n/index.js";
import { dateWording } from "../../text/dates.js";
import { joinPeople, postKey, provinceOf } from "../people.js";

/** @import { DoneItem } from "../batch.js" */
/** @typedef {DoneItem["rows"]["holdings"][number] & {article: number, item: DoneItem}} Held */
/** @typedef {Held & {day: string|undefined, isSaid: boolean}} Seen the day that the text says, or that of the article */
/**
 * A person and a post.
 * @typedef {Held & {number: number, namesake?: import("../people.js").Namesake, seen: Seen[], first?: string, last?: string}} Row
 */

/**
 * @param {DoneItem[]} items those that were read
 * @returns {import("../grid.js").Table<Row>}
 */
export function registerTable(items) {
  const holdings = items.flatMap((item, article) =>
    item.rows.holdings.map((holding) => ({ ...holding, article, item })),
  );
  const { persons, namesakes } = joinPeople(holdings);
  /** @type {Map<string, Row>} */
  const rows = new Map();
  holdings.forEach((holding, i) => {
    const key = `${persons[i]}|${postKey(holding)}|${holding.status ?? ""}`;
    /** @type {Row} */
    const row = rows.get(key) ?? {
      ...holding,
      number: persons[i],
      namesake: namesakes.get(persons[i]),
      seen: [],
    };
    rows.set(key, row);
    row.body ??= holding.body;
    row.place ??= holding.place;
    row.seen.push({
      ...holding,
      day: holding.date ?? holding.item.rows.article.date,
      isSaid: holding.date !== undefined,
    });
  });
  for (const row of rows.values()) {
    row.seen.sort((a, b) => (a.day ?? "9").localeCompare(b.day ?? "9"));
    const days = row.seen.map(({ day }) => day).filter(Boolean);
    [row.first, row.last] = [days[0], days.at(-1)];
  }
  return {
    key: "register",
    first: { key: "place", down: false },
    rows: [...rows.values()],
    columns: [
      {
        key: "person",
        cell: (row) => ({
          text: row.person,
          small: row.namesake && t("many.namesake", row.namesake),
          lang: "vi",
          go: goOf(row),
        }),
      },
      {
        key: "post",
        wide: true,
        cell: (row) => ({
          text: row.post,
          small: [
            row.status && t(`status.${row.status}`),
            ...new Set(row.seen.map(({ change }) => change && t(`change.${change}`))),
          ]
            .filter(Boolean)
            .join(", "),
          lang: "vi",
          go: goOf(row),
        }),
      },
      { key: "body", cell: (row) => ({ text: capital(row.body), lang: "vi", go: goOf(row) }) },
      {
        key: "place",
        cell: (row) => ({
          text: row.place && placeName(row.place),
          sort: row.place && `${provinceOf(row) ?? row.place.name} ${row.place.name}`,
          ...nowOf(row.place),
          lang: "vi",
          go: goOf(row),
        }),
      },
      {
        key: "days",
        cell: (row) => ({
          text: daysOf(row),
          sort: row.first,
          small: row.first && !row.seen.some(({ isSaid }) => isSaid) && t("many.dayOfArticle"),
          go: goOf(row),
        }),
      },
      {
        key: "articles",
        numeric: true,
        cell: (row) => ({ text: number(countOf(row)), sort: countOf(row), opens: true }),
      },
    ],
    details: (row) =>
      row.seen.map(({ item, start, end, sentence, day, isSaid }) => ({
        head: [
          day ? dateWording(day) : t("many.noDay"),
          !isSaid && day && t("many.dayOfArticle"),
          item.rows.article.title,
        ]
          .filter(Boolean)
          .join(" · "),
        sentence,
        go: { item, start, end },
      })),
    records: (kept) =>
      kept.flatMap((row) =>
        row.seen.map((one) => ({
          person: row.person,
          person_id: row.number + 1,
          namesakes: row.namesake?.of,
          post: one.post,
          body: one.body,
          place: one.place && placeName(one.place),
          province: one.place?.province,
          today: one.place?.today?.join("; "),
          status: one.status,
          change: one.change,
          date: one.day,
          date_from: one.day && (one.isSaid ? "text" : "article"),
          ...whereOf(one),
        })),
      ),
  };
}

/** @param {string|undefined} name */
const capital = (name) => name && name[0].toLocaleUpperCase("vi") + name.slice(1);
/** @param {Row} row */
const goOf = ({ seen: [{ item, start, end }] }) => ({ item, start, end });
/** @param {Row} row */
const countOf = ({ seen }) => new Set(seen.map(({ item }) => item)).size;
/** @param {import("../rows.js").Where} place */
const nowOf = (place) =>
  place?.today && place.today[0] !== placeName(place) && { small: t("many.now"), smallVi: place.today.join(", ") };
/** @param {Row} row who has both days or none */
function daysOf({ first, last }) {
  if (!first || !last) return undefined;
  return first === last ? dateWording(first) : `${dateWording(first)} – ${dateWording(last)}`;
}

/**
 * Where a row stands, for exports.
 * @param {{item: DoneItem, sentence: string, start: number, end: number}} row
 */
export const whereOf = ({ item, sentence, start, end }) => ({
  article: item.rows.article.title,
  published: item.rows.article.date,
  file: item.name,
  sentence,
  start,
  end,
});
