"""Time grows with the length of a text and no faster, whatever its shape: books, logs, menus, one endless line.

`tests/rules/test_growth.py` asks the same of each rule by its examples; here are shapes that no example has.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest

import cleantext

SIZES = (20_000, 80_000, 320_000, 1_280_000)
"""Characters."""
LONG, QUICK = 0.7, 1e-6
"""Seconds of a text after which no larger one is asked about, and of a character that nothing is said of."""
MOST_GROWTH = 2.5
"""Of the time a character takes from one size to the next: to the square of the length it is 4."""
TRIES = 3

WORDS = """
    ferry harbour quay rope lamp keeper gull tide bell wall fisherman crane lighthouse mooring winter council ticket
    engine captain bridge ladder market orchard letter window garden kitchen journey evening village
""".split()


def word(rng: Random) -> str:
    """A word of the list, or one that is none."""
    if rng.random() < 0.7:
        return rng.choice(WORDS)
    return "".join(rng.choices("abcdefghiklmnoprstuvw", k=rng.randrange(4, 10)))


def sentence(rng: Random) -> str:
    return f"The {' '.join(word(rng) for _ in range(rng.randrange(8, 16)))}."


SHAPES: dict[str, Callable[[Random], str]] = {
    "paragraphs with blank lines between them": lambda rng: " ".join(sentence(rng) for _ in range(3)) + "\n\n",
    "headings and paragraphs": lambda rng: f"{word(rng).title()} {word(rng)}\n\n{sentence(rng)}\n\n",
    "one line of sentences": lambda rng: sentence(rng) + " ",
    "words cut by line ends": lambda rng: f"{word(rng)} {word(rng)[:3]}-\n{word(rng)} ",
    "words that go on with a capital": lambda rng: f"{word(rng).title()}{word(rng).title()} {word(rng)}\n",
    "a menu": lambda rng: f"{word(rng).title()} {word(rng).title()}\n",
    "a menu with blank lines": lambda rng: f"{word(rng).title()}\n\n",
    "a list": lambda rng: f"- {sentence(rng)}\n",
    "a table": lambda rng: f"| {rng.randrange(9_999)} | {word(rng)} | {rng.random():.3f} |\n",
    "a log": lambda rng: f"[{rng.randrange(24)}:{rng.randrange(10, 60)}] <{word(rng)}> {sentence(rng)}\n",
    "addresses": lambda rng: f"https://www.{word(rng)}.example/{word(rng)}?a={rng.randrange(999)}\n",
    "dialogue": lambda rng: f"“{sentence(rng)}”\n\n",
    "mojibake": lambda rng: sentence(rng).replace("e", "Ã©", 2) + "\n\n",
    "mojibake in one line": lambda rng: sentence(rng).replace("e", "Ã©", 1) + " ",
    "marks of French": lambda rng: f"« {sentence(rng)} » : {word(rng)} ; ",
    "entities": lambda rng: f"{word(rng)}&amp;nbsp;{word(rng)} ",
    "comments": lambda rng: (
        f"{word(rng)} says:\n{rng.randrange(1, 28)} May 2012 at 5:{rng.randrange(10, 60)} pm\n{sentence(rng)}\nReply\n"
    ),
    "spaces and words": lambda rng: " " * rng.randrange(1, 30) + word(rng),
}


def text_of(shape: str, size: int, number: int) -> str:
    """The text of a shape with a number: lines and words of short ones are remembered, so that each is asked once."""
    rng = Random(f"{size}, {number}")  # noqa: S311 - the same texts every time are wanted
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(SHAPES[shape](rng))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


@pytest.mark.parametrize("profile", ["default", "article"])
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text(shape: str, profile: str) -> None:
    def growth(number: int) -> float:
        """How the time of a character grows between the last two sizes that are asked about."""
        taken: list[float] = []
        for size in SIZES:
            text, start = text_of(shape, size, number), time.process_time()
            cleantext.clean(text, profile=profile)
            seconds = time.process_time() - start
            taken.append(seconds / size)
            if seconds > LONG and len(taken) > 1:
                break
        return taken[-1] / max(taken[-2], QUICK)

    cleantext.clean(text_of(shape, SIZES[0], TRIES), profile=profile)  # what is compiled and read once
    grown: list[float] = []
    while len(grown) < TRIES and min(grown, default=MOST_GROWTH) >= MOST_GROWTH:
        grown.append(growth(len(grown)))
    assert min(grown) < MOST_GROWTH, f"four times as long a text took {4 * min(grown):.0f} times as long"
