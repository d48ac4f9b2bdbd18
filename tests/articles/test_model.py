"""The small model's parts, on a text of our own."""

import unittest

import corpus
import model

TEXT = "Ông An thăm hãng Gamma ở Huế."


def reading(gold=(), found=()):
    """The text with gold and found spans given as words and kind."""
    span = lambda words, kind: (TEXT.index(words), TEXT.index(words) + len(words), kind)
    article = corpus.Article("0", "ordinary", TEXT, {span(*g) for g in gold}, None)
    return model.Reading(article, {span(*f): "place.listed" for f in found})


class SmallModel(unittest.TestCase):
    def test_stretches_around_capital_words_are_asked_about(self):
        r = reading()
        stretches = {" ".join(r.tokens[s:e]) for s, e in model.candidates(r)}
        self.assertLessEqual({"An", "Gamma", "hãng Gamma", "Huế"}, stretches)
        self.assertNotIn("ở", stretches)

    def test_features_do_not_know_the_gold(self):
        for blind in (False, True):
            known, unknown = reading(gold=[("Gamma", "ORG")]), reading()
            for c in model.candidates(unknown):
                self.assertEqual(model.features(known, *c, blind), model.features(unknown, *c, blind))

    def test_blind_features_do_not_know_the_own_mark(self):
        marked, bare = reading(found=[("Gamma", "LOC")]), reading()
        at = (4, 5)
        self.assertEqual(marked.tokens[4], "Gamma")
        self.assertEqual(model.features(marked, *at, True), model.features(bare, *at, True))
        self.assertNotEqual(model.features(marked, *at, False), model.features(bare, *at, False))

    def test_it_learns_what_features_tell(self):
        trained = model.Model().train([([1, 2], 1), ([1, 3], 0)] * 20)
        self.assertGreater(trained.probabilities([1, 2])[1], 0.8)
        self.assertGreater(trained.probabilities([1, 3])[0], 0.8)

    def test_marks_go_change_and_come(self):
        r = reading(found=[("Gamma", "LOC"), ("Huế", "LOC")])
        scored = {(4, 5): [0.1, 0, 0.9, 0, 0], (6, 7): [0.9, 0, 0, 0.1, 0], (1, 2): [0.1, 0.9, 0, 0, 0]}
        self.assertEqual(model.decide(r, scored, "veto", 0.05, 0.8, False), {(4, 5, "ORG"), (6, 7, "LOC")})
        self.assertEqual(model.decide(r, scored, "add", 0, 0.8, True), set(r.rules) | {(1, 2, "PER")})
        self.assertEqual(model.decide(r, scored, "both", 0.2, 0.8, False), {(4, 5, "ORG"), (1, 2, "PER")})

    def test_what_is_marked_is_not_crossed(self):
        r = reading(found=[("hãng Gamma", "LOC")])
        self.assertEqual(model.decide(r, {(4, 6): [0, 1, 0, 0, 0]}, "add", 0, 0.8, False), set(r.rules))


if __name__ == "__main__":
    unittest.main()
