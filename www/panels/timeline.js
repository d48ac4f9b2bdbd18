// The times of the article on one line of years, and below it as a list by date.

import { interval } from "../card/values.js";
import { el, svg } from "../dom.js";
import { t } from "../i18n/index.js";
import { list, panel, row } from "./parts.js";

/** @import { Analysis, Assumed } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */
/**
 * @typedef {{from: number, to: number}} Reach in fractions of years
 * @typedef {Reach & {value: string, ids: number[], assumed?: Assumed, words: string}} Dated
 * @typedef {Reach & {left: number, unit: number}} Stretch of years on the line; a year of it takes `unit`
 */

const WIDTH = 360;
const MARGIN = 14;
const STEP = 9;
const HIGHEST = 9;
/** Empty years after which the line is broken, the width of a break and of a written year. */
const EMPTY = 6;
const BREAK = 22;
const LABEL = 30;

/** @param {Context} context */
export function timeline(context) {
  const { analysis, text } = context;
  const dated = gather(analysis, text);
  return panel("timeline", dated.length, () => {
    const published = analysis.meta.published?.slice(0, 10);
    const drawn = dated.length > 1 && picture(dated, published ? extent(published) : null, context);
    return [drawn, list(dated, (each, i) => line(each, dated[i - 1], context), { class: "dates" })];
  });
}

/**
 * One time: its year stands only where a new one begins.
 * @param {Dated} dated
 * @param {Dated|undefined} before
 * @param {Context} context
 */
function line({ value, ids, words, assumed, from }, before, context) {
  const year = Math.floor(from);
  return el(
    "li",
    { class: "date" },
    el("span", { class: "year" }, before && Math.floor(before.from) === year ? "" : String(year)),
    row(
      context,
      ids,
      [el("time", { class: "iso" }, interval(value)), " ", el("span", { lang: "vi" }, words)],
      assumed && t(`assumed.${assumed}`),
    ),
  );
}

/**
 * Times with a day or longer, those of one value together, by date.
 * @param {Pick<Analysis, "times"|"entities">} analysis
 * @param {string} text
 */
