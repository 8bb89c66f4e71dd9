"""Rules by name: what the commands of `cleantext rules` have in common."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

import click

from cleantext import OptionError, Rule

FOLDERS = click.option("--rules", "folders", metavar="DIR", multiple=True, help="A folder of further rules, too.")


def named(name: str, known: Mapping[str, Rule]) -> Rule:
    """The rule of a name. Raises OptionError, with those that may be meant."""
    if name in known:
        return known[name]
    near = [rule for rule in known if rule.startswith(f"{name}/") or rule.endswith(f"/{name}")]
    near = near or difflib.get_close_matches(name, known, 3)
    raise OptionError(f"there is no rule {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
