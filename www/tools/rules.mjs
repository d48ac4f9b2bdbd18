// Writes www/i18n/LANGUAGE/rules.js, why each rule marks, out of the register: src/entities/rules.tsv is their one source.
import { readFileSync, writeFileSync } from "node:fs";

const register = new URL("../../src/entities/rules.tsv", import.meta.url);

/**
 * The rows of the register.
 * @returns {Record<string, string>[]} by the names of the columns
 */
export function readRules() {
  const lines = readFileSync(register, "utf8").split("\n");
  const [header, ...rows] = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

/** Writes the sentences of each language. */
export function writeRules() {
  for (const language of ["vi", "en"]) {
    const sentences = Object.fromEntries(readRules().map((row) => [`rule.${row.rule}`, row[language]]));
    const written = `// made from src/entities/rules.tsv\nexport default ${JSON.stringify(sentences, null, 2)};\n`;
    writeFileSync(new URL(`../i18n/${language}/rules.js`, import.meta.url), written);
  }
}
