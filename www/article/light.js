// Pointing at one mark fills it and every other mention of the same record.

/** Fills the mentions of an entity's record and empties what was filled before. */
export class Light {
  /** @param {import("./view.js").ArticleView} view */
  constructor(view) {
    this.view = view;
    /** @type {HTMLElement[]} */
    this.lit = [];
    /** @type {number[][]} */
    this.groups = [];
    /** @type {number|undefined} */
    this.id = undefined;
  }

  /**
   * @param {number|undefined} id
   * @param {number[][]} [groups] for each entity the mentions of the same record
   */
  show(id, groups = []) {
    if (id === this.id) return;
    this.groups = groups;
    this.light(id);
  }

  /** Fills what has come onto the page since. */
  renew() {
    if (this.id !== undefined) this.light(this.id);
  }

  /** @param {number|undefined} id */
  light(id) {
    for (const mark of this.lit) mark.classList.remove("lit", "pointed");
    this.lit = [];
    this.id = id;
    if (id === undefined) return;
    this.lit = (this.groups[id] ?? []).flatMap((other) => this.view.piecesOf(other));
    for (const mark of this.lit) mark.classList.add("lit");
    for (const mark of this.view.piecesOf(id)) mark.classList.add("pointed");
  }
}
