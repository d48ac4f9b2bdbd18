// Bodies as a tree: each under the body it belongs to.

import { placeName } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { at } from "../kinds.js";
import { list, panel, row } from "./parts.js";

/** @import { Analysis, Organization } from "../pkg/analysis.js" */

/** @param {import("../reading.js").Context} context */
export function bodies(context) {
  const { organizations } = context.analysis;
  return panel("bodies", organizations.length, () => {
    const { tops, children } = forest(organizations);
    /**
     * @param {number} i
     * @returns {HTMLElement}
     */
    const item = (i) =>
      el(
        "li",
        {},
        row(context, organizations[i].mentions, organizations[i].name, note(organizations[i], context.analysis)),
        children[i].length > 0 && list(children[i], item),
      );
    return list(tops, item, { class: "tree" });
  });
}

/**
 * The bodies as trees: those without a parent, and the children of each.
 * @param {Organization[]} organizations
 * @returns {{tops: number[], children: number[][]}}
 */
export function forest(organizations) {
  /** @type {number[][]} */
  const children = organizations.map(() => []);
  /** @type {number[]} */
  const tops = [];
  organizations.forEach((body, i) =>
    (body.parent === undefined || isTop(organizations, i) ? tops : children[body.parent]).push(i),
  );
  return { tops, children };
}

/**
 * No parent, or parents that go round in a ring: such a body starts a tree of its own.
 * @param {Organization[]} organizations
 * @param {number} i
 */
function isTop(organizations, i) {
  const seen = new Set();
  for (let at = /** @type {number|undefined} */ (i); at !== undefined; at = organizations[at]?.parent) {
    if (seen.has(at)) return at === i && Math.min(...seen) === i;
    seen.add(at);
  }
  return organizations[i].parent === undefined;
}

/**
 * @param {Organization} body
 * @param {Analysis} analysis
 */
function note({ branch, level, place, name }, analysis) {
  const where = at(analysis.places, place);
  return [t(`branch.${branch}`), level && t(`level.${level}`), where && !name.includes(where.name) && placeName(where)]
    .filter(Boolean)
    .join(" · ");
}
