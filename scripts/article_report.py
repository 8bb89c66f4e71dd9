"""How far a card of points goes on pages whose main text people marked, and where its bar is best placed.

What is scored is what `clean(text, profile="article")` leaves: the card's lines, then the rules that run by default.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from article_pages import Page, flat, shingles, tokens
from numpy.typing import NDArray

from cleantext import clean
from cleantext.article import card

Content = dict[str, Any]
"""What a card's file holds."""

Array = NDArray[Any]

ASKED = {"P": 0.85, "R": 0.90, "F1": 0.87, "kept": 0.88, "removed": 0.83}
"""What is asked of pages of other sites: means over pages with a full truth, shares of snippets."""

SHIFTS = range(0, 21, 2)
_SAMPLES, _MOST_ROUNDS = 1_000, 12


def cleaned(lines: Sequence[str], judge: card.Card) -> tuple[list[str], int]:
    """The lines that are left when nothing more goes, and how often it was asked."""
    left = list(lines)
    for asked in range(1, _MOST_ROUNDS + 1):
        going = frozenset(judge.going(left))
        if not going:
            return left, asked
        left = [line for n, line in enumerate(left) if n not in going]
    return left, _MOST_ROUNDS + 1


def report(pages: Sequence[Page], contents: Sequence[Content], title: str) -> None:
    """Print every set's figures, the mean over pages and the mean of sets, and those of the snippets.

    `contents` are cards by fold, each fitted without it.
    """
    judges = [card.Card(it) for it in contents]
    scores: dict[str, list[Array]] = defaultdict(list)
    alone: dict[str, list[bool]] = defaultdict(list)
    snippets, most = np.zeros(4), 0
    for page in pages:
        left, asked = cleaned(page.lines, judges[page.fold])
        most = max(most, asked)
        if page.kind == "truth":
            alone[page.source].append(len(left) < len(page.lines))
        elif page.truth:
            scores[page.source].append(_score(left, page.truth))
        else:
            snippets += _counts(left, page)
    print(title)
    print(f"  {'set':<16} pages      P      R     F1   truths that lose a line")
    rows = {**scores, "all": [it for found in scores.values() for it in found]}
    for name, found in rows.items():
        means = " ".join(f"{mean:6.3f}" for mean in np.mean(found, axis=0))
        lose = _mean(alone[name] if name in alone else [it for them in alone.values() for it in them])
        print(f"  {name:<16} {len(found):5} {means}   {lose:.3f}")
    of_sets = np.mean([np.mean(found, axis=0)[2] for found in scores.values()])
    kept, gone = snippets[:2] / np.maximum(1, snippets[2:])
    print(f"  mean of sets F1 {of_sets:.3f}; snippets kept {kept:.3f}, removed {gone:.3f}; at most {most} rounds")


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0


def _score(lines: Sequence[str], truth: str) -> Array:
    """Precision, recall and F1 of runs of four words."""
    got, want = shingles(tokens(clean("\n".join(lines)))), shingles(tokens(truth))
    common = (got & want).total()
    precision = common / got.total() if got else 0.0
    recall = common / want.total()
    return np.array([precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0])


def _counts(lines: Sequence[str], page: Page) -> Array:
    """Snippets kept and removed, and how many there are of both kinds."""
    text = flat(clean("\n".join(lines)))
    kept, gone = (sum(it in text for it in snippets) for snippets in (page.kept, page.gone))
    return np.array([kept, len(page.gone) - gone, len(page.kept), len(page.gone)])


def shifted(contents: Sequence[Content], shift: int) -> list[Content]:
    """The cards with so many points more for every line."""
    return [{**it, "base around": it["base around"] + shift} for it in contents]


def best_bar(pages: Sequence[Page], contents: Sequence[Content]) -> int:
    """The shift of all points whose smallest margin above what is asked is largest, each by its own noise.

    The noise is that of drawing the sites anew; `contents` are cards by fold, each fitted without it.
    """
    found = {shift: _margins(pages, shifted(contents, shift)) for shift in SHIFTS}
    for shift, margins in found.items():
        print(f"shift {shift:2}: " + ", ".join(f"{name} {said}" for name, (said, _) in margins.items()))
    return max(SHIFTS, key=lambda shift: min(margin for _, margin in found[shift].values()))


def _margins(pages: Sequence[Page], contents: Sequence[Content]) -> Mapping[str, tuple[str, float]]:
    """Each figure with its noise in words, and how many times its noise it lies above what is asked."""
    judges = [card.Card(it) for it in contents]
    by_site: dict[str, Array] = defaultdict(lambda: np.zeros(8))
    for page in pages:
        if page.kind == "page":
            left, _ = cleaned(page.lines, judges[page.fold])
            counts = (*_score(left, page.truth), 1, 0, 0, 0, 0) if page.truth else (0, 0, 0, 0, *_counts(left, page))
            by_site[page.site] += counts
    table = np.array([by_site[site] for site in sorted(by_site)])
    generator = np.random.default_rng(1)
    drawn = (table[generator.integers(0, len(table), len(table))].sum(0) for _ in range(_SAMPLES))
    noise = np.std([_figures(it) for it in drawn], axis=0)
    rows = zip(ASKED.items(), _figures(table.sum(0)), noise, strict=True)
    return {name: (f"{it:.3f} ± {error:.3f}", (it - asked) / error) for (name, asked), it, error in rows}


def _figures(sums: Array) -> Array:
    """P, R, F1, and snippets kept and removed, of sums over pages."""
    return np.concatenate([sums[:3] / sums[3], sums[4:6] / sums[6:8]])
