"""How a site writes its name: as the caller says, or so that its host's name can be read in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cleantext.facts.sites import host_of, site_of
from cleantext.remedies.literals import longest_first
from cleantext.rule import Hints

_LEAST_LETTERS = 4
_LEAST_CAPITALS = 3
"""Of a name that is an abbreviation: "BBC"; two letters may be anything."""

_ARTICLES = frozenset("the le la les l el los las il lo gli i der die das de het o a os as".split())
_OF_MEDIA = frozenset("news online blog magazine tv radio website web com".split())
"""What a name may end in beyond the host's: "BBC News" of bbc.co.uk, "Valley Herald Online" of valleyherald.com."""


@dataclass(frozen=True, slots=True)
class SiteNames:
    """What a site may be called, letters and digits only.

    `told` is what `site=` says; `said` are whole names, the longest first; `labels` those that may be read into an
    abbreviation or a longer name.
    """

    told: str
    said: Sequence[str]
    labels: Sequence[str]


@lru_cache(maxsize=256)
def names_of(hints: Hints) -> SiteNames:
    """Give the names of the site that a call's hints are about."""
    hosts = [it for it in (host_of(hints.url.strip()), host_of(hints.site.strip())) if it and " " not in it]
    labels = {squeezed(site_of(host).partition(".")[0]) for host in hosts}
    bare = [host.removeprefix("www.") for host in hosts]
    written = (form for host in bare for form in (host, f"www.{host}", site_of(host)))
    names = {squeezed(hints.site), *labels, *map(squeezed, written)}
    said = longest_first(name for name in names if len(name) >= _LEAST_LETTERS)
    labels.add(squeezed(hints.site))
    return SiteNames(squeezed(hints.site), said, sorted(label for label in labels if len(label) >= _LEAST_CAPITALS))


def squeezed(name: str) -> str:
    """The letters and digits of a name, without case."""
    return "".join(c for c in name.casefold() if c.isalnum())


def is_site(part: str, names: SiteNames) -> bool:
    """Does a part of a headline name the site?

    >>> of = lambda host: names_of(Hints(url=f"https://www.{host}/a"))
    >>> is_site("The Daily Example", of("dailyexample.com")), is_site("BBC News", of("bbc.co.uk"))
    (True, True)
    >>> is_site("New York Times", of("nytimes.com")), is_site("Winter Storm Jane", of("wsj.com"))
    (True, False)
    """
    name = squeezed(part)
    if len(name) >= _LEAST_LETTERS and name in names.said:
        return True
    if part[:1].islower():
        return False
    return any(_is_of_host(words, label) for words in _readings(part.split()) for label in names.labels)


def _readings(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the words of a name, without the article before them, and without what all media are called."""
    without = words[1:] if len(words) > 1 and squeezed(words[0]) in _ARTICLES else words
    for some in dict.fromkeys((tuple(words), tuple(without))):
        yield some
        if len(some) > 1 and squeezed(some[-1]) in _OF_MEDIA:
            yield some[:-1]


def _is_of_host(words: Sequence[str], label: str) -> bool:
    written = [word for word in words if squeezed(word)]
    name = "".join(map(squeezed, written))
    if name in (label, label.removeprefix("the")):
        return len(name) >= _LEAST_LETTERS or (len(name) >= _LEAST_CAPITALS and "".join(written).isupper())
    return _is_abbreviated(written, label)


def _is_abbreviated(words: Sequence[str], label: str) -> bool:
    """Is it the first letters of some words and all of the last, as in "nytimes"?

    First letters alone prove nothing: of three words of a headline any three may be.
    """
    *first, last = [squeezed(word) for word in words] or [""]
    short = "".join(word[0] for word in first)
    return bool(first) and len(last) >= _LEAST_LETTERS and short + last == label and words[0][:1].isupper()
