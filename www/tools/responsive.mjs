// Measures what a reader feels, in headless Chromium: the tasks over 50 ms on the main thread while a text of 5 MB (the
// samples, repeated) is taken in, analyzed, shown and read, step by step, and while inputs come in that are made to stop a page; and the
// time from opening the page to the first sample marked, with everything cached. Tasks are read from the browser's own trace: what a page can observe of itself
// leaves out layout and painting. Prints; judges nothing. Run it on a quiet machine.
// Usage: responsive.mjs [part of the name of an input …]; without arguments all of it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, originOf } from "./browser.mjs";
import { serve } from "./serve.mjs";

const LETTERS = 5_000_000;
const OPENINGS = 9;
const root = fileURLToPath(new URL("../../", import.meta.url));
const seeds = readdirSync(`${root}seeds`)
  .sort()
  .map((file) => readFileSync(`${root}seeds/${file}`, "utf8"))
  .join("\n\n");
const text = `${seeds}\n\n`.repeat(Math.ceil(LETTERS / Buffer.byteLength(seeds)));

const folder = mkdtempSync(join(tmpdir(), "langkinh-"));
const server = await serve();
const browser = await launch();
const address = `${originOf(server)}/`;

/**
 * Inputs that held the page at some time, with the ending of their file.
 * @type {Record<string, [ending: string, content: string]>}
 */
const HOSTILE = {
  "2,000 nested elements": ["html", `${"<div>".repeat(2000)}Ngày 12/5/2022, Tỉnh ủy họp.`],
  "200,000 nested elements": ["html", `${"<div>".repeat(200_000)}Ngày 12/5/2022, Tỉnh ủy họp.`],
  "30,000 paragraphs of HTML": ["html", `<article>${"<p>Ngày 12/5/2022, Tỉnh ủy họp.</p>".repeat(29_000)}`],
  "a million lines": ["txt", "a\n".repeat(1_000_000)],
  "one line of 5 MB": ["txt", seeds.replace(/\s+/g, " ").repeat(Math.ceil(LETTERS / Buffer.byteLength(seeds)))],
};

/** A page, and a way to measure one step on it. */
async function opened() {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.goto(address);
  await page.waitForSelector("[data-sample]");
  /**
   * @param {string} name
   * @param {() => Promise<unknown>} act
   */
  const step = async (name, act) => {
    await settle(page);
    await page.tracing.start({ categories: ["toplevel"] });
    const start = Date.now();
    await act();
    const passed = Date.now() - start;
    await settle(page);
    const times = taskTimes(await page.tracing.stop());
    const over = (/** @type {keyof Task} */ clock) => times.filter((task) => task[clock] > 50).length;
    const longest = (/** @type {keyof Task} */ clock) => Math.max(...times.map((task) => task[clock])).toFixed(0);
    console.log(
      `${name}: ${over("wall")} tasks over 50 ms, the longest ${longest("wall")} ms; by the time they had the processor, ${over("cpu")} and ${longest("cpu")} ms (${passed} ms in all)`,
    );
  };
  return { page, step };
}

/**
 * What a hostile input costs until it is shown or refused, and while it is scrolled; and how much of it is on the page.
 * @param {string} name
 * @param {[ending: string, content: string]} input
 */
async function hostile(name, [type, content]) {
  const path = join(folder, `x.${type}`);
  writeFileSync(path, content);
  const { page, step } = await opened();
  const told = () =>
    page.waitForFunction(
      () =>
        document.querySelector("#status.failed") ||
        document.querySelector("#result:not([hidden]):not([aria-busy=true])"),
      { timeout: 300_000 },
    );
  await step(`${name}, until shown or refused`, async () => {
    await (await page.waitForSelector("input#picker", { hidden: true }))?.uploadFile(path);
    await told();
  });
  await step(`${name}, scrolled through in 20 steps`, () => scroll(page, 20));
  console.log(
    `${name}: ${await page.evaluate(() => `${document.querySelectorAll("*").length} elements on the page; ${document.querySelector("#status")?.textContent}`)}`,
  );
  await page.close();
}

