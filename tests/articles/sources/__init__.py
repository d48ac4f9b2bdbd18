"""How each text is taken out of the repository that holds it: one function a source.

Every function gets `read`, which returns a file of the repository, and the path of the article's file; `item` tells
articles of one file apart, or says how much of it is the article. What comes out is checked by its SHA-256, so none of
this may change for a stored article.
"""

from .data import fields, inserted, java, javascript, listed, numbered, post, row, script, tei
from .markup import crawled, hexo, markdown, plain, trends, trends_body
from .pages import aspx, blade, component, php, sharepoint, stretch, vnexpress, word

EXTRACTORS = {
    f.__name__: f
    for f in (
        trends,
        trends_body,
        markdown,
        hexo,
        crawled,
        plain,
        php,
        blade,
        aspx,
        vnexpress,
        sharepoint,
        component,
        fields,
        numbered,
        post,
        inserted,
        tei,
        javascript,
        java,
        listed,
        script,
        row,
        stretch,
        word,
    )
}


def extract(source, read):
    """The text of an article, as its `source` describes it."""
    text = EXTRACTORS[source["extractor"]](read, source["path"], source.get("item"))
    return _clean(text)


def _clean(text):
    text = text.replace("\r\n", "\n").replace("\r", "").strip("\n")
    return "\n".join(line if line.strip() else line.rstrip(" ") for line in text.split("\n"))
