// The tables that can be exported, in the order in which they are offered: known before what makes them is loaded.

export const TABLE_KEYS = [
  "entities",
  "people",
  "roles",
  "organizations",
  "places",
  "documents",
  "events",
  "times",
  "quantities",
  "quotes",
  "abbreviations",
  "relations",
  "checks",
  "topics",
  "keyphrases",
  "formulas",
  "measures",
  "zones",
  "corrections",
];
