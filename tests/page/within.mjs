// What takes longer than this is taken never to come: long, for a machine that has other things to do.

/** Milliseconds. */
export const PATIENCE = 90_000;

/** Settles as `promise` does, or fails with `reason` after so many milliseconds. */
export async function within(milliseconds, promise, reason) {
  let timer;
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
