// What the bundles of the page hold.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundle } from "../../www/tools/bundle.mjs";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));

test("the first load holds nothing of Word, PDF and many articles; each is a piece of its own", async () => {
  const { first } = await bundle();
  assert.ok(first.includes("dist/app.js"));
  const heavy = first.filter(
    (path) =>
      path.startsWith("dist/") && /mammoth|pdfjs|PDFWorker|many-tabs/.test(readFileSync(`${WWW}${path}`, "utf8")),
  );
  assert.deepEqual(heavy, []);
  const pieces = readdirSync(`${WWW}dist`);
  for (const piece of [/^mammoth.*\.js$/, /^pdf\.min.*\.js$/, /^pdf\.worker.*\.js$/, /^many\.worker\.js$/])
    assert.ok(
      pieces.some((name) => piece.test(name)),
      String(piece),
    );
});
