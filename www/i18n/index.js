// Every word of the interface, in Vietnamese and English. Keys are dotted; `{name}` is filled in. English comes after the
// first view.

import vi from "./vi.js";

const LANGUAGES = { vi: { ...vi }, en: {} };
let english;
let language = "vi";
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

/** Switches the interface, Vietnamese at once, and tells everybody who draws it. */
export async function setLanguage(next) {
  if (next === "en") await loadEnglish();
  language = next;
  document.documentElement.lang = next;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-i18n]")))
    node.textContent = t(node.dataset.i18n);
  for (const act of listeners) act();
}

/** Takes in wordings of a part of the page that is loaded later. */
export function addWordings(more) {
  for (const [name, wordings] of Object.entries(more)) Object.assign(LANGUAGES[name], wordings);
}

export function onLanguage(act) {
  listeners.add(act);
}

/** The wording of a key. A key without wording gives `fallback`, or the key itself so that the gap is seen. */
export function t(key, values = {}, fallback = key) {
  const wording = LANGUAGES[language][key];
  if (wording === undefined) return fallback;
  return wording.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const formats = new Map();

/** A number as the language writes it. Making a format is slow: each is made once. */
export function number(value, digits = 1) {
  const key = `${language} ${digits}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(language, { maximumFractionDigits: digits }));
  return formats.get(key).format(value);
}

/** A share of one as a percentage. */
export function percent(share) {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
