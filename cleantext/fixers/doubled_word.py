"""Drop the second of two equal words that stand side by side (`the settlement settlement`).

Where one word of the source means what two do, a translator says it twice. People double words for effect (*a long,
long time*; *very very*), in names (*Bora Bora*) and where grammar asks for it (*had had*), and they stammer. A rule
that asks for evidence of a translation holds those back and repairs the rest; one that asks for none repairs only a
noun in its place, after its article or preposition and before a word of grammar or a mark, and in a short text, which
has no room for other evidence, any word of four letters that is no adjective.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.rule import Rule

_AFTER_NOUN = r"(?= (?:of|in|to|and|is|was|are|were|that|for|with|from|at|by|on|which|who|has|had)\b|[,.;:!?)])"
_NOUN = re.compile(
    r"(?<![\w’'-])(?:the|a|an|this|that|his|her|its|their|our|of|from|in|at|to) (?:[a-z]+ )?(?P<word>[a-z]{5,})"
    rf"(?P<again> (?P=word)){_AFTER_NOUN}"
)
_CONTENT = re.compile(
    r"(?<=[a-z0-9)][ -])(?P<word>[a-z]{4,})(?P<again> (?P=word))(?![\w’'-]| (?:\S+ ){0,2}(?P=word)\b)"
)
_WORD = re.compile(r"(?<![\w’'.])(?P<word>[a-z]{2,})(?P<again> (?:(?P=word)|(?i:(?P=word))(?= [a-z])))(?![\w’'-])")
_AFTER_SPACE, _AFTER_HYPHEN = (re.compile(rf"{mark}([a-z]{{4,}}+) \1\b") for mark in " -")
"""One mark to begin with is found at once, of two each character is asked: twice the time."""
_LONG_NOUN = re.compile(rf" ([a-z]{{5,}}+) \1{_AFTER_NOUN}")
_ANY_WORD = re.compile(r"\b([a-z]{2,}) (?i:\1)\b")
"""All of these are looser than what is repaired."""

_NO_NOUN = re.compile(r"(?:ly|er|est)\Z")
_ADJECTIVE = re.compile(
    r"(?:ful|ous|ive|[ai]ble|al|ic|ish|less|[ea]nt|[^aeio]y|some|ly|er|est|ing|ed)\Z"
    r"|(?:bright|sweet|strange|dark|kind|quiet|soft|warm|brave|wide|small|large|short|strong|poor|rich|late|early|cute"
    r"|dumb|cool|weird|clean|clear|cheap|safe|fine|tall|thin|thick|tight|loud|calm|rare|rude|simple|gentle)\Z"
)
_NEAR = 100
"""Characters before and behind, among which the word may stand twice with a comma."""
_SHORT = 1_000
"""Characters; a longer translation shows other signs."""
_FOR_EFFECT = frozenset(
    "very so really much many more too far long big little tiny old new great grand real huge good bad nice"
    " super pretty deep high low slow fast hard right wrong true dear sad hot cold never ever always only"
    " again down round wait stop please come go going run look say yes yeah nope ok okay hey hello hi bye oh"
    " ah eh hm hmm um uh er ha haha he hee ho hoho la na da duh dah blah ow ouch wow yo boo moo woof meow baa"
    " tut knock chop tick tock beep click clap bang boom rumble ring ding dong splash drip ping hush quick"
    " same half less whole heart other chocolate girls thousand million billion hundred time perfect lovely well"
    " whatever why how like plus one two tutti pom cha ways all love kiss".split()
)
_GRAMMAR = frozenset(
    "had that do did can could her his you it he she we they there this these those what who which now then if in on up"
    " out over off for because about where there after before their would could should".split()
)
"""Words that stand twice in good sentences: *he had had*, *the one I looked for for years*, *from there there is*."""


def gate(rule: Rule) -> Callable[[Document], bool]:
    """Ask a text for a doubled word: no string that could be a trigger stands in all of them."""
    if rule.requires.source:
        return lambda document: _ANY_WORD.search(document.text) is not None
    return _may_double_noun


def _may_double_noun(document: Document) -> bool:
    text = document.text
    if len(text) > _SHORT:
        return _LONG_NOUN.search(text) is not None and _NOUN.search(text) is not None
    return _AFTER_SPACE.search(text) is not None or ("-" in text and _AFTER_HYPHEN.search(text) is not None)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose to drop the second word with the space before it."""
    unlicensed = (_NOUN, _CONTENT) if len(document.text) <= _SHORT else (_NOUN,)
    for number in lines:
        line, offset = document.line(number), document.lines[number].start
        for pattern in (_WORD,) if rule.requires.source else unlicensed:
            for match in pattern.finditer(line):
                held = "the word may be doubled for effect, or as grammar asks" if _has_reason(line, match) else ""
                yield Proposal(offset + match.start("again"), offset + match.end("again"), "", rule.summary, held)


def _has_reason(line: str, match: re.Match[str]) -> bool:
    """May the word stand twice on purpose? Thrice is for effect, as is what stands twice with a comma, too."""
    word, start, end = match["word"], match.start("word"), match.end()
    if word in ("no", "at"):
        return not line.startswith((" longer", " least"), end)
    no_noun = {_NOUN: _NO_NOUN, _CONTENT: _ADJECTIVE}.get(match.re)
    if word in _FOR_EFFECT or word in _GRAMMAR or (no_noun and no_noun.search(word)):
        return True
    after, before = line[end : end + len(word) + 1], line[max(0, start - len(word) - 1) : start]
    if after.lower() == f" {word}" or before.lower() == f"{word} ":
        return True
    return f"{word}, {word}" in line[max(0, start - _NEAR) : end + _NEAR].lower()
