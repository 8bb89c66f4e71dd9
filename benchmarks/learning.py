"""Learning furniture from a corpus: what it takes away on pages it has not seen, and what it costs on a large corpus.

    python benchmarks/learning.py halves FOLDER               # .jsonl.gz files with `text`, `truth` and `site`
    python benchmarks/learning.py large --lines 2000000

`halves` parts the pages of each site by a hash of their text, learns from one half (at most so many pages as that is),
cleans the other with `rules=` and `site=`, and the other way round. Precision, recall and F1 are those of 4-word
shingles against the truth, the mean over pages, with the library's own rules alone and with what was learned; a
truth's line is lost where the rules alone kept it and what was learned took it.

`large` writes a corpus of so many lines, of 200 sites with 40 lines of furniture each, learns from it in a process of
its own, checks that just the furniture was learned, and tells seconds and the most memory that was resident.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

import corpora
from generated import sentence

import cleantext
from cleantext.fixers._frames import frame_of
from cleantext.learning.defaults import LEAST_PAGES, LEAST_SHARE
from cleantext.learning.learn import Asked, learn
from cleantext.rule import Fixer

LEAST_PAGES_OF_SITE = 5
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")

SITES, FURNITURE, TEXT_LINES = 200, 40, 60
"""Of the large corpus: its sites, the lines of furniture of each, and the lines of text on a page."""

Row = Mapping[str, str]


def rows_by_site(folder: Path) -> Mapping[str, Sequence[Row]]:
    """The pages with a truth of each site that has enough of them, in the order of a hash of their text."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in corpora.rows(folder):
        found[row["site"]].append(row)
    enough = {site: rows for site, rows in sorted(found.items()) if len(rows) >= LEAST_PAGES_OF_SITE}
    return {site: sorted(rows, key=lambda row: sha256(row["text"].encode()).digest()) for site, rows in enough.items()}


def score(got: str, truth: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the shingles of a text."""
    had, wanted = (_shingles(text) for text in (got, truth))
    common = sum((had & wanted).values())
    precision, recall = common / max(1, sum(had.values())), common / max(1, sum(wanted.values()))
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def lost_lines(before: str, after: str, truth: str) -> Iterator[str]:
    """Yield the lines of a truth that stand in one text and no more in another; repeated lines count as often."""
    wanted, had, has = (Counter(map(frame_of, filter(str.strip, text.split("\n")))) for text in (truth, before, after))
    yield from ((wanted & had) - has).elements()


def halves(folder: Path, least_pages: int, least_share: float, show: int) -> None:
    """Learn from one half of each site, and clean the other."""
    pages = rows_by_site(folder)
    scores: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    lost: Counter[tuple[str, str]] = Counter()
    lines = 0
    for half in (0, 1):
        with tempfile.TemporaryDirectory() as place:
            seen, out = Path(place, "seen.jsonl"), Path(place, "rules")
            with seen.open("w", encoding="utf-8") as file:
                for row in (row for rows in pages.values() for row in rows[half::2]):
                    file.write(json.dumps({"site": row["site"], "text": row["text"]}) + "\n")
            asked = Asked([seen], out, "site", least_pages=least_pages, least_share=least_share)
            print(learned_in_words(asked))
            cleaner = cleantext.Cleaner(rules=[out])
            for row in (row for rows in pages.values() for row in rows[1 - half :: 2] if "truth" in row):
                alone, learned = cleantext.clean(row["text"]), cleaner.clean(row["text"], site=row["site"])
                scores["rules alone"].append(score(alone, row["truth"]))
                scores["and what was learned"].append(score(learned, row["truth"]))
                lines += sum(1 for line in row["truth"].split("\n") if line.strip())
                lost.update((row["site"], line) for line in lost_lines(alone, learned, row["truth"]))
    for name, found in scores.items():
        means = (sum(column) / len(found) for column in zip(*found, strict=True))
        print(f"{name:>22}  P {next(means):.3f}  R {next(means):.3f}  F1 {next(means):.3f}  on {len(found)} pages")
    print(f"lines of truths lost: {lost.total()} of {lines} ({lost.total() / lines:.2%})")
    for (site, line), times in lost.most_common(show):
        print(f"  {times:>3}  {site}: {line}")


def learned_in_words(asked: Asked) -> str:
    """Learn, and tell how much."""
    found = learn(asked, say=print)
    return f"{found.pages} pages, {found.phrases} lines learned in {len(found.rules)} rules"


def furniture_of(site: int) -> Sequence[str]:
    """The furniture of a site of the large corpus: two words each, no two alike."""
    rng = Random(f"furniture of {site}")  # noqa: S311 - the same texts every time are wanted
    words = sorted({word.lower() for _ in range(60) for word in sentence(rng)[:-1].split() if word.isalpha()})
    return [f"{first} {second}" for first, second in zip(words, rng.sample(words, FURNITURE), strict=False)]


def write_large(path: Path, lines: int) -> int:
    """Write a corpus of so many lines; the number of its pages."""
    rng = Random("learning")  # noqa: S311
    words = [word for _ in range(500) for word in sentence(rng)[:-1].lower().split()]
    furniture = [furniture_of(site) for site in range(SITES)]
    pages, above = lines // (FURNITURE + TEXT_LINES), FURNITURE // 2
    with path.open("w", encoding="utf-8") as file:
        for number in range(pages):
            site = number % SITES
            text = [" ".join(rng.choices(words, k=14)) + "." for _ in range(TEXT_LINES)]
            page = [*furniture[site][:above], *text, *furniture[site][above:]]
            file.write(json.dumps({"url": f"https://site{site}.example/{number}", "text": "\n".join(page)}) + "\n")
    return pages


def large(lines: int) -> None:
    """Learn from a large corpus in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        corpus, out = Path(place, "corpus.jsonl"), Path(place, "rules")
        pages = write_large(corpus, lines)
        command = [sys.executable, "-m", "cleantext", "learn", str(corpus), "--by", "site", "--out", str(out)]
        started = time.monotonic()
        subprocess.run(command, check=True)
        seconds = time.monotonic() - started
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        learned = {rule.requires.site: rule.remedy for rule in cleantext.load_rules([out]) if "/sites/" in rule.name}
        for site in range(SITES):
            remedy = learned[f"site{site}.example"]
            if not isinstance(remedy, Fixer) or {*remedy.phrases["und"]} != {*furniture_of(site)}:
                sys.exit(f"of site {site} something else was learned than its furniture")
        print(f"{pages} pages, {lines} lines: {seconds:.0f} s, {lines / seconds:,.0f} lines a second, {memory:.0f} MB")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    of_halves = kinds.add_parser("halves")
    of_halves.add_argument("folder", type=Path)
    of_halves.add_argument("--least-pages", type=int, default=LEAST_PAGES)
    of_halves.add_argument("--least-share", type=float, default=LEAST_SHARE)
    of_halves.add_argument("--show", type=int, default=0, help="print so many of the lines that were lost")
    kinds.add_parser("large").add_argument("--lines", type=int, default=2_000_000)
    asked = parser.parse_args()
    if asked.kind == "halves":
        halves(asked.folder, asked.least_pages, asked.least_share, asked.show)
    else:
        large(asked.lines)


if __name__ == "__main__":
    main()
