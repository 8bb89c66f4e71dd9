"""Build the shipped list of number habits, `cleantext/data/locales/numbers.txt`, from CLDR as Babel holds it.

A development-time tool: `python scripts/build_locales.py`. A line is a language tag and its habits; a region has a
line of its own only where it writes otherwise than its language. `cleantext.facts.locales` reads the file.
"""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

from cleantext.rule import NUMBER_HABITS

NUMBERS = Path(__file__).parent.parent / "cleantext" / "data" / "locales" / "numbers.txt"
SPACES = frozenset(" \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


def main() -> None:
    """Write the file."""
    by_tag = {identifier.replace("_", "-"): tuple(habits_of(identifier)) for identifier in sorted(locale_identifiers())}
    lines = []
    for tag, habits in by_tag.items():
        parent = next((above for above in parents(tag) if above in by_tag), None)
        if parent is None or by_tag[parent] != habits:
            lines.append("\t".join((tag, *habits)))
    NUMBERS.parent.mkdir(parents=True, exist_ok=True)
    NUMBERS.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} lines, {NUMBERS.stat().st_size:,} bytes")


def parents(tag: str) -> Iterator[str]:
    """Yield the tags that a tag falls back to, the nearest first.

    >>> list(parents("sr-Latn-BA"))
    ['sr-Latn', 'sr']
    """
    while "-" in tag:
        tag = tag.rpartition("-")[0]
        yield tag


def habits_of(identifier: str) -> Iterator[str]:
    """Yield what a locale does to numbers in Western figures, in the order of `NUMBER_HABITS`."""
    locale = Locale.parse(identifier)
    symbols = locale.number_symbols.get("latn", {})
    group, percent = symbols.get("group", ","), locale.percent_formats[None].pattern
    does = {
        "decimal-comma": symbols.get("decimal") == ",",
        "group-dot": group == ".",
        "group-space": group in SPACES,
        "percent-space": percent.endswith("%") and percent[-2:-1] in SPACES,
    }
    return (habit for habit in NUMBER_HABITS if does[habit])


if __name__ == "__main__":
    main()
