// An article as it is read: the text with its marks, the card, the search, the switches above and the panels beside. Follows the
// session.

import { Light } from "./article/light.js";
import { endFlash, Navigator } from "./article/navigate.js";
import { ArticleView } from "./article/view.js";
import { Card } from "./card/card.js";
import { drawChips } from "./chips.js";
import { subjectOf } from "./corrections/apply.js";
import { one } from "./dom.js";
import { copy } from "./export/save.js";
import { FindBar } from "./find/bar.js";
import { t } from "./i18n/index.js";
import { drawOverview } from "./overview.js";
import { drawPanels } from "./panels/index.js";
import { Turns, unlessAborted } from "./turns.js";

/** @import { CorrectedEntity } from "./corrections/apply.js" */
/** @import { Subject } from "./corrections/corrections.js" */
/** @import { Kind, Span } from "./pkg/analysis.js" */
/** @import { Article } from "./session.js" */

/**
 * What card and panels draw from, and where their rows lead.
 * @typedef {object} Links
 * @property {import("./corrections/desk.js").Desk} desk
 * @property {import("./toast.js").Say} say
 * @property {(id: number) => void} toEntity
 * @property {(span: Span) => void} toSpan
 * @property {(content: string, note: string) => Promise<void>} copy `note` is said when it is done
 * @property {(entity: CorrectedEntity) => HTMLElement} editor the tools to correct it
 * @property {() => import("./export/tables.js").Source & {name: string}} source what an export is made from, at the moment it is
 * asked for
 *
 * @typedef {Article & Links} Context
 */

export class Reading {
  /**
   * @param {Record<"article"|"card"|"find"|"chips"|"overview"|"panels", HTMLElement>} roots
   * @param {Pick<Links, "desk"|"say">} parts
   */
  constructor(roots, { desk, say }) {
    this.roots = roots;
    this.desk = desk;
    this.say = say;
    /** Whether the marks are switched off. */
    this.plain = false;
    /** @type {Article|undefined} what is shown */
    this.article = undefined;
    /** @type {AbortController|undefined} of the drawing of the panels that is under way */
    this.drawing = undefined;
    this.view = new ArticleView(roots.article);
    this.light = new Light(this.view);
    this.navigator = new Navigator(this.view, {
      onOpen: (id, mark) => this.openCard(id, mark),
      onPoint: (id) => this.article && this.light.show(id ?? this.card.openId, this.article.groups),
    });
    this.card = new Card(roots.card, {
      onJump: (id) => {
        const mark = this.navigator.toEntity(id);
        if (mark) this.openCard(id, mark);
      },
      onClose: (id) => this.view.markOf(id)?.focus({ preventScroll: true }),
    });
    this.find = new FindBar(roots.find, this.view, {
      go: (span) => {
        this.card.hide();
        this.navigator.toSpan(span, { focus: false });
      },
      onMark: (span) => desk.offer(span, roots.find.getBoundingClientRect()),
      onClose: (span) => {
        if (span) this.navigator.toSpan(span);
        else one('[data-chip="find"]', roots.chips).focus();
      },
    });
    this.view.onDraw = () => {
      this.find.lightSoon();
      this.light.renew();
    };
    this.view.onReach = (position) => this.navigator.toPosition(position);
  }

  /** The article of now; asked only where there is one. */
  get shown() {
    return /** @type {Article} */ (this.article);
  }

  /**
   * @param {Article} article
   * @param {Turns} turns
   */
  async show(article, turns) {
    this.article = article;
    this.card.hide();
    endFlash();
    this.light.show(undefined);
    this.drawAbove();
    await this.view.show(article.text, article.analysis, turns);
    this.navigator.reset();
    this.find.refresh();
    await this.drawBeside();
  }

