"""Compares the analyzer with underthesea's NER on the annotated articles: people, bodies and places, strictly.

    python3 tests/peers/compare.py PYTHON PART... [--readme]

PYTHON is an interpreter that has tests/peers/requirements.txt. PART is `seeds`, `dev` or `unseen`; both systems are run
on the same articles and judged by the same rules (conventions.py). `--write` puts the table into tests/ACCURACY.md.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "articles"))

import corpus  # noqa: E402
import stored  # noqa: E402
from conventions import BOTH, KINDS  # noqa: E402

NEWS = ("political", "ordinary")


def characters(text, spans):
    """Spans in UTF-16 code units as spans in characters."""
    at, where = 0, {}
    for n, char in enumerate(text):
        where[at] = n
        at += stored.units(char)
    where[at] = len(text)
    return {(where[start], where[end], kind) for start, end, kind in spans}


def peer(python, articles):
    """What underthesea finds in each article."""
    lines = "".join(json.dumps({"id": a.name, "text": a.text}) + "\n" for a in articles)
    script = [python, str(HERE / "underthesea_ner.py")]
    answer = subprocess.run(script, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    answers = {a["id"]: a for a in map(json.loads, answer.splitlines())}
    lost = sum(a["lost"] for a in answers.values())
    if lost:
        print(f"{lost} tokens of underthesea could not be found in the text again", file=sys.stderr)
    return [{tuple(s) for s in answers[a.name]["spans"]} for a in articles]


def scores(articles, found):
    """(news, rules, kind) → tally, `all` adding the kinds up."""
    tallies = {}
    for article, spans in zip(articles, found):
        gold = characters(article.text, article.spans)
        for rules, convention in BOTH.items():
            want, got = convention(article.text, gold), convention(article.text, spans)
            for kind in (*KINDS, "all"):
                tally = tallies.setdefault((article.news, rules, kind), corpus.Tally())
                tally.compare({s for s in want if kind in (s[2], "all")}, {s for s in got if kind in (s[2], "all")})
    return tallies


def table(ours, theirs):
    """The comparison in Markdown."""
    rows = [
        "| news | | in the gold | F1 (ours) | F1 (underthesea) | in the gold | F1 (ours) | F1 (underthesea) |",
        "| --- | --- | " + " | ".join(["---:"] * 6) + " |",
    ]
    for news in NEWS:
        for kind in (*KINDS, "all"):
            cells = []
            for rules in BOTH:
                if not (mine := ours.get((news, rules, kind))):
                    continue
                cells += [str(mine["hit"] + mine["missed"]), f"{mine.f1:.3f}", f"{theirs[news, rules, kind].f1:.3f}"]
            if cells:
                rows.append(f"| {news} | {kind} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def compare(python, parts):
    """The table on these parts of the annotated articles."""
    articles = [a for part in parts for a in corpus.load(part)]
    if not articles:
        sys.exit("no articles: `make articles` first")
    we = [characters(a.text, f.spans) for a, f in zip(articles, corpus.analyze(articles))]
    return len(articles), table(scores(articles, we), scores(articles, peer(python, articles)))


def main(python, *parts):
    """Prints the table; with --write it goes into tests/ACCURACY.md."""
    count, rows = compare(python, [p for p in parts if p != "--write"])
    print(rows)
    if "--write" in parts:
        page = corpus.ROOT / "tests" / "ACCURACY.md"
        block = f"<!-- peers -->\nOn {count} articles; the left three columns by our rules, the right three by theirs.\n\n{rows}\n<!-- /peers -->"
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"<!-- peers -->.*<!-- /peers -->", lambda _: block, text, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
