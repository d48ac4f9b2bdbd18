"""What differs between the analyses of a commit and those of the working tree.

    python3 tests/articles/same.py BASE [--texts FOLDER]    the samples, the rebuilt articles, every text of FOLDER
    python3 tests/articles/same.py BASE --gained            spans and facts gained and lost on the development half

Both commands are built and read every text; their lines of JSON are compared byte for byte. For each text that differs a
short difference is printed, but of the unseen half only how many articles differ. The exit status is 1 where anything does
(with `--gained` 0: a gain is no fault).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus
import stored

AT = corpus.ROOT / "target" / "same"
# lines of difference shown for one text
SHOWN = 20
# files read by one run of a command
CHUNK = 40
# which array a number in a field points into; `parent` of a body, and the fields that hold lists
POINTS = {
    "organization": "organizations",
    "superior": "organizations",
    "place": "places",
    "role": "roles",
    "person": "people",
    "time": "times",
    "holders": "people",
    "parent": "organizations",
}
KINDS = {
    "person": "people",
    "role": "roles",
    "organization": "organizations",
    "place": "places",
    "document": "documents",
    "event": "events",
    "time": "times",
    "quantity": "quantities",
    "quote": "quotes",
    "abbreviation": "abbreviations",
}
# where a text is named in a record, and what is compared only through other records or through the spans
NAMES = ("name", "title", "short", "words")
SKIPPED = ("mentions", "evidence", "definition", "uses")


def git(*arguments, at=corpus.ROOT):
    """The answer of a git command."""
    return subprocess.run(
        ["git", "-C", str(at), *arguments], stdout=subprocess.PIPE, check=True, text=True
    ).stdout.strip()


def build(root, to):
    """Builds the command of a source tree, lightly optimized, and copies it to a file of its own."""
    # a folder for each tree: in one folder cargo takes two trees of one package for the same
    at = AT / ("build" if root == corpus.ROOT else "build-base")
    environment = os.environ | {
        "CARGO_PROFILE_DEV_OPT_LEVEL": "1",
        "CARGO_PROFILE_DEV_DEBUG": "0",
        "CARGO_TARGET_DIR": str(at),
    }
    subprocess.run(
        ["cargo", "build", "--quiet", "--locked", "--bin", "langkinh"], cwd=root, env=environment, check=True
    )
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(at / "debug/langkinh", to)
    return to


def build_base(commit):
    """The command as it was at a commit; built once for each."""
    commit = git("rev-parse", "--verify", f"{commit}^{{commit}}")
    command = AT / commit[:12] / "langkinh"
    if not command.exists():
        tree = AT / "tree"
        git("worktree", "prune")
        if tree.exists():
            git("checkout", "--quiet", "--detach", commit, at=tree)
        else:
            git("worktree", "add", "--quiet", "--force", "--detach", str(tree), commit)
        build(tree, command)
    return command


def read(command, files):
    """The line of JSON of each file; where the command ended early, what it ended with stands for the file."""
    answers = {}
    while files:
        run = subprocess.run([command, *map(str, files)], capture_output=True, check=False)
        lines = run.stdout.splitlines()
        answers.update(zip(files, lines))
        if len(lines) < len(files):
            answers[files[len(lines)]] = json.dumps({"error": f"the command ended with {run.returncode}"}).encode()
        files = files[len(lines) + 1 :]
    return answers


def analyses(command, files):
    """The line of JSON of each file, read on all cores."""
    answers = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(lambda at: read(command, files[at : at + CHUNK]), range(0, len(files), CHUNK)):
            answers.update(part)
    return answers


class Told:
    """An analysis as lines that can be compared whatever the numbers of its records."""

    def __init__(self, text, analysis):
        self.text = stored.Text(text)
        self.analysis = analysis
        self.entities = {e["id"]: e for e in analysis.get("entities", ())}

    def cut(self, span):
        """The words of a span, on one line."""
        return " ".join(self.text.cut(span["start"], span["end"]).split())

    def spans(self):
        """(start, end, mark) → the span as a line."""
        out = {}
        for e in self.entities.values():
            mark = corpus.MARKS[e["kind"]]
            out[e["start"], e["end"], mark] = f"{mark} {self.cut(e)!r} at {e['start']} by {e['rule']}"
        return out

    def name(self, array, number):
        """What a record is called."""
        rows = self.analysis.get(array, ())
        row = rows[number] if number < len(rows) else {}
        found = next((row[name] for name in NAMES if name in row), None)
        if found is None and row.get("entity") in self.entities:
            found = self.cut(self.entities[row["entity"]])
        return found or f"{array} {number}"

    def plain(self, value, field=""):
        """A value of a record with names in place of numbers."""
        if isinstance(value, list):
            return [self.plain(v, field) for v in value]
        if isinstance(value, dict):
            if set(value) == {"kind", "record"}:
                return f"{value['kind']} {self.name(KINDS[value['kind']], value['record'])}"
            if set(value) == {"start", "end"}:
                return self.cut(value)
            return {k: self.plain(v, k) for k, v in value.items() if k not in SKIPPED}
        if field == "entity" and value in self.entities:
            return self.cut(self.entities[value])
        return self.name(POINTS[field], value) if field in POINTS and isinstance(value, int) else value

    def facts(self):
        """Every record and relation as a line, and how often."""
        arrays = [*KINDS.values(), "relations", "checks", "warnings"]
        tell = lambda row: json.dumps(self.plain(row), ensure_ascii=False, sort_keys=True)
        return Counter(f"{array}: {tell(row)}" for array in arrays for row in self.analysis.get(array, ()))


def leaves(value, path=""):
    """Every path and value of nested data."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value:
        for at, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{at}]")
    else:
        yield path, value


