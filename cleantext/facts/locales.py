"""How languages write numbers, as Unicode's CLDR knows it; `scripts/build_locales.py` writes the list."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources


def number_habits(tag: str) -> Collection[str] | None:
    """Give what a language does to numbers (`rule.NUMBER_HABITS`); None for one that CLDR does not know.

    >>> sorted(number_habits("fr")), sorted(number_habits("he")), sorted(number_habits("de-CH"))
    (['decimal-comma', 'group-space', 'percent-space'], [], [])

    A tag of BCP 47 falls back to its language: what CLDR says of Mexico holds for `es-MX` alone.

    >>> [("decimal-comma" in number_habits(tag)) for tag in ("es", "es-MX", "es-AR", "ro-x-private")]
    [True, False, True, True]
    """
    habits, known = None, _habits_by_tag()
    parts = tag.replace("_", "-").lower().split("-")
    while parts and (habits := known.get("-".join(parts))) is None:
        parts.pop()
    return habits


@cache
def _habits_by_tag() -> Mapping[str, Collection[str]]:
    source = resources.files("cleantext") / "data" / "locales" / "numbers.txt"
    rows = (line.split("\t") for line in source.read_text(encoding="ascii").splitlines())
    return {tag.lower(): frozenset(habits) for tag, *habits in rows}
