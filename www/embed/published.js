// The day on which a page says that its article was published; comes only when something is to be analyzed.

/** What a page calls its kinds of articles in JSON-LD. */
const ARTICLE = /(?:Article|Posting|Report)$/;

/**
 * The day of publication as the page tells machines, in Vietnam; nothing where it tells none or several.
 * @param {Element} article
 * @returns {string | undefined} ISO 8601
 */
export function publishedOf(article) {
  const { ownerDocument } = article;
  /** @param {ParentNode} scope */
  const within = (scope) =>
    [...scope.querySelectorAll("[itemprop~=datePublished]")].map(
      (node) => node.getAttribute("datetime") ?? node.getAttribute("content"),
    );
  const sources = [
    () => within(article),
    () =>
      [...ownerDocument.querySelectorAll('meta[property="article:published_time"]')].map((node) =>
        node.getAttribute("content"),
      ),
    () =>
      [...ownerDocument.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
        datesOf(script.textContent),
      ),
    () => within(ownerDocument),
  ];
  for (const source of sources) {
    const days = new Set(source().map(dayOf).filter(Boolean));
    if (days.size) return days.size === 1 ? [...days][0] : undefined;
  }
  return undefined;
}

/**
 * What structured data says of its articles.
 * @param {string} json
 * @returns {unknown[]}
 */
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

/**
 * The day in Vietnam: an evening in London is the next morning there.
 * @param {unknown} said
 * @returns {string | undefined}
 */
function dayOf(said) {
  const iso = typeof said === "string" ? said.trim() : "";
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d\S*?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso);
  if (!match) return undefined;
  if (!match[2]) return match[1];
  const time = new Date(iso.replace(" ", "T"));
  return Number.isNaN(time.getTime()) ? undefined : new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
