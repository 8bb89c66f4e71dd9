"""Turn a rule's pattern into a trigger: short strings, one of which stands in every text that it matches.

RE2 scans for thousands of strings at once at the speed of one, while patterns with repeats multiply
each other's states until the automaton no longer fits. So of each pattern only the best *factors* are
taken: runs of neighbouring characters, each a small set of them, without which it cannot match. Where
the pattern branches, each branch gives its own. Whatever is no such run (repeats, wide classes,
look-arounds inside) is passed over, which makes the trigger wider and never narrower. A trigger with
no factor worth having (`NotDerivable`) must be declared, or the rule's fixer brings a gate.

Factors at the beginning of a line are not scanned for at all where their first letters are plain: a
line's own first letters are looked up in a table, at the same price however many there are.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

PREPARED = "triggers.json"
"""Below `cleantext/data`; written by the build, never checked in. A pattern that is not in it is derived."""

LONGEST = 8
"""Characters of a factor; longer ones select no better and cost states."""

MOST = 64
"""Strings that neighbouring choices may multiply to, before the run is cut."""

MOST_WAYS = 128
"""Alternatives that a whole pattern is written out in."""

MOST_ALTERNATIVES = 512
"""Strings that one choice may have, where its neighbour has none to multiply them by."""

WIDE = 0.2
"""Share of text from which on a set of characters is trimmed from the ends of a factor that tells enough without."""

SELECTIVE, SELECTIVE_WORDS = 1e-6, 1e-3
"""Expected hits per character at which a factor tells enough; pieces of words are overrated less than marks."""

LEAST_SELECTIVE = 0.05
"""Expected hits per character above which a factor is no trigger at all."""

KEY_LENGTH = 8
"""Letters of a line's beginning that are looked up."""

LEAST_KEY = 3
"""Letters that a factor at a line's beginning must have to be looked up."""

START, END, BOUNDARY = r"(?m:^)", r"(?m:$)", r"\b"
_BEYOND = "\N{REPLACEMENT CHARACTER}beyond ASCII"
"""Stands for every character outside ASCII, in a set."""
_BEYOND_MARKS = "\N{REPLACEMENT CHARACTER}marks beyond ASCII"
"""Stands for every character outside ASCII that is no letter, figure or the like."""
_SPACES_BEYOND = frozenset(it for it in map(chr, range(128, 0x3001)) if it.isspace())

Symbol = frozenset[str] | str
"""A set of characters; or, as a string in RE2's syntax, an anchor or a repeat beside one."""

Run = tuple[Symbol, ...]


class NotDerivable(ValueError):  # noqa: N818 - an answer more than an error
    """The pattern has no factor that every match holds, or none that is rare enough."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What stands in every text that a rule could concern: one of `line_starts`, or a match of `pattern`.

    `pattern` is in RE2's syntax, "" for none; `line_starts` are keys as `line_key` gives them.
    """

    pattern: str = ""
    line_starts: tuple[str, ...] = ()


def line_key(line: str) -> str:
    """The first letters of a line, marks before them left out, without case.

    >>> line_key("» Skip to main content")
    'skip to '
    """
    if not line[:1].isalnum():
        first = _ALPHANUMERIC.search(line)
        if first is None:
            return ""
        line = line[first.start() :]
    return line[:KEY_LENGTH].casefold()[:KEY_LENGTH]


_ALPHANUMERIC = re.compile(r"[^\W_]")


def trigger_of(pattern: str) -> Trigger:
    """The trigger of a pattern, from what the build wrote down (`prepared`) or derived now.

    Raises NotDerivable where there is none.
    """
    return prepared().get(pattern) or derived(pattern)


@cache
def prepared() -> Mapping[str, Trigger]:
    """Triggers that were derived when the package was built: deriving takes milliseconds a pattern."""
    source = Path(__file__).resolve().parent / "data" / PREPARED
    if not source.is_file():
        return {}
    return {pattern: Trigger(it[0], tuple(it[1])) for pattern, it in json.loads(source.read_bytes()).items()}


