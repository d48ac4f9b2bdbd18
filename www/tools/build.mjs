// Brings what the page needs beside the module into www/dist/: the samples, Readability, the fonts.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const www = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const modules = (path) => www(`node_modules/${path}`);
const dist = www("dist");

rmSync(dist, { recursive: true, force: true });
for (const folder of ["samples", "vendor", "fonts"]) mkdirSync(`${dist}/${folder}`, { recursive: true });

const seeds = fileURLToPath(new URL("../../seeds/", import.meta.url));
for (const file of readdirSync(seeds)) cpSync(seeds + file, `${dist}/samples/${file}`);
writeFileSync(`${dist}/samples/index.json`, JSON.stringify(readdirSync(seeds).sort()));

cpSync(modules("@mozilla/readability/Readability.js"), `${dist}/vendor/readability.cjs`);
// Readability is a CommonJS file of one class: give it an export
const { readFileSync } = await import("node:fs");
writeFileSync(
  `${dist}/vendor/readability.js`,
  `${readFileSync(`${dist}/vendor/readability.cjs`, "utf8").replace(/if \(typeof module === "object"\) \{[\s\S]*$/, "")}\nexport { Readability };\n`,
);
rmSync(`${dist}/vendor/readability.cjs`);

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
console.log("www/ is ready to serve");
