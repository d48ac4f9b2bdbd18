"""An error browser: target/errors.html shows, article by article, gold and found side by side.

    python3 tests/articles/errors.py [seeds|dev|unseen] [--unseen]

What is missed is marked on the left, what is found wrongly on the right, with the rule that proposed it; boxes at the
top choose the kinds, and whether articles are shown whole or only their lines with errors. The page needs no script.
The unseen half is shown only with `--unseen`: whoever has looked at it can no longer measure by it.
"""

import html
import sys
from collections import Counter

import corpus
import stored

OUT = corpus.ROOT / "target" / "errors.html"
COLORS = {
    "PER": "#1d4ed8",
    "ROLE": "#7c3aed",
    "ORG": "#b45309",
    "LOC": "#15803d",
    "DOC": "#be123c",
    "EVENT": "#c2410c",
    "TIME": "#0e7490",
    "QTY": "#4d7c0f",
    "QUOTE": "#6b7280",
    "ABBR": "#a21caf",
}

STYLE = """
body { font: 15px/1.7 system-ui, sans-serif; margin: 0 1rem 4rem; color: #111; background: #fff }
form { position: sticky; top: 0; background: #fff; padding: .5rem 0; border-bottom: 1px solid #ccc; z-index: 1 }
form label { margin-right: 1rem; white-space: nowrap }
h2 { font-size: 1rem; margin: 2rem 0 .5rem }
.line { display: grid; grid-template-columns: 3rem 1fr 1fr; gap: 1rem; padding: .2rem 0; border-top: 1px solid #eee }
.line > :first-child { color: #888; text-align: right }
mark { background: none; color: inherit; border-bottom: 2px solid var(--c) }
mark.wrong { background: color-mix(in srgb, var(--c) 22%, transparent); outline: 1px solid var(--c); border-radius: 2px }
mark.wrong::after { content: attr(data-rule); font: 11px system-ui, sans-serif; color: var(--c); margin: 0 .3em; vertical-align: super }
ul { margin: .2rem 0 0; padding-left: 4.5rem; font-size: 13px }
li.missed::marker { content: "− " } li.extra::marker { content: "+ " }
body:has(#all:not(:checked)) .clean { display: none }
"""


def marked(line, start, spans, wrong, notes):
    """A line of the text as HTML, its spans marked; those that are wrong carry a note."""
    opens, closes = {}, {}
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        opens.setdefault(span[0], []).append(span)
        closes[span[1]] = closes.get(span[1], 0) + 1
    out, at = [], start
    for char in [*line, ""]:
        out.append("</mark>" * closes.get(at, 0))
        for span in opens.get(at, ()):
            note = html.escape(f"{span[2]} {notes.get(span, '')}".strip())
            state = " wrong" if span in wrong else ""
            out.append(
                f'<mark class="{span[2]}{state}" style="--c:{COLORS[span[2]]}" title="{note}" data-rule="{note}">'
            )
        out.append(html.escape(char))
        at += stored.units(char)
    return "".join(out)


def lines(text):
    """(number, start, line) of each line that is not blank."""
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, at, line
        at += stored.units(line) + 1


def article_html(article, found):
    """One article, line by line, and its list of errors by line."""
    cut = stored.Text(article.text).cut
    missed, extra = article.spans - found.spans, found.spans - article.spans
    out = []
    for number, start, line in lines(article.text):
        end = start + stored.units(line)
        gold, given, minus, plus = (
            {s for s in spans if start <= s[0] and s[1] <= end} for spans in (article.spans, found.spans, missed, extra)
        )
        errors = [(s, "missed", crossing(s, found)) for s in minus] + [(s, "extra", found.rules[s]) for s in plus]
        kinds = " ".join(sorted({s[2] for s, *_ in errors})) or "clean"
        out.append(
            f'<div class="line {kinds}"><span>{number}</span><div>{marked(line, start, gold, minus, {})}</div>'
            f"<div>{marked(line, start, given, plus, found.rules)}</div></div>"
        )
        items = [
            f'<li class="{state} {s[2]}">{s[2]} <b>{html.escape(cut(s[0], s[1]))}</b> {html.escape(why)}</li>'
            for s, state, why in sorted(errors)
        ]
        if items:
            out.append(f'<ul class="{kinds}">{"".join(items)}</ul>')
    tally = corpus.Tally().compare(article.spans, found.spans)
    head = f"{article.name}, {article.news}: F1 {tally.f1:.3f}, {tally['missed']} missed, {tally['wrong']} wrong"
    return f"<section><h2>{html.escape(head)}</h2>{''.join(out)}</section>"


def crossing(span, found):
    """The rules whose spans stand across a missed one, or on its very stretch under another kind."""
    same = {
        f"{s[2]} by {rule}"
        for s, rule in found.rules.items()
        if s[0] < span[1]
        and span[0] < s[1]
        and (
            s[:2] == span[:2]
            or (not (s[0] <= span[0] and span[1] <= s[1]) and not (span[0] <= s[0] and s[1] <= span[1]))
            or s[2] == span[2]
        )
    }
    return "found there: " + ", ".join(sorted(same)) if same else ""


def filters(counts):
    """The boxes that choose kinds, and the style that they work by."""
    boxes = '<label><input type="checkbox" id="all"> lines without errors too</label>'
    style = ""
    for kind in stored.KINDS:
        boxes += f'<label><input type="checkbox" id="{kind}" checked> {kind} {counts["missed", kind]}−/{counts["extra", kind]}+</label>'
        off = f"body:has(#{kind}:not(:checked))"
        style += f"{off} mark.{kind} {{ all: unset }} {off} mark.{kind}::after {{ content: none }} {off} li.{kind} {{ display: none }}\n"
    # a line stays where a kind of its errors is chosen
    chosen = ", ".join(f":not(body:has(#{k}:checked) .{k})" for k in stored.KINDS).replace(", ", "")
    style += f".line:not(.clean){chosen}, ul{chosen} {{ display: none }}\n"
    return f"<form>{boxes}</form>", style


def page(part, articles, found):
    """The whole page."""
    counts = Counter()
    for article, given in zip(articles, found):
        counts.update(("missed", s[2]) for s in article.spans - given.spans)
        counts.update(("extra", s[2]) for s in given.spans - article.spans)
    boxes, style = filters(counts)
    body = "".join(article_html(a, f) for a, f in zip(articles, found))
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>Errors: {html.escape(part)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}{style}</style>'
        f"{boxes}<p>Left the gold, with what was missed; right what was found, with what is wrong and its rule.</p>{body}</html>"
    )


def main(arguments):
    """Writes the page."""
    unseen = "--unseen" in arguments
    part = next((a for a in arguments if not a.startswith("--")), "unseen" if unseen else "dev")
    if part not in ("seeds", "dev", "unseen"):
        sys.exit(__doc__)
    if part == "unseen" and not unseen:
        sys.exit("the unseen half is for measuring: --unseen shows it all the same")
    articles = corpus.load(part)
    if not articles:
        sys.exit("no articles: `make articles` first")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(page(part, articles, corpus.analyze(articles)), encoding="utf-8")
    print(OUT.relative_to(corpus.ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
