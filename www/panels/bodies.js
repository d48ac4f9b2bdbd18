// Bodies as a tree: each under the body it belongs to.

import { placeName } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { list, panel, row } from "./parts.js";

export function bodies(context) {
  const { organizations } = context.analysis;
  return panel("bodies", organizations.length, () => {
    const { tops, children } = forest(organizations);
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
 * @returns {{tops: number[], children: number[][]}}
 */
export function forest(organizations) {
  const children = organizations.map(() => []);
  const tops = [];
  organizations.forEach((body, i) => (isTop(organizations, i) ? tops : children[body.parent]).push(i));
  return { tops, children };
}

/** No parent, or parents that go round in a ring: such a body starts a tree of its own. */
function isTop(organizations, i) {
  const seen = new Set();
  for (let at = i; at !== undefined; at = organizations[at]?.parent) {
    if (seen.has(at)) return at === i && Math.min(...seen) === i;
    seen.add(at);
  }
  return organizations[i].parent === undefined;
}

function note({ branch, level, place, name }, analysis) {
  const where = analysis.places[place];
  return [t(`branch.${branch}`), level && t(`level.${level}`), where && !name.includes(where.name) && placeName(where)]
    .filter(Boolean)
    .join(" · ");
}
