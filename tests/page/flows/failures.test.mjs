// What breaks inside the page, or on its way to it: it is noticed, gets over where that is possible, and is told in a sentence where
// it is not; what was typed is still there.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { analyzed, chord, copyText, count, drawn, flow, pick, SEEDS, sample, text } from "../browser.mjs";

/** @import { FlowPage, Instead } from "../browser.mjs" */
/** @typedef {{isWell: boolean}} State */

const seed = (/** @type {number} */ number) => SEEDS + readdirSync(SEEDS).sort()[number];
const article = readFileSync(seed(2), "utf8").replace(/\r\n?/g, "\n");
const MODULE = "/pkg/langkinh_bg.wasm";
const bytes = () => readFileSync(new URL(`../../../www${MODULE}`, import.meta.url));

/** @type {Instead} */
const missing = (response) => void response.writeHead(404).end();
/** @type {(type: string, body: string|Uint8Array) => Instead} */
const send = (type, body) => (response) => void response.writeHead(200, { "content-type": type }).end(body);
/** Does so the first time, and sends the file from then on. @type {(act: Instead) => Instead} */
const once = (act) => (response, asked) => (asked === 1 ? act(response, asked) : false);
/** Does so until the flow says that all is well again. */
function until() {
  const state = { isWell: false };
  /** @type {(act: Instead) => Instead} */
  const act = (unwell) => (response, asked) => (state.isWell ? false : unwell(response, asked));
  return { state, act };
}

/** The next browser begins with the failure again: its page asks for the file before the flow does anything. */
const anew =
  (/** @type {State} */ state, /** @type {(page: FlowPage) => Promise<void>} */ act) =>
  async (/** @type {FlowPage} */ page) => {
    try {
      await act(page);
    } finally {
      state.isWell = false;
    }
  };

/** Pastes without waiting for an analysis, for there may be none. */
async function put(/** @type {FlowPage} */ page, /** @type {string} */ words) {
  await copyText(page, words);
  await page.focus("#editor");
  await chord(page, "a");
  await chord(page, "v");
}
const failed = async (/** @type {FlowPage} */ page, /** @type {RegExp} */ words) => {
  await page.waitForSelector("#status.failed");
  assert.match(await text(page, "#status"), words);
  assert.doesNotMatch(await text(page, "#status"), /panic|Error|https?:|\.js|undefined/);
  const said = await text(page, "#status");
  await page.click("#language");
  assert.notEqual(await text(page, "#status"), said, "in the other language too");
  await page.click("#language");
};
const works = async (/** @type {FlowPage} */ page) => {
  await sample(page, 1);
  assert.ok((await count(page, "#article mark")) > 20);
};

const NOT_STARTED = /chưa tải được/;
/** A failed request is trouble elsewhere; here it is what happens. */
const expects = /404|console:|^error: Loading Worker/;

/** A paste while something is missing is told, and the text stays; after it nothing is missing any more. */
async function failsOnce(/** @type {FlowPage} */ page, /** @type {State} */ state) {
  await put(page, article);
  await failed(page, NOT_STARTED);
  assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), article);
  state.isWell = true;
}

flow(
  "the analyzing worker fails before anybody uses it: the next text gets another",
  async (page) => {
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")),
    );
    await put(page, article);
    await analyzed(page);
    assert.ok((await count(page, "#article mark")) > 20);
  },
  { expects, instead: { "/dist/worker.js": once(missing) } },
);

for (const script of ["/dist/worker.js", "/dist/reader.worker.js"]) {
  const { state, act } = until();
  flow(
    `${script} cannot be had: told at the next paste, the text stays; once it can, all is well`,
    anew(state, async (/** @type {FlowPage} */ page) => {
      await failsOnce(page, state);
      await put(page, article);
      await analyzed(page);
      await works(page);
    }),
    { expects, instead: { [script]: act(missing) } },
  );
}

