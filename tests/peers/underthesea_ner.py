"""Marks texts by underthesea's NER: lines {"id", "text"} → {"id", "spans": [[start, end, kind]], "lost"}, in characters.

Every line of an article is cut into sentences by underthesea and given to it sentence by sentence.
"""

import json
import sys

from align import spans
from underthesea import ner, sent_tokenize


def mark(text):
    """The spans of a text, and how many tokens were not found in it again."""
    marked, lost, at = [], 0, 0
    for line in text.split("\n"):
        tagged = (
            [(token[0], token[-1]) for sentence in sent_tokenize(line) for token in ner(sentence)]
            if line.strip()
            else []
        )
        found, missed = spans(line, tagged)
        marked += [(at + start, at + end, kind) for start, end, kind in found]
        lost += missed
        at += len(line) + 1
    return marked, lost


for article in map(json.loads, sys.stdin):
    marked, lost = mark(article["text"])
    print(json.dumps({"id": article["id"], "spans": marked, "lost": lost}))
