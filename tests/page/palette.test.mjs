// The ten kinds, told apart by whoever reads.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pairs } from "../../www/tools/palette.mjs";

test("kinds of one style of line differ in hue for every sight, in light and dark", () => {
  const alike = pairs().filter((pair) => pair.alike);
  assert.equal(alike.length, 6 * 8);
  // in OKLab 0.02 is just noticed side by side; lines are thin and stand apart
  assert.deepEqual(
    alike.filter(({ distance }) => distance < 0.07),
    [],
  );
});

test("to full color vision all ten differ", () => {
  assert.deepEqual(
    pairs().filter(({ sight, distance }) => sight === "all colors" && distance < 0.05),
    [],
  );
});
