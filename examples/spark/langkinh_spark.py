"""A corpus of news through the langkinh command, on Spark, into tables.

Reads lines of JSON or Parquet with the columns id, text and published (the last may be missing), and writes four
Parquet tables and the register of who held what:

    articles   a row an article: what the article says of itself, or the error that stopped it
    posts      a row for each person, post, day and place
    documents  a row for each document that an article speaks of
    mentions   a row for everything that is marked in a text
    register   a row for each person in each post, over all articles (register.sql)

The command is a file of the job: Spark brings it to every executor, nothing has to be installed there.

Usage: spark-submit langkinh_spark.py --command target/release/langkinh CORPUS OUT
"""

import argparse
import contextlib
import json
import os
import subprocess
import threading
from pathlib import Path

import pandas
from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

HOLDING = """person string, post string, head string, body string, branch string, place string, unit string,
  province string, today string, status string, change string, day string, mentions int, text string, start int, end int"""
DOCUMENT = """name string, type string, number string, symbol string, issuer string, date string, title string,
  known_symbol string, known_date string, known_issuer string, known_subject string,
  mentions int, text string, start int, end int"""
MENTION = "entity int, kind string, text string, start int, end int, parent int, record int, name string, rule string"
ARTICLE = f"""id string, error string, title string, outlet string, genre string, published string, words int,
  posts array<struct<{HOLDING}>>, documents array<struct<{DOCUMENT}>>, mentions array<struct<{MENTION}>>"""


def rows_of(text: str, analysis: dict, published: str | None) -> dict:
    """What the tables keep of an analysis. Offsets are UTF-16 code units, as the analysis has them."""
    units = text.encode("utf-16-le", "surrogatepass")
    entities, places, bodies = analysis["entities"], analysis["places"], analysis["organizations"]

    def span(entity: int | None) -> dict:
        if entity is None:
            return {"text": None, "start": None, "end": None}
        start, end = entities[entity]["start"], entities[entity]["end"]
        return {"text": units[2 * start : 2 * end].decode("utf-16-le", "replace"), "start": start, "end": end}

    def first(*lists: list) -> int | None:
        return next((each for some in lists for each in some), None)

    meta = analysis["meta"]
    day = meta.get("published", published or None)
    posts = []
    for person in analysis["people"]:
        for held in person["roles"] or [None]:
            role = analysis["roles"][held["role"]] if held else {}
            body = bodies[role["organization"]] if "organization" in role else {}
            at = role.get("place", body.get("place"))
            place = places[at] if at is not None else {}
            posts.append(
                {
                    "person": person["name"],
                    "post": held and held["title"],
                    "head": role.get("head"),
                    "body": body.get("name"),
                    "branch": body.get("branch"),
                    "place": place.get("name"),
                    "unit": place.get("unit"),
                    "province": place.get("province"),
                    "today": "; ".join(f"{now['unit']} {now['name']}" for now in place.get("today", [])) or None,
                    "status": held and held.get("status"),
                    "change": held and held.get("change"),
                    # the day of the change, else the day on which the article says so
                    "day": (held and held.get("date")) or (day and day[:10]),
                    "mentions": len(person["mentions"]),
                    **span(first(held["evidence"] if held else [], person["mentions"])),
                }
            )
    documents = []
    for document in analysis["documents"]:
        known = document.get("known", {})
        kept = ("name", "type", "number", "symbol", "issuer", "date", "title")
        documents.append(
            {
                **{key: document.get(key) for key in kept},
                **{f"known_{key}": known.get(key) for key in ("symbol", "date", "issuer", "subject")},
                "mentions": len(document["mentions"]),
                **span(first(document["mentions"])),
            }
        )
    names = {
        "person": ("people", "name"),
        "role": ("roles", "title"),
        "organization": ("organizations", "name"),
        "place": ("places", "name"),
        "document": ("documents", "name"),
        "event": ("events", "name"),
        "abbreviation": ("abbreviations", "long"),
        "time": ("times", "value"),
    }
    mentions = []
    for entity in entities:
        table, field = names.get(entity["kind"], (None, None))
        mentions.append(
            {
                "entity": entity["id"],
                "kind": entity["kind"],
                **span(entity["id"]),
                "parent": entity.get("parent"),
                "record": entity["record"],
                "name": analysis[table][entity["record"]].get(field) if table else None,
                "rule": entity["rule"],
            }
        )
    return {
        "title": meta.get("title"),
        "outlet": meta.get("outlet"),
        "genre": meta["genre"],
        "published": day,
        "words": analysis["metrics"]["words"],
        "posts": posts,
        "documents": documents,
        "mentions": mentions,
    }


