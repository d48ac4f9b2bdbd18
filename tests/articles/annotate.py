"""Stores annotated articles: NAME.txt, NAME.gold.txt, NAME.facts.json, NAME.records.json → tests/articles/HALF/NAME.json.

    python3 tests/articles/annotate.py TABLE FOLDER...

TABLE (tab-separated, with a head) has a row for each article: name, half (`dev` or `unseen`), news (`political` or
`ordinary`), outlet, year, genre, and where the text comes from: extractor, repository, commit, path, item; or a note
where no public address gives it. An article whose files are not whole is passed over and named.
"""

import csv
import hashlib
import json
import sys
from pathlib import Path

import stored

HERE = Path(__file__).parent
ENDS = (".txt", ".gold.txt", ".facts.json", ".records.json")


def article(row, folder):
    """The stored form of one article."""
    raw = {end: (folder / f"{row['name']}{end}").read_bytes().decode("utf-8") for end in ENDS}
    text, spans = stored.parse_marks(raw[".gold.txt"])
    if text != raw[".txt"]:
        raise ValueError(f"{row['name']}: without its marks the gold is not the text")
    cut = stored.Text(text)
    about = ("extractor", "repository", "commit", "path", "item", "note")
    result = {
        "source": {key: row[key] for key in about if row.get(key)},
        "outlet": row["outlet"], "year": int(row["year"]), "genre": row["genre"], "news": row["news"],
        "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "spans": spans,
    }
    for part in ("facts", "records"):
        value = json.loads(raw[f".{part}.json"])
        result[part] = stored.encode(value, cut)
        if stored.decode(result[part], cut) != value:
            raise ValueError(f"{row['name']}: the {part} do not come back")
    if stored.write_marks(text, spans) != raw[".gold.txt"]:
        raise ValueError(f"{row['name']}: the marks do not come back")
    return result


def main(table, folders):
    """The command."""
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        whole = [Path(f) for f in folders if all((Path(f) / f"{row['name']}{end}").is_file() for end in ENDS)]
        if not whole:
            print(f"not whole: {row['name']}")
            continue
        file = HERE / row["half"] / f"{row['name']}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(stored.dump(article(row, whole[0])), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
