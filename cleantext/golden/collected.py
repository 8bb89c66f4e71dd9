"""Golden files as pytest sees them: one item a case, or one for a file of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cleantext.errors import CleanTextError
from cleantext.golden.case import Case
from cleantext.golden.files import read_cases
from cleantext.golden.update import update
from cleantext.golden.verdict import tried

LARGE = 1 << 18
"""Bytes; a file that is larger is one item, which is not even read when pytest collects."""

MOST_TOLD = 20
"""Cases of one item that are told when they fail."""


class Failed(Exception):  # noqa: N818 - what pytest calls it
    """Cases do not come out as written; the message is for people."""


class GoldenFile(pytest.File):
    """One golden file."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield its items. Raises CollectError for a file that is not as it should be."""
        if self.path.stat().st_size > LARGE:
            yield GoldenItem.from_parent(self, name="cases")
            return
        try:
            cases = read_cases(self.path)
        except CleanTextError as error:
            raise self.CollectError(str(error)) from error
        for case in cases:
            item = GoldenItem.from_parent(self, name=case.name, case=case)
            if case.xfail:
                item.add_marker(pytest.mark.xfail(reason=case.xfail, raises=Failed, strict=True))
            yield item


class GoldenItem(pytest.Item):
    """One case, or, without one, all cases of the file."""

    def __init__(self, *, case: Case | None = None, **more: Any) -> None:
        super().__init__(**more)
        self._case = case

    def runtest(self) -> None:
        """Try the cases; with --cleantext-update, write down what comes of them."""
        here = self.config.invocation_params.dir
        folders = tuple(str(here / folder) for folder in self.config.getoption("--cleantext-rules"))
        if self._case is not None:
            self._try([self._case], folders)
            return
        unexpected = self._try(read_cases(self.path), folders)
        if unexpected:
            raise Failed(f"these come out as written, and so need no xfail: {', '.join(unexpected)}")

    def _try(self, cases: Sequence[Case], folders: Sequence[str]) -> Sequence[str]:
        """Raise Failed where cases fail that are not expected to; the names of those that should, and hold."""
        updating = self.config.getoption("--cleantext-update")
        failed: list[str] = []
        unexpected: list[str] = []
        for case in cases:
            verdict = tried(case, folders)
            if updating and not case.xfail and not verdict.holds:
                update(verdict, folders)
            elif verdict.holds:
                unexpected += [case.name] if case.xfail else []
            elif not case.xfail or self._case is not None:
                failed.append("\n".join(verdict.lines()))
        if failed:
            more = f"\n\n… and {len(failed) - MOST_TOLD} more" if len(failed) > MOST_TOLD else ""
            raise Failed("\n\n".join(failed[:MOST_TOLD]) + more)
        return unexpected if self._case is None else ()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is told of a failure: what is for people alone, of errors on purpose; else the traceback."""
        if isinstance(excinfo.value, (Failed, CleanTextError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the case stands."""
        return self.path, self._case.line - 1 if self._case else None, self.name
