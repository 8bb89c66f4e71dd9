"""Turn a rule's pattern into a superset that RE2 accepts: wherever the pattern matches, the trigger does.

Only existence is asked of a trigger, never a position, so everything RE2 lacks is widened away:
look-arounds go (those at the outer edges are consumed, which changes no answer), repeats lose
their upper bound, and since RE2's classes are ASCII, every other character counts as a member of
each class. What cannot be widened soundly (back references) must declare its trigger.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, cast

PREPARED = "triggers.json"
"""Below `cleantext/data`; written by the build, never checked in. A pattern that is not in it is derived."""

ANY = r"(?s:.)"
NON_ASCII = r"[^\x00-\x7f]"
_MOST_REPEATS = 20
"""RE2 unrolls counted repeats; a smaller count is wider, so larger ones are cut down to this."""

_FOLDED_BEYOND_ASCII = {"i": r"\x{130}\x{131}", "s": r"\x{17f}", "k": r"\x{212a}"}
"""Letters outside ASCII that match an ASCII one where case is ignored: dotted and dotless i, long s, the kelvin sign."""

_WIDTHLESS = re.compile(r"\(\?m:[$^]\)|\\b")
_WIDE_ESCAPE = re.compile(r"\\x\{[0-9a-f]+\}")


class NotDerivable(ValueError):
    """The pattern has a part of which no sound superset can be made."""


@lru_cache(maxsize=4096)
def trigger_of(pattern: str) -> str:
    """The trigger of a pattern, from what the build wrote down (`prepared`) or derived now.

    Raises NotDerivable where there is none.
    """
    return prepared().get(pattern) or derived(pattern)


@cache
def prepared() -> Mapping[str, str]:
    """Triggers that were derived when the package was built: deriving takes milliseconds a pattern."""
    source = Path(__file__).resolve().parent.parent / "data" / PREPARED
    return cast(dict[str, str], json.loads(source.read_bytes())) if source.is_file() else {}


def derived(pattern: str) -> str:
    r"""The trigger of a pattern, as RE2 syntax.

    >>> derived(r"(?<=\w) !")
    '(?:[0-9A-Z\\x5fa-z]|[^\\x00-\\x7f])\\x20\\x21'

    Raises NotDerivable where there is none, or where it would match the empty text.
    """
    try:
        tree = parser.parse(pattern)
    except re.error as error:
        raise NotDerivable(f"not in the syntax of Python's re: {error}") from error
    trigger = _sequence(list(tree), tree.state.flags, outer=True)
    if re.match(_WIDTHLESS.sub("", _WIDE_ESCAPE.sub("x", trigger)), ""):
        raise NotDerivable("it can match nothing at all, so every text would trigger it")
    return trigger


def literal_trigger(literals: Sequence[str]) -> str:
    """The trigger of a table: any one of its literals."""
    return "|".join(sorted("".join(_literal(ord(c), 0) for c in literal) for literal in literals))


def _sequence(items: Sequence[tuple[Any, Any]], flags: int, *, outer: bool = False) -> str:
    parts = []
    for place, (code, argument) in enumerate(items):
        if code is op.AT:
            parts.append(_anchor(argument, items, place, flags))
        elif code is op.ASSERT:
            direction, inner = argument
            at_edge = outer and (
                all(c in _ZERO_WIDTH for c, _ in items[:place])
                if direction < 0
                else all(c in _ZERO_WIDTH for c, _ in items[place + 1 :])
            )
            parts.append(_sequence(list(inner), flags, outer=True) if at_edge else "")
        else:
            alone = outer and len(items) == 1
            parts.append(_part(code, argument, flags, outer=alone))
    return "".join(parts)


_ZERO_WIDTH = (op.AT, op.ASSERT_NOT)


def _part(code: Any, argument: Any, flags: int, *, outer: bool) -> str:
    converter = _CONVERTERS.get(code)
    if converter is not None:
        return converter(argument, flags)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(argument, flags)
    if code is op.BRANCH:
        return "(?:" + "|".join(_sequence(list(b), flags, outer=outer) for b in argument[1]) + ")"
    if code is op.SUBPATTERN:
        _, added, removed, inner = argument
        return "(?:" + _sequence(list(inner), (flags | added) & ~removed, outer=outer) + ")"
    if code is op.ATOMIC_GROUP:
        return "(?:" + _sequence(list(argument), flags) + ")"
    raise NotDerivable(f"{code} has no superset in RE2")


def _anchor(where: Any, items: Sequence[tuple[Any, Any]], place: int, flags: int) -> str:
    if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_BEGINNING_LINE):
        return "(?m:^)"
    if where in (op.AT_END, op.AT_END_STRING, op.AT_END_LINE):
        return "(?m:$)"
    if where is op.AT_BOUNDARY and any(_sure_word(it, flags) for it in (*items[:place][-1:], *items[place + 1 :][:1])):
        return r"\b"
    return ""


def _sure_word(item: tuple[Any, Any], flags: int) -> bool:
    """Is it one ASCII word character, and nothing else whatever the case?"""
    code, argument = item
    if code is not op.LITERAL or argument > 127:
        return False
    character = chr(argument)
    folded = flags & re.IGNORECASE and character.lower() in _FOLDED_BEYOND_ASCII
    return (character.isalnum() or character == "_") and not folded


def _literal(character: int, flags: int) -> str:
    if 0xD800 <= character <= 0xDFFF:
        return r"\x{fffd}"
    if not flags & re.IGNORECASE or not chr(character).isalpha():
        return _quoted(character)
    if character > 127:
        return ANY if chr(character) in "ſıİ\N{KELVIN SIGN}" else NON_ASCII
    letter = chr(character).lower()
    return f"[{letter.upper()}{letter}{_FOLDED_BEYOND_ASCII.get(letter, '')}]"


def _quoted(character: int) -> str:
    plain = chr(character)
    if plain.isascii() and plain.isalnum():
        return plain
    return f"\\x{character:02x}" if character < 256 else f"\\x{{{character:x}}}"


def _not_literal(character: int, flags: int) -> str:
    return ANY if character > 127 or flags & re.IGNORECASE else f"[^{_quoted(character)}]"


def _any(_: Any, flags: int) -> str:
    return ANY if flags & re.DOTALL else r"[^\n]"


def _class(items: Sequence[tuple[Any, Any]], flags: int) -> str:
    """A class, exact in ASCII; outside it, exact only where it names characters or ranges plainly."""
    folds = bool(flags & re.IGNORECASE)
    plain = not folds and all(code in (op.LITERAL, op.RANGE) for code, _ in items)
    members = [n for n in range(128) if _member(items, n, flags)]
    ascii_part = "".join(_ranges(members))
    if plain:
        wide = []
        for code, argument in items:
            low, high = (argument, argument) if code is op.LITERAL else argument
            if low <= 0xDFFF and high >= 0xD800:
                wide.append(r"\x{fffd}")
                low, high = (low, 0xD7FF) if low < 0xD800 else (0xE000, max(high, 0xE000))
            if high > 127 and low <= high:
                wide.append(f"\\x{{{max(low, 128):x}}}-\\x{{{high:x}}}")
        return f"[{ascii_part}{''.join(wide)}]"
    return f"(?:[{ascii_part}]|{NON_ASCII})" if members else NON_ASCII


def _member(items: Sequence[tuple[Any, Any]], character: int, flags: int) -> bool:
    negated = items[0][0] is op.NEGATE
    forms = {character}
    if flags & re.IGNORECASE:
        forms |= {ord(form) for form in (chr(character).lower(), chr(character).upper()) if len(form) == 1}
    inside = any(_holds(item, form) for item in items for form in forms)
    if negated and flags & re.IGNORECASE and chr(character).isalpha():
        return True
    return inside != negated


def _holds(item: tuple[Any, Any], character: int) -> bool:
    code, argument = item
    if code is op.LITERAL:
        return bool(argument == character)
    if code is op.RANGE:
        return bool(argument[0] <= character <= argument[1])
    if code is op.CATEGORY:
        return chr(character) in _CATEGORIES[argument]
    return False


def _ranges(members: Sequence[int]) -> list[str]:
    runs: list[list[int]] = []
    for number in members:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [_quoted(a) if a == b else f"{_quoted(a)}-{_quoted(b)}" for a, b in runs]


def _repeat(argument: tuple[int, Any, Sequence[tuple[Any, Any]]], flags: int) -> str:
    least, most, inner = argument
    body = f"(?:{_sequence(list(inner), flags)})"
    if body == "(?:)":
        return ""
    if most == 1:
        return body + ("?" if least == 0 else "")
    least = min(least, _MOST_REPEATS)
    if most is op.MAXREPEAT or most > _MOST_REPEATS or _counts(inner):
        return body + {0: "*", 1: "+"}.get(least if not _counts(inner) else min(least, 1), f"{{{least},}}")
    return f"{body}{{{least},{most}}}"


def _counts(items: Sequence[tuple[Any, Any]]) -> bool:
    """Does a counted repeat stand inside, so that a count around it would multiply?"""
    return any(kind in repr(items) for kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


_ASCII = "".join(map(chr, range(128)))
_CATEGORIES = {
    category: frozenset(re.findall(pattern, _ASCII))
    for category, pattern in (
        (op.CATEGORY_DIGIT, r"\d"),
        (op.CATEGORY_NOT_DIGIT, r"\D"),
        (op.CATEGORY_SPACE, r"\s"),
        (op.CATEGORY_NOT_SPACE, r"\S"),
        (op.CATEGORY_WORD, r"\w"),
        (op.CATEGORY_NOT_WORD, r"\W"),
    )
}

_CONVERTERS: dict[Any, Callable[[Any, int], str]] = {
    op.LITERAL: _literal,
    op.NOT_LITERAL: _not_literal,
    op.ANY: _any,
    op.IN: _class,
    op.ASSERT_NOT: lambda *_: "",
}
