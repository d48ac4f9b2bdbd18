// Many texts off the main thread, in Node and in Chromium: in order, each failing alone, called off, where workers are refused,
// under Trusted Types and from another origin.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Worker } from "node:worker_threads";
import { POLICY, Project, ROOT, chromium, readme, serve, watched } from "./host.mjs";

const SEEDS = readdirSync(`${ROOT}seeds`).sort().map((name) => readFileSync(`${ROOT}seeds/${name}`, "utf8"));
let project, browser, folder;
before(async () => {
  project = new Project("async");
  folder = join(project.folder, "node_modules/langkinh");
  browser = await chromium();
  project.write({
    // a worker that breaks on one text and never answers another
    "crashing.js": `import "/node_modules/langkinh/pkg/worker.js";
      const answer = self.onmessage;
      self.onmessage = (event) => { if (event.data.text === "crash") throw new Error("boom"); return event.data.text === "hang" || answer(event); };`,
    "crashing.node.js": `import "langkinh/worker"; import { parentPort } from "node:worker_threads";
      const answer = parentPort.onmessage;
      parentPort.onmessage = (event) => { if (event.data.text === "crash") process.exit(3); return event.data.text === "hang" || answer(event); };`,
  });
});
after(() => project?.remove());

/** What must hold wherever the analyzer runs; serialized into pages, so it uses nothing of this file. */
async function conduct({ init, analyze, analyzer, texts, options, crashing }) {
  const told = (settled) => settled.map(({ status, value, reason }) => (status === "fulfilled" ? value.entities.length : `${reason.name}: ${reason.message}`));
  const reader = analyzer(options);
  const early = reader.mode;
  await reader.ready;
  const off = new AbortController();
  const before = new AbortController();
  before.abort(new Error("before it began"));
  const asked = [
    ...texts.map((text) => reader.analyze(text)),
    reader.analyze(5),
    reader.analyze("a", { publishd: "2021-07-01" }),
    reader.analyze("ab", { maxBytes: 1 }),
    reader.analyze("a", { kinds: () => {} }),
    reader.analyze(texts[0], { signal: off.signal }),
    reader.analyze(texts[0], { signal: before.signal }),
    reader.analyze(texts[1], { kinds: ["person"] }),
  ];
  off.abort(null);
  const order = [];
  asked.forEach((each, i) => each.then(() => order.push(i), () => {}));
  const settled = await Promise.allSettled(asked);
  await init();
  const same = texts.every((text, i) => JSON.stringify(analyze(text)) === JSON.stringify(settled[i].value));
  // one that is at work is called off; the next is answered all the same
  const long = new AbortController();
  const endless = reader.analyze(texts[0].repeat(50), { signal: long.signal }).catch((error) => error);
  const next = reader.analyze(texts[2]);
  setTimeout(() => long.abort("enough")); // it was sent by then
  const after = [await endless, (await next).entities.length];
  const { mode } = reader;
  const last = reader.analyze(texts[0]).catch((error) => error.message);
  reader.close();
  const closed = [await last, await reader.analyze("").catch((error) => error.message), await reader.ready.catch((error) => error.message)];
  let broken;
  if (crashing) {
    const other = analyzer({ worker: crashing });
    broken = [...told(await Promise.allSettled(["Tỉnh ủy Long An", "crash", "Tỉnh ủy Long An", "crash"].map((text) => other.analyze(text)))), (await other.analyze("Tỉnh ủy Long An")).entities.length, other.mode];
    // one that hangs is called off: its worker is ended, the next text gets another
    const stuck = new AbortController();
    const hangs = other.analyze("hang", { signal: stuck.signal }).catch((error) => error);
    const behind = other.analyze("Tỉnh ủy Long An");
    setTimeout(() => stuck.abort("stuck"));
    broken.push(await hangs, (await behind).entities.length);
    other.close();
  }
  return { early, mode, told: told(settled.filter((_, i) => i !== texts.length + 4)), aborted: settled[texts.length + 4].reason, order, same, after, closed, broken };
}

