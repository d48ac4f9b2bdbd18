// Who is who across articles. The same name is the same person only where a post or a province is shared as well; else
// two people are kept apart, and the tables say that there are two of that name.

import { bodyKey, keyOf } from "./names.js";

/**
 * Joins the people of many articles.
 * @param {{article: number, who: number, person: string, head?: string, body?: string, place?: object}[]} holdings
 * @returns {{persons: number[], namesakes: Map<number, {number: number, of: number}>}} for each holding the person's number, and for
 *   people who share their name with others which of them they are
 */
export function joinPeople(holdings) {
  const groups = new Groups(holdings.length);
  const seen = new Map();
  holdings.forEach((holding, i) => {
    const name = keyOf(holding.person);
    // within one article the analyzer has already told people apart
    const shared = [`in ${holding.article}:${holding.who}`];
    const province = provinceOf(holding);
    if (province) shared.push(`at ${keyOf(province)}`);
    else if (holding.body) shared.push(`is ${postKey(holding)}`);
    for (const each of shared) {
      const key = `${name}|${each}`;
      if (seen.has(key)) groups.join(i, seen.get(key));
      else seen.set(key, i);
    }
  });
  const persons = holdings.map((_, i) => groups.of(i));
  return { persons, namesakes: namesakes(holdings, persons) };
}

/** A post by its head, body and place: the same key is the same post. */
export function postKey({ head, post, body, place }) {
  return [keyOf(head ?? post), bodyKey(body, place), keyOf(provinceOf({ place })), keyOf(place?.name)].join("|");
}

export const provinceOf = ({ place }) => place?.province ?? (place?.unit === "tỉnh" ? place.name : undefined);

function namesakes(holdings, persons) {
  const byName = new Map();
  holdings.forEach(({ person }, i) => {
    const name = keyOf(person);
    if (!byName.has(name)) byName.set(name, new Set());
    byName.get(name).add(persons[i]);
  });
  const out = new Map();
  for (const people of byName.values())
    if (people.size > 1) [...people].forEach((person, i) => out.set(person, { number: i + 1, of: people.size }));
  return out;
}

/** Disjoint sets, each known by its first member. */
class Groups {
  constructor(size) {
    this.parents = Array.from({ length: size }, (_, i) => i);
  }

  of(i) {
    while (this.parents[i] !== i) i = this.parents[i] = this.parents[this.parents[i]];
    return i;
  }

  join(a, b) {
    const [first, second] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    this.parents[second] = first;
  }
}
