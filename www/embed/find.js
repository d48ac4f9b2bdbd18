// Where a page keeps its article and the day it was published.

/**
 * The article that an element speaks of: by id (first in its own root, then in the document), else what stands inside it, else
 * the page's own.
 * @param {HTMLElement} element
 * @param {string | null} id
 * @returns {Element | null}
 */
export function articleOf(element, id) {
  const root = element.getRootNode();
  const { ownerDocument } = element;
  if (id) return root.getElementById?.(id) ?? ownerDocument.getElementById(id);
  if (hasContent(element)) return element;
  for (const scope of [element.closest("article"), root, ownerDocument]) {
    const found =
      scope?.querySelector("[itemprop~=articleBody]") ??
      (scope?.localName === "article" ? scope : (scope?.querySelector("article") ?? scope?.querySelector("main")));
    if (found) return found;
  }
  return null;
}

/** Whether a tag has an article inside: more than white space and an analysis. */
function hasContent(element) {
  return [...element.childNodes].some((node) =>
    node.nodeType === 3 ? /\S/.test(node.data) : node.nodeType === 1 && node.localName !== "script",
  );
}

/** What a page calls its kinds of articles in JSON-LD. */
const ARTICLE = /(?:Article|Posting|Report)$/;

/**
 * The day of publication as the page tells machines, in Vietnam; nothing where it tells none or several.
 * @param {Element} article
 * @returns {string | undefined} ISO 8601
 */
export function publishedOf(article) {
  const { ownerDocument } = article;
  const within = (scope) =>
    [...scope.querySelectorAll("[itemprop~=datePublished]")].map(
      (node) => node.getAttribute("datetime") ?? node.getAttribute("content"),
    );
  const sources = [
    () => within(article),
    () => [...ownerDocument.querySelectorAll('meta[property="article:published_time"]')].map((node) => node.content),
    () =>
      [...ownerDocument.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
        datesOf(script.textContent),
      ),
    () => within(ownerDocument),
  ];
  for (const source of sources) {
    const days = new Set(source().map(dayOf).filter(Boolean));
    if (days.size === 1) return [...days][0];
    if (days.size) return undefined;
  }
  return undefined;
}

function datesOf(json) {
  try {
    const top = JSON.parse(json);
    return [top]
      .flat()
      .flatMap((each) => each["@graph"] ?? [each])
      .filter((each) => [each["@type"]].flat().some((type) => ARTICLE.test(type)))
      .map((each) => each.datePublished);
  } catch {
    return [];
  }
}

/** The day in Vietnam: an evening in London is the next morning there. */
function dayOf(iso) {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso?.trim() ?? "");
  if (!match) return undefined;
  if (!match[2]) return match[1];
  const time = new Date(iso.trim().replace(" ", "T"));
  return Number.isNaN(time.getTime()) ? undefined : new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
