"""The options that several commands share: which rules run, what is known of the texts, their encoding."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click
from click.core import ParameterSource

from cleantext import Cleaner
from cleantext.files import codec_named
from cleantext.options import PROFILES

STANDARD_INPUT = "-"


def _split(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """`--select a,b --select c` is three names."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _selected(context: click.Context, option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Names, of which there is one at least: none of them is not all of them."""
    names = _split(context, option, values)
    if not names and context.get_parameter_source(option.name or "") is not ParameterSource.DEFAULT:
        raise click.BadParameter("it names no rule; name rules or stages, or leave it out for all of them")
    return names


def _checked(_context: click.Context, _option: click.Parameter, name: str) -> str:
    codec_named(name)
    return name


def with_options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Make a decorator that gives a command several options, in this order."""

    def given(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return given


rule_options = with_options(
    click.option(
        "--profile",
        type=click.Choice(sorted(PROFILES)),
        help="Which stages run; minimal: encoding and spacing; article: all, and of a page only its main text stays.  "
        "[default: default]",
    ),
    click.option("--rules", metavar="DIR", multiple=True, help="A folder of further rules; may be given again."),
    click.option(
        "--select",
        metavar="NAMES",
        multiple=True,
        callback=_selected,
        help="Only these rules or stages, parted by commas.",
    ),
    click.option("--ignore", metavar="NAMES", multiple=True, callback=_split, help="All rules but these."),
    click.option("--safety", type=click.Choice(["safe", "review"]), help="review: make doubtful edits too."),
    click.option("--lang", metavar="CODE", help="The language of the texts."),
    click.option("--source-lang", metavar="CODE", help="The language that they were translated from."),
    click.option("--url", help="Where the texts were found."),
    click.option("--site", metavar="HOST", help="The site that they were found on."),
    click.option(
        "--encoding",
        metavar="NAME",
        default="utf-8",
        show_default=True,
        callback=_checked,
        help="What texts without a byte order mark are in; auto: told by their bytes, where that is certain.",
    ),
)
"""The options of `cleaner_of`, and `--encoding`."""


def cleaner_of(chosen: Mapping[str, Any]) -> Cleaner:
    """The cleaner that the rule options ask for."""
    return Cleaner(**{name: value for name, value in chosen.items() if value})
