// The article inside a web page, in the worker that reads: nothing of the page is ever a document of the browser's, so no
// script of it can run and nothing be fetched, and reading can be ended at any time.
//
// htmlparser2 reads the markup (a tolerant parser that builds no tree, so that its work stays linear whatever the markup does);
// Mozilla's Readability finds the article, on the small DOM that Firefox runs it with.

import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { Parser, Tokenizer } from "htmlparser2";

/** @typedef {import("../status.js").Note} Note */

/**
 * What Readability is given at most: each of its steps looks at what an element holds, so its work grows with depth times
 * elements. Pages of news nest some 30 deep and have some thousand elements; browsers themselves stop nesting at 512.
 */
export const LIMITS = { depth: 256, elements: 30_000 };

/**
 * Finds the article in HTML.
 * @param {string} html
 * @returns {{text: string, published?: string, notes: Note[]}} `notes` say what was read
 */
export function readHtml(html) {
  const markup = wellFormed(html);
  if (markup === undefined) return { text: textOf(html), notes: [{ key: "note.htmlLimits", values: LIMITS }] };
  const article = articleOf(markup);
  const body = article ? textOf(article.content ?? "") : "";
  if (!article || !body) return { text: textOf(html), notes: [{ key: "note.htmlWhole" }] };
  const { title, byline } = article;
  const text = title && !body.slice(0, 600).includes(title) ? `${title}\n\n${body}` : body;
  return {
    text: byline && byline.length < 60 && !text.includes(byline) ? `${text}\n\n${byline}` : text,
    published: /^\d{4}-\d{2}-\d{2}/.exec(article.publishedTime ?? "")?.[0],
    notes: [{ key: "note.htmlArticle" }],
  };
}

/** @param {string} markup */
function articleOf(markup) {
  try {
    const page = new JSDOMParser().parse(markup);
    const heading = page.getElementsByTagName("h1")[0]?.textContent?.replace(/\s+/g, " ").trim();
    const article = new Readability(page, { charThreshold: 200 }).parse();
    if (!article) return undefined;
    const title = article.title?.trim();
    // the title of a page goes on with the name of the site
    return {
      ...article,
      title: heading && title?.startsWith(heading) ? heading : title,
      byline: article.byline?.trim(),
    };
  } catch {
    return undefined; // Readability gives up on some markup; the whole page's text serves then
  }
}

/** What is no text of the page, with all that is in it. */
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "title",
  "svg",
  "math",
  "iframe",
  "object",
  "textarea",
  "select",
  "noframes",
]);
const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);
const BLOCK = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "tfoot",
  "thead",
  "tr",
  "ul",
]);

class TooMuch extends Error {}

/**
 * The markup with every element closed and nothing in it that Readability has no use for, or nothing beyond the limits.
 * @param {string} html
 */
function wellFormed(html) {
  /** @type {string[]} */
  const out = [];
  /** @type {(string|undefined)[]} the tag that each open element was written with; none for what is left out */
  const open = [];
  /** @type {Set<string>} */
  const roots = new Set();
  let elements = 0;
  let silentAt = 0; // how many were open when a silent element began
  const parser = new Parser({
    onopentag(name, attributes) {
      elements += 1;
      if (open.length === LIMITS.depth || elements > LIMITS.elements) throw new TooMuch();
      // the metadata of an article (its day, its byline) stand in a script that is none
      const isKept = name === "title" || /^application\/ld\+json$/i.test(attributes.type ?? "");
      if (!silentAt && SILENT.has(name) && !isKept) silentAt = open.length + 1;
      const tag = silentAt || name === "html" ? undefined : tagOf(name, roots);
      if (tag) out.push(`<${tag}`, attributesOf(attributes), VOID.has(tag) ? "/>" : ">");
      open.push(tag);
    },
    ontext(text) {
      if (!silentAt) out.push(escaped(text));
    },
    onclosetag() {
      const tag = open.pop();
      if (tag && !VOID.has(tag)) out.push(`</${tag}>`);
      if (open.length < silentAt) silentAt = 0;
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
  const markup = out.join("");
  return `<html>${roots.has("body") ? markup : `<body>${markup}</body>`}</html>`;
}

const NAME = /^[a-z][a-z0-9-]*$/i;

/**
 * An element of no proper name still holds text; a second head or body is none.
 * @param {string} name
 * @param {Set<string>} roots that there are already
 */
function tagOf(name, roots) {
  if (name !== "head" && name !== "body") return NAME.test(name) ? name : "div";
  if (roots.has(name)) return "div";
  roots.add(name);
  return name;
}

/** @param {Record<string, string>} attributes */
function attributesOf(attributes) {
  const kept = Object.entries(attributes).filter(([name]) => NAME.test(name) && !name.startsWith("on"));
  return kept.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const nothing = () => {};

/** So many letters in a cell of a table of names or figures; a longer one is a column of text. */
const SHORT_CELL = 200;

/**
 * The text of markup, a line for every block. It goes from tag to tag and keeps no tree: markup may nest without end.
 * @param {string} html
 */
export function textOf(html) {
  const lines = [""];
  /** @type {string|undefined} the name of the silent element that is open */
  let silent;
  let open = 0; // how many of that name
  const say = (/** @type {string} */ text) => {
    if (!silent) lines[lines.length - 1] += text;
  };
  const breakAt = (/** @type {string} */ name) => {
    if (!silent && (BLOCK.has(name) || name === "br")) lines.push("");
  };
  /** @type {number|undefined} the line that the row of a table begins with, until a row within it or its end */
  let row;
  /** Short cells stand side by side, tabs between, as in the text of a DOCX; longer ones are columns of text. */
  const joinRow = () => {
    if (row === undefined) return;
    const written = lines.slice(row).join(" ").split("\t").slice(1);
    const cells = written.map((cell) => cell.replace(/ +/g, " ").trim());
    if (cells.length > 1 && cells.every((cell) => cell.length <= SHORT_CELL)) {
      lines.splice(row, Infinity, cells.join("\t"));
    }
    row = undefined;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        const name = nameAt(start, end);
        if (name === silent) open += 1;
        else if (!silent && SILENT.has(name)) {
          silent = name;
          open = 1;
        } else {
          if (name === "tr") joinRow();
          breakAt(name);
          if (name === "tr") row = lines.length - 1;
          if (name === "td" || name === "th") say("\t");
        }
      },
      onclosetag(start, end) {
        const name = nameAt(start, end);
        if (name === silent) {
          open -= 1;
          if (open === 0) silent = undefined;
        } else {
          if (name === "tr" || name === "table") joinRow();
          breakAt(name);
        }
      },
      onselfclosingtag() {},
      ontext: (start, end) => say(html.slice(start, end).replace(/[ \t\r\n\f]+/g, " ")),
      ontextentity: (code) => say(String.fromCodePoint(code)),
      oncdata: (start, end) => say(html.slice(start, end)),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  /**
   * @param {number} start
   * @param {number} end
   */
  const nameAt = (start, end) => html.slice(start, end).trim().toLowerCase();
  tokenizer.write(html);
  tokenizer.end();
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
