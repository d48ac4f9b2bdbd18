"""A small statistical model over the rules, measured by leaving one article out: does it pay? (tests/articles/MODEL.md)

    python3 tests/articles/model.py BINARY [--blind] [--fresh] [--unseen]

BINARY is a built `langkinh`. A multinomial logistic regression over hashed features looks at stretches of tokens: those that
the rules marked (it may take the mark away or change its kind) and those around capital words where they marked nothing
(it may mark them); for quantities, at other ends. Trained on nothing but our own annotations: the seeds and the
development half. With --unseen: trained on all of them, totals on the unseen half and nothing else.
"""

import argparse
import gzip
import json
import math
import random
import re
import subprocess
import zlib
from collections import Counter, defaultdict

import corpus
import stored

NAMES = ("PER", "ORG", "LOC")
CLASSES = ("NONE", *NAMES, "QTY")
BUCKETS = 1 << 15
EPOCHS = 6
RATE, DECAY = 0.2, 1e-6
WORD = re.compile(r"[^\W_]+|[^\w\s]|_|\n+")
# what Vietnamese does not spell
FOREIGN = re.compile("[wzjf]|[bcdfghklmnpqrstvx]{3}|[bdfgklqrsvx]$")
# which of what may stand inside a name of a kind
HOLDS = {"PER": (), "LOC": (), "ORG": ("ORG", "LOC", "ABBR", "DOC", "EVENT", "TIME"), "QTY": ("ORG", "LOC")}
# where the blind model adds nothing
CLOSED = (*NAMES, "ROLE", "DOC", "EVENT", "ABBR", "TIME")


class Reading:
    """Tokens of an article with their UTF-16 offsets, the spans of gold and rules by tokens."""

    def __init__(self, article, found):
        self.name, self.news, self.stored = article.name, article.news, article.spans
        self.tokens, self.starts, self.ends = [], [], []
        at, before = 0, 0
        for m in WORD.finditer(article.text):
            at += stored.units(article.text[before : m.start()])
            before = m.start()
            self.tokens.append(m[0])
            self.starts.append(at)
            self.ends.append(at + stored.units(m[0]))
        self.small = [t.lower() for t in self.tokens]
        first, last = {s: i for i, s in enumerate(self.starts)}, {e: i + 1 for i, e in enumerate(self.ends)}
        within = lambda s: s[0] in first and s[1] in last
        self.rules = {(first[s[0]], last[s[1]], s[2]): rule for s, rule in found.items() if within(s)}
        # what no tokens bound (`4A` cut in the middle) stays as the rules have it
        self.kept = {s for s in found if not within(s)}
        self.gold = {(first[s[0]], last[s[1]], s[2]) for s in article.spans if within(s)}
        self.cover = [[] for _ in self.tokens]
        for span, rule in self.rules.items():
            for i in range(span[0], span[1]):
                self.cover[i].append((span, rule))
        # what the rules made of the same words elsewhere in the article
        self.votes = defaultdict(Counter)
        for s, e, kind in self.rules:
            self.votes[tuple(self.small[s:e])][kind] += 1
        self.forms = Counter(self.tokens)

    def offsets(self, spans):
        """Token spans as the scorer has them."""
        return {(self.starts[s], self.ends[e - 1], k) for s, e, k in spans}


