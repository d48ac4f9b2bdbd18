// The files of examples/hosting: each host sends the same.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { POLICY } from "../../www/tools/serve.mjs";
import { HOSTING, headers, read } from "./headers.mjs";

test("every host's file sends the policy that the page is developed under, and the same other headers", () => {
  assert.equal(headers["Content-Security-Policy"], POLICY);
  for (const name of readdirSync(HOSTING).filter((each) => each !== "README.md")) {
    const text = read(name);
    for (const [header, value] of Object.entries(headers)) {
      assert.ok(text.includes(header), `${name}: ${header}`);
      assert.ok(text.includes(value), `${name}: ${value}`);
    }
  }
  for (const name of ["vercel.json", "firebase.json"]) JSON.parse(read(name));
});
