// The words of the element: Vietnamese is there, English comes when it is asked for.

import vi from "./words.vi.js";

/**
 * @typedef {"vi"|"en"} Language
 * @typedef {Record<string, string>} Wordings
 *
 * @typedef {object} Words
 * @property {Language} language
 * @property {(key: string, values?: Record<string, string|number|undefined>, otherwise?: string) => string} t
 * @property {(value: number) => string} number
 */

/** @type {Record<Language, () => Wordings|Promise<Wordings>>} */
const LANGUAGES = { vi: () => vi, en: async () => (await import("./words.en.js")).default };

/**
 * The language that an attribute asks for.
 * @param {string|null|undefined} asked
 * @returns {Language}
 */
export const languageOf = (asked) => (asked?.slice(0, 2).toLowerCase() === "en" ? "en" : "vi");

/**
 * Brings the words of a language.
 * @param {Language} language
 */
export const fetchWords = async (language) => say(language, await LANGUAGES[language]());

/** The Vietnamese words, at once. */
export const vietnamese = () => say("vi", vi);

/**
 * `t(key, values, otherwise)` fills `{name}`; of `one|many` the number `n` decides.
 * @param {Language} language
 * @param {Wordings} words
 * @returns {Words}
 */
function say(language, words) {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  /** @type {Words["t"]} */
  const t = (key, values = {}, otherwise = key) => {
    const [one, many = one] = (words[key] ?? otherwise).split("|");
    return (values.n === 1 ? one : many).replace(/\{(\w+)\}/g, (_, name) =>
      typeof values[name] === "number" ? numbers.format(values[name]) : (values[name] ?? ""),
    );
  };
  return { language, t, number: (value) => numbers.format(value) };
}