for (const [what, body] of Object.entries({
  "a page of HTML": "<!doctype html><p>Không có",
  "a script that breaks off": "import '/nowhere.js'; x(",
})) {
  const { state, act } = until();
  flow(
    `in the place of the worker comes ${what}`,
    anew(state, async (/** @type {FlowPage} */ page) => {
      await failsOnce(page, state);
      await works(page);
    }),
    {
      expects,
      instead: { "/dist/worker.js": act(send(what.includes("HTML") ? "text/html" : "text/javascript", body)) },
    },
  );
}

{
  const { state, act } = until();
  const dies = "onmessage = ({ data }) => data.id && setTimeout(() => { throw new Error('died'); });";
  flow(
    "a worker dies at work: told, and the next text gets another",
    anew(state, async (/** @type {FlowPage} */ page) => {
      await failsOnce(page, state);
      await put(page, article);
      await analyzed(page);
    }),
    { expects, instead: { "/dist/worker.js": act(send("text/javascript", dies)) } },
  );
}

flow(
  "the analyzer stops in the middle of an article: a sentence, not the message of the analyzer's",
  async (page) => {
    /** @type {string[]} */
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    await put(page, article);
    await failed(page, /Máy đọc gặp lỗi/);
    assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), article);
    assert.ok(
      said.some((each) => /panicked|JSHandle|Error/.test(each)),
      "the console has the details",
    );
  },
  {
    expects,
    instead: {
      "/dist/worker.js": send(
        "text/javascript",
        "onmessage = ({ data: { id } }) => id && postMessage({ id, error: { name: 'Error', message: 'langkinh: panicked at src/entities/event/walk.rs:12' } });",
      ),
    },
  },
);

/** @type {Record<string, Instead>} */
const MODULES = {
  "with another type": send("application/octet-stream", bytes()),
  "with no type": (response) => void response.writeHead(200).end(bytes()),
  "cut short, once": once(send("application/wasm", bytes().subarray(0, 100_000))),
  "as a page of HTML, once": once(send("text/html", "<!doctype html><p>Không có")),
  "as somebody else's module, once": once(send("application/wasm", Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))),
};
for (const [how, act] of Object.entries(MODULES)) {
  flow(
    `the module comes ${how}: the first text is analyzed all the same`,
    async (page) => {
      await put(page, article);
      await analyzed(page);
      assert.ok((await count(page, "#article mark")) > 20);
    },
    { expects, instead: { [MODULE]: act } },
  );
}

{
  const { state, act } = until();
  flow(
    "the module is missing: told, the text stays; once it is there, all is well",
    anew(state, async (/** @type {FlowPage} */ page) => {
      await failsOnce(page, state);
      await works(page);
    }),
    { expects, instead: { [MODULE]: act(missing) } },
  );
}

flow(
  "the module never arrives: the page says that it waits for it, also for a pasted text, and the reader may stop",
  async (page) => {
    await put(page, article);
    await page.waitForSelector("#cancel");
    assert.match(await text(page, "#status"), /Đang tải bộ phân tích/);
    await page.click("#cancel");
    assert.match(await text(page, "#status"), /Đã dừng/);
    assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), article);
    await works(page);
  },
  { expects, instead: { [MODULE]: once(() => {}) } },
);

flow(
  "the module is damaged where the browser keeps it: it is fetched again and kept whole",
  async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    const size = () =>
      page.evaluate(async () => {
        const [name] = await caches.keys();
        const kept = await (await caches.open(name)).match("pkg/langkinh_bg.wasm");
        return (await kept?.arrayBuffer())?.byteLength;
      });
    const whole = await size();
    assert.equal(whole, bytes().length);
    await page.evaluate(async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const kept = await cache.match("pkg/langkinh_bg.wasm");
      await cache.put(
        "pkg/langkinh_bg.wasm",
        new Response((await kept?.arrayBuffer())?.slice(0, 5000), { headers: { "content-type": "application/wasm" } }),
      );
    });
    assert.equal(await size(), 5000);
    await page.reload();
    await page.waitForSelector("[data-sample]");
    await works(page);
    assert.equal(await size(), whole);
  },
  { expects },
);

