// One table on the page: sorted, filtered, a page of rows at a time, so that thousands of rows cost what fifty cost. One tab
// stop; arrow keys move from cell to cell, Enter follows a cell to its sentence or opens the rows behind it.

import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";

/** @import { Item } from "./batch.js" */
/** @import { Child } from "../dom.js" */

/**
 * @typedef {{item: Item, start: number, end: number}} Go where a cell leads: to an article, and to a sentence of it
 * @typedef {{key: string|undefined, down: boolean}} Sort
 * @typedef {{sort: Sort, page: number, open: Set<unknown>}} State of a table; `open` are the rows whose details are seen
 *
 * @typedef {object} Cell
 * @property {string} [text]
 * @property {string|number} [sort] what it is sorted by, where that is not its text
 * @property {string|number|false} [small] after the text, or in its place
 * @property {string} [smallVi] the same in Vietnamese
 * @property {string} [lang]
 * @property {Go} [go]
 * @property {boolean} [opens] whether it opens the details of its row
 * @property {boolean} [alarm]
 * @property {number} [bar] a share of one
 * @property {boolean} [brief]
 * @property {string} [title]
 */

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} key `many.column.KEY` is its heading, unless it has a `label`
 * @property {(row: Row) => Cell} cell
 * @property {string} [label]
 * @property {string} [name] where the label alone says too little
 * @property {string} [title]
 * @property {string} [lang]
 * @property {boolean} [numeric]
 * @property {boolean} [wide]
 */

/**
 * @template Row
 * @typedef {object} Table
 * @property {string} key
 * @property {Row[]} rows
 * @property {Column<Row>[]} columns
 * @property {(rows: Row[]) => Record<string, import("../export/csv.js").Cell>[]} records what is exported of rows
 * @property {(row: Row) => {head: string, sentence: string, go: Go}[]} [details]
 * @property {Sort} [first] the order it is shown in at first
 * @property {string[]} [legend]
 * @property {string} [note]
 */

/** @typedef {Table<any>} AnyTable any: each table has rows of its own, and the grid hands them only to that table's columns */

/** Rows on a page. */
const PAGE = 50;

