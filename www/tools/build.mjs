// Brings what the page needs beside the module into www/dist/: the samples, the fonts, the bundles, and the licenses
// of what is not ours.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { writeRules } from "./rules.mjs";

writeRules();
// its texts import the rules' sentences, which are there only now
const { writeDocs } = await import("./docs.mjs");

const www = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const modules = (/** @type {string} */ path) => www(`node_modules/${path}`);
const dist = www("dist");

rmSync(dist, { recursive: true, force: true });
for (const folder of ["samples", "fonts"]) mkdirSync(`${dist}/${folder}`, { recursive: true });

const seeds = fileURLToPath(new URL("../../seeds/", import.meta.url));
for (const file of readdirSync(seeds)) cpSync(seeds + file, `${dist}/samples/${file}`);
writeFileSync(`${dist}/samples/index.json`, JSON.stringify(readdirSync(seeds).sort()));

const FONTS = [
  ["source-serif-4", [400, 600], ["normal", "italic"]],
  ["be-vietnam-pro", [400, 600], ["normal"]],
];
for (const [family, weights, styles] of FONTS) {
  for (const weight of weights) {
    for (const style of styles) {
      for (const subset of ["latin", "vietnamese"]) {
        const file = `${family}-${subset}-${weight}-${style}.woff2`;
        cpSync(modules(`@fontsource/${family}/files/${file}`), `${dist}/fonts/${file}`);
      }
    }
  }
}

// minified code has lost the notices that its licenses ask to be kept
const OTHERS = [
  "@mozilla/readability",
  "htmlparser2",
  "entities",
  "mammoth",
  "jszip",
  "pako",
  "underscore",
  "@xmldom/xmldom",
  "xmlbuilder",
  "lop",
  "option",
  "base64-js",
  "dingbat-to-unicode",
  "pdfjs-dist",
  "fflate",
  ...FONTS.map(([family]) => `@fontsource/${family}`),
];
writeFileSync(
  `${dist}/licenses.txt`,
  OTHERS.map((name) => {
    const { version } = JSON.parse(readFileSync(modules(`${name}/package.json`), "utf8"));
    const file = readdirSync(modules(name)).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version}\n\n${readFileSync(modules(`${name}/${file}`), "utf8").trim()}\n`;
  }).join(`\n${"=".repeat(80)}\n\n`),
);

await bundle();
await writeDocs();
console.log("www/ is ready to serve");