function holds(got, { mode = "worker", crash = /./ } = {}) {
  const counts = SEEDS.length;
  assert.equal(got.early, "starting");
  assert.equal(got.mode, mode);
  assert.equal(got.same, true, "as analyze() on this thread");
  assert.deepEqual(got.order, [0, 1, 2, 3, 4, counts + 6], "answered in order");
  const [five, option, size, kinds, aborted, person] = got.told.slice(counts);
  assert.match(five, /^TypeError: analyze: text must be a string/);
  assert.match(option, /^TypeError: analyze: there is no options\.publishd/);
  assert.match(size, /^RangeError: analyze: .*maxBytes/);
  assert.match(kinds, mode === "main" ? /^TypeError: .*kinds/ : /^DataCloneError/);
  assert.equal(got.aborted, null, "the reason is the signal's, whatever it is");
  assert.equal(aborted, "Error: before it began");
  assert.ok(person > 0 && person < got.told[1]);
  // on this thread nothing can be called off once it has begun
  if (mode === "worker") assert.equal(got.after[0], "enough");
  assert.equal(got.after[1], got.told[2]);
  for (const message of got.closed) assert.equal(message, "langkinh: this analyzer is closed");
  if (got.broken) {
    const [first, one, second, two, last, how, hangs, behind] = got.broken;
    assert.deepEqual([second, last, how, hangs, behind], [first, first, "worker", "stuck", first]);
    for (const said of [one, two]) assert.match(said, crash);
  }
}

test("Node", async () => {
  const entry = await import(join(folder, "langkinh.node.js"));
  const { analyzer } = await import(join(folder, "async.node.js"));
  holds(await conduct({ init: entry.default, analyze: entry.analyze, analyzer, texts: SEEDS, crashing: join(project.folder, "crashing.node.js") }), { crash: /the thread ended \(3\)/ });
});

