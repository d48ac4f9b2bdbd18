"""The job in Spark's local mode, against the command itself: the same rows, errors as rows, the register by hand.

Usage: python -m unittest examples/spark/test_spark.py, with pyspark (make spark); LANGKINH names the command.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import articles
from langkinh_spark import Command, tables
from pyspark.sql import SparkSession

LANGKINH = os.environ.get("LANGKINH", "target/release/langkinh")
ARTICLES = 200
# dies of one text, as a process does that is killed for its memory; everything else goes through the command
MORTAL = """#!{python}
import os, subprocess, sys
work = subprocess.Popen([{langkinh!r}, "--jsonl", "--jobs", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for line in sys.stdin.buffer:
    if b"please die" in line:
        os.kill(os.getpid(), 9)
    work.stdin.write(line)
    work.stdin.flush()
    sys.stdout.buffer.write(work.stdout.readline())
    sys.stdout.buffer.flush()
"""


def plain(cell: str) -> str:
    """A cell of CSV without the apostrophes that keep spreadsheets from computing it."""
    return cell.replace("'", "")


class Job(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="langkinh-spark-"))
        mortal = cls.folder / "langkinh-mortal"
        mortal.write_text(MORTAL.format(python=sys.executable, langkinh=os.path.abspath(LANGKINH)))
        mortal.chmod(0o755)
        cls.corpus = list(articles(ARTICLES, LANGKINH))
        cls.corpus[7]["published"] = "soon"
        cls.corpus[11]["text"] = "please die"
        cls.corpus[12]["text"] = "Ông Nguyễn Văn A, Bí thư Tỉnh ủy Long An 😀, họp với bà Trần Thị B."
        cls.corpus[13] |= {"text": "", "published": ""}
        cls.spark = (
            SparkSession.builder.master("local[2]")
            .appName("langkinh test")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "16")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", str(cls.folder / "warehouse"))
            .getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("ERROR")
        file = cls.folder / "corpus.jsonl"
        file.write_text("".join(json.dumps(each) + "\n" for each in cls.corpus))
        cls.spark.sparkContext.addFile(str(mortal))
        # as a script the job is brought to the executors by Spark itself; here it is a module
        cls.spark.sparkContext.addPyFile(str(Path(__file__).with_name("langkinh_spark.py")))
        read = cls.spark.read.schema("id string, text string, published string").json(str(file)).repartition(4)
        tables(cls.spark, read, str(cls.folder / "out"), mortal.name)

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(cls.folder)

    def table(self, name: str) -> list[dict]:
        return [row.asDict(recursive=True) for row in self.spark.read.parquet(f"{self.folder}/out/{name}").collect()]

    def of_command(self, table: str) -> list[dict]:
        """The rows of the command's own CSV."""
        lines = "".join(json.dumps(each) + "\n" for each in self.corpus if each["text"] != "please die")
        command = [LANGKINH, "--jsonl", "--csv", table]
        run = subprocess.run(command, check=False, input=lines, capture_output=True, encoding="utf-8")
        self.assertEqual(run.returncode, 1, "one article has a wrong day")
        return list(csv.DictReader(io.StringIO(run.stdout, newline="")))

    def test_every_article_is_a_row_and_each_failure_has_its_error(self):
        rows = self.table("articles")
        self.assertEqual(sorted(row["id"] for row in rows), [each["id"] for each in self.corpus])
        failed = {row["id"]: row["error"] for row in rows if row["error"]}
        self.assertEqual(set(failed), {"000007", "000011"})
        self.assertIn("soon", failed["000007"])
        self.assertEqual(failed["000011"], "the command ended with status -9")

    def test_the_rows_are_the_commands_own(self):
        for name, table, columns in [
            (
                "people",
                "posts",
                [
                    "person",
                    "post",
                    "head",
                    "body",
                    "place",
                    "unit",
                    "province",
                    "status",
                    "change",
                    "mentions",
                    "text",
                    "start",
                    "end",
                ],
            ),
            (
                "documents",
                "documents",
                [
                    "name",
                    "type",
                    "number",
                    "symbol",
                    "issuer",
                    "date",
                    "title",
                    "known_symbol",
                    "mentions",
                    "text",
                    "start",
                    "end",
                ],
            ),
            ("mentions", "mentions", ["kind", "text", "start", "end", "parent", "record", "name", "rule"]),
        ]:
            own = sorted(
                tuple(plain(cell) for cell in [json.loads(row["file"]), *(row[column] for column in columns)])
                for row in self.of_command(name)
            )
            ours = sorted(
                tuple(
                    plain("" if cell is None else str(cell))
                    for cell in [row["id"], *(row[column] for column in columns)]
                )
                for row in self.table(table)
            )
            self.assertGreater(len(own), ARTICLES if table != "documents" else 50)
            self.assertEqual(len(ours), len(own), table)
            for a, b in zip(ours, own):
                self.assertEqual(a, b)

    def test_the_register_holds_every_post_once(self):
        posts = [row for row in self.table("posts") if row["post"] is not None]
        held = {}
        for row in posts:
            held.setdefault((row["person"], row["head"], row["body"], row["province"]), []).append(row)
        register = self.table("register")
        self.assertEqual(len(register), len(held))
        for row in register:
            rows = held[row["person"], row["head"], row["body"], row["province"]]
            days = sorted(each["day"] for each in rows if each["day"])
            self.assertEqual((row["first_day"], row["last_day"]), (days[0], days[-1]) if days else (None, None))
            self.assertEqual(row["articles"], len({each["id"] for each in rows}))
            self.assertIn(row["post"], {each["post"] for each in rows})
            self.assertIn((row["seen"]["id"], row["seen"]["start"]), {(each["id"], each["start"]) for each in rows})

    def test_answers_keep_their_order_where_the_command_dies(self):
        mortal = Command(str(self.folder / "langkinh-mortal"))
        texts = ["a", "please die", "b", "please die", "please die", "c"]
        got = list(mortal.answers([json.dumps({"id": i, "text": text}) for i, text in enumerate(texts)]))
        mortal.close()
        self.assertEqual([answer.get("id") for answer in got], [0, None, 2, None, None, 5])
        self.assertEqual([i for i, answer in enumerate(got) if "error" in answer], [1, 3, 4])


if __name__ == "__main__":
    unittest.main()
