// The examples that need the package installed: each runs as its first lines say. Those of pages are in tests/embed.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Project, ROOT, SEED, TEXT, chromium, require, serve, watched } from "./host.mjs";
import init, { analyze } from "../../www/langkinh.node.js";

let project, browser;
before(async () => {
  await init();
  project = new Project("examples");
  cpSync(`${ROOT}www/examples`, project.folder, { recursive: true });
  browser = await chromium();
});
after(() => project?.remove());

/** The rows of a table of comma-separated values whose cells are all quoted. */
const cells = (csv) => csv.replace(/^\ufeff/, "").trim().split("\r\n").map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"')));

test("a folder becomes a table", () => {
  const folder = join(project.folder, "articles");
  cpSync(`${ROOT}seeds`, folder, { recursive: true });
  writeFileSync(join(folder, "notes.md"), "no article");
  const { stdout, status } = spawnSync("node", ["folder-to-csv.mjs", "articles"], { cwd: project.folder, encoding: "utf8" });
  assert.equal(status, 0);
  const [head, ...rows] = cells(stdout);
  assert.deepEqual(head, ["file", "title", "published", "person", "post", "body", "status", "change", "start"]);
  const wanted = readdirSync(`${ROOT}seeds`).sort().flatMap((file) => {
    const { people } = analyze(readFileSync(`${ROOT}seeds/${file}`, "utf8"));
    return people.flatMap(({ name, roles }) => roles.map(({ title }) => [file, name, title]));
  });
  assert.ok(wanted.length >= 5, `${wanted.length}`);
  assert.deepEqual(rows.map(([file, , , person, post]) => [file, person, post]), wanted);
  const starts = (file) => analyze(readFileSync(`${ROOT}seeds/${file}`, "utf8")).entities.map((entity) => String(entity.start));
  for (const row of rows) assert.ok(starts(row[0]).includes(row[8]), row.join());
});

test("a file that cannot be read does not take the others with it", () => {
  mkdirSync(join(project.folder, "mixed/b.txt"), { recursive: true });
  cpSync(SEED, join(project.folder, "mixed/a.txt"));
  cpSync(SEED, join(project.folder, "mixed/c.txt"));
  const { stdout, stderr, status } = spawnSync("node", ["folder-to-csv.mjs", "mixed"], { cwd: project.folder, encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /^b\.txt: /);
  assert.deepEqual([...new Set(cells(stdout).slice(1).map(([file]) => file))], ["a.txt", "c.txt"]);
});

test("an article analyzed on the server: marks in the page, no module, no worker", async () => {
  const server = spawn("node", ["server.mjs", SEED, "0"], { cwd: project.folder, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [address] = await new Promise((resolve, reject) => {
      server.stdout.once("data", (data) => resolve(String(data).trim().split("\n")));
      server.once("exit", () => reject(new Error("the server ended")));
    });
    await watched(browser, async ({ page, requests, said }) => {
      await page.goto(address);
      const names = await page.waitForFunction(() => {
        const ranges = [...CSS.highlights].filter(([name]) => name.startsWith("langkinh-person")).flatMap(([, highlight]) => [...highlight]);
        return ranges.length > 0 && ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset));
      });
      const found = await names.jsonValue();
      assert.equal(found.filter((name) => name === "Phan Văn Phụng").length, 3);
      assert.equal(await page.evaluate(() => document.querySelectorAll("article p").length), TEXT.split("\n").filter((line) => line.trim()).length);
      assert.deepEqual(said, []);
      assert.deepEqual(requests.map((url) => new URL(url).pathname).filter((path) => path !== "/favicon.ico"), ["/", "/lang-kinh.min.js"]);
    });
  } finally {
    server.kill();
  }
});

test("an app with Vite: the table follows the text", async () => {
  const { build } = await import(require.resolve("vite"));
  await build({ root: join(project.folder, "vite"), logLevel: "silent" });
  const server = await serve(join(project.folder, "vite/dist"));
  try {
    await watched(browser, async ({ page, said }) => {
      await page.goto(server.origin);
      await page.locator("textarea").fill("Ông Trần Văn Bình, Bí thư Tỉnh ủy Long An, dự họp.");
      await page.locator("textarea").fill(TEXT);
      const { people } = analyze(TEXT);
      await page.waitForFunction((count) => document.querySelector("[role=status]").textContent.startsWith(`${count} người`), {}, people.length);
      const shown = await page.evaluate(() => [...document.querySelectorAll("tbody tr")].map(({ cells: [name, post] }) => [name.textContent, post.textContent]));
      assert.deepEqual(shown, people.flatMap(({ name, roles }) => (roles.length ? roles : [{ title: "" }]).map(({ title }) => [name, title])));
      assert.deepEqual(said, []);
    });
  } finally {
    server.close();
  }
});
