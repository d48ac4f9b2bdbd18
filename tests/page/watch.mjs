// What runs in the page before its own scripts, in every browser: gathers violations of the policy, keeps what the worker
// was asked last (`lastQuestion`) and the whole of its last answer (`lastAnswer`); gives what a test asks the page for (`found`).

import { join } from "../../www/pieces.js";

function watch() {
  globalThis.violations = [];
  globalThis.found = (selector) => /** @type {import("./globals.d.ts").Found} */ (document.querySelector(selector));
  globalThis.focused = () => /** @type {HTMLElement} */ (document.activeElement);
  document.addEventListener("securitypolicyviolation", (event) =>
    globalThis.violations.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    /** @param {ConstructorParameters<typeof Worker>} args */
    constructor(...args) {
      super(...args);
      this.analyzes = /\/dist\/worker\.js$/.test(String(args[0]));
      if (!this.analyzes) return;
      /** @type {Record<number, any>} any: grows piece by piece */
      const answers = {};
      this.addEventListener("message", ({ data: { id, piece, error, milliseconds } }) => {
        if (id === undefined) return;
        answers[id] ??= {};
        if (piece) join(answers[id], piece);
        else globalThis.lastAnswer = { id, error, milliseconds, analysis: answers[id] };
      });
    }
    /**
     * @param {any} message any: to any worker
     * @param {any} [rest] any: what else `postMessage` takes
     */
    postMessage(message, rest) {
      if (this.analyzes && message.id !== undefined) globalThis.lastQuestion = message;
      super.postMessage(message, rest);
    }
  };
}

/** Source of the script. */
export const WATCH = `{ ${join}\n(${watch})(); }`;

/**
 * Gathers what must not happen to a page: requests to elsewhere, files that are missing, errors, scripts that ran,
 * complaints of the console.
 * @param {import("puppeteer-core").Page} page
 * @param {(url: string) => boolean} isOurs whether an address may be asked for
 * @param {string[]} [kinds] kinds of messages of the console that are trouble
 * @returns {string[]} grows as things happen
 */
export function troubleIn(page, isOurs, kinds = ["error"]) {
  /** @type {string[]} */
  const trouble = [];
  page.on("request", (request) => isOurs(request.url()) || trouble.push(`request to ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && trouble.push(`${response.status()} ${response.url()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error instanceof Error ? error.message : error}`));
  page.on("console", (message) => {
    if (kinds.includes(message.type()) || /Content.Security.Policy|Trusted/i.test(message.text()))
      trouble.push(`console: ${message.text()}`);
  });
  return trouble;
}

/**
 * A dialog says that a script ran: trouble.
 * @param {import("puppeteer-core").Page} page
 * @param {string[]} trouble
 */
export function noDialogs(page, trouble) {
  page.on("dialog", (dialog) => {
    trouble.push(`a script ran: ${dialog.message()}`);
    dialog.dismiss();
  });
}
