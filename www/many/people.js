// Who is who across articles. The same name is the same person only where a post or a province is shared as well; else
// two people are kept apart, and the tables say that there are two of that name.

import { bodyKey, keyOf } from "./names.js";

/** @import { Where } from "./rows.js" */
/** @typedef {{head?: string, post?: string, body?: string, place?: Partial<Where>}} Post */
/** @typedef {Post & {article: number, who: number, person: string}} Holder */
/** @typedef {{number: number, of: number}} Namesake which of the people of one name */

/**
 * Joins the people of many articles.
 * @param {Holder[]} holdings
 * @returns {{persons: number[], namesakes: Map<number, Namesake>}} for each holding the person's number, and for
 *   people who share their name with others which of them they are
 */
export function joinPeople(holdings) {
  const groups = new Groups(holdings.length);
  /** @type {Map<string, number>} */
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
      const first = seen.get(key);
      if (first === undefined) seen.set(key, i);
      else groups.join(i, first);
    }
  });
  const persons = holdings.map((_, i) => groups.of(i));
  return { persons, namesakes: namesakes(holdings, persons) };
}

/**
 * A post by its head, body and place: the same key is the same post.
 * @param {Post} post
 */
export function postKey({ head, post, body, place }) {
  return [keyOf(head ?? post), bodyKey(body, place), keyOf(provinceOf({ place })), keyOf(place?.name)].join("|");
}

/** @param {Pick<Post, "place">} post */
export const provinceOf = ({ place }) => place?.province ?? (place?.unit === "tỉnh" ? place.name : undefined);

/**
 * @param {Holder[]} holdings
 * @param {number[]} persons
 */
function namesakes(holdings, persons) {
  /** @type {Map<string, Set<number>>} */
  const byName = new Map();
  holdings.forEach(({ person }, i) => {
    const name = keyOf(person);
    byName.set(name, (byName.get(name) ?? new Set()).add(persons[i]));
  });
  /** @type {Map<number, Namesake>} */
  const out = new Map();
  for (const people of byName.values())
    if (people.size > 1) [...people].forEach((person, i) => out.set(person, { number: i + 1, of: people.size }));
  return out;
}

/** Disjoint sets, each known by its first member. */
class Groups {
  /** @param {number} size */
  constructor(size) {
    this.parents = Array.from({ length: size }, (_, i) => i);
  }

  /** @param {number} i */
  of(i) {
    while (this.parents[i] !== i) i = this.parents[i] = this.parents[this.parents[i]];
    return i;
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  join(a, b) {
    const [first, second] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    this.parents[second] = first;
  }
}
