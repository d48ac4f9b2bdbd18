// Reading many: what came in, how far it is, and the tables over all of it.

import { button, el, one } from "../dom.js";
import { toCsv } from "../export/csv.js";
import { copy, save } from "../export/save.js";
import { sentenceOf } from "../failure.js";
import en from "../i18n/en/many.js";
import { addWordings, number, t } from "../i18n/index.js";
import vi from "../i18n/vi/many.js";
import { Reader } from "../input/reader.js";
import { Batch, readItem } from "./batch.js";
import { Grid } from "./grid.js";
import { articlesTable } from "./tables/articles.js";
import { documentsTable } from "./tables/documents.js";
import { figuresTable } from "./tables/figures.js";
import { registerTable } from "./tables/register.js";
import { GROUPS, topicsTable } from "./tables/topics.js";

/** @import { Span } from "../pkg/analysis.js" */
/** @import { Came } from "../session.js" */
/** @import { DoneItem } from "./batch.js" */
/** @import { AnyTable, Go } from "./grid.js" */
/** @import { GroupBy } from "./tables/topics.js" */

addWordings({ vi, en });

const TABLES = ["register", "documents", "figures", "topics", "articles"];
/** How long typing rests before rows are sought; how often the list is drawn while articles are read. */
const DEBOUNCE = 200;
const OFTEN = 300;

