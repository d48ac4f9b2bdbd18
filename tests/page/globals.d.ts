// What watch.mjs gives the page for the tests.

import type { Analysis } from "../../www/pkg/analysis.js";

/** An element of whatever tag: what only some have is there for those. */
interface Found extends HTMLElement {
  value: string;
  files: FileList | null;
  open: boolean;
}

declare global {
  /** The element that has to be there: where it is not, the test fails. */
  function found(selector: string): Found;
  /** The element with the focus. */
  function focused(): HTMLElement;
  /** axe-core, once a test has brought it in. */
  var axe: typeof import("axe-core");
  /** What the page offered as files, where a test watches for that. */
  var files: { name: string; blob: Blob }[];
  /** What scripts of attackers would set. */
  var ran: unknown;
  /** Violations of the policy. */
  var violations: string[];
  /** What the worker was asked last, and the whole of its last answer. */
  var lastQuestion: { id: number; text: string };
  var lastAnswer: { id: number; error?: object; milliseconds?: number; analysis: Analysis };
}
