"""The stored form and the extractors, on texts of our own. `python3 -m unittest discover -s tests/articles`"""

import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import annotate
import rebuild
import repositories
import sources
import stored

MARKED = "😀 ⟦ROLE Chủ tịch ⟦ORG UBND ⟦LOC tỉnh A⟧⟧⟧ nói “⟦QUOTE ⟦EVENT Lễ B⟧⟧”, ⟦TIME 3/2⟧"
TEXT = "😀 Chủ tịch UBND tỉnh A nói “Lễ B”, 3/2"


class Stored(unittest.TestCase):
    def test_marks_become_utf16_offsets(self):
        text, spans = stored.parse_marks(MARKED)
        self.assertEqual(text, TEXT)
        self.assertEqual(
            spans,
            [(3, 23, "ROLE"), (12, 23, "ORG"), (17, 23, "LOC"), (29, 33, "QUOTE"), (29, 33, "EVENT"), (36, 39, "TIME")],
        )

    def test_marks_come_back(self):
        self.assertEqual(stored.write_marks(*stored.parse_marks(MARKED)), MARKED)

    def test_wrong_marks_are_refused(self):
        for marked in ("⟦PER A", "⟦NAME A⟧", "A⟧"):
            with self.assertRaises((ValueError, IndexError)):
                stored.parse_marks(marked)

    def test_wordings_become_offsets_and_values_stay(self):
        facts = {
            "people": [{"name": "tỉnh A", "roles": ["Chủ tịch", "Chủ tịch xã"]}],
            "times": [{"text": None}],
            "roles": [{"title": "UBND", "also": []}],
            "events": [{"text": "Lễ B", "ordinal": 2, "kind": "Lễ B"}],
        }
        want = {
            "people": [{"name": [17, 23], "roles": [[3, 11], "Chủ tịch xã"]}],
            "times": [{"text": None}],
            "roles": [{"title": [12, 16], "also": []}],
            "events": [{"text": [29, 33], "ordinal": 2, "kind": "Lễ B"}],
        }
        text = stored.Text(TEXT)
        self.assertEqual(stored.encode(facts, text), want)
        self.assertEqual(stored.decode(want, text), facts)

    def test_a_long_wording_is_stored_in_pieces(self):
        text = stored.Text("Một câu khá dài đứng ở đây.\nVà một câu nữa, cũng dài, ở dòng sau.")
        lead = "Một câu khá dài đứng ở đây. Và một câu nữa, cũng dài, ở dòng sau."
        pieces = stored.encode({"lead": lead}, text)
        self.assertEqual(pieces, {"lead": [[0, 27], " ", [28, 65]]})
        self.assertEqual(stored.decode(pieces, text), {"lead": lead})

    def test_the_repository_holds_no_sentence_of_others(self):
        for file in Path(__file__).parent.glob("*/*.json"):
            article = json.loads(file.read_text(encoding="utf-8"))
            for part in stored.PARTS:
                for literal in strings(article.get(part)):
                    self.assertLessEqual(len(literal), stored.LONGEST_NAME, f"{file.name}: {literal}")


