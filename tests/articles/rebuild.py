"""Rebuilds the articles from their sources into target/articles/{dev,unseen} and says which are missing.

    python3 tests/articles/rebuild.py [--mirror FOLDER] [--texts FOLDER]

A mirror is a folder of cloned repositories called OWNER+NAME; without it files come from GitHub. `--texts` is a folder
of NAME.txt for what no public address gives; what was rebuilt before is kept. A text whose SHA-256 is another is not taken, and the exit status is 1;
a text that cannot be had is only named.
"""

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

import repositories
import sources
import stored

HERE = Path(__file__).parent
TARGET = HERE.parent.parent / "target" / "articles"
HALVES = ("dev", "unseen")


class Mismatch(Exception):
    """The source gives another text than the annotated one."""


def digest_of(text):
    """The SHA-256 that articles are checked by."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def text_of(name, article, mirrors, folders):
    """The text of an article, checked: from a folder that has it, else from its source."""
    for folder in folders:
        file = Path(folder) / f"{name}.txt"
        if file.is_file() and digest_of(text := file.read_bytes().decode("utf-8")) == article["sha256"]:
            return text
    if "extractor" not in article["source"]:
        raise repositories.Missing(article["source"]["note"])
    else:
        read = repositories.reader(article["source"]["repository"], article["source"]["commit"], mirrors)
        try:
            text = sources.extract(article["source"], read)
        except (LookupError, TypeError, ValueError, StopIteration) as e:
            raise Mismatch(f"the source has another form: {e!r}") from None
    digest = digest_of(text)
    if digest != article["sha256"]:
        raise Mismatch(f"SHA-256 {digest[:12]}… instead of {article['sha256'][:12]}…")
    return text


def write(folder, name, article, text):
    """The article as the scorer and people read it."""
    cut = stored.Text(text)
    (folder / f"{name}.txt").write_bytes(text.encode("utf-8"))
    (folder / f"{name}.gold.txt").write_bytes(stored.write_marks(text, article["spans"]).encode("utf-8"))
    for part in stored.PARTS:
        file = folder / f"{name}.{part}.json"
        file.unlink(missing_ok=True)
        if part in article:
            value = json.dumps(stored.decode(article[part], cut), ensure_ascii=False, indent=1)
            file.write_text(value, encoding="utf-8")


def rebuild(half, mirrors, texts):
    """Rebuilds one half; returns how many were rebuilt, and the names of those missing and mismatched, with reasons."""
    folder = TARGET / half
    folder.mkdir(parents=True, exist_ok=True)
    rebuilt, missing, mismatched = set(), [], []
    for file in sorted((HERE / half).glob("*.json")):
        article = json.loads(file.read_text(encoding="utf-8"))
        try:
            folders = [folder, texts] if texts else [folder]
            write(folder, file.stem, article, text_of(file.stem, article, mirrors, folders))
            rebuilt.add(file.stem)
        except repositories.Missing as e:
            missing.append((file.stem, str(e)))
        except Mismatch as e:
            mismatched.append((file.stem, str(e)))
    for old in folder.iterdir():
        if old.name.split(".")[0] not in rebuilt:
            old.unlink()
    return len(rebuilt), missing, mismatched


def main():
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mirror", default=os.environ.get("ARTICLES_MIRROR"), help="or ARTICLES_MIRROR")
    parser.add_argument("--texts", default=os.environ.get("ARTICLES_TEXTS"), help="or ARTICLES_TEXTS")
    options = parser.parse_args()
    wrong = False
    for half in HALVES:
        rebuilt, missing, mismatched = rebuild(half, options.mirror, options.texts)
        print(f"{half}: {rebuilt} rebuilt, {len(missing)} missing, {len(mismatched)} mismatched")
        for title, rows in (("missing", missing), ("mismatched", mismatched)):
            for name, why in rows:
                print(f"  {title}: {name}: {why}")
        wrong |= bool(mismatched)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
