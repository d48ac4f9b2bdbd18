"""What counts as one entity: by our guidelines, and by the custom of Vietnamese NER corpora that the peers follow.

One function is applied alike to the gold, to what we find and to what a peer finds.
"""

KINDS = ("PER", "ORG", "LOC")


def ours(_text, spans):
    """Every person, body and place, nested ones too."""
    return {s for s in spans if s[2] in KINDS}


def theirs(text, spans):
    """Names that do not nest: of spans inside one another the outermost; without what is written small before the name
    (`tỉnh`, `ban`, an honorific); what has no capital at all is not a name. Posts, documents and the like hold no place:
    what stands inside them stands alone."""
    flat, end = [], -1
    for span in sorted(ours(text, spans), key=lambda s: (s[0], -s[1], s[2])):
        if span[0] >= end:
            flat.append(span)
            end = span[1]
    return {name for span in flat if (name := _named(text, span))}


def _named(text, span):
    start, end, kind = span
    while start < end:
        word = text[start:end].split(None, 1)[0]
        if not word[0].islower():
            return start, end, kind
        start += len(word)
        while start < end and text[start].isspace():
            start += 1
    return None


BOTH = {"our rules": ours, "their rules": theirs}
