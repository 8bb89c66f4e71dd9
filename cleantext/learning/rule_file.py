"""The rule file of one site: what was learned, with its counts, and examples that hold it to the contract of rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain

from cleantext.fixers._frames import DATE, frame_of
from cleantext.learning.choice import MOST_SUSPICIOUS, Phrase
from cleantext.toml import block, quoted

FOLDER = "boilerplate/sites"
"""Below a folder of rules."""

_SHOWN = 3
_WHY = """\
`cleantext learn` read {pages} pages of this site; each of these lines stands on {least} of them or more. Figures
are written as 0 and dates as {{date}}. None is a byline, or stands between two paragraphs of text on more than
{most:.0%} of its pages. The number of its pages is told behind each. Take out what is the authors' own."""
_PROSE = (
    "The night ferry will not sail until the wind has gone round to the west, the harbour master told the crew.",
    "By the time the lamp was lit again, every boat of the fleet had been counted twice and nobody was missing.",
)
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def file_names(sites: Collection[str]) -> Mapping[str, str]:
    """Give each site the name of its rule's file; where two would have one name, a hash of the site tells them apart.

    >>> file_names(["news.example.com", "Ω"])
    {'news.example.com': 'news-example-com', 'Ω': 'site-58fd88'}
    """
    plain = {site: _NOT_IN_NAMES.sub("-", site.casefold()).strip("-") for site in sites}
    seen: dict[str, int] = {}
    for name in plain.values():
        seen[name] = seen.get(name, 0) + 1
    return {site: name if name and seen[name] == 1 else _told_apart(site, name) for site, name in plain.items()}


def _told_apart(site: str, name: str) -> str:
    return f"{name or 'site'}-{blake2b(site.encode(), digest_size=3).hexdigest()}"


def rule_file(site: str, pages: int, least: int, phrases: Sequence[Phrase]) -> str:
    """Write the rule for a site, of whose pages so many were read; a phrase stands on at least so many of them."""
    lines = chain(_head(site, pages, least), _phrases(phrases, pages), _examples(site, [it.frame for it in phrases]))
    return "\n".join(lines) + "\n"


def _head(site: str, pages: int, least: int) -> Iterator[str]:
    yield f"summary = {quoted(f'A line that recurs on the pages of {site}.')}"
    yield f'why = """\n{_WHY.format(pages=pages, least=least, most=MOST_SUSPICIOUS)}\n"""'
    yield f"requires = {{ prose = true, site = {quoted(site)} }}"
    yield "priority = 60 # a rule that lifts a fact from such a line comes first"
    yield 'fixer = "learned-line"'


def _phrases(phrases: Sequence[Phrase], pages: int) -> Iterator[str]:
    yield ""
    yield "[phrases]"
    yield "und = ["
    for phrase in phrases:
        yield f"  {quoted(phrase.frame)}, # on {phrase.pages} of {pages} pages"
    yield "]"


def _examples(site: str, frames: Sequence[str]) -> Iterator[str]:
    text, more = _PROSE
    shown = [_as_seen(frame) for frame in frames[:_SHOWN]]
    first = shown[0]
    below = "\n".join([text, "", *shown])
    hint = f"site = {quoted(site)}"
    yield from _table("changes", {"before": below, "after": text}, hint)
    yield from _table("keeps", {"text": below}, 'why = "nobody says which site the text is from"')
    yield from _table("keeps", {"text": "\n".join(shown)}, 'why = "nothing but such lines: furniture of no text"', hint)
    inside = f"{text}\n\n{first}\n\n{more}"
    yield from _table("keeps", {"text": inside}, 'why = "it stands inside the text"', hint)
    said = f"{text}\n\nThe boy read “{first}” from the sign above the quay, and asked the harbour master what it meant."
    yield from _table("keeps", {"text": said}, 'why = "a sentence that has the words"', hint)


def _table(name: str, texts: Mapping[str, str], *more: str) -> Iterator[str]:
    yield ""
    yield f"[[{name}]]"
    for key, text in texts.items():
        yield f"{key} = {block(text)}"
    yield from more


def _as_seen(frame: str) -> str:
    """A line with that frame, as it could stand on a page."""
    line = re.sub("0", "7", frame.replace(DATE, "3 May 2021"))
    return line if frame_of(line) == frame else frame
