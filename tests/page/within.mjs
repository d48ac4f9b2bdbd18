// What takes longer than this is taken never to come: long, for a machine that has other things to do.

/** Milliseconds. */
export const PATIENCE = 90_000;

/**
 * Settles as `promise` does, or fails with `reason` after so many milliseconds.
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @param {string} reason
 */
export async function within(milliseconds, promise, reason) {
  /** @type {NodeJS.Timeout|undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise(
    (_, reject) =>
      (timer = setTimeout(() => reject(new Error(`${reason} within ${milliseconds / 1000} seconds`)), milliseconds)),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
