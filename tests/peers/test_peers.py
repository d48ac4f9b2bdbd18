"""Alignment and conventions. `python3 -m unittest discover -s tests/peers`"""

import unittest

from align import spans
from compare import characters
from conventions import ours, theirs


class Align(unittest.TestCase):
    def check(self, text, tagged, want, lost=0):
        found, missed = spans(text, tagged)
        self.assertEqual(([(text[a:b], kind) for a, b, kind in found], missed), (want, lost))

    def test_tokens(self):
        tagged = [("Ông", "O"), ("Lê", "B-PER"), ("Văn A", "I-PER"), ("ở", "O"), ("Huế", "B-LOC"), ("Huế", "B-LOC")]
        self.check("Ông Lê Văn A ở Huế Huế", tagged, [("Lê Văn A", "PER"), ("Huế", "LOC"), ("Huế", "LOC")])

    def test_normalized_tokens(self):
        self.check("bà Hoà  Bình", [("bà", "O"), ("Hòa Bình", "B-LOC")], [("Hoà  Bình", "LOC")])
        self.check("ở Huê\u0301.", [("ở", "O"), ("Huế", "B-LOC"), (".", "O")], [("Huê\u0301", "LOC")])

    def test_lost_tokens(self):
        self.check("Ông A", [("Ông", "O"), ("xyz", "B-PER"), ("A", "I-PER")], [("A", "PER")], lost=1)


class Conventions(unittest.TestCase):
    text = "😀 Chủ tịch UBND tỉnh Hà Nam và ban tổ chức"

    def find(self, words, kind):
        start = self.text.index(words)
        return start, start + len(words), kind

    def test_nested_and_small(self):
        role, body, place, small = (
            self.find(*s)
            for s in (
                ("Chủ tịch UBND tỉnh Hà Nam", "ROLE"),
                ("UBND tỉnh Hà Nam", "ORG"),
                ("tỉnh Hà Nam", "LOC"),
                ("ban tổ chức", "ORG"),
            )
        )
        everything = {role, body, place, small}
        self.assertEqual(ours(self.text, everything), {body, place, small})
        self.assertEqual(theirs(self.text, everything), {body})
        self.assertEqual(theirs(self.text, {role, place}), {self.find("Hà Nam", "LOC")})

    def test_characters(self):
        self.assertEqual(characters(self.text, {(3, 11, "ROLE")}), {self.find("Chủ tịch", "ROLE")})


if __name__ == "__main__":
    unittest.main()
