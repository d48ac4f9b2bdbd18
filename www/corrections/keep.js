// Corrections kept on this machine, only where the reader asks for it: by the text they are about, in the browser's own store.

import { KINDS } from "../kinds.js";

/** @import { Analysis } from "../pkg/analysis.js" */
/** @import { Correction } from "./corrections.js" */

const PREFIX = "langkinh-corrections:";
const kinds = new Set(KINDS);

/**
 * The key of a text, or nothing where the browser gives neither digests nor a store.
 * @param {string} text
 */
export async function keyOf(text) {
  try {
    localStorage.getItem(PREFIX);
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return PREFIX + [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return undefined;
  }
}

/**
 * What was kept for a key: a list of corrections that fit the analysis, or nothing.
 * @param {string} key
 * @param {Analysis} found
 * @param {number} length of the text
 * @returns {Correction[]|undefined}
 */
export function kept(key, found, length) {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? "null");
    return Array.isArray(list) && list.every((each) => fits(each, found, length)) ? list : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the list; where the store is full or forbidden, says so by `false`.
 * @param {string} key
 * @param {Correction[]} list
 */
export function keep(key, list) {
  try {
    localStorage.setItem(key, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} key */
export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept then
  }
}

/**
 * The store belongs to everybody on this origin: what comes out of it is looked at.
 * @param {any} correction any: nothing is known of it yet
 * @param {Analysis} found
 * @param {number} length
 */
function fits(correction, found, length) {
  const { subject, action, entity, kind, start, end } = correction ?? {};
  const isFound = Number.isInteger(entity) && subject === entity && entity >= 0 && entity < found.entities.length;
  if (action === "remove") return isFound;
  const isSpan =
    kinds.has(kind) && Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
  return isSpan && (action === "change" ? isFound : action === "add" && entity === undefined && /^r\d+$/.test(subject));
}
