// Turns a folder of articles into a table of who holds which post, with the sentence's own words and the place of each.
// Usage: node folder-to-csv.mjs FOLDER > people.csv
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { analyzer } from "langkinh/async";

const folder = process.argv[2];
if (!folder) throw new Error("which folder? node folder-to-csv.mjs FOLDER > people.csv");

// a spreadsheet runs a cell that begins like a formula: an apostrophe makes it text
const cell = (value = "") =>
  `"${String(value)
    .replace(/^(?=[\s"']*[=+\-@＝＋－＠])/, "'")
    .replaceAll('"', '""')}"`;
const row = (...cells) => process.stdout.write(`${cells.map(cell).join(",")}\r\n`);

const reader = analyzer(); // a thread of its own; all texts may be asked for at once
process.stdout.write("\ufeff"); // or Excel takes UTF-8 for something else
row("file", "title", "published", "person", "post", "body", "status", "change", "start");

const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
const analyses = files.map(async (name) => reader.analyze(await readFile(join(folder, name), "utf8")));
for (const [i, asked] of (await Promise.allSettled(analyses)).entries()) {
  if (asked.status === "rejected") {
    console.error(`${files[i]}: ${asked.reason.message}`);
    process.exitCode = 1; // the others are still told
    continue;
  }
  const { meta, people, roles, organizations, entities } = asked.value;
  for (const { name, roles: held } of people) {
    for (const { title, role, status, change, evidence } of held) {
      const body = organizations[roles[role].organization]?.name;
      row(files[i], meta.title, meta.published, name, title, body, status, change, entities[evidence[0]]?.start);
    }
  }
}
reader.close();
