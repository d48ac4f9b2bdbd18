"""Makes articles out of the five samples, to try the job with: a title and paragraphs of one sample, with other years and
other people, each of whom comes in some twenty articles.

The same numbers give the same articles. Usage: corpus.py ARTICLES COMMAND > corpus.jsonl
"""

import json
import random
import re
import subprocess
import sys
from pathlib import Path

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
NAMES = (
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"],
    ["Văn", "Thị", "Minh", "Quốc", "Ngọc", "Thanh", "Hữu"],
    ["An", "Bình", "Cường", "Dũng", "Hà", "Hòa", "Khánh", "Lan", "Nam", "Phúc", "Sơn", "Tâm", "Vinh"],
)


def articles(count: int, command: str):
    """Yields so many articles, as the command's `--jsonl` takes them; the command says who the people of the samples are."""
    found = subprocess.run([command, *map(str, SEEDS)], check=True, capture_output=True).stdout.splitlines()
    people = [[person["name"] for person in json.loads(line)["analysis"]["people"]] for line in found]
    samples = [[line for line in path.read_text("utf-8").splitlines() if line.strip()] for path in SEEDS]
    for number in range(count):
        chance = random.Random(number)
        lines, names = samples[number % len(samples)], people[number % len(samples)]
        # a head as sites print it, then a part of the body, in order
        start = chance.randrange(1, max(2, len(lines) // 2))
        text = "\n".join([lines[0], *lines[start : start + chance.randint(8, 30)]])
        shift = chance.randint(-9, 0)
        text = re.sub(r"\b20(?:1\d|2[0-4])\b", lambda year, shift=shift: str(int(year[0]) + shift), text)
        world = random.Random(number // 100)
        for name in names:
            text = text.replace(name, " ".join(map(world.choice, NAMES)))
        day = f"{2025 + shift}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield {"id": f"{number:06}", "text": text, "published": day}


if __name__ == "__main__":
    for article in articles(int(sys.argv[1]), sys.argv[2]):
        print(json.dumps(article, ensure_ascii=False))
