// `langkinh/json-ld`: an analysis as schema.org, for search engines. Needs no `lib.dom`.
import type { Analysis, Document, Event, Organization, Place } from "../langkinh.js";

export interface JsonLdOptions {
  /** The article's address. */
  url?: string;
  /** Its headline; else the title that the analysis found. */
  headline?: string;
  /** ISO 8601; else the day that the text itself says. */
  datePublished?: string;
  /**
   * The `@id` of a record, from a table of yours that has a source; nothing where there is none. Never asked for persons: two people of one
   * name would become one.
   */
  ids?: (kind: "organization" | "place" | "document" | "event", record: Organization | Place | Document | Event) => string | undefined;
}

/** What schema.org calls a thing. */
export interface Thing {
  "@type": string;
  "@id"?: string;
  name: string;
  [property: string]: unknown;
}

export interface NewsArticle {
  "@context": "https://schema.org";
  "@type": "NewsArticle";
  url?: string;
  headline?: string;
  datePublished?: string;
  inLanguage: "vi";
  author?: Thing[];
  /** What title, kicker and lead name. */
  about?: Thing[];
  /** What else the article names. */
  mentions?: Thing[];
}

/** People, bodies, places, documents and events of an article. What was only inferred is left out. */
export function toJsonLd(analysis: Analysis, options?: JsonLdOptions): NewsArticle;
