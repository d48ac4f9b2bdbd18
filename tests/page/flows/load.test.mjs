// What opening the page fetches: the first load is what the size budget counts, everything else comes after it.

import assert from "node:assert/strict";
import { bundle } from "../../../www/tools/bundle.mjs";
import { flow, sample } from "../browser.mjs";

/** What may come beside: what the first view draws with, and what is fetched ahead of being asked for (parts have a hash in their name). */
const AHEAD =
  /^\/(?:favicon\.svg|manifest\.webmanifest|icons\/|sw\.js|dist\/fonts\/|dist\/samples\/|dist\/[\w.]+-[A-Z0-9]{8}\.js)/;

flow("the page starts with what its budget counts, and needs nothing else for a sample", async (page) => {
  const { first, later } = await bundle();
  const counted = first.map((path) => (path === "index.html" ? "/" : `/${path}`));
  await sample(page, 0);
  const asked = new Set(page.requests.map((url) => new URL(url).pathname));
  for (const path of counted.filter((each) => !/worker\.js$|\.wasm$/.test(each)))
    assert.ok(asked.has(path), `${path} is counted but not asked for`);
  const beside = [...asked].filter(
    (path) => !counted.includes(path) && !later.includes(path.slice(1)) && !AHEAD.test(path),
  );
  assert.deepEqual(beside, []);
});