  /**
   * @param {Article} article
   * @param {Turns} turns
   */
  async correct(article, turns) {
    this.article = article;
    this.light.show(undefined);
    await this.view.update(article.analysis, turns);
    this.navigator.reset();
    this.drawSwitches();
    this.find.refresh();
    await this.drawBeside();
  }

  clear() {
    this.drawing?.abort();
    this.article = undefined;
    this.card.hide();
    this.find.close();
  }

  /** Draws all of it in the language of now. */
  translate() {
    if (!this.article) return;
    this.drawAbove();
    this.drawBeside();
    this.view.refresh();
    this.navigator.reset();
    this.card.refresh();
    this.find.refresh();
  }

  /** What stands above the article. */
  drawAbove() {
    drawOverview(this.roots.overview, { ...this.shown, letters: this.shown.text.length });
    this.drawSwitches();
    this.roots.article.setAttribute("aria-label", t("article.label"));
  }

  drawSwitches() {
    const state = { analysis: this.shown.analysis, hidden: this.view.hidden, plain: this.plain };
    drawChips(this.roots.chips, state, {
      onToggle: (kind) => {
        this.card.hide();
        this.toggleKind(kind);
      },
      onPlain: () => this.togglePlain(),
      onFind: () => this.find.open(),
    });
  }

  /** What stands beside the article; a newer drawing ends an older one. */
  async drawBeside() {
    this.drawing?.abort();
    this.drawing = new AbortController();
    const turns = new Turns(this.drawing.signal);
    try {
      if (this.view.isLong) await turns.pass(); // the article is seen first
      await drawPanels(this.roots.panels, this.context(), turns);
    } catch (error) {
      unlessAborted(error);
    }
  }

  /** @returns {Context} */
  context() {
    return {
      ...this.shown,
      desk: this.desk,
      say: this.say,
      toEntity: (id) => this.jump(() => this.navigator.toEntity(id)),
      toSpan: (span) => this.jump(() => this.navigator.toSpan(span)),
      copy: (content, note) =>
        copy(content).then(
          () => this.say(note),
          () => this.say("error.copy"),
        ),
      editor: (entity) => this.desk.editor(entity),
      source: () => ({
        ...this.shown,
        corrections: this.desk.corrections.list,
        name: this.shown.name ?? "lang-kinh",
      }),
    };
  }

  /** @param {() => void} go */
  jump(go) {
    this.card.hide();
    endFlash();
    go();
  }

  /**
   * @param {number} id of an entity
   * @param {HTMLElement} mark
   */
  openCard(id, mark) {
    this.light.show(id, this.shown.groups);
    this.card.open(id, mark, { ...this.context(), mentions: this.shown.groups[id] });
  }

  /** @param {Kind} kind */
  toggleKind(kind) {
    if (!this.view.hidden.delete(kind)) this.view.hidden.add(kind);
    this.view.refresh();
    this.navigator.reset();
    this.drawSwitches();
  }

  togglePlain() {
    this.plain = !this.plain;
    this.roots.article.classList.toggle("plain", this.plain);
    this.drawSwitches();
  }

  /**
   * Leads to what was corrected: the mark of a subject with its card if that was open, or the place where one was.
   * @param {Subject|undefined} subject
   * @param {Span} span
   */
  showCorrected(subject, span) {
    const entity = subject !== undefined && this.shown.analysis.entities.find((each) => subjectOf(each) === subject);
    if (!entity) {
      this.card.hide();
      return this.navigator.toSpan(span);
    }
    if (this.view.hidden.has(entity.kind)) this.toggleKind(entity.kind);
    const wasOpen = this.card.openId !== undefined;
    const mark = wasOpen ? this.view.markOf(entity.id) : this.navigator.toEntity(entity.id);
    if (wasOpen && mark) this.openCard(entity.id, mark);
    return undefined;
  }

  /** Where the focus goes when the menu of kinds closes. */
  takeFocus() {
    (this.find.isOpen ? one("#find-mark") : this.roots.article).focus({ preventScroll: true });
  }
}