export class Grid {
  /**
   * @param {HTMLElement} root
   * @param {{onGo(go: Go): void}} acts `onGo` follows a cell
   */
  constructor(root, { onGo }) {
    this.root = root;
    this.onGo = onGo;
    /** @type {Map<string, State>} */
    this.states = new Map();
    /** @type {AnyTable} */
    this.table = { key: "", rows: [], columns: [], records: () => [] };
    this.state = newState(this.table);
    this.query = "";
    /** @type {unknown[]} */
    this.rows = [];
    /** @type {HTMLElement|undefined} the cell that is the tab stop */
    this.stop = undefined;
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("focusin", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      if (target.matches("[data-cell]")) this.moveStop(target);
    });
  }

  /**
   * Shows a table of `tables/`; order, page and filter of each are kept while others are shown.
   * @param {AnyTable} table
   * @param {string} query
   */
  show(table, query) {
    this.table = table;
    this.query = query;
    this.state = this.states.get(table.key) ?? newState(table);
    this.states.set(table.key, this.state);
    this.rows = this.sorted(filtered(table, query));
    this.state.page = Math.min(this.state.page, this.lastPage);
    this.draw();
  }

  /** Forgets order and pages: other articles. */
  reset() {
    this.states.clear();
  }

  get lastPage() {
    return Math.max(0, Math.ceil(this.rows.length / PAGE) - 1);
  }

  /** @param {unknown[]} rows */
  sorted(rows) {
    const { key, down } = this.state.sort;
    const column = this.table.columns.find((each) => each.key === key);
    if (!column) return rows;
    const keyed = rows.map((row) => {
      const { sort, text } = column.cell(row);
      return { row, by: sort ?? text };
    });
    const compare = new Intl.Collator("vi", { numeric: true }).compare;
    const isNumber = keyed.every(({ by }) => by === undefined || by === "" || typeof by === "number");
    // what is unknown stands last in either order
    const known = (/** @type {{by: unknown}} */ { by }) => by !== undefined && by !== "" && by !== null;
    keyed.sort(
      (a, b) =>
        Number(known(b)) - Number(known(a)) ||
        (known(a)
          ? (isNumber ? Number(a.by) - Number(b.by) : compare(String(a.by), String(b.by))) * (down ? -1 : 1)
          : 0),
    );
    return keyed.map(({ row }) => row);
  }

  /** @param {string} key */
  sortBy(key) {
    const { sort } = this.state;
    const column = this.table.columns.find((each) => each.key === key);
    const down = sort.key === key ? !sort.down : Boolean(column?.numeric);
    Object.assign(this.state, { sort: { key, down }, page: 0 });
    this.show(this.table, this.query);
    const head = /** @type {HTMLElement|null} */ (this.root.querySelector(`[data-sort="${CSS.escape(key)}"]`));
    head?.focus();
  }

  /** @param {number} page */
  turnTo(page) {
    this.state.page = page;
    this.draw();
    cellsOf(this.root)[0]?.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: "nearest" });
  }

  draw() {
    const { table, state, rows } = this;
    const shown = rows.slice(state.page * PAGE, (state.page + 1) * PAGE);
    this.root.replaceChildren(
      ...[
        table.legend &&
          el(
            "ol",
            { class: "many-legend" },
            table.legend.map((line) => el("li", { lang: "vi" }, line.replace(/^\d+\. /, ""))),
          ),
        el(
          "div",
          { class: "many-scroller" },
          el(
            "table",
            {
              role: "grid",
              class: `grid grid-${table.key}`,
              aria: { rowcount: String(rows.length + 1), label: t(`many.table.${table.key}`) },
            },
            el(
              "thead",
              { role: "rowgroup" },
              el(
                "tr",
                { role: "row" },
                table.columns.map((column) => this.head(column)),
              ),
            ),
            el(
              "tbody",
              { role: "rowgroup" },
              shown.map((row, i) => this.row(row, state.page * PAGE + i)),
            ),
          ),
        ),
        rows.length === 0 && el("p", { class: "many-empty" }, t(this.query ? "many.noMatch" : "many.noRows")),
        this.pager(),
      ].filter((part) => part instanceof Node),
    );
    const first = cellsOf(this.root)[0];
    if (first) this.moveStop(first);
  }

  /** @param {Column<unknown>} column */
  head(column) {
    const { sort } = this.state;
    const isSorted = sort.key === column.key;
    return el(
      "th",
      {
        role: "columnheader",
        scope: "col",
        class: column.numeric ? "numeric" : "",
        title: column.title,
        aria: { sort: isSorted ? (sort.down ? "descending" : "ascending") : "none" },
      },
      button(
        [
          el("span", { lang: column.lang }, column.label ?? t(`many.column.${column.key}`)),
          el("span", { class: "arrow", aria: { hidden: "true" } }, isSorted ? (sort.down ? "↓" : "↑") : ""),
        ],
        () => this.sortBy(column.key),
        { class: "sort", data: { sort: column.key } },
      ),
    );
  }

  /**
   * @param {unknown} row
   * @param {number} index
   */
  row(row, index) {
    const isOpen = this.state.open.has(row);
    const cells = el(
      "tr",
      { role: "row", aria: { rowindex: String(index + 2) } },
      this.table.columns.map((column) => this.cell(column, row, isOpen)),
    );
    if (!isOpen) return cells;
    const details = this.table.details?.(row) ?? [];
    return [
      cells,
      el(
        "tr",
        { role: "row", class: "details" },
        el(
          "td",
          { role: "gridcell", colSpan: this.table.columns.length },
          el(
            "ul",
            {},
            details.slice(0, PAGE).map(({ head, sentence, go }) =>
              el(
                "li",
                {},
                button(
                  [
                    el("span", { class: "head", lang: "vi" }, head),
                    el("span", { class: "sentence", lang: "vi" }, sentence),
                  ],
                  () => this.onGo(go),
                  { class: "row", tabIndex: -1, data: { cell: "" } },
                ),
              ),
            ),
          ),
          details.length > PAGE &&
            el("p", { class: "many-empty" }, t("many.moreInExport", { n: number(details.length - PAGE) })),
        ),
      ),
    ];
  }

  /**
   * @param {Column<unknown>} column
   * @param {unknown} row
   * @param {boolean} isOpen
   */
  cell(column, row, isOpen) {
    const { text, small, smallVi, lang, go, opens, alarm, bar, brief, title } = column.cell(row);
    /** @type {Child[]} */
    const inside = [
      text && el("span", { class: brief ? "text brief" : "text", lang }, text),
      bar !== undefined &&
        el("span", { class: "bar", aria: { hidden: "true" } }, el("span", { style: { "--share": Math.min(1, bar) } })),
      (small || smallVi) &&
        el(
          "small",
          { class: alarm ? "alarm" : "" },
          small,
          small && smallVi && " ",
          smallVi && el("span", { lang: "vi" }, smallVi),
        ),
    ];
    const label = column.name ?? column.label ?? t(`many.column.${column.key}`);
    const content = opens
      ? button(
          [...inside, el("span", { class: "arrow", aria: { hidden: "true" } }, isOpen ? "▴" : "▾")],
          () => this.toggle(row),
          {
            class: "cell",
            tabIndex: -1,
            data: { cell: "" },
            aria: { expanded: String(isOpen), label: `${label}: ${text}` },
          },
        )
      : go && text
        ? button(inside, () => this.onGo(go), { class: "cell", tabIndex: -1, title, data: { cell: "" } })
        : el("span", { class: "cell", tabIndex: -1, data: { cell: "" } }, inside);
    return el(
      "td",
      {
        role: "gridcell",
        class: [column.numeric && "numeric", column.wide && "wide", !text && "empty"].filter(Boolean).join(" "),
        data: { label },
      },
      content,
    );
  }

  /**
   * Opens or closes the rows behind a row.
   * @param {unknown} row
   */
  toggle(row) {
    if (!this.state.open.delete(row)) this.state.open.add(row);
    const at = this.position();
    this.draw();
    this.focusAt(at);
  }

  pager() {
    const { rows, state } = this;
    if (rows.length <= PAGE) return el("p", { class: "pager" }, t("many.rows", { n: number(rows.length) }));
    const from = state.page * PAGE + 1;
    return el(
      "nav",
      { class: "pager", aria: { label: t("many.pages") } },
      button(t("many.before"), () => this.turnTo(state.page - 1), {
        disabled: state.page === 0,
        data: { page: "before" },
      }),
      el(
        "span",
        {},
        t("many.range", {
          from: number(from),
          to: number(Math.min(rows.length, from + PAGE - 1)),
          all: number(rows.length),
        }),
      ),
      button(t("many.after"), () => this.turnTo(state.page + 1), {
        disabled: state.page === this.lastPage,
        data: { page: "after" },
      }),
    );
  }

  /** @param {HTMLElement} cell */
  moveStop(cell) {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = cell;
    cell.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const cell = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("[data-cell]"));
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = this.target(event.key, cell);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  }

  /**
   * The cell that a key leads to; nothing for other keys.
   * @param {string} key
   * @param {HTMLElement} cell
   * @returns {HTMLElement|null|undefined}
   */
  target(key, cell) {
    const row = /** @type {HTMLElement} */ (cell.closest("tr"));
    const cells = cellsOf(row);
    const at = cells.indexOf(cell);
    const isDetails = row.classList.contains("details");
    const beside = (/** @type {Element|null} */ tr) => {
      if (!tr) return null;
      const others = cellsOf(tr);
      return others[tr.classList.contains("details") || isDetails ? 0 : at] ?? others[0] ?? null;
    };
    if (key === "ArrowDown") return (isDetails && cells[at + 1]) || beside(row.nextElementSibling);
    if (key === "ArrowUp") return (isDetails && cells[at - 1]) || beside(row.previousElementSibling);
    if (key === "ArrowRight") return isDetails ? null : (cells[at + 1] ?? null);
    if (key === "ArrowLeft") return isDetails ? null : (cells[at - 1] ?? null);
    if (key === "Home") return cells[0];
    if (key === "End") return cells.at(-1);
    if (key === "PageDown" || key === "PageUp") {
      const page = this.state.page + (key === "PageDown" ? 1 : -1);
      if (page >= 0 && page <= this.lastPage) this.turnTo(page);
      return null;
    }
    return undefined;
  }

  /** Where the focus is among the cells, to give it back after drawing. */
  position() {
    return cellsOf(this.root).indexOf(/** @type {HTMLElement} */ (document.activeElement));
  }

  /** @param {number} at */
  focusAt(at) {
    cellsOf(this.root)[at]?.focus({ preventScroll: true });
  }
}

/**
 * How a table is shown at first.
 * @param {AnyTable} table
 * @returns {State}
 */
const newState = ({ first }) => ({ sort: first ?? { key: undefined, down: false }, page: 0, open: new Set() });

/**
 * @param {Element} root
 * @returns {HTMLElement[]}
 */
const cellsOf = (root) => [...root.querySelectorAll("[data-cell]")].map((cell) => /** @type {HTMLElement} */ (cell));

/**
 * The rows that hold every word sought, with or without diacritics as the words have them.
 * @param {AnyTable} table
 * @param {string} query
 */
function filtered(table, query) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (!words.length) return table.rows;
  const hasMarks = plain(query) !== low(query);
  const form = hasMarks ? low : plain;
  const sought = words.map(form);
  return table.rows.filter((row) => {
    const text = form(
      table.columns
        .map((column) => {
          const { text: said, small, smallVi } = column.cell(row);
          return `${said ?? ""} ${small || ""} ${smallVi || ""}`;
        })
        .join(" "),
    );
    return sought.every((word) => text.includes(word));
  });
}

/** @param {string} text */
const low = (text) => text.normalize("NFC").toLowerCase();
/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