test("Node: a thread of the host's, and a file that is not there", async (t) => {
  const entry = await import(join(folder, "langkinh.node.js"));
  const { analyzer } = await import(join(folder, "async.node.js"));
  const worker = new Worker(join(folder, "worker.node.js"));
  const posted = t.mock.method(worker, "postMessage");
  const reader = analyzer({ worker });
  await reader.analyze(SEEDS[0]);
  assert.equal(reader.mode, "worker");
  assert.ok(posted.mock.callCount() >= 2);
  reader.close();
  const warned = t.mock.method(console, "warn", () => {});
  holds(await conduct({ init: entry.default, analyze: entry.analyze, analyzer, texts: SEEDS, options: { worker: "/nowhere.js" } }), { mode: "main" });
  assert.match(warned.mock.calls[0].arguments[0], /no worker could be started \(Cannot find module/);
  analyzer({ worker: "/nowhere.js" }).close();
  assert.equal(warned.mock.callCount(), 1, "said once");
});

test("an option that does not exist, or is none, is a TypeError that names it", async () => {
  for (const file of ["async.node.js", "async.js"]) {
    const { analyzer } = await import(join(folder, file));
    assert.throws(() => analyzer({ workr: "/worker.js" }), { name: "TypeError", message: /no option workr; there are worker, wasm, trustedTypes/ });
    assert.throws(() => analyzer({ worker: 5 }), { name: "TypeError", message: /option worker must be an address or a worker/ });
  }
});

test("Node: an idle analyzer keeps no process alive, one at work does", () => {
  project.write({ "idle.js": 'import { analyzer } from "langkinh/async";\nconst reader = analyzer();\nreader.analyze("Tỉnh ủy Long An").then(({ entities }) => console.log(entities.length));' });
  assert.equal(project.run("node", "idle.js").trim(), "2");
});

test("Node: a module that cannot be loaded fails what waits, and a later text tries again", () => {
  project.write({ "failing.js": `import { analyzer } from "langkinh/async"; import { writeFileSync, readFileSync } from "node:fs";
    const reader = analyzer({ wasm: "late.wasm" });
    const said = await Promise.all([reader.ready, reader.analyze("a"), reader.analyze("b")].map((each) => Promise.resolve(each).then(() => "fine", (error) => error.message)));
    writeFileSync("late.wasm", readFileSync("node_modules/langkinh/pkg/langkinh_bg.wasm"));
    console.log(JSON.stringify([...said, (await reader.analyze("Tỉnh ủy Long An")).entities.length, reader.mode]));` });
  const [ready, first, second, later, mode] = JSON.parse(project.run("node", "failing.js"));
  for (const said of [ready, first, second]) assert.match(said, /could not be fetched from late\.wasm/);
  assert.deepEqual([later, mode], [2, "worker"]);
});

/** Runs it in a page; `policy` is the page's own. */
async function inPage({ policy = POLICY, options, crashing, answer, base = "", setUp } = {}) {
  const server = await serve(project.folder, { headers: { "access-control-allow-origin": "*", ...(policy && { "content-security-policy": policy }) }, answer: (path) => answer?.(path) ?? (path === "/" ? { body: "<!doctype html><title>host</title>" } : undefined) });
  try {
    return await watched(browser, async ({ page, said, requests }) => {
      await page.goto(`${server.origin}/`);
      if (setUp) await page.evaluate(setUp);
      await page.evaluate(`globalThis.conduct = ${conduct}`);
      const got = await page.evaluate(async ({ base, options, crashing, texts }) => {
        const { default: init, analyze } = await import(`${base}/node_modules/langkinh/langkinh.js`);
        const { analyzer } = await import(`${base}/node_modules/langkinh/async.js`);
        const given = typeof options === "string" ? globalThis[options]() : options;
        return globalThis.conduct({ init, analyze, analyzer, texts, options: given, crashing });
      }, { base, options, crashing, texts: SEEDS });
      return { got, said, requests };
    });
  } finally {
    server.close();
  }
}

test("Chromium, under the policy of the documentation", async () => {
  const { got, said, requests } = await inPage({ crashing: "/crashing.js" });
  holds(got, { crash: /boom/ });
  assert.deepEqual(said.filter((line) => !/boom/.test(line)), []);
  assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
});

test("Chromium: where the worker is refused, the page's thread does it, and the console is told once", async () => {
  const refusals = {
    "not there": { answer: (path) => (path.endsWith("/worker.js") ? { status: 404, body: "" } : undefined) },
    "a page instead": { answer: (path) => (path.endsWith("/worker.js") ? { body: "<!doctype html>" } : undefined) },
    "by the policy": { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") },
    "by Trusted Types": { policy: POLICY.replace("trusted-types langkinh-url", "trusted-types 'none'") },
  };
  for (const [name, options] of Object.entries(refusals)) {
    const { got, said, requests } = await inPage(options);
    holds(got, { mode: "main" });
    assert.equal(said.filter((line) => line.startsWith("langkinh: no worker could be started")).length, 1, `${name}: ${said}`);
    assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1, name);
  }
});

test("Chromium: a worker of the host's, and a policy of the host's", async () => {
  const own = POLICY.replace("trusted-types langkinh-url", "trusted-types host");
  const policy = await inPage({ policy: own, options: "given", setUp: () => {
    globalThis.given = () => ({ trustedTypes: trustedTypes.createPolicy("host", { createScriptURL: (text) => (globalThis.asked = text) }) });
  } });
  holds(policy.got);
  assert.deepEqual(policy.said, []);
  const worker = await inPage({ policy: POLICY.replace("trusted-types langkinh-url", "trusted-types host"), options: "given", setUp: () => {
    const address = trustedTypes.createPolicy("host", { createScriptURL: (text) => text }).createScriptURL("/node_modules/langkinh/pkg/worker.js");
    globalThis.given = () => ({ worker: new Worker(address, { type: "module" }) });
  } });
  // called off while at work the host's worker is ended; the package may start none of its own here, so it goes on on this thread
  assert.equal(worker.got.same, true);
});

test("Chromium: the package on another origin", async () => {
  const cdn = await serve(project.folder, { headers: { "access-control-allow-origin": "*" } });
  try {
    const free = await inPage({ policy: "", base: cdn.origin });
    holds(free.got);
    assert.deepEqual(free.said, []);
    const strict = readme("policy").replace("'self' '", `'self' ${cdn.origin} '`).replace("connect-src 'self'", `connect-src 'self' ${cdn.origin}`);
    const allowed = await inPage({ policy: strict.replace("worker-src 'self'", `worker-src blob: ${cdn.origin}`), base: cdn.origin });
    holds(allowed.got);
    const refused = await inPage({ policy: strict, base: cdn.origin });
    holds(refused.got, { mode: "main" });
    for (const { requests } of [free, allowed, refused]) assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  } finally {
    cdn.close();
  }
});
