// Draws the icons of the installed page from favicon.svg: node www/tools/icons.mjs, after the drawing has changed.
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";

const www = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const drawing = readFileSync(www("favicon.svg"), "utf8");

/** `share`: how much of the width the drawing takes; a maskable icon may be cut to a circle. */
const ICONS = [
  { name: "192", size: 192, share: 0.8 },
  { name: "512", size: 512, share: 0.8 },
  { name: "maskable", size: 512, share: 0.58 },
];

mkdirSync(www("icons"), { recursive: true });
const browser = await launch();
const page = await browser.newPage();
for (const { name, size, share } of ICONS) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:#f5f2ea"><div style="width:${share * 100}%;display:grid">${drawing}</div></body>`,
  );
  await page.screenshot({ path: `${www("icons/")}${name}.png` });
}
await browser.close();
