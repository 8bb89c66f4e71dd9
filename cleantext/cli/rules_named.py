"""Rules by name, and by language: what the commands of `cleantext rules` have in common."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

import click

from cleantext import OptionError, Rule
from cleantext.rule import Phrases

FOLDERS = click.option("--rules", "folders", metavar="DIR", multiple=True, help="A folder of further rules, too.")


def named(name: str, known: Mapping[str, Rule]) -> Rule:
    """The rule of a name. Raises OptionError, with those that may be meant."""
    if name in known:
        return known[name]
    near = [rule for rule in known if rule.startswith(f"{name}/") or rule.endswith(f"/{name}")]
    near = near or difflib.get_close_matches(name, known, 3)
    raise OptionError(f"there is no rule {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


def languages_of(rule: Rule) -> Sequence[str]:
    """The languages that a rule names, of the text or as the source; none for a rule that any text may meet."""
    named = set(rule.languages) | set(rule.evidence)
    if rule.requires.source not in ("", "any"):
        named.add(rule.requires.source)
    if isinstance(rule.remedy, Phrases):
        named |= set(rule.remedy.by_language)
    return sorted(named)
