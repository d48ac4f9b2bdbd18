// The worker's side of a `Service`: every message with an id is a question; it is answered, in pieces if need be, or the failure
// is told. A message without id is for `begin`.

/**
 * @param {(question: object, piece: (piece: object) => void) => Promise<object>|object} act
 * @param {(data: object) => void} [begin]
 */
export function answer(act, begin = () => {}) {
  self.onmessage = async ({ data: { id, ...question } }) => {
    if (id === undefined) return begin(question);
    try {
      self.postMessage({ id, answer: await act(question, (piece) => self.postMessage({ id, piece })) });
    } catch (error) {
      self.postMessage({ id, failure: failureOf(error) });
    }
  };
}

/** An error as it can be sent: its sentence, where it has one, and what a report needs. */
function failureOf(error) {
  const { name = "Error", key, values } = error ?? {};
  return { name, key, values, message: String(error?.message ?? error) };
}
