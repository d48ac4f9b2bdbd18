// What is read now. A text comes in, is analyzed, and everybody who follows shows it; a newer text ends the work on an older one,
// through one signal that goes with it everywhere.

import { analyze } from "./analyzer.js";
import { sentenceOf } from "./failure.js";
import { mentionsOf } from "./kinds.js";
import { giveUpModule } from "./module.js";
import { Turns, unlessAborted } from "./turns.js";

/** @import { Analysis } from "./pkg/analysis.js" */

/**
 * @typedef {object} Came a text that came in
 * @property {string} text
 * @property {string} [published] the day it was published, ISO 8601
 * @property {import("./status.js").Note[]} notes what was done to it on the way
 * @property {string} [name] of the file it came from
 * @property {boolean} [typed] whether it came by typing
 *
 * @typedef {object} Article what is shown
 * @property {string} text
 * @property {string} [name] of the file it came from
 * @property {Analysis} found the analysis
 * @property {import("./corrections/apply.js").CorrectedAnalysis} analysis as corrected by the reader
 * @property {number[][]} groups for each entity the mentions of the same record
 * @property {number} milliseconds the analysis took
 *
 * @typedef {object} Follower each part is left out where there is nothing to do
 * @property {(article: Article, turns: Turns, came: Came) => Promise<void>|void} [show] another article; `came` says how
 * @property {(article: Article, turns: Turns) => Promise<void>|void} [correct] the same article with other corrections
 * @property {() => void} [clear] nothing is read any more
 * @property {(isWaiting: boolean) => void} [wait] whether what is shown is about to change
 */

export class Session {
  /** @param {{desk: import("./corrections/desk.js").Desk, status: import("./status.js").Status, say(key: string): void, onStep(step: string): void}} parts */
  constructor({ desk, status, say, onStep }) {
    this.desk = desk;
    this.status = status;
    this.say = say;
    this.onStep = onStep;
    this.isComplete = false;
    /** @type {Article|undefined} */
    this.article = undefined;
    /** @type {Follower[]} in the order in which they are told */
    this.followers = [];
    this.work = new AbortController();
  }

  /** @param {Follower[]} followers */
  follow(...followers) {
    this.followers.push(...followers);
  }

  /** Ends the work under way; what begins goes on while the signal holds. */
  begin() {
    this.work.abort();
    this.work = new AbortController();
    this.wait(false);
    return this.work.signal;
  }

  /** @param {boolean} isWaiting */
  wait(isWaiting) {
    for (const follower of this.followers) follower.wait?.(isWaiting);
  }

  /**
   * Reads a text that came in.
   * @param {Came} came
   */
  async open(came) {
    const { status } = this;
    const { text, published, notes, typed } = came;
    const signal = this.begin();
    if (!text.trim()) {
      this.close();
      if (typed) status.clear();
      else status.fail("error.empty");
      return;
    }
    status.busy();
    this.wait(true);
    try {
      const { analysis, milliseconds } = await analyze(text, { published, signal });
      const shown = await this.show(analysis, milliseconds, came, new Turns(signal));
      if (shown.analysis.entities.length === 0) status.say("note.nothing");
      else if (notes.length) status.tell(notes, this.onStep);
      else status.done(milliseconds, text.length);
    } catch (error) {
      if (!signal.aborted) status.fail(...sentenceOf(error, "error.analysis"));
    } finally {
      if (!signal.aborted) this.wait(false);
    }
  }

  /**
   * @param {Analysis} found
   * @param {number} milliseconds the analysis took
   * @param {Came} came
   * @param {Turns} turns
   */
  async show(found, milliseconds, came, turns) {
    const { text, name } = came;
    const isBrought = await this.desk.begin(found, text);
    turns.signal?.throwIfAborted();
    const analysis = this.desk.correct(found, text);
    const groups = await mentionsOf(analysis, turns);
    const article = { text, name, found, analysis, groups, milliseconds };
    this.article = article;
    this.isComplete = false;
    for (const follower of this.followers) await follower.show?.(article, turns, came);
    this.isComplete = true;
    if (isBrought) this.say("corrections.brought");
    return article;
  }

  /** After a correction: the same article, shown from the analysis as corrected. */
  async correct() {
    if (!this.article) return;
    const { signal } = this.work;
    const turns = new Turns(signal);
    this.wait(true);
    try {
      const { found, text } = this.article;
      const analysis = this.desk.correct(found, text);
      const groups = await mentionsOf(analysis, turns);
      const article = { ...this.article, analysis, groups };
      this.article = article;
      for (const follower of this.followers) await follower.correct?.(article, turns);
    } catch (error) {
      unlessAborted(error);
    } finally {
      if (!signal.aborted) this.wait(false);
    }
  }

  /** The reader stops what is under way; half of an article is not left standing. */
  stop() {
    this.begin();
    giveUpModule(); // what is waited for may be the network
    if (this.article && !this.isComplete) this.close();
    this.status.say("note.canceled");
  }

  /** Nothing is read any more. */
  close() {
    this.article = undefined;
    for (const follower of this.followers) follower.clear?.();
  }
}
