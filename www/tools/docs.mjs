// Writes the documentation for hosts, dist/docs.html and dist/docs.en.html: the texts of docs/, the snippets that the tests run,
// what each entry weighs and takes as this build measured it, the accuracy as tests/ACCURACY.md has it, and a reference made
// from the type declarations.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { SNIPPETS } from "../docs/snippets.mjs";
import { SHADOW } from "../embed/shadow.js";
import en from "../i18n/en.js";
import vi from "../i18n/vi.js";
import { KINDS, LINES } from "../kinds.js";
import { measure, TIMES } from "./measure.mjs";

const www = fileURLToPath(new URL("..", import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const escaped = (/** @type {unknown} */ text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Every word of the pages that is not in their texts, in Vietnamese and in English. */
const WORDS = {
  file: ["docs.html", "docs.en.html"],
  other: [
    { file: "docs.en.html", name: "English", language: "en" },
    { file: "docs.html", name: "Tiếng Việt", language: "vi" },
  ],
  title: ["Đặt Lăng Kính vào trang của bạn", "Put Lăng Kính on your site"],
  kinds: [vi, en],
  home: ["Trang đọc bài", "The reading page"],
  contents: ["Mục lục", "Contents"],
  theme: ["Sáng / tối", "Light / dark"],
  copy: ["Chép", "Copy"],
  copied: ["Đã chép", "Copied"],
  refused: ["Không chép được", "Cannot copy"],
  measured: [
    "{ms} ms cho {n} ký tự, từ lúc đọc trang đến lúc tô xong (lần đầu gồm cả tải mô-đun)",
    "{ms} ms for {n} characters, from reading the page to the marks (the first time with loading the module)",
  ],
  editor: ["Bài báo", "Article"],
  panel: ["Danh sách", "List"],
  language: ["Ngôn ngữ của thẻ", "Language of the tag"],
  panels: {
    list: ["mở khi cần", "opened on demand"],
    full: ["mở sẵn", "open"],
    none: ["chỉ cho bàn phím, máy đọc màn hình", "for keyboards and screen readers alone"],
  },
  drag: ["Đọc bằng Lăng Kính", "Read with Lăng Kính"],
  orCopy: ["Hoặc chép địa chỉ này vào một dấu trang mới:", "Or copy this address into a new bookmark:"],
  sizes: {
    entry: ["tệp", "file"],
    minified: ["byte", "bytes"],
    gzip: ["gzip", "gzip"],
    brotli: ["brotli", "brotli"],
    time: ["thời gian", "time"],
  },
  measuredAt: [
    "Đo khi dựng trang, {when}: {where}, {machine}, tải của máy {load}. Byte sau khi rút gọn, tính cả những gì tệp nhập ngay; bài mẫu dài {n} ký tự; “mỗi bài sau” là trung vị của {times} lần.",
    "Measured by the build, {when}: {where}, {machine}, load {load}. Bytes are minified, with all that the file imports at once; the sample has {n} characters; “each later one” is the median of {times}.",
  ],
  /** What `first` and `later` are, by entry. */
  times: {
    langkinh: [
      "tải và bài đầu {first} ms, mỗi bài sau {later} ms",
      "load and first article {first} ms, each later one {later} ms",
    ],
    "langkinh/async": [
      "tải và bài đầu {first} ms, mỗi bài sau {later} ms, không chặn trang",
      "load and first article {first} ms, each later one {later} ms, off the page's thread",
    ],
    "langkinh/worker": [
      "khởi động với mô-đun {first} ms, mỗi bài sau {later} ms",
      "start with the module {first} ms, each later article {later} ms",
    ],
    "langkinh/dom": [
      "đọc trang và tô lần đầu {first} ms, mỗi lần sau {later} ms",
      "read and mark the page {first} ms, each later time {later} ms",
    ],
    "langkinh/define": [
      "tải, đến lúc tô xong {first} ms, mỗi lần sau {later} ms",
      "load, to the marks {first} ms, each later time {later} ms",
    ],
    "lang-kinh.min.js": [
      "tải, đến lúc tô xong {first} ms, mỗi lần sau {later} ms",
      "load, to the marks {first} ms, each later time {later} ms",
    ],
    "langkinh/json-ld": ["{later} ms mỗi bài", "{later} ms an article"],
  },
  /** Of what needs a page, where the machine that built this had none. */
  onYours: ["đo trên máy bạn, ở dưới", "on your machine: below"],
  accuracy: {
    kind: ["loại", "kind"],
    political: ["chính trị, hành chính", "political, administrative"],
    ordinary: ["tin thường", "ordinary news"],
    all: ["mọi loại", "all kinds"],
    n: ["chỗ", "spans"],
  },
  properties: { name: ["tên", "name"], what: ["ý nghĩa", "what it is"] },
  parts: ["Phần để tô bằng ::part()", "Parts for ::part()"],
  attributes: ["Thuộc tính", "Attributes"],
  members: ["Thuộc tính và hàm của phần tử", "Properties and methods of the element"],
  events: ["Sự kiện", "Events"],
};

/**
 * One of each pair.
 * @template T
 * @typedef {T extends (infer Each)[] ? Each : {[K in keyof T]: OneOf<T[K]>}} OneOf
 */
/** @typedef {OneOf<typeof WORDS>} Words */
/** @typedef {"vi" | "en"} Language */
/** @typedef {string | {number: string | number}} Cell a cell of a table: HTML, or a number that stands on the right */

/**
 * The words of one language: the first or the second of each pair.
 * @template T
 * @param {T} words
 * @param {number} n
 * @returns {OneOf<T>}
 */
function wordsOf(words, n) {
  /** @type {any} any: whether it is a pair is known only here */
  const pairs = words;
  return Array.isArray(words)
    ? pairs[n]
    : /** @type {OneOf<T>} */ (Object.fromEntries(Object.entries(pairs).map(([key, of]) => [key, wordsOf(of, n)])));
}

/**
 * What each custom property and each part is, in both languages; the build stops where the element has one that is not here.
 * @type {Record<string, string[]>}
 */
const PROPERTIES = {
  "--langkinh-selected": ["nền chỗ đang chọn", "ground of what is selected"],
  "--langkinh-mention": ["nền những chỗ khác nói về cùng một điều", "ground of its other mentions"],
  "--langkinh-font": ["phông chữ của chú giải, danh sách, thẻ", "font of legend, list, and card"],
  "--langkinh-color": ["màu chữ của chú giải, danh sách", "text color of legend and list"],
  "--langkinh-list-height": ["chiều cao nhất của danh sách", "greatest height of the list"],
  "--langkinh-card-width": ["bề rộng thẻ", "width of the card"],
  "--langkinh-card-background": ["nền thẻ", "ground of the card"],
  "--langkinh-card-color": ["màu chữ của thẻ", "text color of the card"],
  "--langkinh-card-border": ["viền thẻ", "border of the card"],
  "--langkinh-card-radius": ["góc thẻ", "corners of the card"],
};
/** @type {Record<string, string[]>} */
const PARTS = {
  button: ['nút mời đọc bài (when="click")', 'the button of when="click"'],
  legend: ["chú giải: các loại, bật tắt được", "the legend: kinds to switch"],
  kind: ["một loại trong chú giải", "a kind in the legend"],
  list: ["danh sách", "the list"],
  item: ["một mục của danh sách", "an item of the list"],
  card: ["thẻ của một chỗ", "the card"],
};

/** @type {Record<string, string | undefined>} */
const snippets = SNIPPETS;

/** Writes both pages; the module and the bundles of the package must be there. */
export async function writeDocs() {
  const sample = read("../seeds/002_03101006a328a728.txt").trim();
  const measured = { letters: sample.length, ...(await measure(sample)) };
  for (const [n, language] of /** @type {const} */ (["vi", "en"]).entries()) {
    const words = wordsOf(WORDS, n);
    /** @type {Record<string, (name: string) => string | Promise<string>>} */
    const fill = {
      snippet: (name) => snippet(snippets[name] ?? fail(`no snippet ${name}`), words),
      try: () => tryIt(words, language),
      integrity: () =>
        escaped(
          `<script type="module" src="…/lang-kinh.min.js" crossorigin="anonymous"\n        integrity="sha384-${createHash(
            "sha384",
          )
            .update(readFileSync(`${www}lang-kinh.min.js`))
            .digest("base64")}"></script>`,
        ),
      properties: () => properties(words, language),
      bookmarklet: () => bookmarklet(words),
      sizes: () => sizes(measured, words, language),
      accuracy: () => accuracy(words, language),
      articles: () => scores().articles,
      reference: () => reference(words),
    };
    const text = read(`docs/${language}.html`);
    let body = "";
    let from = 0;
    for (const match of text.matchAll(/\{\{(\w+)(?: ([\w-]+))?\}\}/g)) {
      body += text.slice(from, match.index) + (await fill[match[1]](match[2]));
      from = match.index + match[0].length;
    }
    writeFileSync(`${www}dist/${words.file}`, page(body + text.slice(from), words, language));
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  throw new Error(`docs: ${message}`);
}

/**
 * A page of the documentation.
 * @param {string} body
 * @param {Words} words
 * @param {Language} language
 */
function page(body, words, language) {
  const sections = [...body.matchAll(/<section id="([\w-]+)">\s*<h2>(.*?)<\/h2>/g)]
    .map(([, id, heading]) => `<a href="#${id}">${heading}</a>`)
    .join(" ");
  const data = /** @type {const} */ (["copy", "copied", "refused", "measured"])
    .map((key) => `data-${key}="${escaped(words[key])}"`)
    .join(" ");
  const [policy] = read("index.html").match(/<meta http-equiv="Content-Security-Policy"[^>]*>/) ?? fail("no policy");
  return `<!doctype html>
<html lang="${language}" ${data}>
<head>
  <meta charset="utf-8">
  ${policy}
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="referrer" content="no-referrer">
  <title>${words.title} – Lăng Kính</title>
  <link rel="icon" href="../favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="docs.css">
  <script type="module" src="../lang-kinh.min.js"></script>
  <script type="module" src="docs.js"></script>
</head>
<body>
  <header class="top">
    <p class="brand"><img src="../favicon.svg" alt="" width="28" height="28"><a href="../">Lăng Kính</a></p>
    <nav class="settings" aria-label="${escaped(words.home)}">
      <a href="../">${words.home}</a>
      <a href="${words.other.file}" lang="${words.other.language}" hreflang="${words.other.language}">${words.other.name}</a>
      <button type="button" id="theme" class="quiet">${words.theme}</button>
    </nav>
  </header>
  <main class="docs">
${body.replace(/(<p class="lead">.*?<\/p>)/s, `$1\n<nav class="contents" aria-label="${words.contents}">${sections}</nav>`)}
  </main>
</body>
</html>
`;
}

const snippet = (/** @type {string} */ text, /** @type {Words} */ words) =>
  `<div class="snippet"><pre tabindex="0"><code>${escaped(text)}</code></pre><button type="button" class="copy" hidden>${words.copy}</button></div>`;

const table = (/** @type {Cell[]} */ head, /** @type {Cell[][]} */ rows, caption = "") =>
  `<div class="wide" tabindex="0"><table${caption ? ' class="sizes"' : ""}>${caption ? `<caption>${caption}</caption>` : ""}<thead><tr>${head.map(cell("th")).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`).join("\n")}</tbody></table></div>`;
const cell = (/** @type {"th" | "td"} */ tag) => (/** @type {Cell} */ value) =>
  typeof value === "object" ? `<${tag} class="number">${value.number}</${tag}>` : `<${tag}>${value}</${tag}>`;

/** The part of the page where a reader tries the element. */
function tryIt(/** @type {Words} */ words, /** @type {Language} */ language) {
  const [, sample] =
    /<article>\s*<h1>.*?<\/h1>(.*?)<\/article>/s.exec(read("examples/plain.html")) ?? fail("no article");
  const text = [...sample.matchAll(/<p>(.*?)<\/p>/g)].map(([, line]) => line).join("\n");
  const kinds = KINDS.map(
    (kind) =>
      `<label><input type="checkbox" name="kind" value="${kind}" checked> ${words.kinds[`kind.${kind}`]}</label>`,
  ).join("\n");
  return `<div class="try">
<article id="bai" lang="vi">${text
    .split("\n")
    .map((line) => `<p>${line}</p>`)
    .join("")}</article>
<lang-kinh for="bai" panel="list" ui-lang="${language}" published="2021-10-14"></lang-kinh>
<form id="settings">
<fieldset>${kinds}</fieldset>
<fieldset><label>${words.panel} <select name="panel">${Object.entries(words.panels)
    .map(([value, label]) => `<option value="${value}">${label}</option>`)
    .join("")}</select></label>
<label>${words.language} <select name="language">${["vi", "en"].map((value) => `<option value="${value}"${value === language ? " selected" : ""}>${value === "vi" ? "Tiếng Việt" : "English"}</option>`).join("")}</select></label></fieldset>
</form>
<textarea id="text" lang="vi" spellcheck="false" aria-label="${words.editor}">${escaped(text)}</textarea>
<pre tabindex="0"><code id="made"></code></pre>
</div>`;
}

/** The table of custom properties and parts. */
function properties(/** @type {Words} */ words, /** @type {Language} */ language) {
  const styles = read("embed/styles.js") + SHADOW;
  const here = language === "vi" ? 0 : 1;
  const names = new Set([...styles.matchAll(/--langkinh-[a-z-]+(?=[,)])/g)].map(([name]) => name));
  const kinds = KINDS.map((kind) => [
    `<code>--langkinh-${kind}</code>`,
    `${words.kinds[`kind.${kind}`]} <code>oklch(0.62 0.14 ${LINES[kind][0]})</code>`,
  ]);
  const rest = [...names].map((name) => [
    `<code>${name}</code>`,
    (PROPERTIES[name] ?? fail(`nobody says what ${name} is`))[here],
  ]);
  const parts = new Set([
    ...["element.js", "panel.js", "card.js"].flatMap((file) =>
      [...read(`embed/${file}`).matchAll(/\bpart: "(\w+)"/g)].map(([, name]) => name),
    ),
  ]);
  const said = [...parts]
    .sort()
    .map((name) => [
      `<code>::part(${name})</code>`,
      escaped((PARTS[name] ?? fail(`nobody says what the part ${name} is`))[here]),
    ]);
  return table([words.properties.name, words.properties.what], [...kinds, ...rest.sort(), ...said]);
}

/** The bookmarklet, to drag and to copy. */
async function bookmarklet(/** @type {Words} */ words) {
  const {
    outputFiles: [{ text }],
  } = await build({
    absWorkingDir: www,
    entryPoints: ["examples/bookmarklet.js"],
    minify: true,
    write: false,
    target: "es2022",
    charset: "utf8",
  });
  const code = `javascript:${encodeURIComponent(text.trim()).replaceAll("%20", " ")}`;
  return `<p><a class="mark" id="bookmarklet-link" href="#" data-code="${escaped(code)}">${words.drag}</a></p><p>${words.orCopy}</p><div class="snippet"><pre tabindex="0"><code id="bookmarklet-code"></code></pre><button type="button" class="copy" hidden>${words.copy}</button></div>`;
}

/**
 * The table of what each entry weighs and takes.
 * @param {{letters: number} & Awaited<ReturnType<typeof measure>>} measured
 * @param {Words} words
 * @param {Language} language
 */
function sizes({ letters, chromium, rows }, words, language) {
  const number = new Intl.NumberFormat(language);
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const { entry, minified, gzip, brotli, time } = words.sizes;
  const caption = filled(words.measuredAt, {
    when: new Intl.DateTimeFormat(language === "vi" ? "vi" : "en-GB", { dateStyle: "long" }).format(new Date()),
    where: [`Node ${process.version}`, chromium].filter(Boolean).join(", "),
    machine: escaped(`${cpus()[0]?.model.trim() ?? "?"} × ${cpus().length}`),
    load: short.format(loadavg()[0]),
    n: number.format(letters),
    times: TIMES,
  });
  /** @type {Record<string, string | undefined>} */
  const sentences = words.times;
  const timeOf = (/** @type {(typeof rows)[number]} */ { name, times }) => {
    const said = sentences[name];
    if (times && said) return filled(said, { first: short.format(times.first), later: short.format(times.later) });
    return said ? words.onYours : "";
  };
  return table(
    [entry, { number: minified }, { number: gzip }, { number: brotli }, time],
    rows.map((row) => [
      `<code>${row.name}</code>`,
      ...[row.bytes, row.gzip, row.brotli].map((each) => ({ number: number.format(each) })),
      timeOf(row),
    ]),
    caption,
  );
}

/** A sentence with its `{name}`s filled in. */
const filled = (/** @type {string} */ sentence, /** @type {Record<string, string | number>} */ values) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const CODES = {
  person: "PER",
  role: "ROLE",
  organization: "ORG",
  place: "LOC",
  document: "DOC",
  event: "EVENT",
  time: "TIME",
  quantity: "QTY",
  quote: "QUOTE",
  abbreviation: "ABBR",
};

/** What tests/ACCURACY.md says of the half that was only measured. */
function scores() {
  const text = read("../tests/ACCURACY.md");
  const [, block] =
    /<!-- unseen -->(.*?)<!-- \/unseen -->/s.exec(text) ?? fail("no table of the unseen half in tests/ACCURACY.md");
  const [, articles] = /(\d+) articles/.exec(text) ?? fail("tests/ACCURACY.md does not say how many articles");
  const of = (/** @type {string} */ news, /** @type {string} */ code) => {
    const row = block
      .split("\n")
      .map((line) => line.split("|").map((each) => each.trim()))
      .find(([, name]) => name === `${news}: spans ${code}` || name === `${news}: spans, ${code}`);
    return row ? { n: Number(row[2]), f1: Number(row[5]) } : fail(`no row ${news} ${code}`);
  };
  return { articles, of };
}

/** The table of how accurate each kind is. */
function accuracy(/** @type {Words} */ words, /** @type {Language} */ language) {
  const { of } = scores();
  const number = new Intl.NumberFormat(language);
  const exact = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const { kind, political, ordinary, all, n } = words.accuracy;
  /** @returns {Cell[]} */
  const row = (/** @type {string} */ label, /** @type {string} */ code) => [
    label,
    ...["political", "ordinary"].flatMap((news) => [
      { number: exact.format(of(news, code).f1) },
      { number: number.format(of(news, code).n) },
    ]),
  ];
  return table(
    [kind, { number: political }, { number: n }, { number: ordinary }, { number: n }],
    [row(`<strong>${all}</strong>`, "all"), ...KINDS.map((each) => row(words.kinds[`kind.${each}`], CODES[each]))],
  );
}

/** @typedef {{signature: string, comment: string}} Member */
/** @typedef {Member & {name: string, members: Member[]}} Declaration `members`: of an interface or a class */

/** Attributes, members and events of the element, and the functions of the other entries, from the declarations. */
function reference(/** @type {Words} */ words) {
  const rows = (/** @type {Member[]} */ members) =>
    members.map(({ signature, comment }) => [
      `<code>${escaped(signature)}</code>`,
      `<span lang="en">${said(comment)}</span>`,
    ]);
  const one = (/** @type {string} */ file, /** @type {string} */ name) =>
    declarations(file).find((each) => each.name === name) ?? fail(`${file} does not declare ${name}`);
  const head = [words.properties.name, words.properties.what];
  const functions = [
    ["langkinh", "langkinh.d.ts"],
    ["langkinh/async", "async.d.ts"],
    ["langkinh/dom", "embed/dom.d.ts"],
    ["langkinh/json-ld", "embed/json-ld.d.ts"],
  ].map(
    ([entry, file]) =>
      `<h4>${entry}</h4>${table(
        head,
        declarations(file)
          .flatMap(({ members, ...each }) =>
            members.length
              ? members.map((member) => ({ ...member, signature: `${each.name}.${member.signature}` }))
              : [each],
          )
          .filter(({ comment }) => comment)
          .map((each) => rows([each])[0]),
      )}`,
  );
  const members = one("embed/element.d.ts", "LangKinhElement").members.filter(({ comment }) => comment);
  const events = Object.entries({
    "langkinh-analysis": "AnalysisDetail",
    "langkinh-select": "SelectDetail",
    "langkinh-error": "ErrorDetail",
  }).map(([event, detail]) => {
    const { comment, members: fields } = one("embed/element.d.ts", detail);
    return [
      `<code>${event}</code>`,
      `<span lang="en">${said(comment)}<br>${fields.map((field) => `<code>${escaped(field.signature)}</code> ${said(field.comment)}`).join("<br>")}</span>`,
    ];
  });
  return `<div class="reference"><h3>${words.attributes}</h3>${table(head, rows(one("embed/element.d.ts", "LangKinhAttributes").members))}
<h3>${words.members}</h3>${table(head, rows(members))}
<h3>${words.events}</h3>${table(head, events)}
${functions.join("\n")}</div>`;
}

/** The exported declarations of a file. */
function declarations(/** @type {string} */ file) {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const comment = (/** @type {ts.Node} */ node) =>
    (
      ts
        .getJSDocCommentsAndTags(node)
        .map((each) => ts.getTextOfJSDocComment(each.comment))
        .filter(Boolean)
        .join(" ") || ""
    ).replace(/\s+/g, " ");
  const signature = (/** @type {ts.Node} */ node) =>
    node
      .getText(source)
      .replace(/\/\*\*[\s\S]*?\*\//g, "")
      .replace(/^(?:export |default |declare )+/, "")
      .replace(/\s+/g, " ")
      .replace(/;$/, "")
      .trim();
  /** @type {Declaration[]} */
  const out = [];
  for (const node of source.statements) {
    if (ts.isFunctionDeclaration(node))
      out.push({ name: node.name?.text ?? "", signature: signature(node), comment: comment(node), members: [] });
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
      out.push({
        name: node.name?.text ?? "",
        signature: "",
        comment: comment(node),
        members: node.members.map((member) => ({ signature: signature(member), comment: comment(member) })),
      });
    }
  }
  return out;
}

/** A comment of the declarations as HTML. */
const said = (/** @type {string} */ comment) => escaped(comment).replace(/`([^`]+)`/g, "<code>$1</code>");