function gather(analysis, text) {
  /** @type {Map<string, Dated>} */
  const byValue = new Map();
  for (const { entity, value, assumed } of analysis.times) {
    const reach = value && extent(value);
    if (!value || !reach) continue;
    const { start, end } = analysis.entities[entity];
    const same = byValue.get(value) ?? { value, ...reach, ids: [], assumed, words: text.slice(start, end) };
    byValue.set(value, same);
    same.ids.push(entity);
  }
  return [...byValue.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/**
 * First and last moment of an ISO value in fractions of years.
 * @param {string} value
 * @returns {Reach|null}
 */
export function extent(value) {
  const [from, to = from] = value.split("/");
  const a = point(from);
  const b = point(to);
  return a && b && { from: a[0], to: Math.max(a[1], b[1]) };
}

/**
 * First and last moment of what has no other end.
 * @param {string} iso
 * @returns {[number, number]|null}
 */
function point(iso) {
  const [, inYear, quarter] = (/^(\d{4})-Q([1-4])$/.exec(iso) ?? []).map(Number);
  if (quarter !== undefined) return [inYear + (quarter - 1) / 4, inYear + quarter / 4];
  const [, ofYear, week] = (/^(\d{4})-W(\d\d)/.exec(iso) ?? []).map(Number);
  if (week !== undefined) return [ofYear + (week - 1) / 53, ofYear + week / 53];
  const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso);
  if (!date) return null;
  const [, year, month, day] = date.map(Number);
  if (!month) return [year, year + 1];
  if (!day) return [year + (month - 1) / 12, year + month / 12];
  const at = year + (month - 1) / 12 + (day - 1) / 372;
  return [at, at + 1 / 366];
}

/**
 * One dot a day, one bar for what lasts; marks that would touch are stacked.
 * @param {Dated[]} dated
 * @param {Reach|null} published
 * @param {Context} context
 */
function picture(dated, published, context) {
  const { x, ticks } = scale(published ? [...dated, published] : dated);
  /** @type {number[]} */
  const rows = [];
  const marks = dated.map((each) => {
    const left = x(each.from);
    const width = Math.max(5, x(each.to) - left);
    let level = rows.findIndex((end) => end + 2 < left);
    if (level < 0) level = rows.length < HIGHEST ? rows.length : HIGHEST - 1;
    rows[level] = left + width;
    return { ...each, left, width, level };
  });
  const height = rows.length * STEP + 24 + (published ? 12 : 0);
  const base = height - 18;
  return svg(
    "svg",
    { class: "timeline kind-time", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" },
    ticks.map(({ from, to }) => svg("line", { class: "axis", x1: x(from), x2: x(to), y1: base, y2: base })),
    ticks
      .flatMap(({ years }) => years)
      .map((year) => [
        svg("line", { class: "axis", x1: x(year), x2: x(year), y1: base, y2: base + 4 }),
        svg("text", { x: x(year), y: height - 3, "text-anchor": "middle" }, year),
      ]),
    published && [
      svg("line", { class: "published", x1: x(published.from), x2: x(published.from), y1: 2, y2: base }),
      svg(
        "text",
        {
          class: "published",
          x: x(published.from) > WIDTH / 2 ? x(published.from) - 4 : x(published.from) + 4,
          y: 9,
          "text-anchor": x(published.from) > WIDTH / 2 ? "end" : "start",
        },
        t("timeline.published"),
      ),
    ],
    marks.map(({ left, width, level, ids, value, words }) => {
      const mark = svg(
        "rect",
        { x: left, y: base - 8 - level * STEP, width, height: 6, rx: 3 },
        svg("title", { lang: "vi" }, `${interval(value)} ${words}`),
      );
      mark.addEventListener("click", () => context.toEntity(ids[0]));
      return mark;
    }),
  );
}

/**
 * Whole years on a line that is broken where many years hold nothing, so that 1930 leaves room for this year.
 * @param {Reach[]} dated
 */
function scale(dated) {
  /** @type {Reach[]} */
  const pieces = [];
  for (const { from, to } of dated.flatMap(ends).sort((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    if (last && Math.floor(from) - last.to <= EMPTY) last.to = Math.max(last.to, Math.ceil(to));
    else pieces.push({ from: Math.floor(from), to: Math.ceil(to) });
  }
  const years = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const room = Math.max(120, WIDTH - 2 * MARGIN - (pieces.length - 1) * BREAK);
  const least = Math.min(24, room / pieces.length / 2);
  const unit = (room - least * pieces.length) / years;
  let left = MARGIN;
  /** @type {Stretch[]} */
  const stretches = [];
  for (const piece of pieces) {
    const stretch = { ...piece, left, unit: unit + least / (piece.to - piece.from) };
    stretches.push(stretch);
    left += stretch.unit * (piece.to - piece.from) + BREAK;
  }
  const x = (/** @type {number} */ year) => {
    const stretch = stretches.findLast((each) => each.from <= year) ?? stretches[0];
    return stretch.left + (Math.min(year, stretch.to) - stretch.from) * stretch.unit;
  };
  return { x, ticks: stretches.map((stretch) => ({ ...stretch, years: roundYears(stretch) })) };
}

/**
 * What must be seen of a time: all of a short one, of a long one its two ends.
 * @param {Reach} time
 */
function ends({ from, to }) {
  return to - from <= EMPTY
    ? [{ from, to }]
    : [
        { from, to: Math.floor(from) + 1 },
        { from: Math.ceil(to) - 1, to },
      ];
}

/**
 * Years to write below a piece, at least the width of a year apart.
 * @param {Stretch} stretch
 */
function roundYears({ from, to, unit }) {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((each) => each * unit >= LABEL) ?? 1000;
  const out = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) out.push(year);
  return out.length ? out : [from];
}
