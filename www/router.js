// What the page shows: nothing yet, an article, or the tables over many; and the browser's own way back from an article to the tables
// that it was opened from. Follows the session.

import { button, el } from "./dom.js";
import { sentenceOf } from "./failure.js";
import { t } from "./i18n/index.js";

/** @import { Span } from "./pkg/analysis.js" */
/** @import { Article, Came } from "./session.js" */
/** @import { Turns } from "./turns.js" */

export class Router {
  /**
   * @param {Record<"result"|"many"|"back", HTMLElement>} roots
   * @param {{session: import("./session.js").Session, status: import("./status.js").Status, onArticle(): void, toSpan(span: Span): void}} parts
   * `onArticle()` makes way for an article or the tables
   */
  constructor(roots, { session, status, onArticle, toSpan }) {
    this.roots = roots;
    this.session = session;
    this.status = status;
    this.onArticle = onArticle;
    this.toSpan = toSpan;
    /** @type {import("./many/view.js").ManyView|undefined} the tables, once they are asked for: a part of the page of its own */
    this.many = undefined;
    addEventListener("popstate", () => {
      if (!this.many?.batch || !this.roots.many.hidden) return;
      this.session.begin();
      this.status.clear();
      this.toTables();
    });
  }

  /**
   * @param {Article} _article
   * @param {Turns} _turns
   * @param {Came} came
   */
  show(_article, _turns, { typed }) {
    const { result, many, back } = this.roots;
    document.body.classList.add("has-result");
    many.hidden = true;
    back.hidden = !this.many?.batch;
    result.hidden = false;
    if (!typed) this.onArticle();
  }

  clear() {
    document.body.classList.remove("has-result");
    this.roots.result.hidden = true;
  }

  /** @param {boolean} isWaiting */
  wait(isWaiting) {
    this.roots.result.ariaBusy = String(isWaiting);
  }

  /** Draws what is its own in the language of now. */
  translate() {
    this.many?.draw();
    this.roots.back.replaceChildren(button(t("back"), () => this.goBack()));
  }

  /**
   * Reads several files, or all samples, and shows the tables over them.
   * @param {(File|string)[]} sources
   */
  async readMany(sources) {
    this.session.begin();
    this.status.clear();
    try {
      this.many ??= await this.load();
    } catch (error) {
      this.status.fail(...sentenceOf(error, "error.start"));
      return;
    }
    this.session.close();
    this.onArticle();
    this.showTables();
    this.many.read(sources);
  }

  /** @returns {Promise<import("./many/view.js").ManyView>} */
  async load() {
    const style = el("link", { rel: "stylesheet", href: new URL("./many.css", import.meta.url).href });
    const styled = new Promise((resolve, reject) => {
      style.addEventListener("load", resolve);
      style.addEventListener("error", () => reject(new Error("many.css")));
    });
    document.head.append(style);
    const [{ ManyView }] = await Promise.all([import("./many/view.js"), styled]);
    return new ManyView(this.roots.many, {
      status: this.status,
      onOpen: (came, span) => this.openFromTable(came, span),
    });
  }

  showTables() {
    document.body.classList.add("has-result");
    this.roots.many.hidden = false;
    this.roots.back.hidden = true;
  }

  toTables() {
    this.session.close();
    this.showTables();
    this.many?.restore();
  }

  /**
   * Shows an article that a cell of the tables leads to; the browser's own way back leads back too.
   * @param {Came} came
   * @param {Span} [span] to go to
   */
  async openFromTable(came, span) {
    if (history.state?.article !== true) history.pushState({ article: true }, "");
    await this.session.open({ ...came, typed: false });
    if (span && this.session.article?.text === came.text) this.toSpan(span);
    else scrollTo({ top: 0, behavior: "instant" });
  }

  /** From an article back to the tables. */
  goBack() {
    if (history.state?.article) history.back();
    else this.toTables();
  }
}
