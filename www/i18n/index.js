// Every word of the interface, in Vietnamese and English. Keys are dotted; `{name}` is filled in. English comes after the
// first view.

import vi from "./vi.js";

/**
 * @typedef {"vi"|"en"} Language
 * @typedef {Record<string, string>} Wordings by their keys
 * @typedef {Record<string, string|number|undefined>} Values what fills a wording
 */

/** @type {Record<Language, Wordings>} */
const LANGUAGES = { vi: { ...vi }, en: {} };
/** @type {Promise<Wordings>|undefined} */
let english;
/** @type {Language} */
let language = "vi";
/** @type {Set<() => void>} */
const listeners = new Set();

export const currentLanguage = () => language;

/** Fetches English, once; what fails is asked for again. */
export function loadEnglish() {
  english ??= import("./en.js")
    .then(({ default: en }) => Object.assign(LANGUAGES.en, en))
    .catch((error) => {
      english = undefined;
      throw error;
    });
  return english;
}

/**
 * Switches the interface, Vietnamese at once, and tells everybody who draws it.
 * @param {Language} next
 */
export async function setLanguage(next) {
  if (next === "en") await loadEnglish();
  language = next;
  document.documentElement.lang = next;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-i18n]")))
    node.textContent = t(/** @type {string} */ (node.dataset.i18n));
  for (const act of listeners) act();
}

/**
 * Takes in wordings of a part of the page that is loaded later.
 * @param {Record<Language, Wordings>} more
 */
export function addWordings(more) {
  for (const [name, wordings] of Object.entries(more))
    Object.assign(LANGUAGES[/** @type {Language} */ (name)], wordings);
}

/** @param {() => void} act */
export function onLanguage(act) {
  listeners.add(act);
}

/**
 * The wording of a key. A key without wording gives `fallback`, or the key itself so that the gap is seen.
 * @param {string} key
 * @param {Values} [values]
 * @param {string} [fallback]
 */
export function t(key, values = {}, fallback = key) {
  const wording = LANGUAGES[language][key];
  if (wording === undefined) return fallback;
  return wording.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * A number as the language writes it. Making a format is slow: each is made once.
 * @param {number} value
 * @param {number} [digits] behind the point, at most
 */
export function number(value, digits = 1) {
  const key = `${language} ${digits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}

/**
 * A share of one as a percentage.
 * @param {number} share
 */
export function percent(share) {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
