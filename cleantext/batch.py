"""Many texts: in order, lazily, on as many processes as asked, with a bounded number under way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, TypeVar, Unpack, overload

from cleantext.cleaner import Cleaner
from cleantext.errors import OptionError, WorkerDied
from cleantext.options import Options
from cleantext.result import Result
from cleantext.workers.answers import Failed
from cleantext.workers.here import one_by_one

FEW_TEXTS = 2_000
FEW_CHARACTERS = 500_000
"""Up to here a text is cleaned sooner in this process than others are started."""

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that could not be cleaned: its place among the texts, counted from 0, and why not."""

    index: int
    text: str
    error: Exception

    def __str__(self) -> str:
        told = str(self.error)
        where = f"texts[{self.index}]: "
        return told if told.startswith(where) else f"{where}{type(self.error).__name__}: {told}"


OnError = Callable[[Failure], object]


def clean_many(
    texts: Iterable[str], *, jobs: int | None = None, on_error: OnError | None = None, **options: Unpack[Options]
) -> Iterator[str]:
    """Clean texts in order.

    >>> list(clean_many(["a  b", "c"], jobs=1))
    ['a b', 'c']

    `jobs` is the number of processes. 1 is this one, which takes each text when its result is asked
    for. From 2 on all are others: they start in half a second and need no
    `if __name__ == "__main__":`, a text that kills one does not kill this one, and texts are read
    ahead of the results, per process at most 4,096 or a million characters, or one text that is
    longer. By default there is one for each processor that this process may use; this one does it
    alone where the texts are few. No process is left when the iterator has ended, is closed or is
    collected.

    The first text that fails ends the iteration, after the results of those before it: with the
    error that `clean` raises for it and a note of its index, or with WorkerDied where two
    processes died of it, the second with nothing else to do. With `on_error` the iteration goes
    on: it is called with a `Failure`, in order, and then the text comes as it was given.

    >>> failures = []
    >>> list(clean_many(["a  b", None, "c  d"], jobs=1, on_error=failures.append))
    ['a b', None, 'c d']
    >>> print(failures[0])
    texts[1]: TypeError: the text to clean is a str, not NoneType

    Options as for `clean`, checked at once. Raises OptionError for a number of processes that cannot be.
    """
    jobs = _checked(texts, jobs, on_error)
    cleaner = Cleaner(**options)
    answers = _answers(texts, cleaner.clean, partial(_cleaned_packed, cleaner), jobs)
    return _texts(answers, on_error)


@overload
def explain_many(
    texts: Iterable[str], *, jobs: int | None = None, on_error: None = None, **options: Unpack[Options]
) -> Iterator[Result]: ...
@overload
def explain_many(
    texts: Iterable[str], *, jobs: int | None = None, on_error: OnError, **options: Unpack[Options]
) -> Iterator[Result | None]: ...
def explain_many(
    texts: Iterable[str], *, jobs: int | None = None, on_error: OnError | None = None, **options: Unpack[Options]
) -> Iterator[Result] | Iterator[Result | None]:
    """Explain texts in order, like `clean_many`; a text that fails gives None, after `on_error` was called.

    >>> [result.rules for result in explain_many(["a  b", "c"], jobs=1)]
    [('spacing/run-of-spaces',), ()]
    """
    jobs = _checked(texts, jobs, on_error)
    cleaner = Cleaner(**options)
    answers = _answers(texts, cleaner.explain, partial(_explained_packed, cleaner), jobs)
    return _results(answers, on_error)