@lru_cache(maxsize=4096)
def derived(pattern: str) -> Trigger:
    r"""Derive the trigger of a pattern in Python's syntax.

    >>> derived(r"\d+ und \d+")
    Trigger(pattern='\\x20und\\x20', line_starts=())
    >>> derived(r"(?i)^\s*loading")
    Trigger(pattern='', line_starts=('loading',))
    """
    try:
        tree = parser.parse(pattern)
    except re.error as error:
        raise NotDerivable(f"not in the syntax of Python's re: {error}") from error
    found = _best(list(tree), tree.state.flags)
    if found is None or found.cost > LEAST_SELECTIVE:
        raise NotDerivable("nothing rare enough stands in everything that it matches")
    keys = {run: _line_starts(run) for run in found.runs}
    scanned = sorted(_rendered(run) for run, starts in keys.items() if not starts)
    return Trigger("|".join(scanned), tuple(sorted({start for starts in keys.values() for start in starts})))


def _line_starts(run: Run) -> frozenset[str]:
    """The keys of all lines that a run at a line's beginning can stand in; none where they are not plain."""
    first = run[0]
    if not (isinstance(first, str) and first.startswith(START)) or first.endswith(_OPEN):
        return frozenset()
    plain = itertools.takewhile(lambda it: not isinstance(it, str) and not it & {_BEYOND, _BEYOND_MARKS}, run[1:])
    letters = [frozenset(map(str.casefold, symbol)) for symbol in plain if not isinstance(symbol, str)][:KEY_LENGTH]
    while math.prod(map(len, letters)) > _MOST_KEYS:
        letters.pop()
    if len(letters) < LEAST_KEY or not all(map(str.isalnum, run[1])):
        return frozenset()
    return frozenset("".join(way)[:KEY_LENGTH] for way in itertools.product(*letters))


