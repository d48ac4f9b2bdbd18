// Topics compared: the mean share of each in groups of articles (by article, year, province or outlet), as bars.

import { percent, t } from "../../i18n/index.js";

/** @import { DoneItem } from "../batch.js" */
/** @import { Go } from "../grid.js" */
/** @typedef {"article"|"year"|"province"|"outlet"} GroupBy */
/** @typedef {{share: number, best: Go|undefined}} Share of a topic in some articles, and where it is largest */
/** @typedef {{topic: string, count: number, all: Share, shares: Share[]}} Row */

/** @type {GroupBy[]} */
export const GROUPS = ["article", "year", "province", "outlet"];
/** So many groups stand side by side, those with most articles first. */
const COLUMNS = 6;

/** @type {Record<GroupBy, (item: DoneItem) => string|undefined>} */
const NAMES = {
  article: (item) => item.rows.article.title,
  year: (item) => item.rows.article.date?.slice(0, 4),
  province: (item) => item.rows.article.province,
  outlet: (item) => item.rows.article.outlet,
};

/**
 * @param {DoneItem[]} items those that were read
 * @param {GroupBy} by
 * @returns {import("../grid.js").Table<Row>}
 */
export function topicsTable(items, by) {
  const groups = groupsOf(items, by);
  const shown = groups.slice(0, COLUMNS);
  /** @type {Map<string, number>} */
  const topics = new Map();
  for (const item of items) for (const { topic } of item.rows.topics) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  const rows = [...topics].map(([topic, count]) => ({
    topic,
    count,
    all: shareIn(items, topic),
    shares: shown.map((group) => shareIn(group.items, topic)),
  }));
  const most = Math.max(0.01, ...rows.flatMap(({ shares, all }) => [all.share, ...shares.map(({ share }) => share)]));
  const bar = (/** @type {Share} */ { share, best }) =>
    share ? { text: percent(share), sort: share, bar: share / most, go: best } : { sort: 0 };
  return {
    key: "topics",
    rows,
    first: { key: "all", down: true },
    columns: [
      { key: "topic", cell: (row) => ({ text: t(`topic.${row.topic}`, {}, row.topic.replaceAll("_", " ")) }) },
      { key: "all", cell: (row) => bar(row.all) },
      ...shown.map((group, i) => ({
        key: `group-${i}`,
        label: short(group.name),
        lang: "vi",
        title: t("many.group", { name: group.name, n: group.items.length }),
        cell: (/** @type {Row} */ row) => bar(row.shares[i]),
      })),
    ],
    note: groups.length > shown.length ? t("many.groupsLeft", { shown: shown.length, all: groups.length }) : undefined,
    records: (kept) =>
      kept.flatMap((row) =>
        groups.map((group) => ({
          topic: row.topic,
          group: group.name,
          articles: group.items.length,
          share: Number(shareIn(group.items, row.topic).share.toFixed(4)),
        })),
      ),
  };
}

/**
 * @param {DoneItem[]} items
 * @param {GroupBy} by
 */
function groupsOf(items, by) {
  /** @type {Map<DoneItem|string, {name: string, items: DoneItem[]}>} */
  const groups = new Map();
  for (const item of items) {
    const name = NAMES[by](item) ?? t("many.unknown");
    const key = by === "article" ? item : name;
    const group = groups.get(key) ?? { name, items: [] };
    groups.set(key, group);
    group.items.push(item);
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length);
}

/**
 * The mean share of a topic, and where it is strongest.
 * @param {DoneItem[]} items
 * @param {string} topic
 * @returns {Share}
 */
function shareIn(items, topic) {
  let sum = 0;
  let most = 0;
  /** @type {Go|undefined} */
  let best;
  for (const item of items) {
    const found = item.rows.topics.find((each) => each.topic === topic);
    if (!found) continue;
    sum += found.share;
    if (found.share > most) [most, best] = [found.share, { item, ...found.spans[0] }];
  }
  return { share: items.length ? sum / items.length : 0, best };
}

/** @param {string} name */
const short = (name) => (name.length > 28 ? `${name.slice(0, 26).replace(/\s\S*$/, "")} …` : name);
