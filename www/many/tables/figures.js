// Figures side by side: what was counted, how much, when, where it stands.

import { figure } from "../../card/values.js";
import { t } from "../../i18n/index.js";
import { whereOf } from "./register.js";

/** @import { DoneItem } from "../batch.js" */
/** @typedef {DoneItem["rows"]["figures"][number] & {item: DoneItem}} Row */

/**
 * @param {DoneItem[]} items those that were read
 * @returns {import("../grid.js").Table<Row>}
 */
export function figuresTable(items) {
  return {
    key: "figures",
    rows: items.flatMap((item) => item.rows.figures.map((one) => ({ ...one, item }))),
    columns: [
      {
        key: "value",
        numeric: true,
        cell: (row) => ({
          text: figure(row),
          small: row.comparison && t(`comparison.${row.comparison}`),
          sort: row.value,
          go: row,
        }),
      },
      { key: "unit", cell: (row) => ({ text: row.unit, lang: "vi", go: row }) },
      { key: "of", cell: (row) => ({ text: row.of, lang: "vi", go: row }) },
      { key: "when", cell: (row) => ({ text: row.when, sort: row.time ?? row.when, lang: "vi", go: row }) },
      { key: "sentence", wide: true, cell: (row) => ({ text: row.sentence, lang: "vi", go: row }) },
      { key: "article", cell: (row) => ({ text: row.item.rows.article.title, lang: "vi", go: row, brief: true }) },
    ],
    records: (kept) =>
      kept.map((row) => ({
        value: row.value,
        high: row.high,
        unit: row.unit,
        comparison: row.comparison,
        of: row.of,
        when: row.when,
        time: row.time,
        ...whereOf(row),
      })),
  };
}
