// Long work on the page in turns: a little work, then whatever else the page has to do (scrolling, typing, drawing).

/** Milliseconds of work before others get their turn. */
const TURN = 12;

/** Counts the time of one piece of long work, which ends by throwing once its signal says that nobody waits for it any more. */
export class Turns {
  /** @param {AbortSignal} [signal] */
  constructor(signal) {
    this.signal = signal;
    this.since = performance.now();
  }

  /** Whether others should have their turn: `if (turns.over) await turns.pass();` */
  get over() {
    return performance.now() - this.since > TURN;
  }

  /** Lets others have their turn. */
  async pass() {
    const { scheduler } = /** @type {any} */ (globalThis); // newer than the types
    await (scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done)));
    this.signal?.throwIfAborted();
    this.since = performance.now();
  }
}

/**
 * Passes over the end of work that nobody waits for; what else is thrown goes on.
 * @param {any} error any: anything can be thrown
 */
export function unlessAborted(error) {
  if (error.name !== "AbortError") throw error;
}
