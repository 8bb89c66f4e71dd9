"""What `explain()` answers: the text, every edit with its rule and span, and what spoke for and against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from cleantext.article.told import LinePoints
from cleantext.edits import Edit, Fact, Finding, apply
from cleantext.errors import OptionError
from cleantext.evidence import Evidence
from cleantext.ledger import Pass
from cleantext.offsets import OffsetMap
from cleantext.pipeline import Repair


@dataclass(frozen=True, slots=True)
class Hunk:
    """A place of the input that changed, by one rule or by several that touched it."""

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]


_SHOWN = 60
"""Characters of a text that a `Result` shows where it is printed."""


@dataclass(frozen=True)
class Result:
    """A repaired text with its story. All spans are code points of the input, but for those of `passes`."""

    original: str
    repair: Repair
    points: Sequence[LinePoints] = ()
    """With `profile="article"`, what speaks for each line of the input being of its article, in order."""

    def __repr__(self) -> str:
        """Tell enough to know it again: the whole story is as long as the text, several times."""
        text = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}…"
        edits = sum(len(it.edits) for it in self.passes)
        return f"<Result {text!r}, edits: {edits:,}, rules: {len(self.rules):,}, findings: {len(self.findings):,}>"

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.repair.text

    @property
    def passes(self) -> Sequence[Pass]:
        """The edits as they were made, one stage of one round each, in the snapshot's coordinates."""
        return self.repair.passes

    @property
    def findings(self) -> Sequence[Finding]:
        """What was proposed and left alone, with why not."""
        return self.repair.findings

    @property
    def evidence(self) -> Evidence:
        """What speaks for a language that the text was translated from."""
        return self.repair.evidence

    @cached_property
    def edits(self) -> Sequence[Edit]:
        """Every edit, in the order made, with the span of the input that it stands for."""
        edits: list[Edit] = []
        offsets = OffsetMap()
        for it in self.passes:
            edits += (offsets.in_original(edit) for edit in it.edits)
            offsets = offsets.then(it.edits)
        return tuple(edits)

    @cached_property
    def metadata(self) -> Mapping[str, Sequence[Fact]]:
        """Facts that left the text with its furniture, by name (`author`, `date`, `site` …)."""
        facts: dict[str, list[Fact]] = {}
        for fact in sorted(self.repair.facts, key=lambda it: (it.start, it.end, it.name)):
            facts.setdefault(fact.name, []).append(fact)
        return facts

    @cached_property
    def hunks(self) -> Sequence[Hunk]:
        """The places that changed, in order; between them input and output are the same."""
        return tuple(
            Hunk(it.start, it.end, before, after, it.rules)
            for it in self.repair.offsets.stretches
            if (before := self.original[it.start : it.end]) != (after := self.text[it.out_start : it.out_end])
        )

    def to_original(self, offset: int) -> int:
        """The place in the input of a place in `text`; inside a hunk, one of its ends."""
        return self.repair.offsets.to_original(self._checked(offset, self.text))

    def to_clean(self, offset: int) -> int:
        """The place in `text` of a place in the input; inside a hunk, one of its ends."""
        return self.repair.offsets.to_clean(self._checked(offset, self.original))

    @staticmethod
    def _checked(offset: int, text: str) -> int:
        if not 0 <= offset <= len(text):
            raise OptionError(f"the offset {offset!r} lies outside the text of {len(text)} characters")
        return offset

    def replay(self) -> str:
        """Make the edits again on the input, pass by pass; always equal to `text`."""
        text = self.original
        for it in self.passes:
            text = apply(text, it.edits)
        return text

    def undo(self, rule: str | None = None) -> str:
        """The text without a rule's edits, or without any; whole hunks go back to what the input had.

        Raises OptionError where the rule made no edit. What another rule undid has left no hunk.
        """
        if rule is not None and rule not in self.rules:
            raise OptionError(f"the rule {rule!r} made no edit here; those that did: {', '.join(self.rules) or 'none'}")
        kept = (hunk for hunk in self.hunks if rule is not None and rule not in hunk.rules)
        return apply(self.original, [Edit("", it.start, it.end, it.before, it.after, "") for it in kept])

    @cached_property
    def rules(self) -> Sequence[str]:
        """The names of the rules that edited, sorted."""
        return tuple(sorted({edit.rule for it in self.passes for edit in it.edits}))

    def to_dict(self) -> dict[str, Any]:
        """The whole result as plain values, ready for JSON."""
        return {
            "text": self.text,
            "edits": [{"stage": edit.stage, **asdict(edit)} for edit in self.edits],
            "hunks": [asdict(hunk) for hunk in self.hunks],
            "findings": [asdict(finding) for finding in self.findings],
            "evidence": {
                "leading": self.evidence.leading,
                "strength": dict(self._strengths()),
                "signs": [asdict(sign) for sign in self.evidence.signs],
            },
            "metadata": {name: [asdict(fact) for fact in facts] for name, facts in self.metadata.items()},
            "passes": [asdict(it) for it in self.passes],
            "points": [asdict(it) for it in self.points],
        }

    def _strengths(self) -> Iterator[tuple[str, float]]:
        for source in sorted({sign.source for sign in self.evidence.signs}):
            yield source, round(self.evidence.strength(source), 3)

    def to_json(self, *, indent: int | None = None) -> str:
        """The whole result as JSON in ASCII, so that lone surrogates survive too."""
        import json

        return json.dumps(self.to_dict(), indent=indent)
