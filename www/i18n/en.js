// English. The same keys as vi.js; a test compares the two.

import card from "./en/card.js";
import checks from "./en/checks.js";
import corrections from "./en/corrections.js";
import exports from "./en/exports.js";
import files from "./en/files.js";
import find from "./en/find.js";
import panels from "./en/panels.js";
import rules from "./en/rules.js";

export default {
  ...card,
  ...checks,
  ...corrections,
  ...exports,
  ...files,
  ...find,
  ...panels,
  ...rules,

  "page.title": "Lăng Kính – reading Vietnamese political news",
  skip: "To the article",
  privacy: "Nothing leaves your browser",
  footer:
    "The article is analyzed on this machine; the page sends nothing, stores nothing, and opens without a network too. It reads by rules and tables and can be wrong: check before you cite.",
  "theme.light": "Light",
  "theme.dark": "Dark",

  "intro.heading": "Read an article as an insider does",
  "intro.what":
    "Paste a piece of Vietnamese political or administrative news. Lăng Kính underlines who, in which post, at which body, which places, documents, events, times, figures and words said – then adds them up, every row leading back to its place in the text.",
  "input.edit": "Edit the text, paste another",
  "input.label": "Article",
  "input.placeholder": "Paste or type an article here …",
  "input.long": "At {letters} characters the text is too long for this box; all of it is below.",
  "input.again": "Read again",
  "input.pick": "Choose a file …",
  "input.pickFolder": "Choose a folder …",
  "input.clear": "Clear",
  "input.hint": ".docx, .pdf, .html, .txt, one or many; drop them anywhere on the page.",
  "samples.label": "Samples",
  "samples.all": "Read all five",
  docs: "Put Lăng Kính on your site",
  licenses: "Licenses of libraries and fonts",
  back: "‹ Back to the tables",
  "sample.0": "Long An, 2021: a 91st anniversary",
  "sample.1": "Hậu Giang, 2021: half-year review",
  "sample.2": "Quảng Trị, 2024: first-quarter briefing",
  "sample.3": "Cần Thơ, 2020: building a staff",
  "sample.4": "Hậu Giang, 2020: an interview",

  "status.busy": "Reading …",
  "status.loading": "Loading the analyzer, just once …",
  "status.cancel": "Stop",
  took: "{letters} characters analyzed in {ms} ms",
  "note.canceled": "Stopped. Your text is still in the box.",
  "note.nothing":
    "No entity was recognized: Lăng Kính reads news in Vietnamese only. See the warnings beside the article, or try a sample.",
  "note.htmlArticle": "Found the article in the HTML page and read its text only.",
  "note.htmlLimits":
    "This HTML page nests deeper than {depth} levels or has more than {elements} elements, so the article could not be sought in it; all of the page’s text was read.",
  "note.htmlWhole": "Found no article of its own in the HTML page, so all of the page’s text was read.",
  "error.empty": "There is no text to read. Paste an article or try a sample.",
  "error.tooLong": "The text is longer than 64 MB. Bring it in parts; what you typed is still there.",
  "error.analysis":
    "The analyzer met an error in this article and stopped. Your text is still in the box; try taking out one paragraph after another.",
  "error.start":
    "A part of the page could not be loaded; perhaps the network is down or the page has a new version. What you entered is still there; try again once there is a network.",
  "error.browser":
    "This browser lacks Web Workers or WebAssembly, which the page needs. Open it in a recent Firefox, Chrome, Edge or Safari.",
  "error.text": "This text could not be read. It is still in the box; try pasting only its words.",
  "error.copy": "The browser does not allow copying. Use the download button.",

  "article.label":
    "The article. Left and right arrows move through the entities, up and down out of and into nested ones, Enter opens the card.",
  "article.before": "The part before, {letters} characters, is not shown: go there",
  "article.after": "The part that follows, {letters} characters, is not shown: go there",
  "article.printed":
    "The article is too long to print: these are parts {from} to {to} of {all}; the HTML file under Copy, download holds all of it.",
  "overview.label": "The article at a glance",
  "chips.label": "Kinds of entities",
  "chips.hide": "Hide marks",
  "chips.show": "Show marks",
  more: "and {n} more",
  seconds: "{n} s",
  minutes: "{n} min",
  "meta.source": "Source: {source}",
  "meta.views": "{n} views",

  "zone.body": "body",
  "zone.title": "title",
  "zone.kicker": "kicker",
  "zone.section": "section",
  "zone.lead": "lead",
  "zone.dateline": "dateline",
  "zone.caption": "caption",
  "zone.byline": "byline",
  "zone.source": "source",
  "zone.heading": "heading",
  "zone.question": "question",
  "zone.chrome": "site chrome",

  "genre.news": "News",
  "genre.interview": "Interview",
  "genre.feature": "Feature",
  "genre.commentary": "Commentary",
  "genre.notice": "Notice",
  "genre.document": "Official document",

  "metric.words": "Words",
  "metric.sentences": "Sentences",
  "metric.sentencesNote": "mean {mean} syllables, longest {max}",
  "metric.reading": "Reading time",
  "metric.readability": "Difficulty",
  "metric.readabilityNote": "score {score}",
  "metric.diversity": "Vocabulary",
  "metric.diversityNote": "MATTR: share of words not repeated",
  "metric.density": "Entities",
  "metric.densityNote": "per 100 syllables",
  "metric.quoted": "Quoted",
  "metric.formulaic": "Formulaic",
  "metric.formulaicNote": "in set phrases",
};
