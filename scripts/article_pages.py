"""Pages whose main text people marked, line by line: what `fit_scorecard.py` is fitted on.

A folder holds `*.jsonl.gz`, one object a line with `text`, `site` and either `truth` (the main text) or
`with` and `without` (snippets of the main text and of the rest).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

FOLDS = 5
_TOKEN = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿]|[^\W_]+")
_SPACE = re.compile(r"\s+")
_SHINGLE = 4
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "...",
                        "–": "-", "—": "-", "\N{SOFT HYPHEN}": None, "\N{ZERO WIDTH SPACE}": None})  # fmt: skip
_HEAVIEST = 5.0
"""A page weighs at most this many times its article, however long its menus are."""

SET_WEIGHTS = {"cleaneval": 0.7, "aeb": 2.0, "cleanportaleval": 4.0, "newspaper4k": 4.0}
"""CleanEval's people kept nearly everything, and small sets would hardly be heard; the others count once."""


@dataclass
class Page:
    """Lines of a text with the share of each that is main text, and a weight; `kind` says where the text is from."""

    source: str
    site: str
    lines: Sequence[str]
    shares: Sequence[float]
    weights: Sequence[float]
    kind: str = "page"
    truth: str = ""
    kept: Sequence[str] = ()
    gone: Sequence[str] = ()
    fold: int = field(init=False)

    def __post_init__(self) -> None:
        self.fold = hashlib.sha256(self.site.encode()).digest()[1] % FOLDS


def tokens(text: str) -> list[str]:
    """Words in lower case; of scripts without spaces, characters."""
    return _TOKEN.findall(text.lower())


def shingles(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Runs of four words, as a multiset."""
    if len(words) < _SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))


def flat(text: str) -> str:
    """The text without white space and with plain marks, as snippets are looked for."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).translate(_MARKS))


def pages_in(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder, and of those with a full truth the truth alone as a page of its own."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        source = path.name.partition(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                lines = filled(row["text"])
                if not row.get("truth"):
                    yield _with_snippets(source, row, lines)
                    continue
                yield _with_truth(source, row, lines)
                yield _truth_alone(source, row)


def filled(text: str) -> list[str]:
    """The lines that are not blank, stripped."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def _with_truth(source: str, row: dict[str, str], lines: Sequence[str]) -> Page:
    words = [tokens(line) for line in lines]
    size = len(tokens(row["truth"]))
    scale = SET_WEIGHTS.get(source, 1.0) / size
    weights = [max(len(line), 0.5) for line in words]
    scale *= min(1.0, _HEAVIEST * size / sum(weights))
    return Page(source, row["site"], lines, _aligned(words, row["truth"]), [scale * it for it in weights],
                truth=row["truth"])  # fmt: skip


def _truth_alone(source: str, row: dict[str, str]) -> Page:
    """The article without its page, of which nothing should go; each line counts a little, however short."""
    lines = filled(row["truth"])
    sizes = [max(len(tokens(line)), 0.5) for line in lines]
    one = SET_WEIGHTS.get(source, 1.0)
    weights = [one * (0.7 * size / sum(sizes) + 0.3 / len(lines)) for size in sizes]
    return Page(source, row["site"], lines, [1.0] * len(lines), weights, kind="truth")


def _aligned(words: Sequence[Sequence[str]], truth: str) -> list[float]:
    """The share of each line that the truth holds; of lines that stand twice, the copy nearest the text."""
    true_words = tokens(truth)
    known = shingles(true_words)
    shares = [_share(line, known) for line in words]
    strong = [n for n, line in enumerate(words) if len(line) >= 10 and shares[n] > 0.6]
    low, high = (strong[0] - 4, strong[-1] + 4) if strong else (-1, len(words))
    true_lines = Counter(" ".join(tokens(line)) for line in truth.split("\n"))
    places = defaultdict(list)
    for number, line in enumerate(words):
        if 0 < len(line) < 12 and " ".join(line) in true_lines:
            places[" ".join(line)].append(number)
    for line, numbers in places.items():
        numbers.sort(key=lambda number: min((abs(number - it) for it in strong), default=0))
        for rank, number in enumerate(numbers):
            sound = low <= number <= high or len(words[number]) >= _SHINGLE
            shares[number] = float(rank < true_lines[line] and sound)
    running = f" {' '.join(true_words)} "
    for number in range(max(1, low + 1), min(high, len(words) - 1)):
        if 0 < len(words[number]) < _SHINGLE and not shares[number]:
            near = [*words[number - 1][-2:], *words[number], *words[number + 1][:2]]
            shares[number] = float(f" {' '.join(near)} " in running)
    return shares


def _share(words: Sequence[str], known: Counter[tuple[str, ...]]) -> float:
    if len(words) < _SHINGLE:
        return 0.0
    own = list(zip(*(words[n:] for n in range(_SHINGLE)), strict=False))
    return sum(it in known for it in own) / len(own)


def _with_snippets(source: str, row: dict[str, list[str]], lines: Sequence[str]) -> Page:
    """Lines that hold a snippet are labelled by it; the others weigh nothing."""
    parts = [flat(line) for line in lines]
    starts, raw = [0, *accumulate(map(len, parts))], "".join(parts)
    shares, weights = [0.0] * len(lines), [0.0] * len(lines)
    kept, gone = ([it for it in map(flat, row[name]) if it and it in raw] for name in ("with", "without"))
    for share, snippets in ((0.0, gone), (1.0, kept)):
        for snippet in snippets:
            for start in _finds(raw, snippet, starts, parts, only_longest=share > 0):
                first, last = bisect_right(starts, start) - 1, bisect_right(starts, start + len(snippet) - 1) - 1
                for number in range(first, min(last, len(lines) - 1) + 1):
                    shares[number], weights[number] = share, SNIPPET_WEIGHT
    return Page(source, str(row["site"]), lines, shares, weights, kept=kept, gone=gone)


SNIPPET_WEIGHT = 1.0
"""A page has about six snippets, and weighs six times what one with a full truth does.

They are the only pages of many sites and languages, and what they teach serves the others too.
"""


def _finds(raw: str, snippet: str, starts: Sequence[int], parts: Sequence[str], *, only_longest: bool) -> Iterable[int]:
    """Where a snippet stands; of main text that stands twice, the longest line is meant."""
    found = [match.start() for match in re.finditer(re.escape(snippet), raw)]
    if only_longest:
        return [max(found, key=lambda start: len(parts[bisect_right(starts, start) - 1]))]
    return found[:3]