_MOST_KEYS = 64
_OPEN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class _Choice:
    """Runs of which one at least stands in every match, and the expected hits per character."""

    runs: frozenset[Run]
    cost: float

    @classmethod
    def of(cls, runs: Iterable[Run]) -> _Choice | None:
        """The choice of the best window of each run; None where one is empty."""
        windows = frozenset(_window(run) for run in runs)
        if not windows or any(not _width(run) for run in windows):
            return None
        return cls(windows, sum(map(_likelihood, windows)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern gives.

    `exact`: all that it can match, if that is a few short runs. Otherwise `best`, the best choice
    inside it, and runs of which one begins it (`head`) and one ends it (`tail`); an empty run there
    says that nothing is known. `star` is the set that a repeat without a least number repeats.
    """

    exact: tuple[Run, ...] | None
    best: _Choice | None = None
    head: tuple[Run, ...] = ((),)
    tail: tuple[Run, ...] = ((),)
    star: frozenset[str] = frozenset()


def _better(a: _Choice | None, b: _Choice | None) -> _Choice | None:
    if a is None or b is None:
        return a or b
    return a if (a.cost, len(a.runs)) <= (b.cost, len(b.runs)) else b


def _best(items: Sequence[tuple[Any, Any]], flags: int) -> _Choice | None:
    """The best choice for a whole pattern, as it stands or written out as alternatives."""
    written_out = [_sequence(it, flags, outer=True).best for it in _alternatives(items, MOST_WAYS)]
    runs = frozenset(run for choice in written_out if choice for run in choice.runs)
    parted = None if any(choice is None for choice in written_out) else _Choice.of(runs)
    return _better(_sequence(items, flags, outer=True).best, parted)


def _alternatives(items: Sequence[tuple[Any, Any]], most: int) -> Iterator[Sequence[tuple[Any, Any]]]:
    """Write the first branch or optional part out, then the next: each way keeps its own beginning and end of line."""
    for place, (code, argument) in enumerate(items):
        ways = _ways(code, argument)
        if 1 < len(ways) <= most:
            for way in ways:
                yield from _alternatives([*items[:place], *way, *items[place + 1 :]], most // len(ways))
            return
    yield items


def _ways(code: Any, argument: Any) -> Sequence[Sequence[tuple[Any, Any]]]:
    """The alternatives that a part of a pattern stands for, if it is one."""
    if code is op.BRANCH:
        return [list(branch) for branch in argument[1]]
    if code is op.SUBPATTERN and len(argument[3]) == 1:
        _, added, removed, inner = argument
        ways = _ways(*inner[0])
        plain = not added and not removed
        return [way if plain else [(op.SUBPATTERN, (None, added, removed, way))] for way in ways]
    if code in (op.MAX_REPEAT, op.MIN_REPEAT) and argument[:2] == (0, 1):
        return [list(argument[2]), []]
    return []


def _sequence(items: Sequence[tuple[Any, Any]], flags: int, *, outer: bool = False) -> _Part:
    """Join neighbours into runs as long as they stay few; remember the best of what had to be cut."""
    best: _Choice | None = None
    head: tuple[Run, ...] | None = None
    runs: tuple[Run, ...] = ((),)
    for place, (code, argument) in enumerate(items):
        part = _part(code, argument, flags, _Around(items, place, outer))
        if part.star:
            best, head = _better(best, _Choice.of(runs)), head or runs
            runs = _past_star(runs, part.star, _ends_line(items[place + 1 :]))
            continue
        joined = _joined(runs, part.head if part.exact is None else part.exact)
        if part.exact is not None and joined is not None and all(_width(run) <= 2 * LONGEST for run in joined):
            runs = joined
            continue
        head = head or joined or runs
        best = _better(_better(best, _Choice.of(joined or runs)), part.best)
        runs = part.tail if part.exact is None else part.exact
    return _Part(None if head else runs, _better(best, _Choice.of(runs)), head or runs, runs)


def _joined(before: tuple[Run, ...], after: tuple[Run, ...]) -> tuple[Run, ...] | None:
    most = MOST_ALTERNATIVES if len(before) == 1 or len(after) == 1 else MOST
    if len(before) * len(after) > most:
        return None
    return tuple(dict.fromkeys(a + b for a in before for b in after))


def _past_star(runs: tuple[Run, ...], members: frozenset[str], last: bool) -> tuple[Run, ...]:
    """What may stand before the part after a repeat that may be empty: what stood before it, or what it repeats.

    At the ends of a line the repeat itself stays: there it costs the automaton one state.
    """
    loop = f"{_class(members)}*"
    if runs == ((START,),):  # letters before the key would hide it
        hides = _BEYOND in members or any(map(str.isalnum, members - {_BEYOND_MARKS}))
        return ((f"{START}{loop}{_OPEN if hides else ''}",),)
    if last:
        return _joined(runs, ((loop,),)) or ((),)
    return tuple(dict.fromkeys((*runs, (members,)))) if len(runs) < MOST_ALTERNATIVES else ((),)


def _ends_line(rest: Sequence[tuple[Any, Any]]) -> bool:
    return len(rest) > 0 and rest[0][0] is op.AT and rest[0][1] in _LINE_ENDS


_LINE_ENDS = (op.AT_END, op.AT_END_STRING, op.AT_END_LINE)


@dataclass(frozen=True, slots=True)
class _Around:
    """Where in its sequence a part stands; `outer` where the sequence is the whole pattern."""

    items: Sequence[tuple[Any, Any]]
    place: int
    outer: bool

    def neighbours(self) -> Sequence[tuple[Any, Any]]:
        return (*self.items[: self.place][-1:], *self.items[self.place + 1 :][:1])

    def at_edge(self, direction: int) -> bool:
        side = self.items[: self.place] if direction < 0 else self.items[self.place + 1 :]
        return self.outer and all(code in (op.AT, op.ASSERT_NOT) for code, _ in side)


_NOTHING = _Part(((),))
_ANYTHING = _Part(None)


def _part(code: Any, argument: Any, flags: int, around: _Around) -> _Part:
    if code is op.AT:
        return _anchor(argument, around, flags)
    if code in (op.LITERAL, op.IN):
        return _symbol(_members(code, argument, flags))
    if code is op.SUBPATTERN:
        _, added, removed, inner = argument
        return _sequence(list(inner), (flags | added) & ~removed, outer=around.outer and len(around.items) == 1)
    if code is op.ATOMIC_GROUP:
        return _sequence(list(argument), flags)
    if code is op.BRANCH:
        alone = around.outer and len(around.items) == 1
        return _branch([_sequence(list(branch), flags, outer=alone) for branch in argument[1]])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(argument, flags)
    if code is op.ASSERT and around.at_edge(argument[0]):
        return _sequence(list(argument[1]), flags, outer=True)
    if code in (op.ASSERT, op.ASSERT_NOT):
        return _NOTHING
    return _ANYTHING


def _anchor(where: Any, around: _Around, flags: int) -> _Part:
    if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_BEGINNING_LINE):
        return _Part(((START,),))
    if where in _LINE_ENDS:
        return _Part(((END,),))
    sure = where is op.AT_BOUNDARY and any(_sure_word(item, flags) for item in around.neighbours())
    return _Part(((BOUNDARY,),)) if sure else _NOTHING


def _sure_word(item: tuple[Any, Any], flags: int) -> bool:
    """Is it one ASCII word character whatever the case? Beside others, RE2 sees other boundaries than Python."""
    code, argument = item
    return code is op.LITERAL and all(
        it.isascii() and (it.isalnum() or it == "_") for it in _members(code, argument, flags)
    )


def _branch(branches: Sequence[_Part]) -> _Part:
    exact = [branch.exact for branch in branches if branch.exact is not None]
    if len(exact) == len(branches) and sum(map(len, exact)) <= MOST_ALTERNATIVES:
        return _Part(_union(exact))
    heads = _union([branch.head if branch.exact is None else branch.exact for branch in branches])
    tails = _union([branch.tail if branch.exact is None else branch.exact for branch in branches])
    choices = [_better(branch.best, _Choice.of(branch.exact or ())) for branch in branches]
    runs = frozenset(run for choice in choices if choice for run in choice.runs)
    best = None if any(choice is None for choice in choices) else _Choice.of(runs)
    return _Part(None, best, _few(heads), _few(tails))


def _few(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return runs if len(runs) <= MOST_ALTERNATIVES else ((),)


def _union(choices: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
    return tuple(dict.fromkeys(run for runs in choices for run in runs))


def _repeat(argument: tuple[int, Any, Sequence[tuple[Any, Any]]], flags: int) -> _Part:
    least, most, inner = argument
    part = _sequence(list(inner), flags)
    if part.exact is not None and most == 1:
        return _Part(part.exact if least else (*part.exact, ()))
    if least == 0:
        return _starred(part) if part.exact is not None else _ANYTHING
    if part.exact is None:
        return _Part(None, part.best, part.head, part.tail)
    edge = (part.exact[0] * min(least, LONGEST),) if len(part.exact) == 1 else part.exact
    if least == most and len(part.exact) == 1 and least <= LONGEST:
        return _Part(edge)
    return _Part(None, _Choice.of(edge), edge, edge)


def _starred(part: _Part) -> _Part:
    """A repeat that may be empty, of one set of characters; of anything longer nothing is known."""
    if part.exact is None or len(part.exact) != 1 or len(part.exact[0]) != 1 or isinstance(part.exact[0][0], str):
        return _ANYTHING
    return _Part(None, star=part.exact[0][0])


def _symbol(members: frozenset[str]) -> _Part:
    """A set of characters, as a run of one."""
    return _Part(((members,),)) if members else _ANYTHING


_FOLDS = {
    "i": "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}\N{LATIN SMALL LETTER DOTLESS I}",
    "s": "\N{LATIN SMALL LETTER LONG S}",
    "k": "\N{KELVIN SIGN}",
}
"""What matches an ASCII letter where case is ignored, beyond its other case."""


def _members(code: Any, argument: Any, flags: int) -> frozenset[str]:
    """The characters that a literal or a class matches; everything outside ASCII as one where it is not plain."""
    items = [(op.LITERAL, argument)] if code is op.LITERAL else argument
    negated = items[0][0] is op.NEGATE
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE:
            low, high = value
            found.update(map(chr, range(low, min(high, 127) + 1)))
            if high > 127:
                found.update(map(chr, range(max(low, 128), high + 1)) if high - low < 1_000 else [_BEYOND])
        elif kind is op.CATEGORY:
            found |= _CATEGORIES[value] | _CATEGORIES_BEYOND.get(value, frozenset((_BEYOND,)))
    if flags & re.IGNORECASE:
        found = _folded(found)
    if negated:
        plain = {it for it in found if len(it) == 1 and it.isascii()}
        if flags & re.IGNORECASE:
            plain = {it for it in plain if not it.isalpha()}
        return frozenset(_ASCII - plain) | {_BEYOND}
    return frozenset(found)


def _folded(members: set[str]) -> set[str]:
    """The members in either case; what folds to a character outside ASCII is not looked into."""
    if any(len(it) == 1 and it.isalpha() and not it.isascii() for it in members):
        members = members | {_BEYOND} | {letter for letter, others in _FOLDS.items() if members & set(others)}
    cases = {form for it in members if len(it) == 1 for form in (it.lower(), it.upper()) if len(form) == 1}
    return members | cases | {form for it in cases for form in _FOLDS.get(it, "")}


_ASCII = frozenset(map(chr, range(128)))
_CATEGORIES = {
    category: frozenset(it for it in _ASCII if re.match(pattern, it))
    for category, pattern in (
        (op.CATEGORY_DIGIT, r"\d"),
        (op.CATEGORY_NOT_DIGIT, r"\D"),
        (op.CATEGORY_SPACE, r"\s"),
        (op.CATEGORY_NOT_SPACE, r"\S"),
        (op.CATEGORY_WORD, r"\w"),
        (op.CATEGORY_NOT_WORD, r"\W"),
    )
}


_CATEGORIES_BEYOND = {op.CATEGORY_SPACE: _SPACES_BEYOND, op.CATEGORY_NOT_WORD: frozenset((_BEYOND_MARKS,))}


def _width(run: Run) -> int:
    return sum(not isinstance(symbol, str) for symbol in run)


def _window(run: Run) -> Run:
    """The most telling stretch of a run, no longer than a factor may be, without wide sets at its ends if it can."""
    if _width(run) > LONGEST:
        places = [n for n, symbol in enumerate(run) if not isinstance(symbol, str)]
        starts = [0, *places[1 : len(places) - LONGEST + 1]]
        ends = [*(place + 1 for place in places[LONGEST - 1 : -1]), len(run)]
        run = min((run[start:end] for start, end in zip(starts, ends, strict=True)), key=_likelihood)
    for gone, trimmed in ((run[:1], run[1:]), (run[-1:], run[:-1])):
        wide = not isinstance(gone[0], str) and _likelihood(gone) >= WIDE if gone else False
        enough = SELECTIVE_WORDS if all(map(_is_word_part, trimmed)) else SELECTIVE
        if wide and _width(trimmed) and _likelihood(trimmed) <= enough:
            return _window(trimmed)
    return run


_SHARES = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.066, "o": 0.063, "i": 0.06, "n": 0.06, "s": 0.055, "r": 0.052, "h": 0.045,
    "l": 0.035, "d": 0.034, "c": 0.025, "u": 0.024, "m": 0.02, "f": 0.018, "p": 0.017, "g": 0.016, "w": 0.015,
    "y": 0.015, "b": 0.013, "v": 0.009, "k": 0.007, ",": 0.01, ".": 0.011, "\n": 0.012, "'": 0.004, '"': 0.004,
    "-": 0.004, ";": 0.003, ":": 0.004, "&": 0.0003, "A": 0.003, "I": 0.004, "S": 0.004, "T": 0.005,
}  # fmt: skip
_ANCHORS = {START: 0.012, END: 0.012, BOUNDARY: 0.4}
_RARE = 0.002
_CONTROL = 1e-6
_DIGITS, _IN_NUMBERS = frozenset("0123456789"), frozenset(".,")
_FIGURE_AFTER_FIGURE = 0.4
_RARE_SET = 0.05
_LEAST_LIKELY = 1e-7
_LEAST_LIKELY_WORDS = 3e-5
"""Letters are not thrown like dice: any piece of a word is likelier than its letters are."""
_MOST_BEYOND = 0.02
"""All characters outside ASCII together; in languages that are written with them, such a trigger spares nothing."""


def _share(symbol: Symbol) -> float:
    """The share of ordinary text that a symbol stands for, roughly; it only ranks factors."""
    if isinstance(symbol, str):  # an anchor, or a repeat beside one
        return next((share for anchor, share in _ANCHORS.items() if symbol.startswith(anchor)), 1.0)
    plain = [it for it in symbol if len(it) == 1 and it.isascii()]
    beyond = 1.0 if symbol & {_BEYOND, _BEYOND_MARKS} else (len(symbol) - len(plain)) * _RARE
    return sum(_SHARES.get(it, _RARE if it.isprintable() else _CONTROL) for it in plain) + min(_MOST_BEYOND, beyond)


def _likelihood(run: Run) -> float:
    product, before = 1.0, False
    for symbol in run:
        figure = not isinstance(symbol, str) and bool(symbol & _DIGITS)
        product *= max(_share(symbol), _FIGURE_AFTER_FIGURE if figure and before else 0.0)
        before = figure or (not isinstance(symbol, str) and bool(symbol & _IN_NUMBERS))
    telling = any(_share(symbol) < _RARE_SET and not _is_word_part(symbol) for symbol in run)
    return max(product, _LEAST_LIKELY if telling else _LEAST_LIKELY_WORDS)


def _is_word_part(symbol: Symbol) -> bool:
    return not isinstance(symbol, str) and all(it.isalpha() or it in (" ", _BEYOND, _BEYOND_MARKS) for it in symbol)


def _rendered(run: Run) -> str:
    return "".join(symbol.removesuffix(_OPEN) if isinstance(symbol, str) else _class(symbol) for symbol in run)


def _class(members: frozenset[str]) -> str:
    """A set of characters in RE2's syntax; lone surrogates are scanned as U+FFFD."""
    wide = members & {_BEYOND, _BEYOND_MARKS}
    points = sorted({_point(it) for it in members - wide})
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    if wide:
        runs = [[low, min(high, 127)] for low, high in runs if low < 128] + [[128, 0x10FFFF]]
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return _quoted(runs[0][0])
    return "[" + "".join(_quoted(a) if a == b else f"{_quoted(a)}-{_quoted(b)}" for a, b in runs) + "]"


def _point(character: str) -> int:
    point = ord(character)
    return 0xFFFD if 0xD800 <= point <= 0xDFFF else point


def _quoted(point: int) -> str:
    plain = chr(point)
    if plain.isascii() and plain.isalnum():
        return plain
    return f"\\x{point:02x}" if point < 256 else f"\\x{{{point:x}}}"
