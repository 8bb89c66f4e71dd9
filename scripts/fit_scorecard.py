"""Fit the points of the `article` profile to pages whose main text people marked, and report how far they go.

    python scripts/fit_scorecard.py FOLDER            writes rules/article/scorecard.json
    python scripts/fit_scorecard.py FOLDER --report   only the cross-validation, whole sites held out

FOLDER is described in `article_pages.py`; `pip install -e ".[fit]"` brings what is needed. Two sums are
fitted in turn by boosting trees of one split (of two, for the pairs of the second), which are then
added up to tables. What one sum is fed from another model's answer (the vocabulary, a line's own
points) comes, while fitting, from models that have not seen the line's site.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import scipy.sparse as sparse
from article_pages import FOLDS, Page, pages_in
from article_report import best_bar, report, shifted
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from cleantext.article import alone, card, neighbours, placed
from cleantext.article.alone import Closers, key_of_line, words_of
from cleantext.article.page import Page as Measured
from cleantext.article.page import page_of

TARGET = Path(__file__).resolve().parent.parent / "rules" / "article" / "scorecard.json"
Array = NDArray[Any]

MOST_WORDS = 4_000
LEAST_SITES = {"words": 6, "whole lines": 5, "closers": 5}
LARGEST_SHARE_AFTER = 0.06
"""Of an article, on the mean, after a line that closes articles."""

PAIRS = [("own", "near 1"), ("own", "near 3"), ("own", "vocabulary"), ("own", "shared words"),
         ("commas", "shared words"), ("capitals", "from best run")]  # fmt: skip
"""Of lines."""

PAIRS_OF_PAGE = [("best on page", "run share"), ("run lines", "own"), ("best on page", "vocabulary"),
                 ("run points", "from best run"), ("run lines", "commas"), ("run points", "own"), ("run share", "own"),
                 ("live share", "from best run"), ("best on page", "own"), ("run lines", "words"),
                 ("run share", "near 10"), ("live share", "own"), ("run share", "vocabulary"),
                 ("best on page", "long share")]  # fmt: skip
"""The first of each is the same for all lines of a page: they cost little."""

ROUNDS, ROUNDS_AROUND = 400, 300
BOOSTING: dict[str, Any] = {
    "objective": "cross_entropy", "learning_rate": 0.1, "min_data_in_leaf": 200, "min_sum_hessian_in_leaf": 0.3,
    "lambda_l2": 1.0, "num_threads": 1, "deterministic": True, "force_row_wise": True, "seed": 1, "max_bin": 255,
    "verbose": -1,
}  # fmt: skip


class Sample:
    """The live lines of all pages as one table: bins of their features, shares, weights, folds."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.documents = [(page, measured) for page in pages if (measured := page_of(page.lines)).live]
        self.words = [words_of([it.texts[n] for n in it.live]) for _, it in self.documents]
        sizes = [len(it.live) for _, it in self.documents]
        self.starts = np.concatenate([[0], np.cumsum(sizes)])
        self.fold = np.repeat([page.fold for page, _ in self.documents], sizes)
        self.is_page = np.repeat([page.kind == "page" for page, _ in self.documents], sizes)
        self.share = np.array([page.shares[n] for page, it in self.documents for n in it.live])
        self.weight = np.array([page.weights[n] for page, it in self.documents for n in it.live])

    def columns(self, closers: Callable[[int], frozenset[bytes]]) -> dict[str, Array]:
        """Every feature but the vocabulary; what closes articles is asked by fold."""
        known = [Closers(closers(fold)) for fold in range(FOLDS)]
        rows = zip(self.documents, self.words, strict=True)
        return _stacked(_columns(it, words, known[page.fold]) for (page, it), words in rows)

    def around(self, own: Array) -> dict[str, Array]:
        """The columns of the second sum that come of the points of the first."""
        return _stacked(
            _spread(*neighbours.columns(it, own[start:end].tolist()), len(it.live))
            for (_, it), start, end in zip(self.documents, self.starts, self.starts[1:], strict=False)
        )


def _columns(page: Measured, words: Sequence[Sequence[bytes]], closers: Closers) -> dict[str, Sequence[int]]:
    lines, lengths = ([of[place] for place in page.live] for of in (page.texts, page.words))
    where = placed.columns(page, words, closers.places(page.texts))
    return {**alone.columns(lines, lengths), **_spread(*where, len(lines))}


