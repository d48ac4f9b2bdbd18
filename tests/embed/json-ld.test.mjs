// An analysis as schema.org: what the article says, under names; never an identity of a person, never what was inferred.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { toJsonLd } from "../../www/embed/json-ld.js";
import init, { analyze } from "../../www/langkinh.node.js";

const jsonld = createRequire(new URL("../../www/package.json", import.meta.url))("jsonld");
const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
const seeds = readdirSync(SEEDS).sort().map((name) => readFileSync(SEEDS + name, "utf8"));
/** Stands in for schema.org's own context: every term is one of its vocabulary. */
const documentLoader = async (url) => {
  assert.equal(url, "https://schema.org");
  return { documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } };
};

before(() => init());

test("every sample becomes JSON-LD that expands without loss, with the names of the analysis", async () => {
  for (const text of seeds) {
    const analysis = analyze(text);
    const made = toJsonLd(analysis, { url: "https://example.org/bai" });
    const [expanded] = await jsonld.expand(made, { documentLoader, safe: true });
    assert.deepEqual(expanded["@type"], ["https://schema.org/NewsArticle"]);
    const named = [...(made.about ?? []), ...(made.mentions ?? [])];
    const people = analysis.people.filter(({ mentions, credit }) => mentions.length && !credit).map(({ name }) => name);
    assert.deepEqual(named.filter((each) => each["@type"] === "Person").map(({ name }) => name).sort(), people.sort());
    assert.ok(named.length > 5);
    assert.equal(JSON.stringify(made).includes('"@id"'), false, "no table, no identity");
    assert.deepEqual(JSON.parse(JSON.stringify(made)), made, "nothing undefined");
  }
});

test("an identity comes from the host's table, and never for a person", () => {
  const asked = [];
  const made = toJsonLd(analyze("Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự họp tại huyện Vị Thủy."), { ids: (kind, record) => {
    asked.push(kind);
    return `https://example.org/${kind}/${encodeURIComponent(record.name)}`;
  } });
  const things = [...(made.about ?? []), ...(made.mentions ?? [])];
  assert.ok(asked.includes("organization") && asked.includes("place"));
  assert.equal(asked.includes("person"), false);
  const person = things.find((each) => each["@type"] === "Person");
  assert.deepEqual(person, { "@type": "Person", name: "Trần Văn Bình", jobTitle: ["Bí thư Tỉnh ủy Hậu Giang"] });
  for (const thing of things) assert.equal("@id" in thing, thing !== person);
});

test("a post that is over is no title, whoever signs is no subject, what is only implied is not mentioned", () => {
  const over = toJsonLd(analyze("Ông Lê Văn Nam, nguyên Bí thư Tỉnh ủy Hậu Giang, qua đời."));
  assert.equal([...(over.about ?? []), ...(over.mentions ?? [])].find((each) => each["@type"] === "Person").jobTitle, undefined);
  const analysis = analyze(seeds[2]);
  const made = toJsonLd(analysis);
  assert.deepEqual(made.author, [{ "@type": "Person", name: "Trần Tuyền" }]);
  const names = [...(made.about ?? []), ...(made.mentions ?? [])].map(({ name }) => name);
  assert.equal(names.includes("Trần Tuyền"), false);
  for (const place of analysis.places.filter(({ mentions }) => !mentions.length)) assert.equal(names.includes(`${place.unit} ${place.name}`), false);
});

test("headline, address and day as the host says, else as the text does", () => {
  const analysis = analyze(seeds[0]);
  assert.equal(toJsonLd(analysis).headline, analysis.meta.title);
  assert.equal(toJsonLd(analysis).datePublished, analysis.meta.published);
  const { headline, datePublished, url } = toJsonLd(analysis, { headline: "Tít", datePublished: "2021-01-01", url: "https://example.org/" });
  assert.deepEqual([headline, datePublished, url], ["Tít", "2021-01-01", "https://example.org/"]);
});
