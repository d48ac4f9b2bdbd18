// Topics compared: the mean share of each in groups of articles (by article, year, province or outlet), as bars.

import { percent, t } from "../../i18n/index.js";

export const GROUPS = ["article", "year", "province", "outlet"];
/** So many groups stand side by side, those with most articles first. */
const COLUMNS = 6;

const NAMES = {
  article: (item) => item.rows.article.title,
  year: (item) => item.rows.article.date?.slice(0, 4),
  province: (item) => item.rows.article.province,
  outlet: (item) => item.rows.article.outlet,
};

/**
 * @param {import("../batch.js").Item[]} items those that were read
 * @param {"article"|"year"|"province"|"outlet"} by
 */
export function topicsTable(items, by) {
  const groups = groupsOf(items, by);
  const shown = groups.slice(0, COLUMNS);
  const topics = new Map();
  for (const item of items) for (const { topic } of item.rows.topics) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  const rows = [...topics].map(([topic, count]) => ({
    topic,
    count,
    all: shareIn(items, topic),
    shares: shown.map((group) => shareIn(group.items, topic)),
  }));
  const most = Math.max(0.01, ...rows.flatMap(({ shares, all }) => [all.share, ...shares.map(({ share }) => share)]));
  const bar = ({ share, best }) =>
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
        cell: (row) => bar(row.shares[i]),
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

function groupsOf(items, by) {
  const groups = new Map();
  for (const item of items) {
    const name = NAMES[by](item) ?? t("many.unknown");
    const key = by === "article" ? item : name;
    if (!groups.has(key)) groups.set(key, { name, items: [] });
    groups.get(key).items.push(item);
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length);
}

/** The mean share of a topic, and where it is strongest. */
function shareIn(items, topic) {
  let sum = 0;
  let most = 0;
  let best;
  for (const item of items) {
    const found = item.rows.topics.find((each) => each.topic === topic);
    if (!found) continue;
    sum += found.share;
    if (found.share > most) [most, best] = [found.share, { item, ...found.spans[0] }];
  }
  return { share: items.length ? sum / items.length : 0, best };
}

const short = (name) => (name.length > 28 ? `${name.slice(0, 26).replace(/\s\S*$/, "")} …` : name);
