// What runs in the page before its own scripts, in every browser: gathers violations of the policy, keeps what the worker
// was asked last (`lastQuestion`) and the whole of its last answer (`lastAnswer`).

import { join } from "../../www/pieces.js";

function watch() {
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    globalThis.violations.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    constructor(...args) {
      super(...args);
      this.analyzes = /\/dist\/worker\.js$/.test(args[0]);
      if (!this.analyzes) return;
      const answers = {};
      this.addEventListener("message", ({ data: { id, piece, error, milliseconds } }) => {
        if (id === undefined) return;
        answers[id] ??= {};
        if (piece) join(answers[id], piece);
        else globalThis.lastAnswer = { id, error, milliseconds, analysis: answers[id] };
      });
    }
    postMessage(message, ...rest) {
      if (this.analyzes && message.id !== undefined) globalThis.lastQuestion = message;
      super.postMessage(message, ...rest);
    }
  };
}

/** Source of the script. */
export const WATCH = `{ ${join}\n(${watch})(); }`;
