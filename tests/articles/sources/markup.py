"""Articles that somebody keeps as Markdown or as plain text."""

import re

from .text import SEVERAL_BLANK_LINES, paragraphs


def trends(read, path, _item):
    """A post of what people searched for: the first article of the post, as the aggregator kept it."""
    lines = read(path).split("\n")
    title = re.match(r"\[(.*?)\]\(http", next(line for line in lines if line.startswith("[")))[1]
    at = next(n for n, line in enumerate(lines) if line.startswith("![")) + 1
    while not lines[at].strip():
        at += 1
    # the aggregator's own excerpt is left out where it is cut short or repeated below
    excerpt, body = lines[at].strip(), lines[at + 1 :]
    if not excerpt.endswith("...") and excerpt not in "\n".join(body):
        body = ["", excerpt, *body]
    text = title + "\n" + "\n".join(body)
    return re.sub(r"\n{4,}", "\n\n\n", text.rstrip() + "\n")


def trends_body(read, path, _item):
    """A post of what people searched for: its first article without pictures, up to the second one."""
    lines = read(path).split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("["))
    body = []
    for line in lines[first + 1 :]:
        if re.match(r"\[.*?\]\(http", line):
            break
        if not line.startswith("!["):
            body.append(line)
    title = re.match(r"\[(.*?)\]\((http[^)]*)\)", lines[first])[1]
    return title + "\n" + SEVERAL_BLANK_LINES.sub("\n\n", "\n".join(body).strip()) + "\n"


def markdown(read, path, item):
    """A page below its front matter, without pictures, comments and emphasis; `title` puts that first, and `title:N`
    keeps of it all no more than so many paragraphs."""
    page = read(path)
    title, _, count = (item or "").partition(":")
    text = _plain(page) if not title else _front(page, "title") + "\n" + _plain(page)
    return paragraphs(text.split("\n"), last=int(count)) if count else text


def hexo(read, path, _item):
    """A post of Hexo: title, date, text, author."""
    page = read(path).replace("\r", "")
    title, date, author = (_front(page, key) for key in ("title", "date", "author"))
    return f"{title}\n{date}\n\n{_plain(page)}\n{author}\n"


def _front(page, key):
    return re.search(rf"^{key}:\s*(.*?)\s*$", page, re.M)[1]


def _plain(page):
    text = page.replace("\r", "").split("---", 2)[2]
    text = re.sub(r"\[//\]: #.*\n", "", text)
    text = re.sub(r"!\[.*?\]\(.*?\)[ ]*\n?", "", text)
    text = re.sub(r"^\*(.*)\*$", r"\1", text.replace("**", ""), flags=re.M)
    return SEVERAL_BLANK_LINES.sub("\n\n", re.sub(r"^> ", "", text, flags=re.M)).strip() + "\n"


def crawled(read, path, item):
    """A crawled page: its paragraphs without marks of emphasis; `item` is the first and the last that are kept."""
    first, last = map(int, item.split("-"))
    return paragraphs((re.sub(r"\*+|^#+ |^\||\|$", "", line) for line in read(path).split("\n")), first, last)


def plain(read, path, _item):
    """A file that is the article, a line a paragraph."""
    return paragraphs(read(path).split("\n"))
