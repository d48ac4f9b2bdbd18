// Long work on the page in turns: a little work, then whatever else the page has to do (scrolling, typing, drawing).

/** Milliseconds of work before others get their turn. */
const TURN = 12;

/** Thrown out of work that nobody waits for any more. */
export class Stale extends Error {}

/** Counts the time of one piece of long work. `isStale` says whether it is still wanted after a turn of others. */
export class Turns {
  constructor(isStale = () => false) {
    this.isStale = isStale;
    this.since = performance.now();
  }

  /** Whether others should have their turn: `if (turns.over) await turns.pass();` */
  get over() {
    return performance.now() - this.since > TURN;
  }

  /** Lets others have their turn. */
  async pass() {
    await (globalThis.scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done)));
    if (this.isStale()) throw new Stale();
    this.since = performance.now();
  }
}
