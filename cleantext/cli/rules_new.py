"""`cleantext rules new`: a rule file from answers or options, held to the contract at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import click

from cleantext import OptionError
from cleantext.cli.rules_check import check_rules
from cleantext.contract import CAREFUL_STAGES, LEAST_KEEPS
from cleantext.files import FileError, said
from cleantext.rule import SAFETIES, STAGES
from cleantext.workshop.new_rule import KINDS, Kind, NewRule, rule_text

_ESCAPE = re.compile(r"\\(n|t|\\|u[0-9a-fA-F]{4})")
_PLAIN = {"n": "\n", "t": "\t", "\\": "\\"}


@click.command("new")
@click.argument("name", metavar="[STAGE/NAME]", required=False)
@click.option("--folder", metavar="DIR", default="rules", show_default=True, help="The folder of rules to write into.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="What the remedy is.")
@click.option("--summary", metavar="TEXT", help="The fault in one line, as a reader sees it.")
@click.option("--why", metavar="TEXT", help="How such damage comes about, and what licenses the edit.")
@click.option("--safety", type=click.Choice(SAFETIES), default="safe", show_default=True)
@click.option("--language", "languages", metavar="CODE", multiple=True, help="Only texts in this language.")
@click.option("--pattern", metavar="REGEX", help="For the kinds pattern, drop and sign.")
@click.option("--replacement", metavar="TEXT", help="For the kind pattern; \\1 is a group.")
@click.option("--row", "rows", metavar="BEFORE AFTER", nargs=2, multiple=True, help="For the kind table.")
@click.option("--phrase", "phrases", metavar="CODE PHRASE", nargs=2, multiple=True, help="For the kind phrases.")
@click.option("--fixer", metavar="NAME", help="For the kind fixer.")
@click.option("--evidence", metavar="CODE WEIGHT", nargs=2, type=(str, float), multiple=True, help="For the kind sign.")
@click.option("--change", "changes", metavar="BEFORE AFTER", nargs=2, multiple=True, help="An example of the fault.")
@click.option("--keep", "keeps", metavar="TEXT WHY", nargs=2, multiple=True, help="A near miss, which must stay.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is not said.  [default: in a terminal]")
@click.pass_context
def new_rules(context: click.Context, /, name: str | None, folder: str, ask: bool | None, **said_so: Any) -> None:
    """Write a new rule file, and hold it to its contract.

    Asks for what the options do not say: the stage and name (the fault, as boilerplate/skip-link), the kind of
    remedy, the fault in words, examples of it, and near misses, which must stay. What the file's contract finds
    wrong is printed as FILE:LINE: REASON; the file is there to be mended, and `cleantext rules check --watch DIR`
    tells when it is.
    """
    answers = _Answers(sys.stdin.isatty() if ask is None else ask)
    name = name or answers.name()
    if name.partition("/")[0] not in STAGES or "/" not in name:
        raise OptionError(f"{name!r} is no STAGE/NAME; stages are {', '.join(STAGES)}")
    path = Path(folder, f"{name}.toml")
    if path.exists():
        raise FileError(path, "is there already; edit it, or choose another name")
    text = rule_text(answers.rule(name.partition("/")[0], said_so))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FileError(path, f"cannot be written: {error.strerror}") from error
    click.echo(f"{said(path)} is written", err=True)
    context.invoke(check_rules, paths=(str(path),), watch=False, strict=False)


class _Answers:
    """What the options say, and what is asked for where they say nothing."""

    def __init__(self, asking: bool) -> None:
        self._asking = asking
        self._missing: list[str] = []

    def name(self) -> str:
        stage = self._one("STAGE/NAME", lambda: click.prompt("Stage", type=click.Choice(STAGES), err=True))
        if not stage:
            self._refuse()
        return f"{stage}/{self._text('STAGE/NAME', 'Name of the fault, as in skip-link')}"

    def rule(self, stage: str, given: dict[str, Any]) -> NewRule:
        kind: Kind = given["kind"] or self._kind()
        rule = NewRule(
            kind=kind,
            summary=given["summary"] or self._text("--summary", "The fault in one line"),
            why=given["why"] or self._text("--why", "How it comes about, and what licenses the edit"),
            safety=given["safety"],
            languages=given["languages"],
            pattern=given["pattern"] or (self._text("--pattern", "Pattern") if kind in _PATTERNS else ""),
            replacement=self._replacement(given["replacement"]) if kind == "pattern" else "",
            table=dict(given["rows"] or self._pairs("--row", "From", "To", kind == "table")),
            phrases=_by_language(given["phrases"] or self._pairs("--phrase", "Language", "Phrase", kind == "phrases")),
            fixer=given["fixer"] or (self._text("--fixer", "Name of the fixer") if kind == "fixer" else ""),
            evidence=dict(given["evidence"] or self._evidence(kind == "sign")),
            changes=given["changes"] or self._changes(kind),
            keeps=given["keeps"] or self._keeps(stage, kind),
        )
        self._refuse()
        return rule

    def _kind(self) -> Kind:
        if self._asking:
            for kind, meaning in KINDS.items():
                click.echo(f"  {kind:<8} {meaning}", err=True)
        return cast("Kind", self._one("--kind", lambda: click.prompt("Kind", type=click.Choice(list(KINDS)), err=True)))

    def _replacement(self, given: str | None) -> str:
        if given is not None:
            return given
        return self._one("--replacement", lambda: _prompt("Replacement", default=""))

    def _evidence(self, wanted: bool) -> Sequence[tuple[str, float]]:
        pairs = self._pairs("--evidence", "Source language", "Weight", wanted)
        return [(language, float(weight)) for language, weight in pairs]

    def _changes(self, kind: Kind) -> Sequence[tuple[str, str]]:
        if kind != "sign":
            return self._pairs("--change", "Example, before (\\n is a line end)", "after", True)
        return [(it, it) for it in self._many("--change", "Example that shows the sign", 1)]

    def _keeps(self, stage: str, kind: Kind) -> Sequence[tuple[str, str]]:
        least = LEAST_KEEPS if stage in CAREFUL_STAGES and kind != "sign" else 1
        return self._pairs("--keep", "Near miss, which must stay", "why it stays", True, least)

    def _pairs(self, option: str, first: str, second: str, wanted: bool, least: int = 1) -> Sequence[tuple[str, str]]:
        if not wanted:
            return ()
        return [(it, _unescaped(_prompt(f"  {second}", default=""))) for it in self._many(option, first, least)]

    def _many(self, option: str, what: str, least: int) -> Iterator[str]:
        """Yield answers until an empty one, which is taken when there are enough."""
        number = 0
        while self._asking:
            more = {} if number < least else {"default": ""}
            answer = _prompt(f"{what}{', or nothing' if more else ''}", **more)
            if not answer:
                return
            number += 1
            yield _unescaped(answer)
        self._missing.append(option)

    def _text(self, option: str, what: str) -> str:
        return self._one(option, lambda: _prompt(what))

    def _one(self, option: str, ask: Callable[[], str]) -> str:
        if self._asking:
            return ask()
        self._missing.append(option)
        return ""

    def _refuse(self) -> None:
        if self._missing:
            raise OptionError(f"not said: {', '.join(dict.fromkeys(self._missing))}; say them, or --ask")


_PATTERNS = ("pattern", "drop", "sign")


def _prompt(what: str, **more: Any) -> str:
    return cast("str", click.prompt(what, err=True, show_default=False, **more))


def _unescaped(answer: str) -> str:
    r"""An answer is one line: `\n`, `\t` and `\u200b` in it are what they say."""
    return _ESCAPE.sub(lambda it: _PLAIN.get(it[1]) or chr(int(it[1][1:], 16)), answer)


def _by_language(phrases: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, phrase in phrases:
        found.setdefault(language, []).append(phrase)
    return found
