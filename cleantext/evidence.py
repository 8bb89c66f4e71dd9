"""Which language a text was translated from: many small signs, each with its span and weight.

No sign is proof. Signs of one kind count less and less (a habit repeated is one habit), so a
rule that asks for more than one weak sign can give needs two kinds of them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cleantext.facts.sites import host_of
from cleantext.once import once
from cleantext.rule import ANY_SOURCE, Hints

HINT_WEIGHT = 10.0
"""The caller's `source_lang=` outweighs what a text can say."""

SITE_WEIGHT = 1.0
"""A country's domain says what its pages are written in, not that this one was translated."""

_COUNTRY_DOMAINS = {
    "fr": "fr", "de": "de", "at": "de", "es": "es", "mx": "es", "ar": "es", "cl": "es", "it": "it", "pt": "pt",
    "br": "pt", "ru": "ru", "ua": "uk", "pl": "pl", "cz": "cs", "nl": "nl", "tr": "tr", "cn": "zh", "tw": "zh",
    "jp": "ja", "kr": "ko", "gr": "el", "hu": "hu", "ro": "ro", "se": "sv", "no": "no", "dk": "da", "fi": "fi",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: what `text` at `start:end` of the input says of the source language, by which rule."""

    source: str
    weight: float
    rule: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Evidence:
    """All signs of a document, from every snapshot it went through."""

    signs: tuple[Sign, ...] = ()

    def strength(self, source: str) -> float:
        """The sum of the weights for one source language, repeated signs of a rule halved each time."""
        return self.strengths.get(self.leading if source == ANY_SOURCE else source, 0.0)

    @once
    def strengths(self) -> Mapping[str, float]:
        """The sum of the weights for each source language that a sign speaks for."""
        seen: Counter[tuple[str, str]] = Counter()
        totals: dict[str, float] = {}
        for sign in self.signs:
            times = seen[sign.source, sign.rule]
            totals[sign.source] = totals.get(sign.source, 0.0) + math.ldexp(sign.weight, -times)
            seen[sign.source, sign.rule] = times + 1
        return totals

    @once
    def leading(self) -> str:
        """The source language with the most evidence, "" without any; ties go by the alphabet."""
        return max(sorted(self.strengths), key=self.strengths.__getitem__, default="")

    def merged(self, newer: Evidence) -> Evidence:
        """Evidence of an earlier and a later snapshot: of each kind of sign, the longer list.

        A repair erases its own evidence, which must not be forgotten; counting both lists would
        count what was not repaired twice.
        """
        if not self.signs and not newer.signs:
            return self
        kinds = dict.fromkeys((sign.source, sign.rule) for sign in (*self.signs, *newer.signs))
        signs: list[Sign] = []
        for kind in kinds:
            older, later = ([s for s in it.signs if (s.source, s.rule) == kind] for it in (self, newer))
            signs += later if len(later) > len(older) else older
        return Evidence(tuple(signs))


def evidence_of_hints(hints: Hints) -> Iterator[Sign]:
    """What the caller's hints say.

    >>> [sign.source for sign in evidence_of_hints(Hints(source_lang="fr-CA", url="https://example.de/a"))]
    ['fr', 'de']
    """
    if source := primary_subtag(hints.source_lang):
        yield Sign(source, HINT_WEIGHT, "hint/source_lang", 0, 0, hints.source_lang)
    host = host_of(hints.url or hints.site)
    if language := _COUNTRY_DOMAINS.get(host.rpartition(".")[2]):
        yield Sign(language, SITE_WEIGHT, "hint/url", 0, 0, host)


def primary_subtag(code: str) -> str:
    """The language of a BCP 47 tag: `pt` of `pt-BR`."""
    return re.split(r"[-_]", code.lower(), maxsplit=1)[0]


def gathered(signs: Iterable[Sign]) -> Evidence:
    """Evidence of the signs, in the order of the text."""
    return Evidence(tuple(sorted(signs, key=lambda it: (it.start, it.end, it.rule, it.source))))
