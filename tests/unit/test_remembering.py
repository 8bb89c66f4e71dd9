"""What is remembered over texts is bounded in characters, and the answers are those of the function."""

from __future__ import annotations

import gc
import random
import tracemalloc
from collections.abc import Callable

import cleantext
from cleantext import remembering as module
from cleantext.remembering import LONGEST, MOST, remembering


def asked_of(lines: list[str]) -> list[str]:
    """The lines that the function itself is asked about."""
    asked = []

    @remembering
    def size(line: str, more: int = 0) -> int:
        asked.append(line)
        return len(line) + more

    assert [size(line) for line in lines] == list(map(len, lines))
    assert [size(line, 1) for line in lines[:3]] == [len(line) + 1 for line in lines[:3]]
    del asked[len(asked) - len(set(lines[:3])) :]
    return asked


def test_a_line_is_asked_once() -> None:
    assert asked_of(["a", "b", "a", "a", "b"]) == ["a", "b"]


def test_what_is_longest_is_not_remembered() -> None:
    long = "x" * (LONGEST + 1)
    assert asked_of([long[1:], long[1:]]) == [long[1:]]
    asked = []
    size = remembering(lambda line: asked.append(line) or len(line))
    assert size(long) == size(long) == LONGEST + 1
    assert len(asked) == 2


def test_it_begins_anew_when_all_is_too_much() -> None:
    lines = [f"{number} {'x' * (LONGEST - 8)}" for number in range(MOST // LONGEST + 1)]
    asked = asked_of([*lines, lines[0]])
    assert asked == [*lines, lines[0]]


def test_further_arguments_are_told_apart() -> None:
    plus = remembering(lambda line, more=0: len(line) + more)
    assert (plus("a"), plus("a", 1), plus("a", more=2)) == (1, 2, 3)


def kept_of(text: Callable[[int], str], before: range, numbers: range) -> int:
    """Bytes that are kept of some texts, after others were cleaned."""
    for number in before:
        cleantext.clean(text(number))
    gc.collect()
    tracemalloc.start()
    try:
        for number in numbers:
            cleantext.clean(text(number))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_texts_of_one_long_line_are_let_go() -> None:
    """Web corpora hold many: each cache of four thousand lines once held four thousand texts."""

    def text(number: int) -> str:
        return " ".join(
            f"The harbour of {number} is quiet, said theFerry{number} of Hafen»größeTown." for _ in range(1_800)
        )

    kept = kept_of(text, range(2), range(2, 5))
    assert kept < len(text(0)), f"{kept:,} bytes are kept of three texts of {len(text(0)):,} characters"
    assert len(text(0)) > module.LONGEST


def test_what_stands_in_pages_of_ideographs_is_let_go() -> None:
    """Each page has some hundred, and hardly two the same: four thousand sets of them once took 400 MB."""

    def text(number: int) -> str:
        rng = random.Random(number)  # noqa: S311 - the same texts every time are wanted
        lines = ("".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(60)) for _ in range(12))
        return "。\n".join(lines)

    kept = kept_of(text, range(300), range(300, 500))
    assert kept < 4_000_000, f"{kept:,} bytes are kept of two hundred texts of {len(text(0)):,} characters"