class Command:
    """The command at work on lines of JSON: an answer for each, in order, even where it dies of one of them."""

    def __init__(self, path: str):
        self.path = path
        self.process = None

    def answers(self, lines: list[str]):
        """Yields an answer for each line."""
        while lines:
            if self.process is None:
                # Spark gives a task one core: so many jobs
                self.process = subprocess.Popen(
                    [self.path, "--jsonl", "--jobs", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
                )
            process = self.process
            feeder = threading.Thread(target=self._feed, args=(process, lines))
            feeder.start()
            done = 0
            while done < len(lines) and (answer := process.stdout.readline()).endswith(b"\n"):
                done += 1
                yield json.loads(answer)
            if done < len(lines):
                # killed, or out of memory: the line it was at is at fault; the others get a new process
                self.process = None
                status = process.wait()
                process.stdout.close()
                yield {"error": f"the command ended with status {status}"}
                done += 1
                feeder.join()
                with contextlib.suppress(OSError):
                    process.stdin.close()
            feeder.join()
            lines = lines[done:]

    @staticmethod
    def _feed(process: subprocess.Popen, lines: list[str]):
        with contextlib.suppress(OSError):  # told by whoever reads
            for line in lines:
                process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()

    def close(self):
        """Ends the command."""
        if self.process:
            self.process.stdin.close()
            self.process.stdout.close()
            self.process.wait()


def analyze(command: str):
    """A function for mapInPandas: articles in, rows of ARTICLE out."""

    def work(batches):
        local = SparkFiles.get(command)
        running = Command(local if os.path.exists(local) else command)
        try:
            for batch in batches:
                # what is missing comes as NaN
                articles = [
                    {k: v if isinstance(v, str) else None for k, v in each.items()} for each in batch.to_dict("records")
                ]
                # json escapes what is no ASCII, lone surrogates too: the pipe needs no encoding
                lines = [json.dumps({key: each[key] for key in ("id", "text", "published")}) for each in articles]
                out = []
                for article, answer in zip(articles, running.answers(lines)):
                    row = dict.fromkeys(COLUMNS) | {"id": article["id"], "error": answer.get("error")}
                    if "analysis" in answer:
                        row |= rows_of(article["text"], answer["analysis"], article["published"])
                    out.append(row)
                # plain objects: a column of numbers with a gap would become one of floats
                yield pandas.DataFrame(out, columns=COLUMNS, dtype=object)
        finally:
            running.close()

    return work


COLUMNS = ("id", "error", "title", "outlet", "genre", "published", "words", "posts", "documents", "mentions")


def tables(spark: SparkSession, corpus: DataFrame, out: str, command: str) -> None:
    """Analyzes a corpus and writes its tables under `out`."""
    if "published" not in corpus.columns:
        corpus = corpus.withColumn("published", f.lit(None).cast("string"))
    wanted = [f.col(name).cast("string").alias(name) for name in ("id", "text", "published")]
    whole = corpus.select(*wanted).mapInPandas(analyze(command), ARTICLE)
    # written once, so that no article is analyzed twice
    whole.write.mode("overwrite").parquet(f"{out}/analyzed")
    analyzed = spark.read.parquet(f"{out}/analyzed")
    analyzed.drop("posts", "documents", "mentions").write.mode("overwrite").parquet(f"{out}/articles")
    for table in ("posts", "documents", "mentions"):
        each = analyzed.select("id", f.explode(table).alias("row")).select("id", "row.*")
        each.write.mode("overwrite").parquet(f"{out}/{table}")
    spark.read.parquet(f"{out}/posts").createOrReplaceTempView("posts")
    register = spark.sql(Path(__file__).with_name("register.sql").read_text("utf-8"))
    register.write.mode("overwrite").parquet(f"{out}/register")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", help="Parquet, or lines of JSON where the name ends so (.jsonl, .json, .gz)")
    parser.add_argument("out", help="folder for the tables")
    parser.add_argument("--command", default="langkinh", help="the langkinh binary, for the executors' platform")
    parser.add_argument("--partitions", type=int, help="parts of the corpus; as Spark reads it unless told")
    arguments = parser.parse_args()
    # so many articles at a time are held by a task: a few MB of text, some ten times that of answers
    batch = ("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    spark = SparkSession.builder.appName("langkinh").config(*batch).getOrCreate()
    command = arguments.command
    if os.path.exists(command):
        spark.sparkContext.addFile(os.path.abspath(command))
        command = os.path.basename(command)
    is_json = arguments.corpus.removesuffix(".gz").endswith((".jsonl", ".json"))
    corpus = (
        spark.read.schema("id string, text string, published string").json(arguments.corpus)
        if is_json
        else spark.read.parquet(arguments.corpus)
    )
    if arguments.partitions:
        corpus = corpus.repartition(arguments.partitions)
    tables(spark, corpus, arguments.out, command)
    counts = {
        name: spark.read.parquet(f"{arguments.out}/{name}").count()
        for name in ("articles", "posts", "documents", "mentions", "register")
    }
    failed = spark.read.parquet(f"{arguments.out}/articles").where("error is not null").count()
    print(", ".join(f"{count} {name}" for name, count in counts.items()) + f"; {failed} articles failed")
    spark.stop()


if __name__ == "__main__":
    main()