export class ManyView {
  /**
   * @param {HTMLElement} root
   * @param {{onOpen(came: Came, span?: Span): void, status: import("../status.js").Status}} parts `onOpen` shows an article at a
   * span; `status` is the page's line for what happened
   */
  constructor(root, { onOpen, status }) {
    this.root = root;
    this.onOpen = onOpen;
    this.status = status;
    this.tab = "register";
    /** @type {string|undefined} the tab that the reader chose */
    this.chosen = undefined;
    /** @type {GroupBy} */
    this.by = "article";
    this.query = "";
    /** @type {Batch|undefined} what is read, or was */
    this.batch = undefined;
    /** @type {Map<string, AnyTable>} those made already */
    this.tables = new Map();
    /** @type {ReturnType<typeof setTimeout>|undefined} until the list is drawn again */
    this.waiting = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} until typing rests */
    this.timer = undefined;
    /** @type {{focus: Element|null, y: number}|undefined} where the reader was when an article was opened */
    this.back = undefined;
    this.reader = new Reader();
    this.body = el("div", { id: "many-table", role: "tabpanel", tabIndex: -1 });
    this.grid = new Grid(el("div", { class: "many-grid" }), { onGo: (go) => this.go(go) });
  }

  /** What is read; asked only once there is something. */
  get reading() {
    return /** @type {Batch} */ (this.batch);
  }

  /**
   * Reads files or samples in the place of what was read before.
   * @param {(File|string)[]} sources
   */
  async read(sources) {
    this.batch?.stop();
    this.grid.reset();
    this.tables = new Map();
    this.query = "";
    const batch = new Batch(sources, () => this.progress());
    this.batch = batch;
    this.tab = sources.length > 20 ? "articles" : "register";
    this.draw();
    if (!(await batch.run()) || batch !== this.batch) return;
    this.tab = this.chosen ?? (batch.done.length ? "register" : "articles");
    this.tables.clear();
    this.draw();
    this.tell();
  }

  tell() {
    const { done, failed } = this.reading;
    this.status.say(failed.length ? "many.doneFailed" : "many.done", {
      n: number(done.length),
      failed: number(failed.length),
    });
  }

  stop() {
    const { reading } = this;
    reading.stop();
    this.tables.clear();
    this.draw();
    this.status.say("many.stopped", { n: number(reading.done.length), all: number(reading.items.length) });
  }

  /** After each article: the bar at once, the list now and then. */
  progress() {
    const batch = this.reading;
    const bar = this.root.querySelector("progress");
    if (bar) bar.value = batch.done.length + batch.failed.length;
    const said = this.root.querySelector(".many-count");
    if (said) said.textContent = this.counted();
    if (this.tab !== "articles" || this.waiting || this.body.contains(document.activeElement)) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      if (this.tab === "articles" && batch.isRunning) this.drawTable();
    }, OFTEN);
  }

  /**
   * The table of a tab, made when it is first looked at.
   * @returns {AnyTable}
   */
  table() {
    const { reading } = this;
    const key = this.tab === "topics" ? `topics-${this.by}` : this.tab;
    if (this.tab === "articles") return articlesTable(reading.items);
    const made = reading.isRunning ? undefined : this.tables.get(key);
    const table = made ?? make(this.tab, reading.done, this.by);
    this.tables.set(key, table);
    return table;
  }

  counted() {
    const { done, failed, items } = this.reading;
    return t("many.count", { n: number(done.length + failed.length), all: number(items.length) });
  }

  /** Draws all of it, in the language of now. */
  draw() {
    const { batch } = this;
    if (!batch) return;
    const { failed } = batch;
    this.root.replaceChildren(
      el(
        "div",
        { class: "many-head" },
        el("h2", { id: "many-heading", tabIndex: -1 }, t("many.heading")),
        el("p", { class: "many-count" }, this.counted()),
        batch.isRunning &&
          el("progress", {
            max: batch.items.length,
            value: batch.done.length + failed.length,
            aria: { label: t("many.progress") },
          }),
        batch.isRunning && button(t("status.cancel"), () => this.stop(), { id: "many-stop" }),
      ),
      failed.length > 0 && !batch.isRunning
        ? el(
            "details",
            { class: "many-failed", open: failed.length <= 5 },
            el("summary", {}, t("many.failed", { n: number(failed.length) })),
            el(
              "ul",
              {},
              failed.map(({ failure }) => failure && el("li", {}, t(failure.key, failure.values))),
            ),
          )
        : "",
      el(
        "div",
        {
          class: "many-tabs",
          role: "tablist",
          aria: { label: t("many.tables") },
          on: { keydown: (event) => this.tabKey(event) },
        },
        TABLES.map((key) =>
          button(t(`many.table.${key}`), () => this.choose(key), {
            role: "tab",
            id: `tab-${key}`,
            tabIndex: key === this.tab ? 0 : -1,
            data: { tab: key },
            aria: { selected: String(key === this.tab), controls: "many-table" },
          }),
        ),
      ),
      this.body,
    );
    this.drawTable();
  }

  drawTable() {
    this.body.setAttribute("aria-labelledby", `tab-${this.tab}`);
    const table = this.table();
    /** @type {HTMLInputElement} */
    const filter = el("input", {
      type: "search",
      id: "many-filter",
      value: this.query,
      placeholder: t("many.filter"),
      aria: { label: t("many.filter") },
      on: { input: () => this.filter(filter.value) },
    });
    /** @type {HTMLSelectElement} */
    const order = el(
      "select",
      { class: "many-order", aria: { label: t("many.sort") }, on: { change: () => this.grid.sortBy(order.value) } },
      el("option", { value: "" }, t("many.sort")),
      table.columns.map((column) =>
        el(
          "option",
          { value: column.key, lang: column.lang },
          column.name ?? column.label ?? t(`many.column.${column.key}`),
        ),
      ),
    );
    const groups = this.tab === "topics" && el("label", {}, t("many.groupBy"), " ", this.groupSelect());
    this.body.replaceChildren(
      ...[
        el("p", { class: "many-note" }, t(`many.note.${this.tab}`)),
        table.note && el("p", { class: "many-note" }, table.note),
        el(
          "div",
          { class: "many-tools" },
          filter,
          order,
          groups,
          el(
            "div",
            { class: "many-exports", role: "group", aria: { label: t("many.exports") } },
            ["csv", "json"].flatMap((format) => [
              button(t(`many.copy.${format}`), () => this.copy(format), { data: { copy: format } }),
              button(t(`many.save.${format}`), () => this.save(format), { data: { save: format } }),
            ]),
          ),
        ),
        this.grid.root,
      ].filter((part) => part instanceof Node),
    );
    this.grid.show(table, this.query);
  }

  groupSelect() {
    /** @type {HTMLSelectElement} */
    const select = el(
      "select",
      {
        id: "many-group",
        on: {
          change: () => {
            this.by = /** @type {GroupBy} */ (select.value);
            this.drawTable();
            one("#many-group", this.root).focus();
          },
        },
      },
      GROUPS.map((group) => el("option", { value: group, selected: group === this.by }, t(`many.by.${group}`))),
    );
    return select;
  }

  /** @param {string} key of a tab */
  choose(key) {
    this.tab = this.chosen = key;
    this.query = "";
    this.draw();
    one(`#tab-${key}`, this.root).focus();
  }

  /** @param {KeyboardEvent} event */
  tabKey(event) {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    this.choose(TABLES[(TABLES.indexOf(this.tab) + step + TABLES.length) % TABLES.length]);
  }

  /** @param {string} query */
  filter(query) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.query = query;
      this.grid.states.delete(this.tab);
      this.grid.show(this.table(), query);
    }, DEBOUNCE);
  }

  /**
   * What is shown, in its order, as text.
   * @param {string} format
   */
  written(format) {
    const records = this.grid.table.records(this.grid.rows);
    if (format === "json") return JSON.stringify(records, null, 2);
    const keys = [...new Set(records.flatMap(Object.keys))];
    return toCsv(
      keys,
      records.map((record) => keys.map((key) => record[key])),
    );
  }

  /** @param {string} format */
  copy(format) {
    copy(this.written(format)).then(
      () => this.status.say("many.copied", { rows: number(this.grid.rows.length) }),
      () => this.status.fail("error.copy"),
    );
  }

  /** @param {string} format */
  save(format) {
    save(`lang-kinh-${this.tab}.${format}`, format === "csv" ? "text/csv" : "application/json", this.written(format));
  }

  /**
   * Opens the article of a cell at its sentence: read again, for only rows were kept.
   * @param {Go} go
   */
  async go({ item, start, end }) {
    this.back = { focus: document.activeElement, y: scrollY };
    try {
      const came = await readItem(item, this.reader);
      this.onOpen(
        { ...came, name: item.name.replace(/^.*\//, "").replace(/\.[^.]*$/, "") },
        end > start ? { start, end } : undefined,
      );
    } catch (error) {
      this.status.fail(...sentenceOf(error, "error.read", { name: item.name }));
    }
  }

  /** After coming back from an article: the cell it was left from. */
  restore() {
    const { focus, y } = this.back ?? {};
    scrollTo({ top: y ?? 0, behavior: "instant" });
    const left = /** @type {HTMLElement|null|undefined} */ (focus);
    (left?.isConnected ? left : one("#many-heading", this.root)).focus({ preventScroll: true });
  }
}

/** @type {Record<string, (items: DoneItem[], by: GroupBy) => AnyTable>} */
const MAKERS = { register: registerTable, documents: documentsTable, figures: figuresTable, topics: topicsTable };
/**
 * @param {string} key
 * @param {DoneItem[]} items
 * @param {GroupBy} by
 */
const make = (key, items, by) => MAKERS[key](items, by);