flow(
  "a worker's script is damaged where the browser keeps it: told, fetched again, and the next try works",
  async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await page.evaluate(async () => {
      const [name] = await caches.keys();
      await (await caches.open(name)).put(
        "dist/reader.worker.js",
        new Response("import {", { headers: { "content-type": "text/javascript" } }),
      );
    });
    await page.reload();
    await page.waitForSelector("[data-sample]");
    await page.waitForFunction(async () => {
      const [name] = await caches.keys();
      const kept = await (await caches.open(name)).match("dist/reader.worker.js");
      return ((await kept?.text()) ?? "").length > 100;
    });
    await put(page, article);
    await analyzed(page);
  },
  { expects },
);

flow("what the browser keeps of the page has holes: they are filled from the network", async (page) => {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    for (const path of ["dist/worker.js", "dist/reader.worker.js", "pkg/langkinh_bg.wasm"]) await cache.delete(path);
  });
  await page.reload();
  await page.waitForSelector("[data-sample]");
  await works(page);
});

flow(
  "a browser without workers: told what is missing and what to do",
  async (page) => {
    await put(page, article);
    await failed(page, /Web Worker/);
    assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), article);
  },
  { expects, prepare: () => Reflect.deleteProperty(globalThis, "Worker") },
);

flow(
  "a browser without the highlight API: searching, and rows that lead into the article, still work",
  async (page) => {
    await sample(page, 1);
    await page.focus("#article mark");
    await page.keyboard.press("/");
    await page.keyboard.type("hoi nghi");
    await page.waitForFunction(() => /^1\//.test(found("#find output").textContent));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    assert.ok(await page.evaluate(() => focused().classList.contains("line")));
  },
  { prepare: () => Reflect.deleteProperty(globalThis, "Highlight") },
);

for (const [what, prepare] of Object.entries({
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  forbidden: () =>
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    }),
})) {
  flow(
    `the store is ${what}: corrections work, and the page says that they are not kept`,
    async (page) => {
      await sample(page, 1);
      await page.focus("#article mark.kind-person");
      await page.keyboard.press("Delete");
      await page.waitForSelector('[data-panel="corrections"]');
      await drawn(page);
      if (what === "forbidden")
        return assert.equal(await page.$(".keep input"), null, "what cannot be done is not offered");
      await page.click(".keep input");
      await page.waitForFunction(() => /lưu/.test(found("#toast").textContent));
      return undefined;
    },
    { prepare },
  );
}

flow("the clipboard is denied, or not there: told, with the way that remains", async (page) => {
  await sample(page, 1);
  for (const isThere of [true, false]) {
    await page.evaluate(
      (kept) =>
        Object.defineProperty(navigator, "clipboard", {
          configurable: true,
          value: kept ? { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } : undefined,
        }),
      isThere,
    );
    await page.click('#panels [data-act="export"]');
    await page.click("#copy-json");
    await page.waitForFunction(() => /nút tải về/.test(found("#toast").textContent));
    await page.evaluate(() => found("#toast").replaceChildren());
  }
});

flow("a file that changes while it is read: told, what was typed and the article before stay", async (page) => {
  await put(page, article);
  await analyzed(page);
  await page.evaluate(
    () => (File.prototype.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"))),
  );
  await pick(page, seed(1));
  await failed(page, /sửa sau khi chọn/);
  assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), article);
  assert.ok((await count(page, "#article mark")) > 20);
});

flow(
  "reading is stopped while it goes on: the text stays, the next one is read",
  async (page) => {
    const words = "<div>Hội nghị".repeat(3000);
    await put(page, words);
    await page.waitForSelector("#cancel");
    await page.click("#cancel");
    assert.match(await text(page, "#status"), /Đã dừng/);
    assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), words);
    await works(page);
  },
  { instead: { "/dist/reader.worker.js": once(send("text/javascript", "onmessage = () => { for (;;); };")) } },
);
