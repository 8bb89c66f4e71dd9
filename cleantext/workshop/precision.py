"""How often a rule was right: verdicts of people on its edits, counted, and what they allow to say of its precision.

The counts stand beside the rules, in `verdicts.tsv`: one line a rule and corpus. A rule that is applied by default
(`safety = "safe"`) owes a precision of DEMANDED; Wilson's interval tells whether what was judged can bear that.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from math import ceil, sqrt
from pathlib import Path

from cleantext.errors import CleanTextError, Fault
from cleantext.files import FileError, write_anew
from cleantext.rule import Rule

FILE = "verdicts.tsv"
"""Below a folder of rules; what is no .toml is no rule."""

DEMANDED = 0.97
Z = 1.959964
"""The 97.5th percentile of the normal distribution: 95 % lie within Z on both sides."""

ENOUGH = ceil(DEMANDED * Z**2 / (1 - DEMANDED))
"""125 cases. With none wrong of n, Wilson's lower bound is n / (n + Z²); that is DEMANDED at n = 124.2. Fewer cases
cannot bear out the precision demanded, however good the rule is, and so say nothing against it."""


class VerdictError(CleanTextError):
    """A file of verdicts is not as it should be."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many edits of a rule on a corpus were found right, wrong, or neither for certain; when (ISO 8601)."""

    rule: str
    corpus: str
    date: str
    right: int
    wrong: int
    doubtful: int

    @property
    def cases(self) -> int:
        """All edits that were judged."""
        return self.right + self.wrong + self.doubtful

    @property
    def lowest(self) -> float:
        """The lower bound of the precision, where every doubtful edit was wrong."""
        return wilson(self.right, self.cases)[0]

    @property
    def highest(self) -> float:
        """The upper bound of the precision, where every doubtful edit was right."""
        return wilson(self.right + self.doubtful, self.cases)[1]


def wilson(right: int, cases: int) -> tuple[float, float]:
    """The interval that holds the true share with 95 % certainty (Wilson, 1927); everything where nothing was judged.

    >>> [round(bound, 3) for bound in wilson(125, 125)], [round(bound, 3) for bound in wilson(120, 125)]
    ([0.97, 1.0], [0.91, 0.983])
    """
    if not cases:
        return 0.0, 1.0
    share, weight = right / cases, Z**2 / cases
    middle = (share + weight / 2) / (1 + weight)
    reach = Z * sqrt(share * (1 - share) / cases + weight / (4 * cases)) / (1 + weight)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def read_verdicts(folder: Path) -> Sequence[Verdicts]:
    """The verdicts beside the rules of a folder; none where there is no such file. Raises VerdictError."""
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(path, f"cannot be read: {error}") from error
    return [
        _verdicts(path, number, row) for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter="\t"), 2)
    ]


_COLUMNS = [field.name for field in fields(Verdicts)]


def _verdicts(path: Path, number: int, row: Mapping[str, str | None]) -> Verdicts:
    try:
        counts = [int(row[name] or "") for name in ("right", "wrong", "doubtful")]
        return Verdicts(row["rule"] or "", row["corpus"] or "", row["date"] or "", *counts)
    except (KeyError, ValueError) as error:
        raise VerdictError(f"{path}:{number}: not a line of {', '.join(_COLUMNS)}, parted by tabs") from error


def write_verdicts(folder: Path, verdicts: Iterable[Verdicts]) -> None:
    """Write the verdicts beside the rules of a folder, those of a rule and corpus in the place of older ones."""
    merged = {(it.rule, it.corpus): it for it in (*read_verdicts(folder), *verdicts)}
    written = io.StringIO()
    rows = csv.writer(written, delimiter="\t", lineterminator="\n")
    rows.writerow(_COLUMNS)
    rows.writerows([getattr(merged[key], name) for name in _COLUMNS] for key in sorted(merged))
    write_anew(folder / FILE, written.getvalue())


def pooled(verdicts: Iterable[Verdicts]) -> Mapping[str, Verdicts]:
    """Of each rule, all that was judged on whichever corpus."""
    found: dict[str, Verdicts] = {}
    for it in verdicts:
        had = found.get(it.rule, Verdicts(it.rule, "", "", 0, 0, 0))
        counts = had.right + it.right, had.wrong + it.wrong, had.doubtful + it.doubtful
        corpora = ", ".join(filter(None, (had.corpus, it.corpus)))
        found[it.rule] = Verdicts(it.rule, corpora, max(had.date, it.date), *counts)
    return dict(sorted(found.items()))


def faults_of_verdicts(rules: Iterable[Rule], verdicts: Iterable[Verdicts]) -> Iterator[Fault]:
    """Tell the safe rules whose verdicts speak against that: surely too imprecise, or not borne out by enough cases."""
    judged = pooled(verdicts)
    for rule in rules:
        it = judged.get(rule.name)
        if it is None or rule.safety != "safe":
            continue
        said = f"{it.wrong} wrong and {it.doubtful} doubtful of {it.cases} edits judged"
        if it.highest < DEMANDED:
            reason = f"its precision is at most {it.highest:.3f}, and safe asks for {DEMANDED}"
        elif it.cases >= ENOUGH and it.lowest < DEMANDED:
            reason = f"a precision of {it.lowest:.3f} is sure, and safe asks for {DEMANDED}{_more(it)}"
        else:
            continue
        yield Fault(rule.file, 1, f"{said}: {reason}")


def _more(it: Verdicts) -> str:
    """How many more edits must be right, with no other wrong, where that is not beyond all patience."""
    lacking = it.cases - it.right
    more = next((n for n in range(1, 10 * ENOUGH) if wilson(it.right + n, it.right + n + lacking)[0] >= DEMANDED), 0)
    return f"; judge {more} more, all of which must be right, or mend it" if more else "; mend it"
