import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { postLine } from "../card/values.js";
import { panel, list, row } from "./parts.js";

/** People with every post, those who hold one first; then the credits. */
export function people(context) {
  const { analysis } = context;
  const shown = [...analysis.people].sort((a, b) => rank(a) - rank(b) || first(a) - first(b));
  return panel("people", shown.length, list(shown, (person) => el("li", {},
    row(context, person.mentions, person.name, person.credit && t(`credit.${person.credit}`)),
    person.roles.length > 0 && el("ul", { class: "posts" }, person.roles.map((holding) => {
      const at = holding.evidence.find((id) => analysis.entities[id].kind === "role");
      return el("li", {}, row(context, at === undefined ? holding.evidence.slice(0, 1) : [at], postLine(holding, analysis)));
    })))));
}

const rank = (person) => (person.credit && person.roles.length === 0 ? 1 : 0);
const first = (person) => person.mentions[0] ?? Infinity;
