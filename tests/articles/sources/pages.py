"""Articles that stand in a page of HTML, or in a template or component that makes one."""

import html
import re

from .text import SEVERAL_BLANK_LINES, between, broken, one_line, paragraphs, tabled, visible


def php(read, path, _item):
    """The text of a page with PHP in it."""
    page = re.sub(r"<\?php.*?\?>", "", read(path).replace("\r", ""), flags=re.S)
    page = re.sub(r"</(h\d|i|p|div)>", "\n", page)
    page = html.unescape(re.sub(r"<[^>]+>", "", page))
    page = "\n".join(line.strip() for line in page.split("\n"))
    return SEVERAL_BLANK_LINES.sub("\n\n", page).strip() + "\n"


def blade(read, path, _item):
    """The text of the main column of a template."""
    page = read(path)
    page = page[page.index('<div class="col-xs-12">') : page.index("<!-- right -->")]
    page = re.sub(r"\{\{.*?\}\}", "", page)
    return visible(page.replace("\n", " ").replace("</a>", "\n</a>")) + "\n"


def aspx(read, path, _item):
    """The text of the column of a page of ASP.NET, up to the other news."""
    page = read(path)
    page = page[page.index('<div class="content_tintuc') : page.index('<div class="content-tintuc">')]
    return visible(one_line(page).replace("</a>", "\n</a>")) + "\n"


def vnexpress(read, path, _item):
    """A saved page of VnExpress: date, title, lead and body."""
    page = read(path)
    heads = [
        re.search(rf'<div class="{name}[^>]*>(.*?)</div>', page, re.S)[1]
        for name in ("block_timer", "title_news", "short_intro")
    ]
    body = page[page.index('<div class="fck_detail') : page.index("<!-- Javascript Parser -->")]
    return "\n\n".join(visible(one_line(part)) for part in [*heads, body]) + "\n"


def sharepoint(read, path, _item):
    """The article's part of a page made with SharePoint: section, date, title and text."""
    page = read(path)
    page = page[page.index('class="FolderTitle"') : page.index('id="MSOZoneCell_WebPartWPQ12"')]
    page = broken(page[page.index(">") + 1 : page.rindex("<")].replace("\n", " "))
    page = html.unescape(re.sub(r"<[^>]+>", "", page))
    return paragraphs(re.sub(r"[\s\u200b]+", " ", line) for line in page.split("\n"))


def component(read, path, item):
    """The paragraphs of a page written as a component of React; `item` is how many, its lead included."""
    page = re.sub(r"<img [^>]*/>", "", read(path))
    parts = [re.sub(r'^\{"|"\}$', "", p.strip()) for p in re.findall(r"<p[^>]*>(.*?)</p>", page, re.S)]
    return paragraphs(map(html.unescape, parts), last=int(item))


def stretch(read, path, item):
    """The text of a stretch of a page, as `between` takes it, a line for each block and row of a table."""
    return paragraphs(_lines(between(read(path), item)))


def word(read, path, item):
    """A page that Word or Excel saved; `item` is the numbers of the paragraphs that are kept, in ranges with commas."""
    page = read(path)
    page = re.sub(r"<!--.*?-->|<!\[.*?\]>|<style.*?</style>", "", page[page.index("<body") :], flags=re.S)
    lines = [line for line in map(str.strip, _lines(page)) if line]
    ranges = (map(int, part.split("-")) for part in item.split(",")) if item else [(1, None)]
    return paragraphs(line for first, last in ranges for line in lines[first - 1 : last])


def _lines(page):
    # tabs stay between the cells of a row
    page = re.sub(r"</\w+>", lambda tag: tag[0].lower(), page)
    page = html.unescape(re.sub(r"<[^>]+>", "", broken(tabled(page))))
    for line in page.split("\n"):
        yield "\t".join(re.sub(r"[ \xa0\u200b]+", " ", cell).strip() for cell in line.split("\t"))
