// The times of the article on one line of years, and below it as a list by date.

import { interval } from "../card/values.js";
import { el, svg } from "../dom.js";
import { t } from "../i18n/index.js";
import { list, panel, row } from "./parts.js";

const WIDTH = 360;
const MARGIN = 14;
const STEP = 9;
const HIGHEST = 9;
/** Empty years after which the line is broken, the width of a break and of a written year. */
const EMPTY = 6;
const BREAK = 22;
const LABEL = 30;

export function timeline(context) {
  const { analysis, text } = context;
  const dated = gather(analysis, text);
  return panel("timeline", dated.length, () => {
    const published = analysis.meta.published?.slice(0, 10);
    const drawn = dated.length > 1 && picture(dated, published && extent(published), context);
    return [drawn, list(dated, (each, i) => line(each, dated[i - 1], context), { class: "dates" })];
  });
}

/** One time: its year stands only where a new one begins. */
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

/** Times with a day or longer, those of one value together, by date. */
function gather(analysis, text) {
  const byValue = new Map();
  for (const { entity, value, assumed } of analysis.times) {
    const reach = value && extent(value);
    if (!reach) continue;
    if (!byValue.has(value)) {
      const { start, end } = analysis.entities[entity];
      byValue.set(value, { value, ...reach, ids: [], assumed, words: text.slice(start, end) });
    }
    byValue.get(value).ids.push(entity);
  }
  return [...byValue.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** First and last moment of an ISO value in fractions of years. */
export function extent(value) {
  const [from, to = from] = value.split("/");
  const a = point(from);
  const b = point(to);
  return a && b && { from: a[0], to: Math.max(a[1], b[1]) };
}

function point(iso) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(iso);
  if (quarter) return [Number(quarter[1]) + (quarter[2] - 1) / 4, Number(quarter[1]) + quarter[2] / 4];
  const week = /^(\d{4})-W(\d\d)/.exec(iso);
  if (week) return [Number(week[1]) + (week[2] - 1) / 53, Number(week[1]) + week[2] / 53];
  const date = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso);
  if (!date) return null;
  const [, year, month, day] = date.map(Number);
  if (!month) return [year, year + 1];
  if (!day) return [year + (month - 1) / 12, year + month / 12];
  const at = year + (month - 1) / 12 + (day - 1) / 372;
  return [at, at + 1 / 366];
}

/** One dot a day, one bar for what lasts; marks that would touch are stacked. */
function picture(dated, published, context) {
  const { x, ticks } = scale(published ? [...dated, published] : dated);
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

/** Whole years on a line that is broken where many years hold nothing, so that 1930 leaves room for this year. */
function scale(dated) {
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
  for (const piece of pieces) {
    piece.left = left;
    piece.unit = unit + least / (piece.to - piece.from);
    left += piece.unit * (piece.to - piece.from) + BREAK;
  }
  const x = (year) => {
    const piece = pieces.findLast((each) => each.from <= year) ?? pieces[0];
    return piece.left + (Math.min(year, piece.to) - piece.from) * piece.unit;
  };
  return { x, ticks: pieces.map((piece) => ({ ...piece, years: roundYears(piece) })) };
}

/** What must be seen of a time: all of a short one, of a long one its two ends. */
function ends({ from, to }) {
  return to - from <= EMPTY
    ? [{ from, to }]
    : [
        { from, to: Math.floor(from) + 1 },
        { from: Math.ceil(to) - 1, to },
      ];
}

/** Years to write below a piece, at least the width of a year apart. */
function roundYears({ from, to, unit }) {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((each) => each * unit >= LABEL) ?? 1000;
  const out = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) out.push(year);
  return out.length ? out : [from];
}
