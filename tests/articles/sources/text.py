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
