// What is known of a record, as rows of the card: `[label, value or values]`. One function a kind. Where a row names
// something else of the article, it leads there.

import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { at } from "../kinds.js";
import { dateWording } from "../text/dates.js";
import { addsTo, figure, holdingNotes, holdingPlace, interval, placeName, today, wordsOf } from "./values.js";

/** @import { Child } from "../dom.js" */
/** @import { RecordOf } from "../kinds.js" */
/** @import { Entity, Holding, Index, Kind, Organization, Person, Role } from "../pkg/analysis.js" */
/** @typedef {Pick<import("../reading.js").Context, "analysis"|"text"|"toEntity"|"toSpan">} Context */
/** @typedef {[label: string, value: Child|Child[]]} Row */

/** How many values a row lists. */
const LISTED = 12;

/**
 * The rows of an entity's record; those without a value are left out.
 * @template {Kind} K
 * @param {RecordOf[K]} record
 * @param {Entity & {kind: K}} entity
 * @param {Context} context
 * @returns {[label: string, values: Child[]][]}
 */
export function rows(record, entity, context) {
  const isThere = (/** @type {Row[1]} */ value) =>
    value !== undefined &&
    value !== null &&
    value !== false &&
    value !== "" &&
    !(Array.isArray(value) && value.length === 0);
  return ROWS[entity.kind](record, context, entity)
    .filter(([, value]) => isThere(value))
    .map(([label, value]) => {
      const values = Array.isArray(value) ? value : [value];
      return [
        label,
        values.length > LISTED
          ? [...values.slice(0, LISTED), t("more", { n: number(values.length - LISTED) })]
          : values,
      ];
    });
}

/** @type {{[K in Kind]: (record: RecordOf[K], context: Context, entity: Entity) => Row[]}} */
const ROWS = {
  person: (person, context) => [
    [t("card.credit"), person.credit && t(`credit.${person.credit}`)],
    [t("card.posts"), person.roles.map((holding) => post(holding, context))],
    [t("card.said"), said(person, context)],
  ],
  role: (role, context) => [
    [t("card.head"), role.head !== role.title && vi(role.head)],
    [t("card.body"), link(context, at(context.analysis.organizations, role.organization))],
    [t("card.place"), place(context, role.place)],
    [t("card.holders"), role.holders.map((person) => holder(person, role, context))],
  ],
  organization: (body, context, entity) => {
    const { organizations, roles, documents, relations } = context.analysis;
    const issued = relations.filter(
      ({ predicate, object }) =>
        predicate === "issued_by" && object.kind === "organization" && object.record === entity.record,
    );
    return [
      [
        t("card.branch"),
        [t(`branch.${body.branch}`), body.level && t(`level.${body.level}`)].filter(Boolean).join(" · "),
      ],
      [t("card.parent"), chain(organizations, entity.record).map((each) => link(context, each))],
      [
        t("card.children"),
        organizations.filter((each) => each.parent === entity.record).map((each) => link(context, each)),
      ],
      [t("card.place"), place(context, body.place)],
      [
        t("card.posts"),
        roles.filter((role) => role.organization === entity.record).map((role) => postOf(role, context)),
      ],
      [t("card.issued"), issued.map(({ subject }) => link(context, documents[subject.record]))],
    ];
  },
  place: (place) => [
    [t("card.unit"), vi(place.unit)],
    [t("card.province"), place.province && [vi(place.province), place.code && code(place.code)].filter(Boolean)],
    [t("card.code"), !place.province && place.code && code(place.code)],
    [
      t("card.today"),
      place.today?.map((unit, i) => el("span", { lang: "vi" }, today(place)?.[i], " ", code(unit.code))),
    ],
    [t("card.basis"), place.basis && t(`basis.${place.basis}`)],
  ],
  document: (document) => {
    const { known } = document;
    return [
      [t("card.type"), vi(document.type)],
      [t("card.number"), !document.symbol && document.number],
      [t("card.symbol"), told(document.symbol, known?.symbol)],
      [t("card.date"), told(day(document.date), day(known?.date))],
      [t("card.issuer"), told(document.issuer, known?.issuer)],
      [t("card.about"), told(document.title, known?.subject)],
    ];
  },
  event: (event, context) => [
    [t("card.kind"), t(`event.${event.kind}`)],
    [t("card.ordinal"), event.ordinal && number(event.ordinal)],
    [t("card.term"), event.term && interval(event.term)],
    [t("card.date"), day(event.date)],
    [t("card.body"), link(context, at(context.analysis.organizations, event.organization))],
    [t("card.place"), place(context, event.place)],
  ],
  time: (time, context, entity) => [
    [t("card.day"), time.value && dateWording(time.value)],
    [t("card.iso"), time.value ? el("code", {}, time.value) : t("card.unresolved")],
    [t("card.granularity"), time.granularity && t(`granularity.${time.granularity}`)],
    [t("card.assumed"), time.assumed && t(`assumed.${time.assumed}`)],
    [
      t("card.figures"),
      context.analysis.quantities
        .filter((quantity) => quantity.time === entity.record)
        .map((quantity) => mention(context, quantity.entity)),
    ],
  ],
  quantity: (quantity, context) => [
    [t("card.value"), figure(quantity)],
    [t("card.unit"), vi(quantity.unit)],
    [t("card.comparison"), quantity.comparison && t(`comparison.${quantity.comparison}`)],
    [t("card.of"), vi(quantity.of)],
    [t("card.when"), quantity.time !== undefined && mention(context, context.analysis.times[quantity.time].entity)],
  ],
  quote: (quote, context) => [
    [t("card.kind"), t(`quote.${quote.kind}`)],
    [t("card.speaker"), quote.speaker && speaker(quote.speaker, context)],
    [t("card.parts"), quote.parts?.map(vi)],
  ],
  abbreviation: (abbreviation, context) => [
    [t("card.long"), vi(abbreviation.long)],
    [t("card.defined"), t(abbreviation.defined ? "defined.here" : "defined.known")],
    [
      t("card.uses"),
      el(
        "span",
        {},
        number(abbreviation.uses.length),
        " ",
        spots(abbreviation.uses.map((span) => () => context.toSpan(span))),
      ),
    ],
  ],
};