def analyze(binary, articles):
    """What the binary finds, with the rule of each span."""
    files = [str(a.file) for a in articles]
    lines = subprocess.run([binary, *files], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    by_file = {}
    for line in map(json.loads, lines.splitlines()):
        by_file[line["file"]] = {
            (e["start"], e["end"], corpus.MARKS[e["kind"]]): e["rule"] for e in line["analysis"]["entities"]
        }
    return [by_file[f] for f in files]


def shape(token):
    """Upper, capital, small, number, other."""
    if token.isdigit():
        return "9"
    if not token[0].isalpha():
        return "n" if token[0] == "\n" else "."
    return "A" if token.isupper() and len(token) > 1 else "X" if token[0].isupper() else "x"


def joins(r, i):
    """Whether a hyphen or point stands between two words that touch it."""
    return r.tokens[i] in "-." and 0 < i < len(r.tokens) - 1 and r.starts[i + 1] == r.ends[i] == r.ends[i - 1] + 1


def candidates(r):
    """Stretches to decide: what the rules marked, and rows of capital words with a few words around them."""
    out = {s[:2] for s in r.rules if s[2] in NAMES}
    n = len(r.tokens)
    for a in range(n):
        if shape(r.tokens[a]) not in "AX" or (a and shape(r.tokens[a - 1]) in "AX"):
            continue
        b = a
        while b < n and (shape(r.tokens[b]) in "AX9" or joins(r, b)):
            b += 1
        small = [a - k for k in (1, 2, 3) if a >= k and all(shape(t) == "x" for t in r.tokens[a - k : a])]
        for start in [*range(a, min(b, a + 3)), *small]:
            for end in range(max(start + 1, a + 1, b - 5), b + 1):
                if end - start <= 7:
                    out.add((start, end))
    for s, e, kind in r.rules:
        if kind == "QTY":
            out.update(
                (s, x) for x in range(max(s + 1, e - 2), min(n, e + 4) + 1) if "\n" not in "".join(r.tokens[s:x])
            )
    return sorted(out)


def marks(r, s, e, form):
    """What the rules made of a stretch, of the same words elsewhere, of what it holds and what holds it."""
    f = []
    for kind in ("PER", "ORG", "LOC", "QTY"):
        if rule := r.rules.get((s, e, kind)):
            f += [f"rule{rule}", f"rule{rule}{form}", f"kind{kind}", f"rulefirst{rule}{r.small[s]}"]
        # the own mark does not vote for itself
        votes = r.votes.get(tuple(r.small[s:e]), {}).get(kind, 0) - (rule is not None)
        if votes > 0:
            f.append(f"vote{kind}{min(votes, 3)}")
    for (a, b, kind), rule in {x for i in range(s, e) for x in r.cover[i]}:
        if (a, b) != (s, e):
            where = "holds" if s <= a and b <= e else "inside" if a <= s and e <= b else "crosses"
            side = f"{a == s}{b == e}"
            f += [f"{where}{kind}{side}", f"{where}{rule}{side}"]
    return f


def features(r, s, e, blind):
    """Hashed features of a stretch; blind ones know nothing of what the rules made of it, only of its neighbors."""
    t, w, n = r.tokens, r.small, len(r.tokens)
    at = lambda i: w[i] if 0 <= i < n else "#"
    form = "".join(shape(x) for x in t[s:e])
    f = [
        "bias",
        f"len{min(e - s, 7)}",
        f"form{form}",
        f"first{at(s)}",
        f"last{at(e - 1)}",
        f"all{' '.join(w[s:e])}",
        f"two{at(s)} {at(s + 1) if e - s > 1 else '#'}",
        f"b1{at(s - 1)}",
        f"b2{at(s - 2)} {at(s - 1)}",
        f"a1{at(e)}",
        f"a2{at(e)} {at(e + 1)}",
        f"b1first{at(s - 1)} {at(s)}",
        f"lasta1{at(e - 1)} {at(e)}",
        f"bshape{shape(t[s - 1]) if s else '#'}{form[0]}",
        f"ashape{form[-1]}{shape(t[e]) if e < n else '#'}",
        f"linestart{at(s - 1)[0] in '#' + chr(10)}",
        f"lineend{at(e)[0] in '#' + chr(10)}",
    ]
    f += [f"in{x}" for x in w[s + 1 : e - 1]] + [f"tail{x[-2:]}" for x in w[s:e] if shape(x) == "x"]
    f.append(f"foreign{any(FOREIGN.search(x) for x in w[s:e])}")
    f.append(f"again{min(3, min(r.forms[x] for x in t[s:e]))}")
    if not blind:
        f += marks(r, s, e, form)
    for side, i in (("left", s - 1), ("right", e)):
        if 0 <= i < n:
            f += [f"{side}{kind}" for kind in {x[0][2] for x in r.cover[i]}]
    return sorted({zlib.crc32(x.encode()) % BUCKETS for x in f})


class Model:
    """Multinomial logistic regression, AdaGrad; sparse."""

    def __init__(self):
        self.w = [[0.0] * BUCKETS for _ in CLASSES]
        self.g = [[0.01] * BUCKETS for _ in CLASSES]

    def probabilities(self, f):
        """Of each class."""
        z = [sum(map(w.__getitem__, f)) for w in self.w]
        top = max(z)
        e = [math.exp(x - top) for x in z]
        total = sum(e)
        return [x / total for x in e]

    def train(self, rows):
        """Some passes over (features, class) in an order that is always the same."""
        rows, chance = list(rows), random.Random(1)
        for _ in range(EPOCHS):
            chance.shuffle(rows)
            for f, label in rows:
                p = self.probabilities(f)
                if p[label] > 0.98:
                    continue
                for k, (w, g) in enumerate(zip(self.w, self.g)):
                    d = p[k] - (k == label)
                    if abs(d) < 0.003:
                        continue
                    for i in f:
                        g[i] += d * d
                        w[i] -= RATE * (d / math.sqrt(g[i]) + DECAY * w[i])
        return self

    def size(self):
        """What the weights take as bytes, gzipped."""
        scale = 127 / max(abs(x) for w in self.w for x in w)
        return len(gzip.compress(bytes(round(x * scale) % 256 for w in self.w for x in w), mtime=0))


def label(r, s, e):
    """The class of a stretch by the gold."""
    return next((k for k, kind in enumerate(CLASSES) if (s, e, kind) in r.gold), 0)


def nests(a, b):
    """Whether one span may hold the other."""
    return a[:2] != b[:2] and a[0] <= b[0] and b[1] <= a[1] and b[2] in HOLDS.get(a[2], CLASSES)


def decide(r, scored, mode, low, high, blind):
    """The spans after the model: marks less sure than `low` go, stretches surer than `high` come."""
    spans = set(r.rules)
    if mode in ("veto", "both"):
        for (s, e), p in scored.items():
            for kind in NAMES:
                if (s, e, kind) in spans and p[CLASSES.index(kind)] < low:
                    spans.discard((s, e, kind))
                    other = max(NAMES, key=lambda k: p[CLASSES.index(k)])
                    if other != kind and p[CLASSES.index(other)] > high:
                        spans.add((s, e, other))
    if mode in ("add", "both"):
        new = sorted(
            ((p[k], s, e, CLASSES[k]) for (s, e), p in scored.items() for k in (1, 2, 3) if p[k] > high), reverse=True
        )
        for _, s, e, kind in new:
            if blind and any(x[0][2] in CLOSED for i in range(s, e) for x in r.cover[i]):
                continue
            near = {x for x in spans if x[0] < e and s < x[1]}
            if all(nests((s, e, kind), x) or nests(x, (s, e, kind)) for x in near):
                spans.add((s, e, kind))
    if mode == "ends":
        for s, e, kind in r.rules:
            if kind == "QTY":
                options = [(p[4], x) for (a, x), p in scored.items() if a == s]
                best = max(options, default=(0, e))
                mine = next((p for p, x in options if x == e), 0)
                if best[1] != e and best[0] - mine > high - 0.5:
                    spans.discard((s, e, kind))
                    spans.add((s, best[1], kind))
    return spans


def alone(scored):
    """What the model marks by itself."""
    spans = set()
    sure = ((p[k], s, e, CLASSES[k]) for (s, e), p in scored.items() for k in (1, 2, 3) if p[k] > 0.5)
    for _, *span in sorted(sure, reverse=True):
        if all(x[1] <= span[0] or span[1] <= x[0] or nests(span, x) or nests(x, span) for x in spans):
            spans.add(tuple(span))
    return spans


def tallies(readings, chosen, news, kinds):
    """One for each article of a kind of news."""
    return [
        corpus.Tally().compare(*({s for s in x if s[2] in kinds} for x in (r.stored, r.offsets(spans) | r.kept)))
        for r, spans in zip(readings, chosen)
        if r.news == news
    ]


def total(some):
    """Their sum."""
    tally = corpus.Tally()
    for one in some:
        tally.update(one)
    return tally


def report(title, readings, chosen, kinds=NAMES):
    """One row of the table: precision, recall and F1 by kind of news."""
    row = f"{title:32}"
    for news in ("political", "ordinary"):
        tally = total(tallies(readings, chosen, news, kinds))
        row += f"  {news} P {100 * tally.precision:5.2f} R {100 * tally.recall:5.2f} F1 {100 * tally.f1:5.2f}"
    print(row, flush=True)


def interval(title, readings, without, chosen, kinds=NAMES):
    """Where 90 of 100 draws of as many articles, with repetition, put the change of F1 on ordinary news."""
    pairs = list(zip(*(tallies(readings, x, "ordinary", kinds) for x in (without, chosen))))
    chance, changes = random.Random(1), []
    for _ in range(2000 if pairs else 0):
        before, after = map(total, zip(*chance.choices(pairs, k=len(pairs))))
        changes.append(100 * (after.f1 - before.f1))
    changes.sort()
    touched = sum(a != b for a, b in pairs)
    print(
        f"{title}: {touched} of {len(pairs)} ordinary articles changed, F1 {changes[100]:+.2f} to {changes[1900]:+.2f}"
    )


def compare(readings, scored, blind):
    """The table: rules alone, and with the model at several thresholds."""
    decided = lambda *how: [decide(r, x, *how, blind) for r, x in zip(readings, scored)]
    rules = [r.rules for r in readings]
    report("rules", readings, rules)
    for low in () if blind else (0.05, 0.1, 0.2):
        report(f"veto below {low}", readings, decided("veto", low, 1.0))
    for high in (0.5, 0.6, 0.7, 0.8, 0.9):
        report(f"add above {high}", readings, decided("add", 0, high))
    interval("add above 0.6", readings, rules, decided("add", 0, 0.6))
    if blind:
        report("model without rules", readings, [alone(x) for x in scored])
    else:
        report("veto < 0.05, retype, add > 0.6", readings, decided("both", 0.05, 0.6))
    report("QTY: rules", readings, rules, ("QTY",))
    for high in (0.5, 0.6, 0.8):
        report(f"QTY: other ends, {high}", readings, decided("ends", 0, high), ("QTY",))
    interval("QTY: other ends, 0.6", readings, rules, decided("ends", 0, 0.6), ("QTY",))


def read(binary, part):
    """The articles of a part, analyzed."""
    articles = corpus.load(part)
    return [Reading(article, found) for article, found in zip(articles, analyze(binary, articles))]


def main():
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--blind", action="store_true", help="the model does not see what the rules made of a stretch")
    parser.add_argument("--fresh", action="store_true", help="only the articles 2xx and 3xx")
    parser.add_argument("--unseen", action="store_true", help="totals on the unseen half, trained on all the rest")
    options = parser.parse_args()
    readings = read(options.binary, "seeds") + read(options.binary, "dev")
    if options.fresh:
        readings = [r for r in readings if r.name[0] in "23"]
    scene = lambda r: {c: features(r, *c, options.blind) for c in candidates(r)}
    rows = [{c: (f, label(r, *c)) for c, f in scene(r).items()} for r in readings]
    names = [s for r in readings for s in r.stored if s[2] in NAMES]
    reached = sum((s, e) in x for r, x in zip(readings, rows) for s, e, kind in r.gold if kind in NAMES)
    print(f"{len(readings)} articles, {sum(map(len, rows))} stretches, {reached} of {len(names)} names among them")
    if options.unseen:
        model = Model().train(row for x in rows for row in x.values())
        readings = read(options.binary, "unseen")
        scored = [{c: model.probabilities(f) for c, f in scene(r).items()} for r in readings]
    else:
        scored = []
        for held, own in enumerate(rows):
            model = Model().train(row for i, x in enumerate(rows) if i != held for row in x.values())
            scored.append({c: model.probabilities(f) for c, (f, _) in own.items()})
    print(f"{model.size()} bytes of gzipped weights")
    compare(readings, scored, options.blind)


if __name__ == "__main__":
    main()
