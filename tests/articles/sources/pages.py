"""Articles that stand in a page of HTML, or in a template or component that makes one."""

import html
import re

from .text import SEVERAL_BLANK_LINES, broken, one_line, paragraphs, visible


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
