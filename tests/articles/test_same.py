"""The comparison of two analyses, on a text of our own."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import same

TEXT = "Ông An ở Huế.\nBà Bình."


def analysis(people, **more):
    """An analysis with these people (words, rule), each holding the first post."""
    entities, rows = [], []
    for number, (words, rule) in enumerate(people):
        start = TEXT.index(words)
        entities.append(
            {"id": number, "kind": "person", "start": start, "end": start + len(words), "record": number, "rule": rule}
        )
        rows.append({"name": words, "mentions": [number], "roles": [{"role": 0, "evidence": [number]}]})
    roles = [{"title": "Chủ tịch", "holders": list(range(len(people))), "mentions": []}]
    return {"entities": entities, "people": rows, "roles": roles, **more}


def command(folder, name, script):
    """A command in place of ours."""
    file = Path(folder) / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


class Difference(unittest.TestCase):
    def test_the_same_but_for_numbers_is_no_difference_of_facts(self):
        one, other = analysis([("An", "a"), ("Bình", "b")]), analysis([("Bình", "b"), ("An", "a")])
        told = [same.Told(TEXT, a) for a in (one, other)]
        self.assertEqual(told[0].spans(), told[1].spans())
        people = [{line for line in t.facts() if line.startswith("people")} for t in told]
        self.assertEqual(*people)

    def test_spans_and_facts_are_told_by_their_words(self):
        lines = same.difference(TEXT, analysis([("An", "a")]), analysis([("Bình", "b")]))
        self.assertIn("- PER 'An' at 4 by a", lines)
        self.assertIn("+ PER 'Bình' at 17 by b", lines)
        self.assertIn('+ people: {"name": "Bình", "roles": [{"role": "Chủ tịch"}]}', lines)
        self.assertIn('- roles: {"holders": ["An"], "title": "Chủ tịch"}', lines)

    def test_another_rule_is_a_difference(self):
        lines = same.difference(TEXT, analysis([("An", "a")]), analysis([("An", "b")]))
        self.assertEqual(lines, ["- PER 'An' at 4 by a", "+ PER 'An' at 4 by b"])

    def test_what_is_neither_span_nor_fact_is_told_by_its_path(self):
        one, other = analysis([], metrics={"words": 1}), analysis([], metrics={"words": 2})
        self.assertEqual(same.difference(TEXT, one, other), ["metrics.words: 1 → 2"])

    def test_errors_are_told(self):
        self.assertEqual(same.difference(TEXT, {"error": "no"}, analysis([])), ["- no"])

    def test_a_command_that_ends_early_costs_one_answer(self):
        with tempfile.TemporaryDirectory() as folder:
            fails_at_b = command(
                folder, "run", 'for f in "$@"; do [ "$f" = b ] && exit 101; echo "{\\"file\\":\\"$f\\"}"; done'
            )
            answers = same.read(fails_at_b, ["a", "b", "c"])
        self.assertEqual(answers["a"], b'{"file":"a"}')
        self.assertIn(b"ended with 101", answers["b"])
        self.assertEqual(answers["c"], b'{"file":"c"}')

    def test_the_exit_status_and_the_silence_about_the_unseen_half(self):
        with tempfile.TemporaryDirectory() as folder:
            answer = 'for f in "$@"; do echo "{\\"file\\":\\"$f\\",\\"analysis\\":{\\"meta\\":{\\"title\\":\\"%s\\"}}}"; done'
            one, other = (command(folder, name, answer % name) for name in ("one", "other"))
            root = Path(folder) / "root"
            for part in ("seeds", "target/articles/dev", "target/articles/unseen"):
                (root / part).mkdir(parents=True)
                (root / part / f"{part.replace('/', '_')}.txt").write_text(TEXT, encoding="utf-8")
            before, same.corpus.ROOT = same.corpus.ROOT, root
            try:
                with contextlib.redirect_stdout(io.StringIO()) as out:
                    self.assertTrue(same.same(one, one, None))
                    self.assertFalse(same.same(one, other, None))
            finally:
                same.corpus.ROOT = before
        self.assertIn("meta.title: 'one' → 'other'", out.getvalue())
        self.assertIn("unseen: 1 of 1 differ", out.getvalue())
        self.assertNotIn("articles_unseen.txt", out.getvalue())


if __name__ == "__main__":
    unittest.main()
