"""Run one rule set over a corpus, on several processes, and write what came of it to one file.

The parent reads and writes in order and holds a bounded number of documents; the workers do the rest, down
to the line of the file.
"""

from __future__ import annotations

import gzip
import platform
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from cleantext.comparing.analysis import FORMAT, Analysis, Document, End, Manifest, RuleLine, encoded
from cleantext.comparing.places import items_of, paragraphs_of
from cleantext.comparing.rule_sets import Named
from cleantext.corpus import Corpus, Skipped
from cleantext.errors import WorkerDied
from cleantext.facts.language import Tongue
from cleantext.files import FileError
from cleantext.options import Config
from cleantext.pipeline import Repair, repair
from cleantext.result import Result
from cleantext.rule import NO_HINTS, Hints, Rule, languages_of
from cleantext.ruleset.compiled import RuleSet
from cleantext.runs.fingerprint import of_rule, short
from cleantext.workers.answers import Failed
from cleantext.workers.here import one_by_one

SIGNS_KEPT = 8
SHOWN = 80
"""Characters of a sign, or of a fact, that are kept."""

_WARM = ("The ferry  left at noon.", "Die Fähre  hat am Mittag abgelegt.", "Паром ушёл  в полдень.")
"""What each process repairs first, untimed, and then its first document: patterns are compiled, and words are read,
by the first text that needs them, and for patterns there are three kinds of texts."""

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an analysis: the rules, the options of `clean` that choose among them, hints, processes."""

    named: Named
    config: Config = field(default_factory=Config)
    hints: Hints = NO_HINTS
    jobs: int = 1

    @property
    def options(self) -> dict[str, str]:
        """The options as plain values, for the manifest."""
        told = {"profile": self.config.profile, "safety": self.config.safety}
        return told | {name: value for name, value in asdict(self.hints).items() if value}


@dataclass(frozen=True)
class Analyst:
    """The task of a worker: repairs a document, and gives its line of the file. Pickles as rules and options."""

    rules: tuple[Rule, ...]
    config: Config
    hints: Hints

    def __call__(self, sent: tuple[str, bytes]) -> bytes:
        """Repair the document and tell what came of it."""
        name, raw = sent
        return encoded(self.document(name, raw.decode("utf-8", "surrogatepass"), len(raw)))

    def document(self, name: str, text: str, size: int) -> Document:
        """What becomes of a document."""
        if "_ready" not in self.__dict__:  # the first document of a process warms it, too
            self._repaired(text)
        began = time.thread_time_ns()
        repaired = self._repaired(text)
        taken = (time.thread_time_ns() - began) // 1_000
        if repaired.text == text:
            return Document(name, _short(text), size, taken)
        return document_of(Result(text, repaired), name, size, taken)

    def outcome(self, text: str) -> str:
        """A name for the repaired text, "" where it is as it was."""
        repaired = self._repaired(text).text
        return "" if repaired == text else _short(repaired)

    def _repaired(self, text: str) -> Repair:
        return repair(text, self._ready, self.hints, safety=self.config.safety)

    @cached_property
    def _ready(self) -> RuleSet:
        ready = RuleSet(self.rules, self.config.names(self.rules))
        for text in _WARM:
            repair(text, ready, self.hints, safety=self.config.safety)
        return ready

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_ready"}


def document_of(result: Result, name: str, size: int = 0, taken: int = 0) -> Document:
    """What an analysis keeps of a result: its edits with the paragraphs around them, its evidence and its facts."""
    items = tuple(items_of(result))
    fires = Counter(edit.rule for it in result.passes for edit in it.edits)
    evidence = result.evidence
    return Document(
        name,
        _short(result.original),
        size,
        taken,
        _short(result.text),
        Tongue(result.original).code,
        dict(sorted(fires.items())),
        items,
        tuple(paragraphs_of(result.original, items)),
        {source: round(strength, 2) for source, strength in sorted(evidence.strengths.items())},
        tuple((it.source, it.weight, it.rule, it.text[:SHOWN]) for it in evidence.signs[:SIGNS_KEPT]),
        {name: [fact.value[:SHOWN] for fact in facts] for name, facts in result.metadata.items()},
    )


def _short(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def analyse(asked: Asked, corpus: Corpus, path: Path, progress: Progress | None = None) -> Analysis:
    """Run rules over a corpus and write the file.

    `progress` is told the size of each document that is done, in bytes. Raises FileError where the corpus, or
    the file, is not there to be read or written, and CleanTextError for options that name nothing.
    """
    manifest = manifest_of(asked, corpus)
    skipped = Skipped()
    began = time.monotonic()
    documents = 0
    try:
        with path.open("wb") as raw, gzip.GzipFile("", "wb", 1, raw, mtime=0) as file:
            file.write(encoded(manifest))
            for line in _lines(asked, corpus, skipped, progress):
                file.write(line)
                documents += 1
            file.write(_end(documents, skipped, time.monotonic() - began, asked.jobs))
    except OSError as error:
        raise FileError(path, f"the analysis cannot be written: {error.strerror}") from error
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return Analysis(path)


def _end(documents: int, skipped: Skipped, seconds: float, jobs: int) -> bytes:
    return encoded(End(documents, skipped.number, tuple(skipped.reasons), round(seconds, 3), jobs))


_Sent = tuple[str, str]


def _lines(asked: Asked, corpus: Corpus, skipped: Skipped, progress: Progress | None) -> Iterator[bytes]:
    """Yield the line of each document, in order."""
    task = Analyst(asked.named.rules, asked.config, asked.hints)
    for (name, text), answer in answers(task, corpus.documents(skipped), asked.jobs):
        size = len(text.encode("utf-8", "surrogatepass"))
        if isinstance(answer, Failed):
            if not isinstance(answer.error, WorkerDied):
                raise answer.noted(f"in {name}")
            answer = encoded(Document(name, _short(text), size, 0, fault=f"its process {answer.error.how}"))
        yield answer
        if progress is not None:
            progress(size)


def answers(task: Callable[[Any], Any], documents: Iterator[_Sent], jobs: int) -> Iterator[tuple[_Sent, Any]]:
    """Each document with the answer to it, from this process or from several."""
    if jobs == 1:
        yield from one_by_one(lambda it: task(_packed(it)), documents)
        return
    from cleantext.workers.crew import Crew

    with Crew[_Sent](task, jobs, size=lambda it: len(it[1]), pack=_packed) as crew:
        yield from crew.run(documents)


def _packed(document: _Sent) -> tuple[str, bytes]:
    name, text = document
    return name, text.encode("utf-8", "surrogatepass")


def manifest_of(asked: Asked, corpus: Corpus) -> Manifest:
    """What an analysis is made of. Raises FileError, and OptionError for a choice of rules that cannot be."""
    lines = rule_lines(asked.named.rules, asked.config.names(asked.named.rules))
    return Manifest(
        FORMAT,
        asked.named.label,
        ruleset_of(lines),
        asked.options,
        tuple(map(str, corpus.paths)),
        tuple(corpus.fields),
        corpus.encoding,
        corpus.sample,
        corpus.seed,
        tuple(corpus.listing()),
        _versions(),
        lines,
    )


def rule_lines(rules: Iterable[Rule], active: Collection[str]) -> tuple[RuleLine, ...]:
    """What a reader wants to know of each rule; `active` names those that may edit."""
    return tuple(
        RuleLine(it.name, it.safety, it.summary, of_rule(it, is_active=it.name in active), languages_of(it))
        for it in rules
    )


def ruleset_of(lines: Iterable[RuleLine]) -> str:
    """A name for a set of rules: no two that do anything differently share one."""
    return short([(it.name, it.fingerprint) for it in lines])


@lru_cache(maxsize=1)
def _versions() -> dict[str, str]:
    told = {"python": platform.python_version(), "platform": platform.machine()}
    for name in ("cleantext-repair", "ftfy", "hyperscan", "google-re2", "regex"):
        with suppress(PackageNotFoundError):
            told[name] = version(name)
    return told
