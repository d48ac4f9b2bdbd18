"""What several sources need to come to plain text."""

import html
import re

SEVERAL_BLANK_LINES = re.compile(r"\n{3,}")


def visible(page):
    """The text of a stretch of HTML: a line for each block and each break, no two blank lines together."""
    page = html.unescape(re.sub(r"<[^>]+>", "", broken(page)))
    page = "\n".join(re.sub(r"[ \t\xa0]+", " ", line).strip() for line in page.split("\n"))
    return re.sub(r"\n\s*\n+", "\n\n", page).strip()


def broken(page):
    """HTML with line breaks where its blocks end."""
    return re.sub(r"<br[^>]*>|</(p|div|h\d|li|tr|td)>", "\n", page)


def one_line(page):
    """HTML without the line breaks of its own layout."""
    return re.sub(r"\s+", " ", page)


def paragraphs(lines, first=1, last=None):
    """Lines as paragraphs, blank ones left out; those from `first` to `last`."""
    return "\n\n".join([line for line in map(str.strip, lines) if line][first - 1 : last]) + "\n"


def between(text, stretch):
    """What begins with the wording before the ellipsis in `stretch` and ends before the one behind it, or at the end."""
    start, _, end = stretch.partition("…")
    at = text.index(start)
    return text[at : text.index(end, at + len(start)) if end else None]


def tabled(page):
    """HTML in whose tables a row of three filled cells or more is one line with tabs; fewer stand one below the other."""
    return re.sub(r"<tr\b.*?</tr>", _row, one_line(page), flags=re.I)


def _row(row):
    cells = [visible(cell) for cell in re.findall(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", row[0], re.I)]
    if len(list(filter(None, cells))) > 2:
        cells = ["\t".join(" ".join(cell.split()) for cell in cells)]
    return "<br>" + html.escape("\n".join(cells)).replace("\n", "<br>") + "<br>"