def difference(text, before, after):
    """Lines that say what was lost (`-`) and what was gained (`+`)."""
    if "error" in before or "error" in after:
        told = [f"{sign} {side['error']}" for sign, side in (("-", before), ("+", after)) if "error" in side]
        return told or ["? lines that are no analysis"]
    old, new = Told(text, before), Told(text, after)
    old_spans, new_spans = old.spans(), new.spans()
    changed = [at for at in old_spans if at not in new_spans or old_spans[at] != new_spans[at]]
    lines = [(at[0], f"- {old_spans[at]}") for at in changed]
    lines += [(at[0], f"+ {new_spans[at]}") for at in new_spans if old_spans.get(at) != new_spans[at]]
    out = [line for _, line in sorted(lines, key=lambda told: told[0])]
    old_facts, new_facts = old.facts(), new.facts()
    out += [f"- {line}" for line in (old_facts - new_facts).elements()]
    out += [f"+ {line}" for line in (new_facts - old_facts).elements()]
    if not out:
        # neither spans nor facts: whatever else the analysis holds
        old_leaves, new_leaves = dict(leaves(before)), dict(leaves(after))
        paths = [p for p in {**old_leaves, **new_leaves} if old_leaves.get(p) != new_leaves.get(p)]
        out = [f"{path}: {old_leaves.get(path)!r} → {new_leaves.get(path)!r}" for path in paths]
    return out or ["the order of fields"]


def text_of(file):
    """The text of a file as the analysis counts it."""
    return file.read_bytes().decode("utf-8", "replace")


def same(before, after, texts):
    """Compares, prints, and says whether all is the same."""
    parts = {"samples": sorted((corpus.ROOT / "seeds").glob("*.txt"))}
    for half in ("dev", "unseen"):
        folder = corpus.ROOT / "target/articles" / half
        parts[half] = sorted(f for f in folder.glob("*.txt") if not f.name.endswith(".gold.txt"))
    if texts:
        parts["texts"] = sorted(f for f in Path(texts).rglob("*") if f.is_file())
    everything = [file for files in parts.values() for file in files]
    was, now = analyses(before, everything), analyses(after, everything)
    counts = []
    for part, files in parts.items():
        differing = [file for file in files if was[file] != now[file]]
        counts.append(f"{part}: {len(differing)} of {len(files)} differ")
        for file in differing if part != "unseen" else ():
            sides = [json.loads(side[file]) for side in (was, now)]
            lines = difference(text_of(file), *(side.get("analysis", side) for side in sides))
            print(f"{file.name}:", *lines[:SHOWN], sep="\n  ")
            if len(lines) > SHOWN:
                print(f"  … and {len(lines) - SHOWN} more")
    print(*counts, sep="\n")
    return all(was[file] == now[file] for file in everything)


def gained(before, after):
    """Prints the spans and facts gained and lost on the development half; of spans whether the annotation has them."""
    articles = corpus.load("dev")
    if not articles:
        sys.exit("no articles: `make articles` first")
    files = [a.file for a in articles]
    was, now = analyses(before, files), analyses(after, files)
    totals, by_kind = Counter(), Counter()
    for article in articles:
        old, new = (Told(article.text, json.loads(side[article.file]).get("analysis", {})) for side in (was, now))
        old_spans, new_spans, lines = old.spans(), new.spans(), []
        for sign, these, those in (("-", old_spans, new_spans), ("+", new_spans, old_spans)):
            for at in sorted(these.keys() - those.keys()):
                right = "right" if at in article.spans else "wrong"
                totals[f"{sign} {right} span"] += 1
                by_kind[f"{sign} {right} {at[2]}"] += 1
                lines.append(f"{sign} {right}: {these[at]}")
        for sign, these, those in (("-", old.facts(), new.facts()), ("+", new.facts(), old.facts())):
            for line in (these - those).elements():
                totals[f"{sign} fact"] += 1
                lines.append(f"{sign} {line}")
        if lines:
            print(f"{article.name}:", *lines, sep="\n  ")
    counts = [f"{n} × {what}" for what, n in sorted(totals.items())] + [
        f"  {n} × {k}" for k, n in sorted(by_kind.items())
    ]
    print(*(counts or ["nothing gained, nothing lost"]), sep="\n")


def main(arguments):
    """Builds both commands and compares."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("base", help="a commit")
    parser.add_argument("--texts", help="a folder of more texts")
    parser.add_argument("--gained", action="store_true", help="spans and facts gained and lost on the development half")
    told = parser.parse_args(arguments)
    if told.texts and not Path(told.texts).is_dir():
        sys.exit(f"no folder {told.texts}")
    before, after = build_base(told.base), build(corpus.ROOT, AT / "now" / "langkinh")
    if told.gained:
        gained(before, after)
        return 0
    return 0 if same(before, after, told.texts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
