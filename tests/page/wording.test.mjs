// The words of the page: the same in both languages, and in the page before its scripts run; every rule, check and warning of the
// analyzer has its sentence, and none is left over.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import en from "../../www/i18n/en.js";
import vi from "../../www/i18n/vi.js";
import { readRules } from "../../www/tools/rules.mjs";

/** @typedef {Record<string, string>} Dictionary */

const WWW = new URL("../../www/", import.meta.url);
/** The blanks of a sentence, to be filled. */
const blanks = (/** @type {string} */ wording) => [...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/**
 * Both have the same keys, each with words and the same blanks.
 * @param {Dictionary} mine
 * @param {Dictionary} other
 */
function alike(mine, other) {
  assert.deepEqual(Object.keys(other).sort(), Object.keys(mine).sort());
  for (const [key, words] of Object.entries(mine)) {
    assert.ok(words.trim() && other[key].trim(), key);
    assert.deepEqual(blanks(other[key]), blanks(words), key);
  }
}

test("both dictionaries have the same keys and the same blanks to fill", () => alike(vi, en));

for (const file of readdirSync(new URL("i18n/vi/", WWW))) {
  test(`the words of ${file}: both languages have the same keys, in the same order, and the same blanks`, async () => {
    const [mine, other] = await Promise.all(
      ["vi", "en"].map(async (language) => (await import(String(new URL(`i18n/${language}/${file}`, WWW)))).default),
    );
    assert.deepEqual(Object.keys(other), Object.keys(mine));
    alike(mine, other);
  });
}

test("what the page says before its scripts run is what the dictionary says", () => {
  const html = readFileSync(new URL("index.html", WWW), "utf8");
  const said = [...html.matchAll(/data-i18n="([^"]+)">([^<]+)</g)];
  assert.ok(said.length >= 3);
  for (const [, key, words] of said) assert.equal(words, /** @type {Dictionary} */ (vi)[key], key);
});

/** @type {Dictionary[]} */
const BOTH = [vi, en];

const source = (/** @type {string} */ folder) => {
  const root = fileURLToPath(new URL(`../../src/${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true })
    .filter((file) => String(file).endsWith(".rs"))
    .map((file) => readFileSync(root + file, "utf8").replace(/#\[cfg\(test\)\][\s\S]*/, ""))
    .join("\n");
};
/** The first group of every match, once each. */
const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const keys = (/** @type {Dictionary} */ dictionary, /** @type {string} */ prefix) =>
  Object.keys(dictionary)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();

test("every rule of the register says why, in both languages", () => {
  const rules = readRules()
    .map(({ rule }) => rule)
    .sort();
  assert.ok(rules.length > 40, `${rules.length} rules`);
  for (const dictionary of BOTH) {
    assert.deepEqual(keys(dictionary, "rule."), rules);
    for (const rule of rules) assert.match(dictionary[`rule.${rule}`], /^\p{Lu}.{12,}\.$/u, rule);
  }
});

test("every check of src/checks has a heading and a sentence that its values fill", () => {
  const checks = source("checks");
  const codes = all(checks, /article\s*\.check\(\s*"([a-z_]+)"/g);
  assert.ok(codes.length >= 6, codes.join());
  const given = new Set(all(checks, /\("([a-z_]+)", /g));
  for (const dictionary of BOTH) {
    assert.deepEqual([...new Set(keys(dictionary, "check.").map((key) => key.split(".")[0]))].sort(), codes);
    for (const code of codes) {
      assert.ok(dictionary[`check.${code}`], code);
      const open = blanks(dictionary[`check.${code}.says`]);
      assert.ok(open.length > 0, code);
      assert.deepEqual(
        open.filter((blank) => !given.has(blank)),
        [],
        code,
      );
    }
  }
});

test("every warning has its wording", () => {
  const codes = all(source("."), /code: "([a-z_]+)"/g);
  assert.ok(codes.length > 0);
  for (const dictionary of BOTH)
    assert.deepEqual(
      codes.filter((code) => !dictionary[`warning.${code}`]),
      [],
    );
});