const scroll = (/** @type {Page} */ page, /** @type {number} */ steps) =>
  page.evaluate(async (count) => {
    for (let i = 1; i <= count; i += 1) {
      scrollTo(0, (document.documentElement.scrollHeight * i) / count);
      await new Promise((done) => setTimeout(done, 60));
    }
  }, steps);

async function tasks() {
  const path = join(folder, "5MB.txt");
  writeFileSync(path, text);
  const { page, step } = await opened();
  console.log(`a text of ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`);
  await step("picked, analyzed, shown", async () => {
    await (await page.waitForSelector("input#picker", { hidden: true }))?.uploadFile(path);
    await drawn(page);
  });
  await step("scrolled through in 40 steps", () => scroll(page, 40));
  await step("to the last entity by the keyboard", async () => {
    await page.evaluate(() => {
      scrollTo(0, 0);
      /** @type {HTMLElement|null} */ (document.querySelector('#article mark[tabindex="0"]'))?.focus();
    });
    await page.keyboard.press("End");
  });
  await step("a kind switched off", () => page.click('[data-chip="organization"]'));
  await step("all marks hidden", () => page.keyboard.press("m"));
  await step("in English", () => page.click("#language"));
  await step("a mention pointed at", async () => {
    await page.evaluate(() => document.querySelector("#article")?.scrollIntoView());
    await page.hover("#article mark.kind-place");
  });
  await page.close();
}

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{wall: number, cpu: number}} Task in milliseconds */
/**
 * What the browser traces, of which this reads a part; `dur` and `tdur` in microseconds.
 * @typedef {{pid: number, tid: number, ph: string, name: string, dur: number, tdur?: number, args: {name?: string}}} TraceEvent
 */

/**
 * Milliseconds of every task on the main thread of the page (of all pages the one that did most): as the clock has them, and
 * as the thread had the processor, which is the same on a quiet machine.
 */
function taskTimes(/** @type {Uint8Array|undefined} */ trace) {
  /** @type {{traceEvents: TraceEvent[]}} */
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const main = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  /** @type {Map<string, Task[]>} */
  const threads = new Map(main.map(({ pid, tid }) => [`${pid}:${tid}`, []]));
  for (const { pid, tid, ph, name, dur, tdur } of traceEvents) {
    if (ph === "X" && name.endsWith("RunTask"))
      threads.get(`${pid}:${tid}`)?.push({ wall: dur / 1000, cpu: (tdur ?? 0) / 1000 });
  }
  return [...threads.values()].sort((a, b) => b.length - a.length)[0];
}

/** Waits until everything of the text is on the page. */
async function drawn(/** @type {Page} */ page) {
  await page.waitForFunction(() => document.querySelector("#result:not([hidden]):not([aria-busy=true]) mark"), {
    timeout: 120_000,
  });
}

const settle = (/** @type {Page} */ page) =>
  page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 300)), 200)));

/** The sample is clicked as soon as its button is there; the time is from the start of the navigation to its first marks. */
async function opening() {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      const button = /** @type {HTMLElement|null} */ (document.querySelector('[data-sample="1"]'));
      if (button && !globalThis.clicked) {
        globalThis.clicked = true;
        setTimeout(() => button.click());
      }
      if (document.querySelector("#result:not([hidden]) mark")) {
        observer.disconnect();
        globalThis.markedAt = performance.now();
      }
    }).observe(document, { childList: true, subtree: true });
  });
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < OPENINGS + 3; i += 1) {
    await page.goto(address);
    await page.waitForFunction(() => globalThis.markedAt);
    times.push(await page.evaluate(() => globalThis.markedAt ?? Number.NaN));
    await new Promise((done) => setTimeout(done, 700));
  }
  const warm = times.slice(3).sort((a, b) => a - b);
  console.log(
    `from opening to the first sample marked: ${Math.round(times[0])} ms at first, ${Math.round(warm[OPENINGS >> 1])} ms once cached (median of ${OPENINGS}, ${Math.round(warm[0])} to ${Math.round(Math.max(...warm))})`,
  );
}

const wanted = process.argv.slice(2);
if (!wanted.length) {
  await tasks();
  await opening();
}
for (const [name, input] of Object.entries(HOSTILE))
  if (!wanted.length || wanted.some((part) => name.includes(part))) await hostile(name, input);
await browser.close();
server.close();
rmSync(folder, { recursive: true });
