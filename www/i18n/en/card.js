// The card of an entity, beside the words of values.js.

import values from "./values.js";

export default {
  ...values,
  "card.why": "Why it is marked:",
  "card.level": "Level",
  "card.ordinal": "Ordinal",
  "card.iso": "ISO 8601",
  "card.comparison": "Extent",
  "card.said": "Said",
  "card.children": "Parts",
  "card.issued": "Issued",
  "card.figures": "Figures of that time",
  "card.inside": "Inside",
  "event.term": "term {term}",
  "citation.copy": "Copy",
  "citation.copyOf": "Copy the citation of {name}",
  "citation.copyAll": "Copy all {n}",
  "citation.copied":
    "The citation is on the clipboard; what stands in square brackets, if anything, is from our tables.",
  "citation.ours":
    "What stands in italics the article does not say: it is from our tables, and is copied in square brackets.",
  "card.unit": "Unit",
  "card.granularity": "Precision",
  "card.uses": "Uses",
  "granularity.time": "time of day",
  "granularity.day": "day",
  "granularity.week": "week",
  "granularity.month": "month",
  "granularity.quarter": "quarter",
  "granularity.half": "half-year",
  "granularity.year": "year",
  "granularity.term": "term",
  "granularity.decade": "decade",
  "granularity.century": "century",
  "granularity.interval": "interval",
};
