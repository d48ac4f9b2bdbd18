// The worker's side of a `Service` of the page's own, in the manner of `serve.js`: every message with an id is a question that is
// answered, or the error is told. A message without id is for `begin`.

/**
 * @template Question, [First=void]
 * @param {(question: Question) => Promise<object>|object} act
 * @param {(data: First) => void} [begin]
 */
export function answer(act, begin = () => {}) {
  self.onmessage = async ({ data: { id, ...question } }) => {
    if (id === undefined) return begin(/** @type {First} */ (question));
    try {
      self.postMessage({ id, ...(await act(/** @type {Question} */ (question))) });
    } catch (error) {
      self.postMessage({ id, error: plain(error) });
    }
  };
}

/**
 * An error as it can be sent: its sentence, where it has one, and what a report needs.
 * @param {any} error any: anything can be thrown
 */
function plain(error) {
  const { name = "Error", key, values } = error ?? {};
  return { name, key, values, message: String(error?.message ?? error) };
}
