import { el } from "../dom.js";
import { list, panel, row } from "./parts.js";

/**
 * Posts that nobody in the article is said to hold.
 * @param {import("../reading.js").Context} context
 */
export function roles(context) {
  const vacant = context.analysis.roles.filter((role) => role.holders.length === 0);
  return panel("roles", vacant.length, () =>
    list(vacant, (role) => el("li", {}, row(context, role.mentions, role.title))),
  );
}
