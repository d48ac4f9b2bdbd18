"""Stores annotated articles: NAME.txt, NAME.gold.txt, NAME.facts.json, NAME.records.json → tests/articles/HALF/NAME.json.

    python3 tests/articles/annotate.py [--table TABLE] FOLDER...

Records may be wanting; an article of whose other files one is missing is passed over and named. What the text is comes
from a row of the table, and where that has none, from what is already stored of the article, whose text then must be
the same. TABLE (tab-separated, with a head) says name, half (`dev` or `unseen`), news (`political` or `ordinary`),
outlet, year, genre, and where the text comes from: extractor, repository, commit, path, item; or a note where no public
address gives it.
"""

import argparse
import csv
import hashlib
import json
import sys
from pathlib import Path

import stored

HERE = Path(__file__).parent
ENDS = (".txt", ".gold.txt", ".facts.json")
SOURCE = ("extractor", "repository", "commit", "path", "item", "note")
ABOUT = ("source", "outlet", "year", "genre", "news")


def described(row):
    """What a row of the table says of an article."""
    source = {key: row[key] for key in SOURCE if row.get(key)}
    return dict(zip(ABOUT, (source, row["outlet"], int(row["year"]), row["genre"], row["news"])))


def article(name, folder, about):
    """The stored form of one article."""
    raw = {end: (folder / f"{name}{end}").read_bytes().decode("utf-8") for end in ENDS}
    text, spans = stored.parse_marks(raw[".gold.txt"])
    if text != raw[".txt"]:
        raise ValueError(f"{name}: without its marks the gold is not the text")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    if about.get("sha256", digest) != digest:
        raise ValueError(f"{name}: the text is not the one that is stored")
    if stored.write_marks(text, spans) != raw[".gold.txt"]:
        raise ValueError(f"{name}: the marks do not come back")
    result = {key: about[key] for key in ABOUT} | {"sha256": digest, "spans": spans}
    cut = stored.Text(text)
    for part in stored.PARTS:
        file = folder / f"{name}.{part}.json"
        if file.is_file():
            value = json.loads(file.read_text(encoding="utf-8"))
            result[part] = stored.encode(value, cut)
            if stored.decode(result[part], cut) != value:
                raise ValueError(f"{name}: the {part} do not come back")
    return result


def store(folder, rows, articles=HERE):
    """Stores the whole articles of a folder; returns the names of those that are new or changed, and of those not whole."""
    changed, partial = [], []
    for name in sorted(file.name.removesuffix(".gold.txt") for file in folder.glob("*.gold.txt")):
        if not all((folder / f"{name}{end}").is_file() for end in ENDS):
            partial.append(name)
            continue
        file = next(articles.glob(f"*/{name}.json"), None)
        if name in rows:
            about = described(rows[name])
            file = articles / rows[name]["half"] / f"{name}.json"
        elif file:
            about = json.loads(file.read_text(encoding="utf-8"))
        else:
            raise ValueError(f"{name}: neither in the table nor stored")
        form = stored.dump(article(name, folder, about))
        if not file.is_file() or file.read_text(encoding="utf-8") != form:
            file.parent.mkdir(exist_ok=True)
            file.write_text(form, encoding="utf-8")
            changed.append(name)
    return changed, partial


def main():
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--table", help="a row for each article that is new or whose source changes")
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args()
    rows = {}
    if options.table:
        with open(options.table, encoding="utf-8", newline="") as file:
            rows = {row["name"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    for folder in options.folders:
        try:
            changed, partial = store(folder, rows)
        except ValueError as e:
            sys.exit(str(e))
        for title, names in (("stored", changed), ("not whole", partial)):
            for name in names:
                print(f"{title}: {name}")


if __name__ == "__main__":
    main()
