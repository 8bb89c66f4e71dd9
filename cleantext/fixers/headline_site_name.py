"""Cut the site's name off the end of a headline, where the caller says which site it is.

`site="Noticias del Puerto"` or `url="https://exbulletin.com/…"` names it; without a hint nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from cleantext.document import Document
from cleantext.edits import Fact, Proposal
from cleantext.rule import Hints, Rule

_LONGEST = 250
_SEPARATOR = re.compile(r"\s*(?:\s[-–—|·•:/»]|[|·•])\s*\Z")
_GENERIC = frozenset(
    {"www", "m", "amp", "mobile", "news", "blog", "en", "de", "fr", "es", "it", "nl", "pt", "co", "com", "org", "net"}
)
_LEAST_LETTERS = 4
_LEAST_HEADLINE = 3
_MOST_WORDS_OF_SITE = 6


def gate(_: Rule) -> Callable[[Document], bool]:
    """Every text with a line that ends in a word could have such a headline; the hints decide."""
    return lambda document: bool(document.text.strip())


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to cut the site's name off a line of the head that goes on before it."""
    names = _names(document.hints)
    for number in lines if names else ():
        line = document.line(number)
        if len(line) > _LONGEST or not document.stands(number, "head"):
            continue
        start = _site_at(line, names)
        if start is None:
            continue
        kept = _SEPARATOR.sub("", line[:start]).rstrip()
        if len(kept.split()) < _LEAST_HEADLINE:
            continue
        begin = document.lines[number].start
        end = begin + len(line.rstrip())
        site = Fact("site", line[start:].strip(), begin + start, end)
        yield Proposal(begin + len(kept), end, "", rule.summary, facts=(site,))


def _names(hints: Hints) -> frozenset[str]:
    """What the site may be called, letters and digits only."""
    names = {_squeezed(hints.site)}
    host = urlsplit(hints.url).hostname if "//" in hints.url else hints.url.partition("/")[0]
    labels = [label for label in (host or "").split(".")[:-1] if label not in _GENERIC]
    names.update(map(_squeezed, labels[-1:]))
    if host:
        names.add(_squeezed(host.removeprefix("www.")))
    return frozenset(name for name in names if len(name) >= _LEAST_LETTERS)


def _squeezed(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _site_at(line: str, names: frozenset[str]) -> int | None:
    """Where the site's name begins, if the line ends in it.

    After a separator it may be written as it likes; without one it must be one word, glued to the word before it
    ("ShowExBulletin") or with a capital inside ("Show ExBulletin"), since "Why I left Google" names a company.
    """
    line = line.rstrip()
    words = [match.start() for match in re.finditer(r"\S+", line)][-_MOST_WORDS_OF_SITE:]
    for start in words[1:]:
        if _SEPARATOR.search(line[:start]) and _squeezed(line[start:]) in names:
            return start
    for name in names:
        tail = line[-len(name) :]
        before = line[: -len(name)]
        if tail.casefold() != name or not tail[0].isupper() or not before:
            continue
        inner_capital = any(c.isupper() for c in tail[1:]) and not tail.isupper()
        if before[-1].islower() or (before[-1] == " " and inner_capital):
            return len(line) - len(name)
    return None
