"""Where the tokens of a peer stand in the text, though it normalizes them: spacing, tone marks and case are passed over."""

import unicodedata

FAR = 40


def base(char):
    """A letter without its marks and case."""
    letter = unicodedata.normalize("NFD", char)[0].lower()
    return "d" if letter in "đð" else letter


class Aligner:
    """Finds one token after the other in a text."""

    def __init__(self, text):
        self.letters = [(base(c), n) for n, c in enumerate(text) if not c.isspace() and not unicodedata.combining(c)]
        self.text = text
        self.at = 0

    def next(self, token):
        """(start, end) of a token in characters of the text, or None where it is not found near by."""
        wanted = [base(c) for c in token if not c.isspace() and c != "_" and not unicodedata.combining(c)]
        if not wanted:
            return None
        for at in range(self.at, min(self.at + FAR, len(self.letters) - len(wanted) + 1)):
            if all(self.letters[at + k][0] == letter for k, letter in enumerate(wanted)):
                self.at = at + len(wanted)
                end = self.letters[self.at - 1][1] + 1
                while end < len(self.text) and unicodedata.combining(self.text[end]):
                    end += 1
                return self.letters[at][1], end
        return None


def spans(text, tagged):
    """Spans (start, end, kind) in characters out of tokens tagged B-PER, I-PER, O …, and how many were not found."""
    aligner, found, lost = Aligner(text), [], 0
    previous = "O"
    for token, tag in tagged:
        at = aligner.next(token)
        lost += at is None
        if at and tag != "O":
            kind = tag.split("-")[-1]
            if tag.startswith("I") and found and previous == kind:
                found[-1] = (found[-1][0], at[1], kind)
            else:
                found.append((*at, kind))
        previous = "O" if tag == "O" or at is None else tag.split("-")[-1]
    return found, lost
