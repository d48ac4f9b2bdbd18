// What the page's code finds around it and TypeScript does not know: newer than its library, or set by the build.

/** Trusted Types, where the browser has them: what a policy makes goes where a string would. */
declare var trustedTypes: { createPolicy<Rules>(name: string, rules: Rules): Rules } | undefined;

/** The module's digest, set in the minified file of the package. */
declare const MODULE_DIGEST: string;

// What the service worker is: in its own scope, which TypeScript knows only in the place of the page's.

/** Of the build: the version of the page, and its files with their digests. */
declare const VERSION: string;
declare const FILES: [path: string, integrity: string][];

declare function skipWaiting(): Promise<void>;
declare var clients: { claim(): Promise<void> };

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WindowEventMap {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
}

// Files of libraries that have their types elsewhere.

declare module "mammoth/mammoth.browser.min.js" {
  export { default } from "mammoth";
}
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
  export * from "pdfjs-dist";
}
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
declare module "jsonld";
declare module "@mozilla/readability/JSDOMParser.js" {
  /** The small DOM that Firefox runs Readability with. */
  export default class JSDOMParser {
    parse(markup: string): Document;
  }
}