/**
 * The name of a record; leads to where it stands first, if it stands anywhere.
 * @param {Context} context
 * @param {{mentions: Index[], name?: string, title?: string}|undefined} record
 */
function link(context, record) {
  if (!record) return undefined;
  const name = record.name ?? record.title;
  return to(context, record, name);
}

/**
 * The words of one entity, leading to it.
 * @param {Context} context
 * @param {Index} id
 */
function mention(context, id) {
  return button(wordsOf(context.analysis.entities[id], context.text), () => context.toEntity(id), {
    class: "link",
    lang: "vi",
  });
}

/**
 * @param {Context} context
 * @param {Index|undefined} index
 */
function place(context, index) {
  const record = at(context.analysis.places, index);
  if (!record) return undefined;
  return to(context, record, placeName(record));
}

/**
 * A button to where a record stands first, plain words for one that the text only implies.
 * @param {Context} context
 * @param {{mentions: Index[]}} record
 * @param {string|undefined} name
 */
function to(context, record, name) {
  return record.mentions.length
    ? button(name, () => context.toEntity(record.mentions[0]), { class: "link", lang: "vi" })
    : vi(name);
}

/**
 * Words of the article or of our tables: Vietnamese in both languages of the page.
 * @param {string|undefined} words
 */
function vi(words) {
  return words && el("span", { lang: "vi" }, words);
}

/**
 * A post somebody holds: how, since when, and the places of the text that say so.
 * @param {Holding} holding
 * @param {Context} context
 */
function post(holding, context) {
  const { entities } = context.analysis;
  const posts = holding.evidence.filter((id) => entities[id].kind === "role");
  const evidence = posts.length ? posts : holding.evidence;
  const where = holdingPlace(holding, context.analysis);
  const notes = holdingNotes(holding);
  return el(
    "span",
    {},
    vi(holding.title),
    where && el("small", { lang: "vi" }, ` · ${where}`),
    notes && el("small", {}, ` · ${notes}`),
    " ",
    spots(evidence.map((id) => () => context.toEntity(id))),
  );
}

/**
 * @param {Index} index of a person
 * @param {Role} role
 * @param {Context} context
 */
function holder(index, role, context) {
  const person = context.analysis.people[index];
  const holding = person.roles.find(({ role: held }) => context.analysis.roles[held] === role);
  const notes = holding && holdingNotes(holding);
  return el("span", {}, link(context, person), notes && el("small", {}, ` ${notes}`));
}

/**
 * @param {Role} role
 * @param {Context} context
 */
function postOf(role, context) {
  const names = role.holders.map((person) => context.analysis.people[person].name).join(", ");
  return el("span", {}, link(context, role), names && el("small", { lang: "vi" }, ` ${names}`));
}

/**
 * The speeches of a person, by the words that name the speaker.
 * @param {Person} person
 * @param {Context} context
 */
function said(person, context) {
  return context.analysis.quotes
    .filter(({ kind, speaker: name }) => kind === "speech" && name && isNamed(person, name))
    .map((quote) => {
      const words = wordsOf(context.analysis.entities[quote.entity], context.text);
      return button(
        `“${words.length > 70 ? `${words.slice(0, 70).trimEnd()}…` : words}”`,
        () => context.toEntity(quote.entity),
        { class: "link", lang: "vi" },
      );
    });
}

/**
 * @param {string} name
 * @param {Context} context
 */
function speaker(name, context) {
  const person = context.analysis.people.find((each) => isNamed(each, name));
  return person ? to(context, person, name) : vi(name);
}

/**
 * @param {Person} person
 * @param {string} name
 */
const isNamed = (person, name) => person.name === name || name.endsWith(` ${person.name}`);

/**
 * The bodies above a body, nearest first; a ring ends where it began.
 * @param {Organization[]} organizations
 * @param {Index} index
 */
function chain(organizations, index) {
  const out = [];
  const seen = new Set([index]);
  for (let at = organizations[index].parent; at !== undefined && !seen.has(at); at = organizations[at].parent) {
    seen.add(at);
    out.push(organizations[at]);
  }
  return out;
}

/**
 * What the article says, and beside it what our tables know where that adds something: marked as ours.
 * @param {string|undefined} said
 * @param {string|undefined} known
 */
function told(said, known) {
  return [
    vi(said),
    addsTo(said, known) && el("span", { class: "ours" }, vi(known), " ", el("small", {}, t("card.ours"))),
  ].filter(Boolean);
}

/** @param {string|undefined} iso */
const day = (iso) => iso && interval(iso);
/** @param {string} value */
const code = (value) => el("code", { title: t("card.code") }, value);

/**
 * Small numbered buttons, one a place.
 * @param {(() => void)[]} acts
 */
function spots(acts) {
  return el(
    "span",
    { class: "spots" },
    acts
      .slice(0, LISTED)
      .map((act, i) =>
        button(number(i + 1), act, { class: "spot", aria: { label: t("placeNumber", { n: number(i + 1) }) } }),
      ),
  );
}
