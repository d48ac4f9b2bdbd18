// What the element says in English; the words of cards are those of the page. `one|many`: the number decides.

import values from "../i18n/en/values.js";

export default {
  ...values,
  start: "Mark the people, bodies, documents … in this article",
  busy: "Reading the article …",
  legend: "Kinds that are shown",
  list: "What is marked: {n}",
  none: "Nothing was found to mark.",
  more: "and {n} more",
  by: "Read by Lăng Kính, automatically; it can be wrong.",
  "count.person": "{n} person|{n} people",
  "count.role": "{n} post|{n} posts",
  "count.organization": "{n} body|{n} bodies",
  "count.place": "{n} place|{n} places",
  "count.document": "{n} document|{n} documents",
  "count.event": "{n} event|{n} events",
  "count.time": "{n} time|{n} times",
  "count.quantity": "{n} figure|{n} figures",
  "count.quote": "{n} quote|{n} quotes",
  "count.abbreviation": "{n} abbreviation|{n} abbreviations",
  "failed.target": "There is no article to read.",
  "failed.text": "This article cannot be read.",
  "failed.module": "The reader could not be loaded.",
  "failed.analysis": "The analysis that came with it is of another text.",
  "failed.other": "The reader failed.",
};
