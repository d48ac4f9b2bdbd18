"""An annotated article as it is stored: offsets, kinds and values, no text of other people.

Offsets are UTF-16 code units of the text. Wherever the facts or records quote the article, `[start, end]` stands for
the quotation; a wording that the text does not hold in one piece is a list of such pairs and short strings, and a
short canonical name (`Chủ tịch`) stays as it is.
"""

import json

KINDS = ("PER", "ROLE", "ORG", "LOC", "DOC", "EVENT", "TIME", "QTY", "QUOTE", "ABBR")
# What may be stored beside the spans; records need not be.
PARTS = ("facts", "records")

# The fields of facts and records that quote the article: those that hold one wording, and those that hold several.
WORDING = {
    "title",
    "kicker",
    "section",
    "source",
    "lead",
    "name",
    "role",
    "text",
    "symbol",
    "issuer",
    "unit",
    "short",
    "long",
    "speaker",
    "organization",
    "place",
    "parent",
    "subject",
    "object",
}
WORDINGS = {"authors", "roles", "also", "holders", "parts"}

LONGEST_NAME = 40
SHORTEST_PIECE = 4


def units(text):
    """The number of UTF-16 code units of a text."""
    return len(text.encode("utf-16-le")) // 2


class Text:
    """A text that is cut by UTF-16 offsets."""

    def __init__(self, text):
        self.text = text
        self.encoded = text.encode("utf-16-le")

    def cut(self, start, end):
        """What stands between two offsets."""
        return self.encoded[2 * start : 2 * end].decode("utf-16-le")

    def find(self, wording):
        """`[start, end]` of the first time that a wording stands in the text, or None."""
        at = self.text.find(wording)
        if at < 0:
            return None
        start = units(self.text[:at])
        return [start, start + units(wording)]


def parse_marks(marked):
    """`Ngày ⟦TIME 3/2⟧` → the plain text, and its spans (start, end, kind) by start, then longest first."""
    text, length, opened, spans = [], 0, [], []
    at = 0
    while at < len(marked):
        char = marked[at]
        at += 1
        if char == "⟦":
            space = marked.index(" ", at)
            kind = marked[at:space]
            if kind not in KINDS:
                raise ValueError(f"no kind {kind}")
            opened.append((kind, length))
            at = space + 1
        elif char == "⟧":
            kind, start = opened.pop()
            spans.append((start, length, kind))
        else:
            text.append(char)
            length += units(char)
    if opened:
        raise ValueError("a mark is not closed")
    # stable: of two marks on one stretch the outer, closed last, comes first
    spans.reverse()
    spans.sort(key=lambda s: (s[0], -s[1]))
    return "".join(text), spans


def write_marks(text, spans):
    """The inverse of `parse_marks`."""
    cut, out, at, opened = Text(text).cut, [], 0, []

    def to(offset):
        nonlocal at
        while opened and opened[-1] <= offset:
            out.append(cut(at, opened[-1]) + "⟧")
            at = opened.pop()
        out.append(cut(at, offset))
        at = offset

    for start, end, kind in spans:
        to(start)
        out.append(f"⟦{kind} ")
        opened.append(end)
    to(units(text))
    return "".join(out)


def encode(value, text, key=None):
    """Facts or records with offsets for wordings."""
    if isinstance(value, dict):
        return {k: encode(v, text, k) for k, v in value.items()}
    if isinstance(value, list):
        return [encode(v, text, key) for v in value]
    if isinstance(value, str) and key in WORDING | WORDINGS:
        return _offsets(value, text)
    return value


def _offsets(wording, text):
    found = text.find(wording)
    if found or len(wording) <= LONGEST_NAME:
        return found or wording
    pieces, at = [], 0
    while at < len(wording):
        end = at
        while end < len(wording) and wording[at : end + 1] in text.text:
            end += 1
        if end - at >= SHORTEST_PIECE:
            pieces.append(text.find(wording[at:end]))
            at = end
            continue
        if not pieces or not isinstance(pieces[-1], str):
            pieces.append("")
        pieces[-1] += wording[at]
        at += 1
    return pieces


def decode(value, text, key=None):
    """The inverse of `encode`."""
    if isinstance(value, dict):
        return {k: decode(v, text, k) for k, v in value.items()}
    if key in WORDINGS and isinstance(value, list):
        return [decode(v, text, key) if isinstance(v, dict) else _wording(v, text) for v in value]
    if key in WORDING:
        return _wording(value, text)
    if isinstance(value, list):
        return [decode(v, text, key) for v in value]
    return value


def _wording(value, text):
    if not isinstance(value, list):
        return value
    if value and all(isinstance(v, int) for v in value):
        return text.cut(*value)
    return "".join(_wording(v, text) for v in value)


def dump(article):
    """The article as JSON, a line for each span and each member of a list."""

    def line(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def block(value, depth):
        pad = " " * depth
        if isinstance(value, dict) and any(isinstance(v, (dict, list)) and v for v in value.values()) and depth < 2:
            inner = [f"{pad} {line(k)}:{block(v, depth + 1)}" for k, v in value.items()]
            return "{\n" + ",\n".join(inner) + f"\n{pad}}}"
        if isinstance(value, list) and value and isinstance(value[0], (dict, list, tuple)):
            return "[\n" + ",\n".join(f"{pad} {line(v)}" for v in value) + f"\n{pad}]"
        return line(value)

    return block(article, 0) + "\n"
