// Pointing at one mark fills it and every other mention of the same record.

/** Fills the mentions of an entity's record and empties what was filled before. */
export class Light {
  constructor(view) {
    this.view = view;
    this.lit = [];
  }

  show(id, groups) {
    if (id === this.id) return;
    for (const mark of this.lit) mark.classList.remove("lit", "pointed");
    this.lit = [];
    this.id = id;
    if (id === undefined) return;
    this.lit = (groups[id] ?? []).flatMap((other) => this.view.piecesOf(other));
    for (const mark of this.lit) mark.classList.add("lit");
    for (const mark of this.view.piecesOf(id)) mark.classList.add("pointed");
  }
}
