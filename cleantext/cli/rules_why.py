"""`cleantext rules why`: what every rule made of one line, and what held it back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from cleantext import OptionError, Rule
from cleantext.cleaner import rules_known_to
from cleantext.cli.options import cleaner_of, rule_options
from cleantext.cli.rules_named import named
from cleantext.cli.show import Places, console, cropped, styled, visible, wrapped
from cleantext.files import read_text_file
from cleantext.runs.report import counted
from cleantext.workshop.why import Line, Matched, Said

_PLACE = re.compile(r"(?P<file>.+):(?P<line>[1-9][0-9]*)\Z", re.DOTALL)
_SHOWN_PLACES = 4
"""Of one rule on a line."""


@click.command("why")
@click.argument("place", metavar="FILE:LINE")
@click.option("--rule", "names", metavar="NAME", multiple=True, help="Only this rule, even if it was not called.")
@rule_options
def why_rules(place: str, names: tuple[str, ...], encoding: str, **chosen: Any) -> None:
    """Tell which rules matched a line of a text, and what held each back.

    LINE is counted from 1. A rule edited, gave evidence of a source language, was held back (by the text, the place,
    an antipattern, another rule or the call), came too late (others had changed the line), or proposed nothing though
    its trigger hit.
    """
    found = _PLACE.match(place)
    if found is None:
        raise OptionError(f"{place!r} is no place; say FILE:LINE, for instance page.txt:12")
    text = read_text_file(Path(found["file"]), encoding).text
    number, lines = int(found["line"]), len(Places(text).starts)
    if number > lines:
        raise OptionError(f"{found['file']} has {counted('line', lines)}, and {number} was asked for")
    cleaner = cleaner_of(chosen)
    rules = {rule.name: rule for rule in rules_known_to(cleaner)}
    line = Line(cleaner, text, number - 1)
    out = console()
    for row in _rows(line, [named(name, rules).name for name in names], rules, out.width, place):
        out.print(row, soft_wrap=True)


def _rows(line: Line, names: list[str], rules: Mapping[str, Rule], width: int, place: str) -> Iterator[Text]:
    yield Text(place, "bold")
    yield Text("  ").append_text(styled(cropped(line.text[line.start : line.end], width - 2, keep="ends")))
    places = Places(line.text)
    idle: list[str] = []
    any_told = False
    for it in line.matched(names):
        if it.fate == "proposed nothing" and not names:
            idle.append(it.rule)
            continue
        any_told = True
        yield Text()
        yield Text(it.rule, "cyan").append(f"  {it.fate}", "bold not dim")
        yield from _told(it, places, width)
        if it.fate in ("proposed nothing", "was not called"):
            yield from _prose(_IDLE[it.fate], width)
        elif it.fate == "edited" and all(said.why != rules[it.rule].summary for said in it.said):
            yield from _prose(rules[it.rule].summary, width)
    if not any_told:
        yield Text()
        yield Text("no rule had anything to do here", "dim")
    if idle:
        yield Text()
        yield from wrapped(Text(f"called, and proposed nothing: {', '.join(idle)}", "dim"), width)


_IDLE = {
    "was not called": "Its trigger does not hit this line.",
    "proposed nothing": "Its trigger hits this line; its pattern, table or fixer finds nothing to change there.",
}


def _told(it: Matched, places: Places, width: int) -> Iterator[Text]:
    for said in it.said[:_SHOWN_PLACES]:
        yield _change(said, places)
        if it.fate != "edited" or said.why:
            yield from _prose(said.why, width)
    if len(it.said) > _SHOWN_PLACES:
        yield Text(f"  … {counted('place', len(it.said) - _SHOWN_PLACES)} more", "dim")


def _change(said: Said, places: Places) -> Text:
    row = Text(f"  {places.place(said.start)}  ", "dim")
    row.append_text(styled(cropped(visible(said.before, at_edges=True), 60, keep="ends") or "∅", "red not dim"))
    if said.before != said.after:
        row.append(" → ", "dim").append_text(
            styled(cropped(visible(said.after, at_edges=True), 60, keep="ends") or "∅", "green")
        )
    return row


def _prose(said: str, width: int) -> Iterator[Text]:
    for row in wrapped(Text(said), width - 4):
        yield Text("    ").append_text(row)
