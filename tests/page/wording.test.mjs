// Every rule, check and warning of the analyzer has its sentence, in both languages; none is left over.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import en from "../../www/i18n/en.js";
import vi from "../../www/i18n/vi.js";
import { readRules } from "../../www/tools/rules.mjs";

const source = (folder) => {
  const root = fileURLToPath(new URL(`../../src/${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true })
    .filter((file) => String(file).endsWith(".rs"))
    .map((file) => readFileSync(root + file, "utf8").replace(/#\[cfg\(test\)\][\s\S]*/, ""))
    .join("\n");
};
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const keys = (dictionary, prefix) =>
  Object.keys(dictionary)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();

test("every rule of the register says why, in both languages", () => {
  const rules = readRules()
    .map(({ rule }) => rule)
    .sort();
  assert.ok(rules.length > 40, `${rules.length} rules`);
  for (const dictionary of [vi, en]) {
    assert.deepEqual(keys(dictionary, "rule."), rules);
    for (const rule of rules) assert.match(dictionary[`rule.${rule}`], /^\p{Lu}.{12,}\.$/u, rule);
  }
});

test("every check of src/checks has a heading and a sentence that its values fill", () => {
  const checks = source("checks");
  const codes = all(checks, /article\s*\.check\(\s*"([a-z_]+)"/g);
  assert.ok(codes.length >= 6, codes.join());
  const given = new Set(all(checks, /\("([a-z_]+)", /g));
  for (const dictionary of [vi, en]) {
    assert.deepEqual([...new Set(keys(dictionary, "check.").map((key) => key.split(".")[0]))].sort(), codes);
    for (const code of codes) {
      assert.ok(dictionary[`check.${code}`], code);
      const blanks = all(dictionary[`check.${code}.says`], /\{(\w+)\}/g);
      assert.ok(blanks.length > 0, code);
      assert.deepEqual(
        blanks.filter((blank) => !given.has(blank)),
        [],
        code,
      );
    }
  }
});

test("every warning has its wording", () => {
  const codes = all(source("."), /code: "([a-z_]+)"/g);
  assert.ok(codes.length > 0);
  for (const dictionary of [vi, en])
    assert.deepEqual(
      codes.filter((code) => !dictionary[`warning.${code}`]),
      [],
    );
});