def available_processors() -> int:
    """How many processors this process may use; 1 where it cannot start others."""
    if not _can_start_workers():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_start_workers() -> bool:
    """Is there a Python to start? Not in a program frozen into one file, which would start itself."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def _checked(texts: object, jobs: int | None, on_error: object) -> int | None:
    """Check what is no option of `clean`; the number of processes, None where the texts decide."""
    if isinstance(texts, str | bytes):
        raise TypeError("an iterable of texts is wanted; for one text, call clean or explain")
    if on_error is not None and not callable(on_error):
        raise TypeError(f"on_error= is a function that takes a Failure, not {on_error!r}")
    check_jobs(jobs)
    return 1 if jobs is None and available_processors() == 1 else jobs


def check_jobs(jobs: int | None) -> None:
    """Raise OptionError for a number of processes that cannot be."""
    if jobs is None:
        return
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1:
        raise OptionError(f"jobs={jobs!r} is not a number of processes from 1 on")
    if jobs > 1 and not _can_start_workers():
        raise OptionError(f"jobs={jobs}: there is no Python here to start others with (sys.executable); use jobs=1")


def _texts(answers: Iterator[tuple[str, str | Failed | None]], on_error: OnError | None) -> Iterator[str]:
    for index, (text, answer) in enumerate(answers):
        if isinstance(answer, Failed):
            _tell(index, text, answer, on_error)
        yield answer if isinstance(answer, str) else text


def _results(answers: Iterator[tuple[str, Result | Failed]], on_error: OnError | None) -> Iterator[Any]:
    for index, (text, answer) in enumerate(answers):
        if isinstance(answer, Failed):
            _tell(index, text, answer, on_error)
        yield None if isinstance(answer, Failed) else answer


def _tell(index: int, text: str, failed: Failed, on_error: OnError | None) -> None:
    """Raise the error of a text, or let `on_error` know it."""
    error = failed.error
    error = WorkerDied(error.how, index) if isinstance(error, WorkerDied) else failed.noted(f"in texts[{index}]")
    if on_error is None:
        raise error
    on_error(Failure(index, text, error))


def _answers(
    texts: Iterable[str],
    here: Callable[[str], _Answer],
    there: Callable[[bytes | None], _Answer | None],
    jobs: int | None,
) -> Iterator[tuple[str, Any]]:
    """Each text with its answer: by `here` in this process, by `there` in others, where None stands for the text."""
    if jobs is None:
        few, texts = _few(texts)
        jobs = 1 if few else available_processors()
    if jobs == 1:
        yield from one_by_one(here, texts)
        return
    from cleantext.workers.crew import Crew  # would cost a fifth of the import of cleantext

    with Crew[str](there, jobs, size=_length, pack=_packed) as crew:
        for text, answer in crew.run(texts):
            if _is_text(text):
                yield text, answer
            else:  # was not sent; fails here as it should
                yield from one_by_one(here, [text])


def _few(texts: Iterable[str]) -> tuple[bool, Iterator[str]]:
    """Are they few? Told by taking so many; with all of them, those taken too."""
    taken: list[str] = []
    characters = 0
    rest = iter(texts)
    try:
        for text in rest:
            taken.append(text)
            characters += _length(text)
            if len(taken) > FEW_TEXTS or characters > FEW_CHARACTERS:
                return False, chain(taken, rest)
    except Exception as error:  # comes when those before it are done
        return True, chain(taken, _raise(error))
    return True, iter(taken)


def _raise(error: Exception) -> Iterator[str]:
    raise error
    yield ""


def _is_text(text: object) -> bool:
    return isinstance(text, str)


def _length(text: object) -> int:
    return len(text) if isinstance(text, str) else 0


def _packed(text: object) -> bytes | None:
    """A text as it travels; None for what is no text.

    As bytes, since pickle would leave a second form of every text that is not ASCII in the
    caller's object; this also makes a plain string of a subclass that a worker could not import.
    """
    return str.encode(text, "utf-8", "surrogatepass") if isinstance(text, str) else None


def _cleaned_packed(cleaner: Cleaner, packed: bytes | None) -> str | None:
    """The repaired text; None where there is nothing to repair, so that nothing needs to travel back."""
    if packed is None:
        return None
    text = packed.decode("utf-8", "surrogatepass")
    cleaned = cleaner.clean(text)
    return None if cleaned == text else cleaned


def _explained_packed(cleaner: Cleaner, packed: bytes | None) -> Result | None:
    return None if packed is None else cleaner.explain(packed.decode("utf-8", "surrogatepass"))