def _spread(columns: Mapping[str, Sequence[int]], of_page: Mapping[str, int], size: int) -> dict[str, Sequence[int]]:
    """The columns, with what is one for all lines as such."""
    return {**columns, **{name: [value] * size for name, value in of_page.items()}}


def _stacked(rows: Any) -> dict[str, Array]:
    columns: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        for name, column in row.items():
            columns[name] += column
    return {name: np.array(column) for name, column in columns.items()}


def bins_of(columns: Mapping[str, Array], bounds: Mapping[str, Sequence[int]], names: Sequence[str]) -> Array:
    """The numbers of the bins that values lie in."""
    return np.column_stack([np.digitize(columns[name], list(bounds[name])) for name in names]).astype(np.int16)


# Words.


class Vocabulary:
    """Points of words and of whole short lines, by a logistic regression that knows the line's length as well."""

    def __init__(self, sample: Sample, plain: Array) -> None:
        self.sample = sample
        sites: dict[tuple[str, bytes], set[str]] = defaultdict(set)
        for (page, _), words in zip(sample.documents, sample.words, strict=True):
            if page.kind == "page":
                for key in {key for line in words for key in _keys(line)}:
                    sites[key].add(page.site)
        self.keys = sorted(key for key, found in sites.items() if len(found) >= LEAST_SITES[key[0]] and len(key[1]) > 1)
        self.sites = np.array([len(sites[key]) for key in self.keys])
        number = {key: n for n, key in enumerate(self.keys)}
        rows, columns = [], []
        row = 0
        for words in sample.words:
            for line in words:
                known = [number[key] for key in _keys(line) if key in number]
                rows += [row] * len(known)
                columns += known
                row += 1
        self.counts = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(self.keys)))
        norm = 1 / np.sqrt(np.maximum(1, np.asarray(self.counts.sum(1)).ravel()))
        one_hot = [sparse.csr_matrix((np.ones(row), (np.arange(row), plain[:, n]))) for n in range(plain.shape[1])]
        self.matrix = sparse.hstack([sparse.diags(norm) @ self.counts, *one_hot]).tocsr()

    def fitted(self, rows: Array) -> tuple[dict[bytes, int], dict[bytes, int]]:
        """The points of words, and those of whole lines, from some of the sample's lines."""
        sample = self.sample
        weight = np.sqrt(sample.weight)
        chosen = np.flatnonzero(rows & sample.is_page & (weight > 0))
        both = np.concatenate([weight[chosen] * sample.share[chosen], weight[chosen] * (1 - sample.share[chosen])])
        answers = np.repeat([1, 0], len(chosen))
        seen = both > 0
        matrix = sparse.vstack([self.matrix[chosen]] * 2).tocsr()[seen]
        model = LogisticRegression(C=0.3, max_iter=40, tol=1e-3)
        weights = model.fit(matrix, answers[seen], sample_weight=both[seen]).coef_[0][: len(self.keys)]
        rank = np.abs(weights) * np.sqrt(self.sites)
        points = np.round(weights * 10).astype(int)
        points[rank < np.sort(rank)[-MOST_WORDS:][0]] = 0
        tables: dict[str, dict[bytes, int]] = {"words": {}, "whole lines": {}}
        for (kind, key), count in zip(self.keys, points.tolist(), strict=True):
            if count:
                tables[kind][key] = count
        return tables["words"], tables["whole lines"]

    def column(self, tables: Callable[[int], tuple[dict[bytes, int], dict[bytes, int]]]) -> Array:
        """The feature `vocabulary`, with the tables of each page's fold."""
        rows = zip(self.sample.documents, self.sample.words, strict=True)
        return np.array([n for (page, _), words in rows for n in alone.vocabulary(words, *tables(page.fold))])


def _keys(words: Sequence[bytes]) -> list[tuple[str, bytes]]:
    whole = key_of_line(words)
    keys = [("words", word) for word in words]
    return keys if whole is None else [*keys, ("whole lines", whole)]


