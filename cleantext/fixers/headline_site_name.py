"""Cut the site's name off a headline, before or after it, where the caller says which site it is.

`site="Noticias del Puerto"` or `url="https://exbulletin.com/…"` names it; without a hint nothing is cut. Copies of
the headline below the text lose it too. How a host's name is recognised stands in `_site_names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.facts.language import FUNCTION_WORDS, function_words
from cleantext.fixers._lines import has_ideographs
from cleantext.fixers._site_names import SiteNames, is_site, names_of, squeezed
from cleantext.remedies.phrases import phrase_key
from cleantext.rule import Rule

_LONGEST = 250
_SEPARATORS = r"\s+(?:[-–—:/]|::)\s+|\s*::\s*|\s*[|｜·•›]\s*"
_SEPARATOR = re.compile(_SEPARATORS)
_SEPARATOR_OR_GUILLEMET = re.compile(rf"{_SEPARATORS}|\s*[«»]\s*")
_ARROWS = ("»", "›")
"""Several of them lead through a menu: "The Daily Example » News » Bridges"."""

_LEAST_HEADLINE = 3
_MOST_WORDS_OF_SITE = 6


def gate(_: Rule) -> Callable[[Document], bool]:
    """Every text with a line that ends in a word could have such a headline; the hints decide."""
    return lambda document: bool(document.text.strip())


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to cut the site's name off a line of the head that goes on beside it, and off that line's copies."""
    names = names_of(document.hints)
    if not (names.said or names.labels) or document.prose is None:
        return
    headlines: set[str] = set()
    for number in lines:
        line = document.line(number)
        if document.prose[0] <= number < document.prose[1] or not line or len(line) > _LONGEST:
            continue
        in_head = number < document.prose[0]
        found = _parts(line, names)
        if found is None:
            headlines |= {phrase_key(line)} if in_head else set()
            continue
        cut, site = found
        kept = phrase_key(line[: cut[0]] + line[cut[1] :])
        if in_head:
            headlines.add(kept)
        elif kept not in headlines:
            continue
        begin = document.lines[number].start
        fact = Fact("site", line[slice(*site)], begin + site[0], begin + site[1])
        yield Proposal(begin + cut[0], begin + cut[1], "", rule.summary, facts=(fact,))


_FUNCTION_WORDS = function_words(*FUNCTION_WORDS)

Span = tuple[int, int]


def _parts(line: str, names: SiteNames) -> tuple[Span, Span] | None:
    """What is cut off a line, and the site's name in it; None where no headline is left without it."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    quoted = "«" in line and "»" in line
    separators = [it.span() for it in (_SEPARATOR if quoted else _SEPARATOR_OR_GUILLEMET).finditer(line, start, end)]
    for before, after in reversed(separators):
        if _may_be_name(line[after:end]) and is_site(line[after:end], names):
            return ((before, end), (after, end)) if _is_headline(line[:before]) else None
    for number, (before, after) in enumerate(separators):
        if _may_be_name(line[start:before]) and is_site(line[start:before], names):
            told, is_path = line[after:end], number + 1 < len(separators) and line[before:after].strip() in _ARROWS
            good = (
                _is_headline(told) and not told[0].islower() and not is_path and _is_no_topic(line[start:before], names)
            )
            return ((start, after), (start, before)) if good else None
    glued = _glued_at(line[:end], names.said)
    if glued is None or not _is_headline(line[:glued]):
        return None
    return (len(line[:glued].rstrip()), end), (glued, end)


def _may_be_name(part: str) -> bool:
    """Is it short, and no end of a sentence: "He read it in - The Daily Example."?"""
    return 0 < len(part.split()) <= _MOST_WORDS_OF_SITE and not part.endswith((".", "?", "。", "？"))


def _is_no_topic(part: str, names: SiteNames) -> bool:
    """Is a name before a headline more than one word that its host has: "Astronomy - Using a telescope"?"""
    return len(part.split()) > 1 or "." in part or squeezed(part) == names.told


def _is_headline(rest: str) -> bool:
    """Are words enough left? "Home - The Daily Example" is an entry of a menu."""
    return len(rest.split()) >= _LEAST_HEADLINE or has_ideographs(rest)


def _glued_at(line: str, names: Collection[str]) -> int | None:
    """Where the site's name begins, if the line ends in it without a separator.

    It must be one word, glued to the word before it ("ShowExBulletin") or with a capital inside ("Show ExBulletin"),
    since "Why I left Google" names a company; and no "with" or "by" may stand before it.
    """
    for name in names:
        tail, before = line[-len(name) :], line[: -len(name)]
        if squeezed(tail) != name or not tail[0].isupper() or not before:
            continue
        inner_capital = any(c.isupper() for c in tail[1:]) and not tail.isupper()
        apart = before[-1] == " " and _FUNCTION_WORDS.isdisjoint(before.split()[-1:])
        if before[-1].islower() or (apart and inner_capital):
            return len(line) - len(name)
    return None
