// What the tag costs a host's readers beside the module and what loads it: element, card and list, in Vietnamese. What is
// fetched only where it is asked for (the loader, English, marks, JSON-LD) is not part of it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const { build } = createRequire(new URL("../../www/package.json", import.meta.url))("esbuild");
const absWorkingDir = fileURLToPath(new URL("../../www/", import.meta.url));
/** Leaves what is imported on demand where it is. */
const onDemand = { name: "on demand", setup: (esbuild) => esbuild.onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined)) };

test("element, card and list: at most 15 KB with gzip", async () => {
  const { outputFiles: [{ contents }], metafile } = await build({ absWorkingDir, entryPoints: ["embed/define.js"], bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", write: false, metafile: true, plugins: [onDemand] });
  // what nothing of is used is read, and does not come along
  const [{ inputs }] = Object.values(metafile.outputs);
  const parts = Object.keys(inputs).filter((part) => inputs[part].bytesInOutput);
  for (const part of ["embed/element.js", "embed/card.js", "embed/panel.js", "embed/rows.js", "embed/text.js", "embed/highlight.js"]) assert.ok(parts.includes(part), part);
  assert.deepEqual(parts.filter((part) => /load|async|worker|words\.en|marks|json-ld|whose|wait/.test(part)), []);
  const bytes = gzipSync(contents, { level: 9 }).length;
  assert.ok(bytes <= 15_000, `${bytes} bytes`);
});
