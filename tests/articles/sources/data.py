"""Articles that stand in data: dumps of databases, JSON, a corpus in TEI, strings of a program."""

import html
import json
import re

from .text import between, visible

JAVA_STRING = r'"(?:[^"\\]|\\.)*"'
SQL_STRING = r"'((?:[^']|'')*)'"
MYSQL_STRING = r"'((?:[^'\\]|\\.)*)'"
ROW_VALUE = re.compile(r"\s*(?:N?'((?:[^'\\]|\\.|'')*)'|([^,'()]*))\s*([,)])", re.S)
SCRIPT_STRING = r"""(['"`])((?:(?!\1)[^\\]|\\.)*)\1"""


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
    row = re.search(rf"^\({number}, '([^']+)', NULL, '([^']*)', \d, {MYSQL_STRING}", read("binhdinhnews.sql"), re.M)
    time, author, title = row.groups()
    body = read(path).replace("\r", "").rstrip()
    return f"{title}\n{time}\n{body}\nTác giả: {author}\n"


def post(read, path, item):
    """The post of a number in a dump of MySQL: title, date, abstract and content."""
    row = rf"INSERT INTO `Posts` VALUES \({item}, {MYSQL_STRING}, [^']*" + ", ".join([MYSQL_STRING] * 3)
    row = re.search(row, read(path), re.S)
    title, content, abstract, date = (re.sub(r"\\[rn]", " ", field).replace("\\", "") for field in row.groups())
    return f"{title}\n{date}\n\n{abstract.strip()}\n\n{visible(content)}\n"


def inserted(read, path, item):
    """The content of the row whose address holds `item`, in a dump of INSERT statements; behind a colon stands how many
    of its lines are kept."""
    address, _, count = item.partition(":")
    row = rf"VALUES \('[^']*{re.escape(address)}[^']*', " + ", ".join([SQL_STRING] * 4) + ", '"
    lines = re.search(row, read(path))[4].replace("''", "'").split("\n")
    return "\n".join(line.strip() for line in lines[: int(count) if count else None]).strip() + "\n"


def tei(read, path, item):
    """The article of a number in a corpus in TEI, whose divisions are numbered but stand in reverse order."""
    file = read(path)
    at = file.index(f'<TEI lang="vi" id="{item}">')
    article = file[at : file.index("</TEI>", at)]
    section, title, date, front = (
        re.search(tag, article, re.S)[1].strip()
        for tag in (r'<domain type="(.*?)"', r"<title>(.*?)</title>", r"<date>(.*?)</date>", r"<front>(.*?)</front>")
    )
    divisions = sorted(re.findall(r"<div(\d+)>(.*?)</div\1>", article, re.S), key=lambda d: int(d[0]))
    parts = [p.strip() for _, division in divisions for p in re.findall(r"<p>(.*?)</p>", division, re.S)]
    return html.unescape(f"{section}\n{title}\n{date}\n\n{front}\n\n" + "\n\n".join(parts)) + "\n"


def javascript(read, path, item):
    """The article of a title among many in one file of JavaScript."""
    file = read(path)
    at = file.find('tênbàiviết: "' + item)
    body = re.compile(r"chitiếtbàiviết:\s*`(.*?)`", re.S).search(file, at)[1]
    return f"{item}\n\n{visible(body)}\n"


def java(read, path, item):
    """The article of a number among those that a Java class adds string by string; its head is in the list's class."""
    folder = path.rsplit("/", 1)[0]
    strings = rf"((?:{JAVA_STRING}[\s+]*)+),\s*"
    model = rf"new NewsModel\({item},\s*{strings}{strings}{strings}"
    title, date, lead = map(_joined, re.search(model, read(f"{folder}/TabActivitiesLeaderFragment.java")).groups())
    added = re.findall(rf"listDetailHome{item}\.add\((.*?)\);\s*\n", read(path), re.S)
    parts = [_joined(a).strip("\n") for a in added if "baseSrcUrl" not in a and '"http' not in a]
    return f"{title}\n{date}\n\n{lead}\n\n" + "\n\n".join(parts) + "\n"


def _joined(expression):
    return "".join(map(json.loads, re.findall(JAVA_STRING, expression)))


def listed(read, path, item):
    """The entry of a number in a list of JSON, or in JSON line by line; `item` is the number (from 0), a colon, and its
    fields in the order of the article."""
    number, _, names = item.partition(":")
    file = read(path)
    is_list = file.lstrip().startswith("[")
    entry = json.loads(file)[int(number)] if is_list else json.loads(file.split("\n")[int(number)])
    values = (entry[name] for name in names.split(",") if entry.get(name))
    return "\n\n".join(visible("\n\n".join(v) if isinstance(v, list) else v) for v in values) + "\n"


def script(read, path, item):
    """The strings of some keys or properties in a stretch of JavaScript, TypeScript or PHP, in their order; `item` is the
    keys, a colon, and the stretch as `between` takes it."""
    keys, _, stretch = item.partition(":")
    key = rf"\b(?:{keys.replace(',', '|')})['\"]?\s*[:=]\s*"
    found = re.findall(key + SCRIPT_STRING, between(read(path), stretch), re.S)
    return "\n\n".join(filter(None, (visible(_unescaped(text)) for _, text in found))) + "\n"


def _unescaped(text):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t", "r": ""}.get(m[1], m[1]), text, flags=re.S)


def row(read, path, item):
    """Columns of a row in a dump of MySQL or SQL Server; `item` is the columns (from 0) in the order of the article, a
    colon, and how the row begins."""
    columns, _, start = item.partition(":")
    file = read(path)
    at = file.index(start)
    values = []
    for value in ROW_VALUE.finditer(file, file.index("(", at) + 1):
        values.append(_unescaped(value[1].replace("''", "'")) if value[1] is not None else value[2])
        if value[3] == ")":
            break
    return "\n\n".join(visible(values[int(c)]) for c in columns.split(",")) + "\n"
