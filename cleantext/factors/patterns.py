"""From a pattern's parse tree to the best choice of runs: short strings, one of which stands in every match.

RE2 scans for thousands of strings at once at the speed of one, while patterns with repeats multiply
each other's states until the automaton no longer fits. So of each pattern only the best *factors* are
taken: runs of neighbouring characters, each a small set of them, without which it cannot match. Where
the pattern branches, each branch gives its own. Whatever is no such run (repeats, wide classes,
look-arounds inside) is passed over, which makes the choice wider and never narrower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from cleantext.factors.characters import ON_LINES, are_spaces, members_of
from cleantext.factors.choice import LONGEST, Choice, better
from cleantext.factors.runs import Anchor, Loop, Run, ends_in_word, width_of

MOST = 64
"""Strings that neighbouring choices may multiply to, before the run is cut."""

MOST_WAYS = 128
"""Alternatives that a whole pattern is written out in."""

MOST_ALTERNATIVES = 2_048
"""Strings that one choice may have, where its neighbour has none to multiply them by."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern gives.

    `exact`: all that it can match, if that is a few short runs. Otherwise `best`, the best choice
    inside it, and runs of which one begins it (`head`) and one ends it (`tail`); an empty run there
    says that nothing is known. `star` is the set that a repeat without a least number repeats.
    """

    exact: tuple[Run, ...] | None
    best: Choice | None = None
    head: tuple[Run, ...] = ((),)
    tail: tuple[Run, ...] = ((),)
    star: frozenset[str] = frozenset()


def best_choice(pattern: str, *, on_lines: bool = False) -> Choice | None:
    """The best choice for a pattern in Python's syntax, as it stands or written out as alternatives.

    `on_lines`: it is run on lines, and no class of it matches their ends. Raises re.error where the
    pattern is in another syntax.
    """
    tree = parser.parse(pattern)
    items, flags = list(tree), tree.state.flags | (ON_LINES if on_lines else 0)
    written_out = [_sequence(it, flags, outer=True).best for it in _alternatives(items, MOST_WAYS)]
    runs = frozenset(run for choice in written_out if choice for run in choice.runs)
    parted = None if any(choice is None for choice in written_out) else Choice.of(runs)
    return better(_sequence(items, flags, outer=True).best, parted)


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
    best: Choice | None = None
    head: tuple[Run, ...] | None = None
    runs: tuple[Run, ...] = ((),)
    for place, (code, argument) in enumerate(items):
        if (code, argument) == _BOUNDARY and all(run[-1:] == (Anchor.WORD_END,) for run in runs):
            continue
        part = _part(code, argument, flags, _Around(items, place, outer))
        if _BOUNDARY in items[place + 1 : place + 2]:
            part = _ended(part)
        if part.star and are_spaces(part.star) and (spaced := _joined(runs, ((Loop(part.star),),))):
            runs = spaced
            continue
        if part.star:
            best, head = better(best, Choice.of(runs)), head or runs
            runs = _past_star(runs, part.star, _ends_line(items[place + 1 :]))
            continue
        joined = _joined(runs, part.head if part.exact is None else part.exact)
        if part.exact is not None and joined is not None and all(width_of(run) <= 2 * LONGEST for run in joined):
            runs = joined
            continue
        head = head or joined or runs
        best = better(better(best, Choice.of(joined or runs)), part.best)
        runs = part.tail if part.exact is None else part.exact
    return _Part(None if head else runs, better(best, Choice.of(runs)), head or runs, runs)


def _ended(part: _Part) -> _Part:
    """A part that a boundary follows."""
    exact, tail = (
        runs and tuple((*run, Anchor.WORD_END) if ends_in_word(run) else run for run in runs)
        for runs in (part.exact, part.tail)
    )
    return replace(part, exact=exact, tail=tail or ())


def _joined(before: tuple[Run, ...], after: tuple[Run, ...]) -> tuple[Run, ...] | None:
    most = MOST_ALTERNATIVES if len(before) == 1 or len(after) == 1 else MOST
    if len(before) * len(after) > most:
        return None
    return tuple(dict.fromkeys(a + b for a in before for b in after))


def _past_star(runs: tuple[Run, ...], members: frozenset[str], last: bool) -> tuple[Run, ...]:
    """What may stand before the part after a repeat that may be empty: what stood before it, or what it repeats.

    At the ends of a line the repeat itself stays: there it costs the automaton one state.
    """
    if runs == ((Anchor.START,),):
        return ((Anchor.START, Loop(members)),)
    if last:
        return _joined(runs, ((Loop(members),),)) or ((),)
    return tuple(dict.fromkeys((*runs, (members,)))) if len(runs) < MOST_ALTERNATIVES else ((),)


def _ends_line(rest: Sequence[tuple[Any, Any]]) -> bool:
    return len(rest) > 0 and rest[0][0] is op.AT and rest[0][1] in _LINE_ENDS


_BOUNDARY = (op.AT, op.AT_BOUNDARY)
_LINE_ENDS = (op.AT_END, op.AT_END_STRING, op.AT_END_LINE)


@dataclass(frozen=True, slots=True)
class _Around:
    """Where in its sequence a part stands; `outer` where the sequence is the whole pattern."""

    items: Sequence[tuple[Any, Any]]
    place: int
    outer: bool

    def neighbours(self) -> Sequence[tuple[Any, Any]]:
        return (*self.items[: self.place][-1:], *self.items[self.place + 1 :][:1])

    @property
    def boundary(self) -> Sequence[tuple[Any, Any]]:
        """The boundary that follows, if one does: it closes each branch of a group."""
        following = self.items[self.place + 1 : self.place + 2]
        return following if _BOUNDARY in following else ()

    def at_edge(self, direction: int) -> bool:
        side = self.items[: self.place] if direction < 0 else self.items[self.place + 1 :]
        return self.outer and all(code in (op.AT, op.ASSERT_NOT) for code, _ in side)


_NOTHING = _Part(((),))
_ANYTHING = _Part(None)


def _part(code: Any, argument: Any, flags: int, around: _Around) -> _Part:
    if code is op.AT:
        return _anchor(argument, around, flags)
    if code in (op.LITERAL, op.IN):
        return _symbol(members_of(code, argument, flags))
    if code is op.SUBPATTERN:
        _, added, removed, inner = argument
        alone = around.outer and len(around.items) == 1
        return _sequence([*inner, *around.boundary], (flags | added) & ~removed, outer=alone)
    if code is op.ATOMIC_GROUP:
        return _sequence(list(argument), flags)
    if code is op.BRANCH:
        alone = around.outer and len(around.items) == 1
        return _branch([_sequence([*branch, *around.boundary], flags, outer=alone) for branch in argument[1]])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(argument, flags)
    if code is op.ASSERT and around.at_edge(argument[0]):
        return _sequence(list(argument[1]), flags, outer=True)
    if code in (op.ASSERT, op.ASSERT_NOT):
        return _NOTHING
    return _ANYTHING


def _anchor(where: Any, around: _Around, flags: int) -> _Part:
    if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_BEGINNING_LINE):
        return _Part(((Anchor.START,),))
    if where in _LINE_ENDS:
        return _Part(((Anchor.END,),))
    sure = where is op.AT_BOUNDARY and any(_sure_word(item, flags) for item in around.neighbours())
    return _Part(((Anchor.BOUNDARY,),)) if sure else _NOTHING


def _sure_word(item: tuple[Any, Any], flags: int) -> bool:
    """Is it one ASCII word character whatever the case? Beside others, RE2 sees other boundaries than Python."""
    code, argument = item
    return code is op.LITERAL and all(
        it.isascii() and (it.isalnum() or it == "_") for it in members_of(code, argument, flags)
    )


def _branch(branches: Sequence[_Part]) -> _Part:
    exact = [branch.exact for branch in branches if branch.exact is not None]
    if len(exact) == len(branches) and sum(map(len, exact)) <= MOST_ALTERNATIVES:
        return _Part(_union(exact))
    heads = _union([branch.head if branch.exact is None else branch.exact for branch in branches])
    tails = _union([branch.tail if branch.exact is None else branch.exact for branch in branches])
    choices = [better(branch.best, Choice.of(branch.exact or ())) for branch in branches]
    runs = frozenset(run for choice in choices if choice for run in choice.runs)
    best = None if any(choice is None for choice in choices) else Choice.of(runs)
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
    members = _only_set(part)
    if least == 1 and members and are_spaces(members):
        return _Part(((members, Loop(members)),))
    if least == 0:  # of anything longer than one set nothing is known
        return _Part(None, star=members) if members else _ANYTHING
    if part.exact is None:
        return _Part(None, part.best, part.head, part.tail)
    edge = (part.exact[0] * min(least, LONGEST),) if len(part.exact) == 1 else part.exact
    if least == most and len(part.exact) == 1 and least <= LONGEST:
        return _Part(edge)
    return _Part(None, Choice.of(edge), edge, edge)


def _only_set(part: _Part) -> frozenset[str]:
    """The set of characters that a part is one of, where it is no more than that."""
    runs = part.exact or ()
    symbol = runs[0][0] if len(runs) == 1 and len(runs[0]) == 1 else None
    return symbol if isinstance(symbol, frozenset) else frozenset()


def _symbol(members: frozenset[str]) -> _Part:
    """A set of characters, as a run of one."""
    return _Part(((members,),)) if members else _ANYTHING
