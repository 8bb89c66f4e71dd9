"""Drop what a forum prints around its posts: page strips, numbers of posts, buttons, the poster's figures.

`#2` or `Posts: 212` alone may be an author's own line. They go where the text shows itself to be a thread: by two or
more lines of which the rule's phrases, or a page strip, are the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.fixers._lines import drop
from cleantext.fixers._remedy import remedy_of
from cleantext.remedies.phrases import LONGEST, is_phrase, phrase_keys
from cleantext.rule import Rule

_SURE = re.compile(
    r"""(?xi)\s*(?:
          page\s+\d{1,4}\s+of\s+\d{1,4}\b[\s\d.…›»<>|«‹]*(?:(?:first|prev(?:ious)?|next|last)\b[\s\d.…›»<>|«‹]*)*
        | go\s+to\s+page\s*:?\s+\d[\d\s,.…|>»]*(?:next)?[\s>»]*
        | seite\s*:?\s+\d{1,4}(?:[\s,.…|>»]+(?:\d{1,4}|nächste|weiter))+[\s>»]*
        | (?:quote|reply|like|thanks?|report)(?:\s+\(\d{1,4}\))?
          (?:\s+(?:quote|reply|like|thanks?|report)(?:\s+\(\d{1,4}\))?)+
        | (?:joined|registered|member\s+since|dabei\s+seit|registriert(?:\s+seit)?)\s*:\s*\S.{2,30}
        | (?:posts|messages|beiträge|threads|reputation)\s*:\s*[\d.,]{1,9}
        | last\s+edited\s+(?:by|on)\s.{3,80}
        | thanks?\s+\d+\s+times?
        | it\s+is\s+currently\s+(?:mon|tue|wed|thu|fri|sat|sun)\s\w{3}\s\d{1,2},\s\d{4}\s\d{1,2}:\d\d(?:\s?[ap]m)?
        | all\s+times\s+are\s+(?:utc|gmt)\s?(?:[-+]\s?\d{1,2}(?:[:.]\d\d)?)?(?:\s+hours?)?(?:\s*\[\s*dst\s*\])?
          \.?(?:\s+the\s+time\s+now\s+is\s+\d{1,2}:\d\d(?:\s?[ap]m)?\.?)?
        | (?:post\s+new\s+topic|post\s+a\s+reply|reply\s+to\s+topic)(?:\s+reply\s+to\s+topic)?\s*\[\s*\d+\s+posts?\s*\]
          (?:\s*go\s+to\s+page\s[\d\s,.…]*(?:next)?)?
        | users\s+browsing\s+this\s+forum\s*:\s\S.*
        | display\s+posts\s+from\s+previous\s*:\s.*
        | \d{1,4}\s+repl(?:y|ies)\s+to\s+this\s+topic
        | up\s+vote\s+-?\d{1,5}\s+down\s+vote(?:\s+(?:accepted|favorite)(?:\s+\d{1,4})?)?
        | you\s+must\s+(?:be\s+logged\s+in|log\s+in|login)\s+(?:or\s+register\s+)?
          to\s+(?:post\s+a\s+)?reply(?:\s+here)?\.?
        | you\s+(?:may\s+not|cannot|can't|may)\s+(?:post|reply\s+to|edit|delete)\b.{3,60}in\s+this\s+forum\.?
    )\s*\Z"""
)
_WITH_OTHERS = re.compile(r"\s*(?:\#\d{1,5}|(?:like|thanks?)\s+\(?\d{1,4}\)?)\s*\Z", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:joined|registered|member\s+since|dabei\s+seit|registriert(?:\s+seit)?)\s*:", re.IGNORECASE)
_NICKNAME = re.compile(r"\s*[^\W_][\w.-]{2,24}\s*\Z")
_LEAST_SIGNS = 2
_BEGINNINGS = (
    r"\#\d|page\s\d|go to page|seite|quote|reply|like|thank|report|joined|registered|member|dabei|registriert|posts"
    r"|messages|beiträge|threads|reputation|last edited|you "
    r"|it is currently|all times are|post new|post a reply|users browsing|display posts|\d{1,4} repl|up vote"
)
"""Of lines that are none of the rule's phrases."""


def trigger(rule: Rule) -> str:
    """Give what the lines begin with, the rule's phrases among them."""
    phrases = "|".join(map(re.escape, sorted(phrase_keys(remedy_of(rule)))))
    return rf"(?i)^\W*(?:{_BEGINNINGS}|{phrases})"


def line_test(rule: Rule) -> Callable[[str], bool]:
    """Ask whether a line is furniture, or is where others are."""
    return lambda line: _is_sure(line, rule) or _goes_with_others(line)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the furniture of a thread."""
    sure, other = [], []
    for number in lines:
        line = document.line(number)
        if _is_sure(line, rule):
            sure.append(number)
        elif _goes_with_others(line):
            other.append(number)
    held = "" if len(sure) >= _LEAST_SIGNS else "nothing else in the text shows that it is a thread"
    for number in sorted(sure + other):
        yield drop(document, number, rule.summary, held=held)
        joined = number > 0 and number in sure and _JOINED.match(document.line(number))
        if joined and _is_nickname(document.line(number - 1)):
            yield drop(document, number - 1, "The nickname of a poster, above his figures.", held=held)


def _is_sure(line: str, rule: Rule) -> bool:
    return is_phrase(remedy_of(rule), line) or (len(line) <= LONGEST and _SURE.match(line) is not None)


def _goes_with_others(line: str) -> bool:
    return len(line) <= LONGEST and _WITH_OTHERS.match(line) is not None


def _is_nickname(line: str) -> bool:
    """One word with a figure, or in small letters: no heading and no greeting looks like that."""
    return _NICKNAME.match(line) is not None and (any(c.isdigit() for c in line) or line.strip().islower())
