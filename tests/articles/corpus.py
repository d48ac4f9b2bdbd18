"""The annotated articles as they are compared: their gold spans, and what the analyzer finds in them."""

import json
import os
import subprocess
from collections import Counter, namedtuple
from pathlib import Path

import stored

ROOT = Path(__file__).parent.parent.parent
MARKS = {
    "person": "PER",
    "role": "ROLE",
    "organization": "ORG",
    "place": "LOC",
    "document": "DOC",
    "event": "EVENT",
    "time": "TIME",
    "quantity": "QTY",
    "quote": "QUOTE",
    "abbreviation": "ABBR",
}

# spans: a set of (start, end, kind); news: political or ordinary; file: the text
Article = namedtuple("Article", "name news text spans file")
# rules: (start, end, kind) → the rule that proposed it
Found = namedtuple("Found", "spans rules")


def load(part):
    """The articles of `seeds`, or of the rebuilt `dev` or `unseen`, by name."""
    gold = ROOT / ("tests/gold" if part == "seeds" else f"target/articles/{part}")
    articles = []
    for file in sorted(gold.glob("*.gold.txt")):
        name = file.name.removesuffix(".gold.txt")
        text, spans = stored.parse_marks(file.read_bytes().decode("utf-8"))
        news, source = "political", ROOT / "seeds" / f"{name}.txt"
        if part != "seeds":
            about = json.loads((ROOT / "tests/articles" / part / f"{name}.json").read_text(encoding="utf-8"))
            news, source = about["news"], gold / f"{name}.txt"
        articles.append(Article(name, news, text, set(spans), source))
    return articles


def run(*arguments, **environment):
    """The lines of JSON that the command prints; a build with debug assertions, which minds `LANGKINH_WITHOUT`."""
    command = ["cargo", "run", "--quiet", "--locked", "--bin", "langkinh", "--", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def analyze(articles, without=""):
    """What the analyzer finds in each article, without one rule (the empty name leaves none out)."""
    files = [str(a.file) for a in articles]
    by_file = {}
    for line in run(*files, LANGKINH_WITHOUT=without):
        rules = {(e["start"], e["end"], MARKS[e["kind"]]): e["rule"] for e in line["analysis"]["entities"]}
        by_file[line["file"]] = Found(set(rules), rules)
    return [by_file[file] for file in files]


class Tally(Counter):
    """Counts of `hit`, `missed` and `wrong`."""

    def compare(self, gold, found):
        """Adds the comparison of two sets."""
        self.update(hit=len(gold & found), missed=len(gold - found), wrong=len(found - gold))
        return self

    @property
    def precision(self):
        """1 where nothing was found."""
        return self["hit"] / (self["hit"] + self["wrong"]) if self["hit"] + self["wrong"] else 1.0

    @property
    def recall(self):
        """1 where there was nothing to find."""
        return self["hit"] / (self["hit"] + self["missed"]) if self["hit"] + self["missed"] else 1.0

    @property
    def f1(self):
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
