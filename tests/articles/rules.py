"""What each rule contributes on the development half: writes tests/articles/RULES.md.

For each rule: the spans that carry its name, how many of them are right, and what the F1 of all spans becomes when the
analyzer runs without it (one rule's proposals are not taken up; all others may then do what it did). The rules are those
of the register, `src/entities/rules.tsv`.
"""

import sys
from collections import Counter

import corpus

OUT = corpus.ROOT / "tests/articles/RULES.md"


def contributions(articles, found):
    """Counters of spans found and of spans right, by rule."""
    proposed, right = Counter(), Counter()
    for article, given in zip(articles, found):
        proposed.update(given.rules.values())
        right.update(rule for span, rule in given.rules.items() if span in article.spans)
    return proposed, right


def f1(articles, found):
    """The F1 of all spans."""
    tally = corpus.Tally()
    for article, given in zip(articles, found):
        tally.compare(article.spans, given.spans)
    return tally.f1


def main():
    """Measures and writes the table."""
    dev, seeds = corpus.load("dev"), corpus.load("seeds")
    if not dev:
        sys.exit("no articles: `make articles` first")
    everything = dev + seeds
    found = corpus.analyze(everything)
    proposed, right = contributions(dev, found)
    seed_right = contributions(seeds, found[len(dev) :])[1]
    whole = f1(dev, found)
    rows, nothing = [], []
    for rule in (row["rule"] for row in corpus.run("--rules")):
        change = f1(dev, corpus.analyze(dev, without=rule)) - whole if proposed[rule] else 0
        wrong = proposed[rule] - right[rule]
        without = f"{100 * change:+.2f}" if proposed[rule] else "–"
        rows.append(f"| `{rule}` | {proposed[rule]} | {right[rule]} | {wrong} | {seed_right[rule]} | {without} |")
        if not right[rule] and not seed_right[rule]:
            nothing.append(f"- `{rule}`")
    text = f"""# What each rule contributes

Written by `make rules`: {len(dev)} articles of the development half, F1 of all spans {100 * whole:.2f}. The last column is what
happens to it without the rule, in points; a rule that several others can stand in for changes little.

| rule | spans | right | wrong | right on the seeds | F1 without |
| --- | ---: | ---: | ---: | ---: | ---: |
{chr(10).join(rows)}

Without a right span on the development half and on the seeds, because neither has such a case. They are kept for what the
guidelines name (laws, drafts, editions, organs of foreign states, foreign and Highlands names …); each has its cases in tests/rules:

{chr(10).join(nothing) or "none."}
"""
    OUT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