def strings(value):
    """Every string inside a value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [s for v in inner for s in strings(v)]


class Sources(unittest.TestCase):
    def check(self, extractor, files, want, path="p", item=None):
        source = {"extractor": extractor, "path": path, "item": item}
        self.assertEqual(sources.extract(source, files.__getitem__), want)

    def test_trends(self):
        post = "---\n[Tin A](http://a)\n![h](i)\n\nĐoạn cắt ...\n\nĐoạn một.\n\n\n\n\nĐoạn hai.\n"
        self.check("trends", {"p": post}, "Tin A\n\nĐoạn một.\n\n\nĐoạn hai.")
        self.check("trends", {"p": "[Tin A](http://a)\n![h](i)\nĐoạn đầu.\nĐoạn một."}, "Tin A\n\nĐoạn đầu.\nĐoạn một.")

    def test_trends_body(self):
        post = "[Tin A](http://a)\n![h](i)\nĐoạn một.\n\n\n\nĐoạn hai.\n[Tin B](http://b)\nKhác.\n"
        self.check("trends_body", {"p": post}, "Tin A\nĐoạn một.\n\nĐoạn hai.")

    def test_fields(self):
        article = {
            "category": "Mục",
            "title": "Tin",
            "date": "2024-11-22T10:35:00",
            "author": "X",
            "description": "D",
            "content": "E\r\n",
        }
        self.check("fields", {"p": json.dumps(article)}, "Mục\nTin\n22/11/2024 10:35 GMT+7\nX\n\nD\n\nE")

    def test_numbered(self):
        files = {"a/8.txt": "Một.\r\n", "binhdinhnews.sql": "(8, '2025-01-02', NULL, 'N.A', 1, 'Tin \\'A\\'', 2)"}
        self.check("numbered", files, "Tin \\'A\\'\n2025-01-02\nMột.\nTác giả: N.A", path="a/8.txt")

    def test_pages(self):
        self.check("php", {"p": "<?php a ?><h1>Tin</h1><p>Một &amp; hai</p>"}, "Tin\nMột & hai")
        page = '<x><div class="col-xs-12"><p>{{ a }}Một</p>\n<p>Hai</p><!-- right -->'
        self.check("blade", {"p": page}, "Một\nHai")
        self.check(
            "javascript", {"p": 'tênbàiviết: "Tin", chitiếtbàiviết: `<p>Một<br>hai</p>`'}, "Tin\n\nMột\nhai", item="Tin"
        )

    def test_java(self):
        files = {
            "f/A.java": 'listDetailHome3.add("Một" + "\\n hai");\nlistDetailHome3.add("http://x");\n',
            "f/TabActivitiesLeaderFragment.java": 'new NewsModel(3, "Tin", "1/2/2018", "Lời " + "đầu", x)',
        }
        self.check("java", files, "Tin\n1/2/2018\n\nLời đầu\n\nMột\n hai", path="f/A.java", item="3")

    def test_markdown(self):
        page = "---\ntitle: Tin\n---\n![h](i)\n**Một**\n\n\n\n> *Hai*\n"
        self.check("markdown", {"p": page}, "Một\n\n*Hai*")
        self.check("markdown", {"p": page}, "Tin\nMột\n\n*Hai*", item="title")
        self.check("markdown", {"p": page}, "Tin\n\nMột", item="title:2")

    def test_hexo(self):
        page = "---\r\ntitle: Tin\r\ndate: 2019-05-10\r\nauthor: N.A\r\n---\r\n![h](i)\r\n\r\n*Một*\r\n\r\nHai\r\n"
        self.check("hexo", {"p": page}, "Tin\n2019-05-10\n\nMột\n\nHai\n\nN.A")

    def test_crawled(self):
        self.check("crawled", {"p": "# Tin\n\n**Một** hai\n|ba|\n\nBốn\n"}, "Một hai\n\nba", item="2-3")

    def test_plain(self):
        self.check("plain", {"p": " Tin \n\n\nMột\nHai"}, "Tin\n\nMột\n\nHai")

    def test_one_line_pages(self):
        page = '<x><div class="content_tintuc"><p>Một\n hai</p><a>Ba</a><div class="content-tintuc">'
        self.check("aspx", {"p": page}, "Một hai\nBa")
        page = (
            '<div class="block_timer left">3/2</div><div class="title_news"><h1>Tin</h1></div>'
            '<div class="short_intro txt">Lời\nđầu</div><div class="fck_detail"><p>Một</p> <p>Hai</p><!-- Javascript Parser -->'
        )
        self.check("vnexpress", {"p": page}, "3/2\n\nTin\n\nLời đầu\n\nMột\nHai")

    def test_sharepoint(self):
        page = '<h1 class="FolderTitle">Mục</h1><div>3/2\u200b</div><h2>Tin\n A</h2><br/><p>Một&nbsp;hai</p><td id="MSOZoneCell_WebPartWPQ12">'
        self.check("sharepoint", {"p": page}, "Mục\n\n3/2\n\nTin A\n\nMột hai")

    def test_component(self):
        page = '<p className="a">{"Một &amp; hai"}</p><p>\n Ba <img src="x"/></p><p>Bốn</p>'
        self.check("component", {"p": page}, "Một & hai\n\nBa", item="2")

    def test_tei(self):
        corpus = (
            '<TEI lang="vi" id="1"></TEI><TEI lang="vi" id="2"><domain type="Mục"/><title>Tin</title><date>3/2</date>'
            "<front>Lời đầu</front><div2><p>Hai &amp; ba</p></div2><div1><p>Một</p></div1></TEI>"
        )
        self.check("tei", {"p": corpus}, "Mục\nTin\n3/2\n\nLời đầu\n\nMột\n\nHai & ba", item="2")

    def test_dumps(self):
        dump = "INSERT INTO news (u) VALUES ('http://a/tin-a-1.html', 'r', '', 'Tin', 'Một ''hai''\n ba \nbốn', '2016-12-13');\n"
        self.check("inserted", {"p": dump}, "Một 'hai'\nba\nbốn", item="tin-a")
        self.check("inserted", {"p": dump}, "Một 'hai'", item="1.html:1")
        dump = "INSERT INTO `Posts` VALUES (6, 'Tin \\'A\\'', 1, '<p>Một</p>\\r\\n<p>Hai</p>', 'Lời đầu', '2021-01-02', 3);"
        self.check("post", {"p": dump}, "Tin 'A'\n2021-01-02\n\nLời đầu\n\nMột\nHai", item="6")

    def test_row(self):
        dump = (
            "INSERT INTO `t` VALUES\n(12, NULL, 'Tin \\'A\\' ''B''.', '<p>Một,\\r\\nhai</p>(ba)', N'x', CAST(N'2' AS Date)),\n"
            "(3, 1);"
        )
        self.check("row", {"p": dump}, "Tin 'A' 'B'.\n\nMột,\nhai\n(ba)", item="2,3:(12, NULL")
        self.check("row", {"p": dump}, "1\n\n3", item="1,0:(3,")

    def test_listed(self):
        news = [{}, {"title": "Tin", "date": "", "content": "<b>Một</b>\n hai", "more": ["Ba", "Bốn"]}]
        want = "Tin\n\nMột\nhai\n\nBa\n\nBốn"
        self.check("listed", {"p": json.dumps(news)}, want, item="1:title,date,content,more")
        self.check("listed", {"p": "\n".join(map(json.dumps, news))}, want, item="1:title,author,content,more")

    def test_script(self):
        page = """[{ title: "Khác" }, { title: 'Tin \\'A\\'', id: 'x', "text":\n `Một\\nhai`, text: "" }, { title: "Cuối" }]"""
        self.check("script", {"p": page}, "Tin 'A'\n\nMột\nhai", item="title,text:title: 'Tin…}")
        page = "$n->title = 'Tin'; $n->text = 'Một';"
        self.check("script", {"p": page}, "Tin\n\nMột", item="title,text:$n…")

    def test_stretch(self):
        row = "<tr><td>1</td><td>N.A</td><td>2/3/\n1980</td></tr>"
        page = f"<p>Trước</p><h1>Tin</h1> <P>Một\n hai</P>Ba<table>{row}</table><div>Sau"
        self.check("stretch", {"p": page}, "Tin\n\nMột hai\n\nBa\n\n1\tN.A\t2/3/ 1980", item="<h1>…<div>")

    def test_word(self):
        head = "<tr><td><p>UBND &lt;X&gt;</p><p>Số: 1</p></td><td></td><td><p>CỘNG HÒA</p></td></tr>"
        page = f"<style>a</style><body><!--[if gte vml 1]>b<![endif]--><table>{head}</table>\n<p>Một\n hai</p><p>Ba</p>"
        self.check("word", {"p": page}, "UBND <X>\n\nSố: 1\n\nCỘNG HÒA\n\nMột hai\n\nBa")
        self.check("word", {"p": page}, "Số: 1\n\nCỘNG HÒA\n\nBa", item="2-3,5-5")

    def test_what_is_not_utf8_is_windows_1252(self):
        for encoding in ("utf-8", "cp1252"):
            with mock.patch("subprocess.run") as run:
                run.return_value.returncode, run.return_value.stdout = 0, "Xã".encode(encoding)
                with mock.patch.object(repositories, "_copy", lambda *_: "git"):
                    self.assertEqual(repositories.reader("a/b", "c")("p"), "Xã")


class Storing(unittest.TestCase):
    ROW = {"half": "dev", "news": "ordinary", "outlet": "Báo A", "year": "2019", "genre": "news", "note": "lost"}

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder, self.articles = Path(folder.name) / "annotated", Path(folder.name) / "articles"
        self.folder.mkdir()
        self.articles.mkdir()
        self.put(gold=MARKED, facts={"times": [{"text": "3/2", "value": None}]})
        (self.folder / "1_a.txt").write_text(TEXT, encoding="utf-8")

    def put(self, gold=None, **parts):
        if gold:
            (self.folder / "1_a.gold.txt").write_text(gold, encoding="utf-8")
        for part, value in parts.items():
            (self.folder / f"1_a.{part}.json").write_text(json.dumps(value), encoding="utf-8")

    def store(self, rows):
        return annotate.store(self.folder, rows, self.articles)

    def stored(self):
        return json.loads((self.articles / "dev" / "1_a.json").read_text(encoding="utf-8"))

    def test_records_may_be_wanting(self):
        self.assertEqual(self.store({"1_a": self.ROW}), (["1_a"], []))
        self.assertEqual(self.stored()["facts"], {"times": [{"text": [36, 39], "value": None}]})
        self.assertNotIn("records", self.stored())
        rebuild.write(self.articles, "1_a", self.stored(), TEXT)
        self.assertTrue((self.articles / "1_a.facts.json").is_file())
        self.assertFalse((self.articles / "1_a.records.json").exists())

    def test_a_stored_article_needs_no_row(self):
        self.store({"1_a": self.ROW})
        self.assertEqual(self.store({}), ([], []))
        self.put(gold=MARKED.replace("⟦TIME 3/2⟧", "3/2"), facts={}, records={"times": []})
        self.assertEqual(self.store({}), (["1_a"], []))
        article = self.stored()
        self.assertEqual([article[k] for k in ("outlet", "year", "source")], ["Báo A", 2019, {"note": "lost"}])
        self.assertEqual((len(article["spans"]), article["records"]), (5, {"times": []}))

    def test_what_does_not_fit_is_refused(self):
        with self.assertRaisesRegex(ValueError, "neither in the table nor stored"):
            self.store({})
        self.store({"1_a": self.ROW})
        (self.folder / "1_a.txt").write_text(TEXT + "!", encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "without its marks"):
            self.store({})
        self.put(gold=MARKED + "!")
        with self.assertRaisesRegex(ValueError, "not the one that is stored"):
            self.store({})

    def test_what_is_not_whole_is_named(self):
        (self.folder / "1_a.facts.json").unlink()
        self.assertEqual(self.store({"1_a": self.ROW}), ([], ["1_a"]))


class Rebuilding(unittest.TestCase):
    def article(self, text):
        source = {"extractor": "php", "repository": "a/b", "commit": "c", "path": "p"}
        return {"source": source, "sha256": rebuild.digest_of(text)}

    def text_of(self, article, read):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(repositories, "reader", lambda *_: read):
            return rebuild.text_of("x", article, None, [folder])

    def test_a_text_is_checked(self):
        self.assertEqual(self.text_of(self.article("Một"), lambda _: "<p>Một</p>"), "Một")
        with self.assertRaises(rebuild.Mismatch):
            self.text_of(self.article("Một"), lambda _: "<p>Hai</p>")

    def test_another_form_is_a_mismatch(self):
        article = self.article("Một")
        article["source"]["extractor"] = "trends"
        with self.assertRaises(rebuild.Mismatch):
            self.text_of(article, lambda _: "không có gì")

    def test_what_no_address_gives_is_missing_or_in_a_folder(self):
        article = {"source": {"note": "lost"}, "sha256": rebuild.digest_of("Một")}
        with self.assertRaises(repositories.Missing):
            self.text_of(article, None)
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "x.txt").write_text("Một", encoding="utf-8")
            self.assertEqual(rebuild.text_of("x", article, None, [folder]), "Một")


if __name__ == "__main__":
    unittest.main()
