"""The remedy `fixer`: a function for what no pattern can express, one module of `cleantext.fixers` each.

A fixer is `propose(document, lines, rule) -> proposals`. It yields what it holds back too, with
the reason in `held_back`, so that `explain()` can tell. Where no pattern in the rule's file can say
which texts concern it, the module says so itself, in one of three ways: `trigger(rule)` makes a
trigger, or a pattern to derive it from, of the rule's own tables; `block_test(rule)` gives a function
that tells of some lines, not all ASCII, whether one of them could concern the fixer; `gate(rule)` one
that tells it of a whole document, where no line by itself can say. `line_test(rule)` gives one that tells
of a line that was hit whether the fixer could do anything with it, wherever it stands: it spares work and
decides nothing, since rules on evidence, and those of scope `text`, are passed other lines, too. `DATA`
names the works of others that it looks things up in, with their licences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, cast

from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.errors import OptionError
from cleantext.rule import Fixer, Rule
from cleantext.triggers import Trigger

_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")


def propose(rule: Rule, remedy: Fixer, document: Document, lines: Sequence[int]) -> Iterator[Proposal]:
    """Let the named fixer propose."""
    return cast("Iterator[Proposal]", _module(remedy.name).propose(document, lines, rule))


def own_trigger(rule: Rule, remedy: Fixer) -> str | Trigger | None:
    """The trigger that the fixer's module makes for the rule, or a pattern to derive it from, if it does."""
    return cast("str | Trigger | None", _own("trigger", rule, remedy))


def own_block_test(rule: Rule, remedy: Fixer) -> Callable[[str], bool] | None:
    """The function that the fixer's module brings along to ask a block of lines, if it does."""
    return cast("Callable[[str], bool] | None", _own("block_test", rule, remedy))


def own_gate(rule: Rule, remedy: Fixer) -> Callable[[Document], bool] | None:
    """The function that the fixer's module brings along to ask a text, if it does."""
    return cast("Callable[[Document], bool] | None", _own("gate", rule, remedy))


def own_line_test(rule: Rule, remedy: Fixer) -> Callable[[str], bool] | None:
    """The function that the fixer's module brings along to ask a line, if it does."""
    return cast("Callable[[str], bool] | None", _own("line_test", rule, remedy))


def _own(name: str, rule: Rule, remedy: Fixer) -> Any:
    """What a function gives for the rule that the fixer's module may have; None without it."""
    find = getattr(_module(remedy.name), name, None)
    return None if find is None else find(rule)


def own_data(remedy: Fixer) -> Sequence[str]:
    """The works of others that the fixer looks things up in, as their licences ask to name them."""
    return cast("Sequence[str]", getattr(_module(remedy.name), "DATA", ()))


def exists(name: str) -> bool:
    """Is there a fixer of this name?"""
    try:
        _module(name)
    except OptionError:
        return False
    return True


@cache
def _module(name: str) -> Any:
    if not _NAME.match(name):
        raise OptionError(f"{name!r} is no fixer's name: lower-case words joined by hyphens")
    module = f"cleantext.fixers.{name.replace('-', '_')}"
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise OptionError(f"there is no fixer {name!r}: no module {module}") from error
