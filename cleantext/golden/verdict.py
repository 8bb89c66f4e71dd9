"""What came of a case: where it differs from what was written, and whether what must always hold does."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleantext.cleaner import Cleaner
from cleantext.edits import Edit
from cleantext.errors import DidNotConverge
from cleantext.golden.case import Case
from cleantext.golden.diff import word_diff
from cleantext.result import Result


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case that was tried: what comes out now, what differs from the file, what is broken whatever the file says."""

    case: Case
    output: str
    rules: Sequence[str]
    metadata: Mapping[str, Sequence[str]]
    different: Sequence[str]
    broken: Sequence[str]
    edits: Sequence[Edit] = ()

    @property
    def holds(self) -> bool:
        """Did all come out as written?"""
        return not self.different and not self.broken

    @property
    def how_to_accept(self) -> str:
        """The command that writes what comes out now into the file; nothing where that would be refused."""
        words = ("cleantext", "golden", "update", str(self.case.near), "--case", self.case.name)
        return "" if self.broken else shlex.join(words)

    def lines(self) -> Iterator[str]:
        """Tell a person what is wrong, and how to accept it."""
        yield f"{self.case.place}: {self.case.name}"
        yield from (f"  {line}" for said in (*self.broken, *self.different) for line in said.split("\n"))
        if self.different:
            yield f"  to accept: {self.how_to_accept}" if self.how_to_accept else "  mend the rules; this is no golden"


def tried(case: Case, folders: Sequence[str] = ()) -> Verdict:
    """Try a case; `folders` of rules come before those that it names itself."""
    options = {**case.options, "strict": True}
    options["rules"] = [*folders, *case.options.get("rules", ())]
    cleaner = Cleaner(**options)
    try:
        result = cleaner.explain(case.input)
    except DidNotConverge as error:
        return Verdict(case, case.input, (), {}, (), (str(error),))
    metadata = {name: [fact.value for fact in facts] for name, facts in result.metadata.items()}
    different = tuple(_different(case, result, metadata))
    broken = tuple(_broken(cleaner, result))
    return Verdict(case, result.text, tuple(result.rules), metadata, different, broken, result.edits)


def _broken(cleaner: Cleaner, result: Result) -> Iterator[str]:
    """What must hold of every text."""
    if result.replay() != result.text:
        yield "replaying the edits does not give the output"
    if result.undo() != result.original:
        yield "undoing the edits does not give the input"
    try:
        again = cleaner.clean(result.text)
    except DidNotConverge as error:
        yield f"the output cannot be cleaned again: {error}"
        return
    if again != result.text:
        yield f"the output does not stay as it is:\n{word_diff(result.text, again)}"


def _different(case: Case, result: Result, metadata: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if case.output is None:
        yield "it has no output yet"
    elif result.text != case.output:
        yield f"the output is another:\n{word_diff(case.output, result.text)}"
    if case.rules is not None and list(case.rules) != list(result.rules):
        yield f"other rules edit: {_changed(case.rules, result.rules)}"
    if case.metadata is not None and dict(case.metadata) != metadata:
        yield f"other facts are lifted: {metadata!r} instead of {dict(case.metadata)!r}"


def _changed(written: Sequence[str], now: Sequence[str]) -> str:
    fewer = (f"-{name}" for name in written if name not in now)
    more = (f"+{name}" for name in now if name not in written)
    return ", ".join((*fewer, *more)) or f"in another order, which is {', '.join(now)}"
