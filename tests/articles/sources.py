"""How each text is taken out of the repository that holds it: one function a source.

Every function gets `read`, which returns a file of the repository, and the path of the article's file; `item` tells
articles of one file apart. What comes out is checked by its SHA-256, so none of this may change for a stored article.
"""

import html
import json
import re

SEVERAL_BLANK_LINES = re.compile(r"\n{3,}")


def extract(source, read):
    """The text of an article, as its `source` describes it."""
    text = EXTRACTORS[source["extractor"]](read, source["path"], source.get("item"))
    return _clean(text)


def _clean(text):
    text = text.replace("\r\n", "\n").replace("\r", "").strip("\n")
    return "\n".join(line if line.strip() else line.rstrip(" ") for line in text.split("\n"))


def trends(read, path, _item):
    """A post of what people searched for: the first article of the post, as the aggregator kept it."""
    lines = read(path).split("\n")
    title = re.match(r"\[(.*?)\]\(http", next(line for line in lines if line.startswith("[")))[1]
    at = next(n for n, line in enumerate(lines) if line.startswith("![")) + 1
    while not lines[at].strip():
        at += 1
    # the aggregator's own excerpt is left out where it is cut short or repeated below
    excerpt, body = lines[at].strip(), lines[at + 1:]
    if not excerpt.endswith("...") and excerpt not in "\n".join(body):
        body = ["", excerpt] + body
    text = title + "\n" + "\n".join(body)
    return re.sub(r"\n{4,}", "\n\n\n", text.rstrip() + "\n")


def trends_body(read, path, _item):
    """A post of what people searched for: its first article without pictures, up to the second one."""
    lines = read(path).split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("["))
    body = []
    for line in lines[first + 1:]:
        if re.match(r"\[.*?\]\(http", line):
            break
        if not line.startswith("!["):
            body.append(line)
    title = re.match(r"\[(.*?)\]\((http[^)]*)\)", lines[first])[1]
    return title + "\n" + SEVERAL_BLANK_LINES.sub("\n\n", "\n".join(body).strip()) + "\n"


def fields(read, path, _item):
    """JSON with a field each for category, title, date, author, description and content."""
    article = json.loads(read(path))
    date = re.match(r"(\d+)-(\d+)-(\d+)T(\d+:\d+)", article["date"])
    date = f"{date[3]}/{date[2]}/{date[1]} {date[4]} GMT+7"
    head = f"{article['category']}\n{article['title']}\n{date}\n{article['author']}\n\n"
    return f"{head}{article['description']}\n\n{article['content']}\n"


def numbered(read, path, _item):
    """A numbered text whose title, time and author stand in a dump of the database."""
    number = re.search(r"(\d+)\.txt$", path)[1]
    row = re.search(rf"^\({number}, '([^']+)', NULL, '([^']*)', \d, '((?:[^'\\]|\\.)*)'", read("binhdinhnews.sql"), re.M)
    time, author, title = row.groups()
    body = read(path).replace("\r", "").rstrip()
    return f"{title}\n{time}\n{body}\nTác giả: {author}\n"


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
    page = page[page.index('<div class="col-xs-12">'):page.index("<!-- right -->")]
    page = re.sub(r"\{\{.*?\}\}", "", page)
    return _visible(page.replace("\n", " ").replace("</a>", "\n</a>")) + "\n"


def javascript(read, path, item):
    """The article of a title among many in one file of JavaScript."""
    file = read(path)
    at = file.find('tênbàiviết: "' + item)
    body = re.compile(r"chitiếtbàiviết:\s*`(.*?)`", re.S).search(file, at)[1]
    return f"{item}\n\n{_visible(body)}\n"


def _visible(page):
    page = re.sub(r"<br[^>]*>", "\n", page)
    page = re.sub(r"</(p|div|h\d|li|tr|td)>", "\n", page)
    page = html.unescape(re.sub(r"<[^>]+>", "", page))
    page = "\n".join(re.sub(r"[ \t\xa0]+", " ", line).strip() for line in page.split("\n"))
    return re.sub(r"\n\s*\n+", "\n\n", page).strip()


STRING = r'"(?:[^"\\]|\\.)*"'


def java(read, path, item):
    """The article of a number among those that a Java class adds string by string; its head is in the list's class."""
    folder = path.rsplit("/", 1)[0]
    strings = rf"((?:{STRING}[\s+]*)+),\s*"
    model = rf"new NewsModel\({item},\s*{strings}{strings}{strings}"
    title, date, lead = map(_joined, re.search(model, read(f"{folder}/TabActivitiesLeaderFragment.java")).groups())
    added = re.findall(rf"listDetailHome{item}\.add\((.*?)\);\s*\n", read(path), re.S)
    parts = [_joined(a).strip("\n") for a in added if "baseSrcUrl" not in a and '"http' not in a]
    return f"{title}\n{date}\n\n{lead}\n\n" + "\n\n".join(parts) + "\n"


def _joined(expression):
    return "".join(map(json.loads, re.findall(STRING, expression)))


def markdown(read, path, item):
    """A page of Markdown below its front matter, without pictures, comments and emphasis; `title` puts that first."""
    page = read(path)
    text = page.replace("\r", "").split("---", 2)[2]
    text = re.sub(r"\[//\]: #.*\n", "", text)
    text = re.sub(r"!\[.*?\]\(.*?\)[ ]*\n?", "", text)
    text = re.sub(r"^\*(.*)\*$", r"\1", text.replace("**", ""), flags=re.M)
    text = SEVERAL_BLANK_LINES.sub("\n\n", re.sub(r"^> ", "", text, flags=re.M)).strip() + "\n"
    return re.search(r"^title:\s*(.*)$", page, re.M)[1] + "\n" + text if item == "title" else text


EXTRACTORS = {f.__name__: f for f in (trends, trends_body, fields, numbered, php, blade, javascript, java, markdown)}