def closers_of(sample: Sample, but: int) -> frozenset[bytes]:
    """Short lines that stand after nearly all of the article wherever they stand; of all folds but one."""
    after: dict[bytes, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for page, measured in sample.documents:
        if page.kind != "page" or not page.truth or page.fold == but:
            continue
        mass = np.array([share * words for share, words in zip(page.shares, measured.words, strict=True)])
        left = mass.sum() - np.cumsum(mass)
        if not mass.sum():
            continue
        seen = set()
        for place, line in enumerate(words_of(measured.texts)):
            key = key_of_line(line)
            if key is not None and key not in seen:
                seen.add(key)
                after[key][page.site].append(left[place] / mass.sum())
    return frozenset(
        key
        for key, by_site in after.items()
        if len(by_site) >= LEAST_SITES["closers"]
        and np.mean([np.mean(shares) for shares in by_site.values()]) < LARGEST_SHARE_AFTER
    )


# Sums.


def boosted(bins: Array, sample: Sample, rows: Array, rounds: int, **more: Any) -> lightgbm.Booster:
    """Boost small trees on some of the sample's lines."""
    chosen = rows & (sample.weight > 0)
    content = lightgbm.Dataset(bins[chosen], sample.share[chosen], weight=sample.weight[chosen])
    return lightgbm.train({**BOOSTING, **more}, content, rounds)


def tables_of(model: lightgbm.Booster, sizes: Sequence[int]) -> tuple[float, dict[tuple[int, ...], Array]]:
    """Add up the trees to a table for each feature, or pair of features, over its bins; and what is left over.

    Leaf by leaf: the two halves of one tree may ask of different features beside the first.
    """
    base, tables = 0.0, {}
    for tree in model.dump_model()["tree_info"]:
        for value, path in _leaves(tree["tree_structure"]):
            if not path:
                base += value
                continue
            used = tuple(sorted({feature for feature, *_ in path}))
            table = tables.setdefault(used, np.zeros([sizes[it] for it in used]))
            held = np.ones(table.shape, bool)
            for feature, most, below in path:
                bins = np.indices(table.shape)[used.index(feature)]
                held &= (bins <= most) == below
            table[held] += value
    return base, tables


def _centred(tables: Mapping[tuple[int, ...], Array], bins: Array) -> float:
    """Take from each table its mean over the lines: points tell what is unusual. The sum of what was taken."""
    taken = 0.0
    for used, table in tables.items():
        mean = table[tuple(bins[:, n] for n in used)].mean()
        table -= mean
        taken += mean
    return taken


_Path = tuple[tuple[int, float, bool], ...]
"""From a tree's root to a leaf: feature, threshold, and whether the way goes to what is not above it."""


def _leaves(node: dict[str, Any], path: _Path = ()) -> Iterator[tuple[float, _Path]]:
    if "leaf_value" in node:
        yield float(node["leaf_value"]), path
        return
    for side, below in (("left_child", True), ("right_child", False)):
        yield from _leaves(node[side], (*path, (node["split_feature"], node["threshold"], below)))


LINE, AROUND = list(card.LINE_BINS), list(card.BINS)


def line_tables(bins: Array, sample: Sample, rows: Array) -> dict[str, Any]:
    """Fit the first sum: a line's own points."""
    model = boosted(bins, sample, rows, ROUNDS, num_leaves=2)
    sizes = [len(card.LINE_BINS[name]) + 1 for name in LINE]
    base, tables = tables_of(model, sizes)
    empty = {(n,): np.zeros(size) for n, size in enumerate(sizes)}
    tables = empty | tables
    base += _centred(tables, bins)
    line = {LINE[n]: _readable(table, card.LINE_BINS[LINE[n]]) for (n,), table in sorted(tables.items())}
    return {"base": _points(base), "line": line}


def around_tables(bins: Array, sample: Sample, rows: Array) -> dict[str, Any]:
    """Fit the second sum: own points, neighbours and their pairs."""
    pairs = [[AROUND.index(name) for name in pair] for pair in (*PAIRS, *PAIRS_OF_PAGE)]
    constraints = [*([n] for n in range(len(AROUND))), *pairs]
    model = boosted(
        bins, sample, rows, ROUNDS_AROUND, num_leaves=4, max_depth=2, interaction_constraints=constraints
    )  # fmt: skip
    base, tables = tables_of(model, [len(card.BINS[name]) + 1 for name in AROUND])
    base += _centred(tables, bins)
    _fold(tables)
    return {
        "base around": _points(base),
        "around": {AROUND[it[0]]: _readable(table, card.BINS[AROUND[it[0]]])
                   for it, table in sorted(tables.items()) if len(it) == 1},
        "pairs": [_pair(*it, table) for it, table in sorted(tables.items()) if len(it) == 2],
    }  # fmt: skip


def _fold(tables: dict[tuple[int, ...], Array]) -> None:
    """Add what a feature gives alone to the first of its pairs of lines: one term less to add for each line."""
    for first, second in [tuple(AROUND.index(name) for name in pair) for pair in PAIRS]:
        pair = (min(first, second), max(first, second))
        for axis, feature in enumerate(pair) if pair in tables else ():
            if (feature,) in tables:
                alone_points = tables.pop((feature,))
                tables[pair] += alone_points[:, None] if axis == 0 else alone_points[None, :]


def _pair(first: int, second: int, table: Array) -> dict[str, Any]:
    """A table with what is the same for the whole page in front."""
    names = AROUND[first], AROUND[second]
    if names[::-1] in PAIRS_OF_PAGE:
        names, table = names[::-1], table.T
    return {"of": names, "points": _points(table)}


def _points(values: Any) -> Any:
    return np.round(np.asarray(values) * neighbours.SCALE).astype(int).tolist()


def _readable(table: Array, bounds: Sequence[int]) -> dict[str, int]:
    return dict(zip(["", *map(str, bounds)], _points(table), strict=True))


def own_points(content: Mapping[str, Any], bins: Array) -> Array:
    """What the first sum gives lines by their bins."""
    tables = [np.array(list(content["line"][name].values())) for name in LINE]
    return sum(table[bins[:, n]] for n, table in enumerate(tables)) + content["base"]


def around_points(content: Mapping[str, Any], bins: Array) -> Array:
    """What the second sum gives lines by their bins."""
    total = np.full(len(bins), content["base around"])
    for name, table in content["around"].items():
        total = total + np.array(list(table.values()))[bins[:, AROUND.index(name)]]
    for it in content["pairs"]:
        first, second = (bins[:, AROUND.index(name)] for name in it["of"])
        total = total + np.array(it["points"])[first, second]
    return total


# The whole fit.


def fit(
    pages: Sequence[Page], say: Callable[[str], None]
) -> tuple[list[dict[str, Any]], dict[str, Any], Array, Sample]:
    """Fit a card without each fold, and one of all; also the points of all lines by cards that have not seen them."""
    sample = Sample(pages)
    folds = range(FOLDS)
    closers = [closers_of(sample, but) for but in (*folds, -1)]
    columns = sample.columns(lambda fold: closers[fold])
    plain = bins_of(columns, card.LINE_BINS, ["words", "end", "ended near"])
    vocabulary = Vocabulary(sample, plain)
    others = [sample.fold != fold for fold in folds]
    every = np.ones(len(sample.fold), bool)
    tables = [vocabulary.fitted(rows) for rows in (*others, every)]
    columns["vocabulary"] = vocabulary.column(lambda fold: tables[fold])
    say(f"{len(every):,} lines, {len(vocabulary.keys):,} words and short lines, {list(map(len, closers))} closers")
    bins = bins_of(columns, card.LINE_BINS, LINE)
    cards: list[dict[str, Any]] = [line_tables(bins, sample, rows) for rows in (*others, every)]
    own = _unseen(sample, lambda fold: own_points(cards[fold], bins))
    around = sample.around(own) | {name: columns[name] for name in (*card.FROM_ALONE, *card.FROM_PLACED)}
    bins = bins_of(around, card.BINS, AROUND)
    for rows, content in zip((*others, every), cards, strict=True):
        content.update(around_tables(bins, sample, rows))
    totals = _unseen(sample, lambda fold: around_points(cards[fold], bins))
    for content, (words, whole), last in zip(cards, tables, closers, strict=True):
        content["words"], content["whole lines"] = _decoded(words), _decoded(whole)
        content["closers"] = sorted(it.decode() for it in last)
    return cards[:-1], cards[-1], totals, sample


def _decoded(points: Mapping[bytes, int]) -> dict[str, int]:
    return {word.decode("utf-8", "replace"): count for word, count in sorted(points.items())}


def _unseen(sample: Sample, points: Callable[[int], Array]) -> Array:
    found = np.zeros(len(sample.fold), int)
    for fold in range(FOLDS):
        found[sample.fold == fold] = points(fold)[sample.fold == fold]
    return found


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--report", action="store_true", help="write nothing")
    chosen = parser.parse_args()
    pages = list(pages_in(chosen.folder))
    if not pages:
        sys.exit(f"{chosen.folder} holds no *.jsonl.gz")
    by_fold, final, *_ = fit(pages, print)
    shift = best_bar(pages, by_fold)
    print(f"shift {shift}")
    by_fold, [final] = shifted(by_fold, shift), shifted([final], shift)
    report(pages, by_fold, f"whole sites held out, {FOLDS} folds")
    report(pages, [final] * FOLDS, "in the sample")
    if not chosen.report:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(json.dumps(final, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(f"{TARGET}: {TARGET.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
