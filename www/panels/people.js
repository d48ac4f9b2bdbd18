// People with every post, seen by person or by body.

import { holdingNotes, holdingPlace, postLine } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { choice, groupBy, list, panel, row } from "./parts.js";

/** @import { Holding, Person } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

/** @type {Record<string, (context: Context) => HTMLElement>} */
const VIEWS = { person: byPerson, body: byBody };
let view = "person";

/** @param {Context} context */
export function people(context) {
  const { people, roles } = context.analysis;
  return panel("people", people.length, () => {
    const holder = el("div", {});
    const draw = (/** @type {string} */ key) => {
      view = key;
      holder.replaceChildren(VIEWS[view](context));
    };
    draw(view);
    return [
      roles.some((role) => role.holders.length) &&
        choice(t("people.view"), Object.keys(VIEWS), view, draw, (key) => t(`people.by.${key}`)),
      holder,
    ];
  });
}

/**
 * Those who hold a post first, then those only named, then the credits.
 * @param {Context} context
 */
function byPerson(context) {
  const shown = [...context.analysis.people].sort((a, b) => rank(a) - rank(b) || first(a) - first(b));
  return list(shown, (person) =>
    el(
      "li",
      {},
      row(context, person.mentions, person.name, person.credit && t(`credit.${person.credit}`)),
      person.roles.length > 0 &&
        el(
          "ul",
          { class: "posts" },
          person.roles.map((holding) =>
            el(
              "li",
              {},
              row(
                context,
                evidence(holding, context),
                [
                  holding.title,
                  holdingPlace(holding, context.analysis) &&
                    el("small", {}, ` · ${holdingPlace(holding, context.analysis)}`),
                ],
                holdingNotes(holding),
              ),
            ),
          ),
        ),
    ),
  );
}

/**
 * Under each body its posts and who holds them; posts of no body come last.
 * @param {Context} context
 */
function byBody(context) {
  const { organizations, people } = context.analysis;
  const held = people.flatMap((person) => person.roles.map((holding) => ({ person, holding })));
  const groups = groupBy(held, ({ holding }) => context.analysis.roles[holding.role].organization ?? -1);
  const order = [...groups.keys()].sort(
    (a, b) => Number(a < 0) - Number(b < 0) || first(organizations[a]) - first(organizations[b]),
  );
  return list(order, (body) =>
    el(
      "li",
      { class: "group" },
      body < 0
        ? el("h3", {}, t("people.noBody"))
        : el("h3", {}, row(context, organizations[body].mentions, organizations[body].name)),
      el(
        "ul",
        { class: "posts" },
        groups
          .get(body)
          ?.map(({ person, holding }) =>
            el(
              "li",
              {},
              row(context, evidence(holding, context), [
                el("b", {}, person.name),
                " ",
                postLine(holding, context.analysis),
              ]),
            ),
          ),
      ),
    ),
  );
}

/**
 * Where the text says so: the post if it is marked, else whatever vouches for it.
 * @param {Holding} holding
 * @param {Context} context
 */
function evidence(holding, { analysis }) {
  const post = holding.evidence.find((id) => analysis.entities[id].kind === "role");
  return post === undefined ? holding.evidence.slice(0, 1) : [post];
}

/** @param {Person} person */
const rank = (person) => (person.roles.length ? 0 : person.credit ? 2 : 1);
/** @param {{mentions: number[]}|undefined} record */
const first = (record) => record?.mentions[0] ?? Infinity;
