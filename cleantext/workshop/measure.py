"""Edits of rules on a corpus, drawn for judging: the same ones for the same seed, whatever the order of the texts."""

from __future__ import annotations

import csv
import heapq
import io
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from hashlib import blake2b
from pathlib import Path

from cleantext.cleaner import Cleaner
from cleantext.corpus import Document
from cleantext.edits import Edit
from cleantext.files import FileError, write_anew
from cleantext.visible import visible
from cleantext.workshop.precision import ENOUGH, VerdictError, Verdicts

PER_RULE = ENOUGH
PER_DOCUMENT = 2
"""Edits of a rule drawn from one text at most: those of one text are right or wrong together, and so count as fewer."""

VERDICTS = {"r": "right", "w": "wrong", "d": "doubtful"}
_CONTEXT = 60
"""Characters shown on each side of an edit."""
_SAME = 25
"""Of these, how many are alike where two edits are the same."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An edit to be judged, in visible characters, and the verdict on it: r, w, d or nothing yet."""

    verdict: str
    rule: str
    corpus: str
    document: str
    left: str
    before: str
    after: str
    right: str


def draw(
    cleaner: Cleaner,
    documents: Iterable[Document],
    corpus: str,
    *,
    names: Collection[str] = (),
    per_rule: int = PER_RULE,
    seed: int = 1,
) -> Sequence[Drawn]:
    """Draw edits of each rule, or of the rules of these names; `corpus` is the name that verdicts are kept under.

    What stands in several texts, as menus do in the pages of a site, is drawn once.
    """
    found: dict[str, dict[Hashable, tuple[bytes, Drawn]]] = {}
    for document in documents:
        by_rule: dict[str, list[tuple[bytes, Edit]]] = {}
        for edit in cleaner.edited(document.text).edits:
            if not names or edit.rule in names:
                by_rule.setdefault(edit.rule, []).append((_lot(seed, document, edit), edit))
        for rule, edits in by_rule.items():
            alike = found.setdefault(rule, {})
            for lot, edit in heapq.nsmallest(PER_DOCUMENT, edits, key=lambda it: it[0]):
                drawn = lot, _drawn(document, corpus, edit)
                key = _told(drawn[1])
                alike[key] = min(drawn, alike.get(key, drawn), key=lambda it: it[0])
    least = {rule: heapq.nsmallest(per_rule, alike.values(), key=lambda it: it[0]) for rule, alike in found.items()}
    return [drawn for rule in sorted(least) for _, drawn in least[rule]]


def _told(drawn: Drawn) -> Hashable:
    """What is alike in two edits that are the same."""
    return drawn.left[-_SAME:], drawn.before, drawn.after, drawn.right[:_SAME]


def _lot(seed: int, document: Document, edit: Edit) -> bytes:
    """A number that only chance relates to what is drawn."""
    told = f"{seed}\0{document.name}\0{edit.rule}\0{edit.start}\0{edit.end}\0{edit.before}\0{edit.after}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _drawn(document: Document, corpus: str, edit: Edit) -> Drawn:
    text = document.text
    left, right = text[max(0, edit.start - _CONTEXT) : edit.start], text[edit.end : edit.end + _CONTEXT]
    shown = (visible(it, at_edges=True) for it in (left, edit.before, edit.after, right))
    return Drawn("", edit.rule, corpus, visible(document.name), *shown)


_COLUMNS = [field.name for field in fields(Drawn)]


def write_drawn(path: Path, drawn: Iterable[Drawn]) -> None:
    """Write a table for judging, parted by tabs; the verdict comes first."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    rows.writerow(_COLUMNS)
    rows.writerows(astuple(it) for it in drawn)
    write_anew(path, written.getvalue())


def read_drawn(path: Path) -> Sequence[Drawn]:
    """Read such a table. Raises VerdictError for a line that is none of it, or has another verdict."""
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(path, f"cannot be read: {error}") from error
    if head.split("\t") != _COLUMNS:
        raise VerdictError(f"{path}:1: the columns are not {', '.join(_COLUMNS)}")
    return [_read(path, number, line) for number, line in enumerate(lines, 2)]


def _read(path: Path, number: int, line: str) -> Drawn:
    cells = line.split("\t")
    if len(cells) != len(_COLUMNS):
        raise VerdictError(f"{path}:{number}: {len(cells)} columns instead of {len(_COLUMNS)}")
    drawn = Drawn(*cells)
    verdict = drawn.verdict.strip().lower()[:1]
    if verdict and (verdict not in VERDICTS or not VERDICTS[verdict].startswith(drawn.verdict.strip().lower())):
        raise VerdictError(f"{path}:{number}: the verdict {drawn.verdict!r} is none of r(ight), w(rong), d(oubtful)")
    return replace(drawn, verdict=verdict)


def counted_verdicts(drawn: Iterable[Drawn], date: str) -> Iterator[Verdicts]:
    """Count what was judged, by rule and corpus; what has no verdict yet is left out."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for it in drawn:
        if it.verdict:
            counts.setdefault((it.rule, it.corpus), Counter())[VERDICTS[it.verdict]] += 1
    for (rule, corpus), found in sorted(counts.items()):
        yield Verdicts(rule, corpus, date, found["right"], found["wrong"], found["doubtful"])
