"""The error browser, on an article of our own."""

import unittest
from pathlib import Path

import corpus
import errors

TEXT = "😀 <b> ông Lê Văn A\nở tỉnh B"
PERSON, PLACE, INNER = (11, 19, "PER"), (22, 28, "LOC"), (27, 28, "LOC")
ARTICLE = corpus.Article("bài", "political", TEXT, {PERSON, PLACE}, Path("bài.txt"))
FOUND = corpus.Found({PERSON, INNER}, {PERSON: "person.address", INNER: "place.context"})


class Errors(unittest.TestCase):
    def setUp(self):
        self.page = errors.page("dev", [ARTICLE], [FOUND])

    def test_shows_missed_and_wrong_spans(self):
        self.assertIn(
            '<mark class="LOC wrong" style="--c:#15803d" title="LOC" data-rule="LOC">tỉnh B</mark>', self.page
        )
        self.assertIn('data-rule="LOC place.context">B</mark>', self.page)
        self.assertIn('<li class="missed LOC">LOC <b>tỉnh B</b> found there: LOC by place.context</li>', self.page)
        self.assertIn("LOC 1−/1+", self.page)

    def test_a_right_span_is_not_an_error(self):
        self.assertIn('<div class="line clean"><span>1</span>', self.page)
        self.assertIn('title="PER person.address"', self.page)

    def test_text_is_escaped(self):
        self.assertIn("&lt;b&gt;", self.page)
        self.assertNotIn("<b> ông", self.page)

    def test_the_unseen_half_is_refused(self):
        with self.assertRaises(SystemExit) as refused:
            errors.main(["unseen"])
        self.assertIn("--unseen", str(refused.exception))

    def test_counts(self):
        tally = corpus.Tally().compare({1, 2, 3}, {2, 3, 4, 5})
        self.assertEqual((tally.precision, round(tally.recall, 3), round(tally.f1, 3)), (0.5, 0.667, 0.571))
        self.assertEqual(corpus.Tally().f1, 1.0)


if __name__ == "__main__":
    unittest.main()
