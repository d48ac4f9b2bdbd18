// An analysis as schema.org's `NewsArticle`, for search engines: what the article is about (what its head names), and what else it
// mentions.
//
// A name is not an identity. An `@id` comes only from a table of the host's that has a source (`ids`), and never for a
// person: two people of one name would become one.

import { records } from "../kinds.js";

/** Zones that say what an article is about. */
const HEAD = ["title", "kicker", "lead"];
const THINGS = ["person", "organization", "place", "document", "event"];

/**
 * @param {import("../langkinh.js").Analysis} analysis
 * @param {{url?: string, headline?: string, datePublished?: string, ids?: (kind: string, record: object) => string | undefined}} [options]
 * @returns {object} JSON-LD
 */
export function toJsonLd(
  analysis,
  { url, headline = analysis.meta.title, datePublished = analysis.meta.published, ids } = {},
) {
  const head = analysis.zones.filter(({ zone }) => HEAD.includes(zone));
  const isInHead = (id) => {
    const entity =
      analysis.entities[id]?.id === id ? analysis.entities[id] : analysis.entities.find((each) => each.id === id);
    return Boolean(entity) && head.some(({ start, end }) => start <= entity.start && entity.end <= end);
  };
  const about = [];
  const mentions = [];
  for (const kind of THINGS) {
    for (const record of records(analysis, kind)) {
      // what the text only implies it does not mention; who signs is no subject
      if (!record.mentions.length || record.credit) continue;
      const thing = clean(THING[kind](record, analysis));
      const id = kind === "person" ? undefined : ids?.(kind, record);
      (record.mentions.some(isInHead) ? about : mentions).push(
        id ? { "@type": thing["@type"], "@id": id, ...thing } : thing,
      );
    }
  }
  return clean({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url,
    headline,
    datePublished,
    inLanguage: "vi",
    author: analysis.meta.authors.map((name) => ({ "@type": "Person", name })),
    about,
    mentions,
  });
}

const THING = {
  person: ({ name, roles }) => ({
    "@type": "Person",
    name,
    // posts that the article says are held; not those left, or only coming
    jobTitle: [
      ...new Set(
        roles
          .filter(({ status, change }) => (!status || status === "acting") && !LEFT.includes(change))
          .map(({ title }) => title),
      ),
    ],
  }),
  organization: ({ name, branch, parent, place }, analysis) => ({
    "@type":
      branch === "state" || branch === "judicial"
        ? "GovernmentOrganization"
        : branch === "press"
          ? "NewsMediaOrganization"
          : "Organization",
    name,
    parentOrganization: named("Organization", analysis.organizations[parent]?.name),
    location: located(analysis.places[place]),
  }),
  place: (place) => ({
    "@type": place.code ? "AdministrativeArea" : "Place",
    name: placeName(place),
    // the code of the General Statistics Office, as of the day of the article
    identifier: place.code && { "@type": "PropertyValue", propertyID: "Mã đơn vị hành chính", value: place.code },
    containedInPlace:
      place.province && place.province !== place.name ? named("AdministrativeArea", place.province) : undefined,
  }),
  document: ({ name, type, number, symbol, date, issuer, title }) => ({
    "@type": "Legislation",
    name,
    alternateName: title,
    legislationType: type,
    legislationIdentifier: symbol ?? number,
    legislationDate: date,
    legislationPassedBy: named("Organization", issuer),
  }),
  event: ({ name, date, place, organization }, analysis) => ({
    "@type": "Event",
    name,
    startDate: date?.split("/")[0],
    location: located(analysis.places[place]),
    organizer: named("Organization", analysis.organizations[organization]?.name),
  }),
};

const LEFT = ["dismissed", "resigned", "retired"];
const placeName = ({ unit, name }) => [unit, name].filter(Boolean).join(" ");
/** Where something is, as far as the article says so itself: what was inferred is not published. */
const located = (place) => (place && !place.basis ? named("AdministrativeArea", placeName(place)) : undefined);
const named = (type, name) => (name ? { "@type": type, name } : undefined);

/** Without what is not known. */
function clean(object) {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
