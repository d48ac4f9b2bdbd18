// The article inside a web page. The HTML is parsed into an inert document (no script runs, nothing is fetched),
// read as text, and thrown away.

import { inertHtml } from "../policy.js";

/**
 * Finds the article in HTML.
 * @param {string} html
 * @returns {Promise<{text: string, published?: string, note: string}>} `note` is a key of the dictionaries.
 */
export async function readHtml(html) {
  const { Readability } = await import("../dist/vendor/readability.js");
  const quiet = inertHtml(quieted(html));
  const parse = () => new DOMParser().parseFromString(quiet, "text/html");
  let article = null;
  const page = parse();
  const heading = page.querySelector("h1")?.textContent.replace(/\s+/g, " ").trim();
  try {
    article = new Readability(page, { serializer: (node) => node, charThreshold: 200 }).parse();
  } catch {
    // Readability gives up on some markup; the whole page's text serves then.
  }
  const body = article ? textOf(article.content) : "";
  if (!body) return { text: textOf(parse().body), note: "note.htmlWhole" };
  // the title of a page goes on with the name of the site
  const title = heading && article.title?.startsWith(heading) ? heading : article.title?.trim();
  const text = title && !body.slice(0, 600).includes(title) ? `${title}\n\n${body}` : body;
  const byline = article.byline?.trim();
  return {
    text: byline && byline.length < 60 && !text.includes(byline) ? `${text}\n\n${byline}` : text,
    published: /^\d{4}-\d{2}-\d{2}/.exec(article.publishedTime ?? "")?.[0],
    note: "note.htmlArticle",
  };
}

/**
 * Renames handlers and styles. Nothing of them takes effect in an inert document anyway, but the browser
 * reports each as a violation of the page's policy, and a report must mean something.
 */
function quieted(html) {
  return html.replace(/<(\/?)style\b/gi, "<$1template").replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(on[a-z]+|style)(?=\s*=)/gi, "$1data-$2"));
}

const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "SVG", "IFRAME", "OBJECT", "TEXTAREA", "SELECT"]);
const BLOCK = /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|TFOOT|THEAD|TR|UL)$/;

/** The text of a node, a line for every block; written with a stack of its own, for markup may nest without end. */
function textOf(root) {
  const lines = [""];
  const stack = root ? [root] : [];
  while (stack.length) {
    const node = stack.pop();
    if (node === "line") lines.push("");
    else if (node.nodeType === Node.TEXT_NODE) lines[lines.length - 1] += node.data.replace(/[ \t\r\n\f]+/g, " ");
    else if (node.nodeName === "BR") lines.push("");
    else if (node.nodeType === Node.ELEMENT_NODE && !SILENT.has(node.nodeName.toUpperCase())) {
      const block = BLOCK.test(node.nodeName);
      if (block) stack.push("line");
      if (node.nodeName === "TD" || node.nodeName === "TH") lines[lines.length - 1] += " ";
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
      if (block) lines.push("");
    }
  }
  return lines.map((line) => line.trim()).filter(Boolean).join("\n");
}
