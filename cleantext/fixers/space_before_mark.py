"""Close the space before a comma, a full stop or another closing mark.

Without evidence of a translation only where it is the text's habit: one mark that stands apart among many that do not
is somebody's slip, or stands where a word or a dash is lost, and so it is in a text that is typed carelessly. A rule of
the stage `spacing` asks for a habit that shows more than once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.remedies.matching import on_lines
from cleantext.rule import Rule

_SPACE = re.compile(
    r"""(?x)
    [ ](?=[,;.!?])                                                  # the space, which is quickly found, and its mark,
    (?: (?<=[^\W_]{2}[ ]) | (?<=[)\]”’%…"][ ]) | (?<=\b[IaX][ ]) )   # after a word or a closing mark,
    (?=
        [,;] (?: $ | [ ](?![ ]|[\d,;.)(]|:[ ]) | [”’»] )            # and a mark that is no part of a number,
      | \. (?: $ | [”’"»)]?(?: $ | [ ][“"‘(«—–-]?(?: [^\W\d_a-z] | [”"»)](?:$|[ ]) ) ) )   # of dots of omission
      | [!?]{1,3} (?: $ | [ ][^\d=!?a-z] | [”’"»)](?:$|[ ]) )       # or of a formula
    )
    """.replace("[ ]", "[ \N{NO-BREAK SPACE}]")
)
_ARGUMENT = re.compile(r"(?m)`[^`\n]+ \.`|^\s*[$%] [^\n]+ \.$")
"""A dot that a command is told, as in `find .`: then it stands for a folder elsewhere, too."""
_CALL = re.compile(r"\s*[a-z][\w.:-]* \.\s*\Z")
"""A line that is no sentence: *focus .*"""
_IN_PLACE = re.compile(r"[^\W_][,.;!?](?:\s|$|[\"”’])")
_TYPED_CARELESSLY = re.compile(
    r"\b(?:i|im|ive|dont|cant|didnt|isnt|wont|u|ur|pls|thx|thats|theres|dunno|gonna|wanna)\b|[!?]{4}|\.{4}"
    r"|\w[.!?][\"”]? (?!(?:e\.g|i\.e))[a-z]{2,} "
)
_FEW, _HABIT, _SHOWN = 12, 0.5, 3
"""A text of so few marks says little of its habits, and one that stands apart is enough; of more, half of them."""


def line_test(_: Rule) -> Callable[[str], bool]:
    """Ask a line for a mark that stands apart."""
    return lambda line: _SPACE.search(line) is not None


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the space."""
    habit = _is_shown_habit if rule.stage == "spacing" else _is_habit
    held = "" if rule.requires.source or document.fact(habit) else "it is not the text's habit"
    dot = held or ("a dot is an argument of a command here" if document.fact(_has_arguments) else "")
    for start, match in on_lines(_SPACE.finditer, document, lines):
        is_dot = match.string[match.end() : match.end() + 1] == "."
        if not is_dot or not _CALL.match(match.string):
            yield Proposal(start + match.start(), start + match.end(), "", rule.summary, dot if is_dot else held)


def _has_arguments(document: Document) -> bool:
    return _ARGUMENT.search(document.text) is not None


def _is_habit(document: Document) -> bool:
    apart, marks = document.fact(_counts)
    habit = marks <= _FEW or apart >= _HABIT * marks
    return habit and not _TYPED_CARELESSLY.search(document.text)


def _is_shown_habit(document: Document) -> bool:
    apart, marks = document.fact(_counts)
    return apart >= _SHOWN and apart >= _HABIT * marks


def _counts(document: Document) -> tuple[int, int]:
    """How many marks stand apart, and how many there are."""
    apart = sum(len(_SPACE.findall(line)) for line in document.contents)
    return apart, apart + len(_IN_PLACE.findall(document.text))
