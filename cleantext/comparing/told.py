"""A comparison in Markdown, cut to what a forge takes as a comment; the cut says what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.comparing.comparison import KINDS, Comparison, Group, OfRule
from cleantext.comparing.responsible import Explained
from cleantext.runs.report import counted
from cleantext.visible import visible

COMMENT = 65_536
"""Characters that a comment may have on the usual forges."""

_LONGEST = 240
"""Characters of a wording that are shown; of a longer one, its ends."""

_ROOM_FOR_THE_CUT = 200

_FATES = {"": "", "added": " (added)", "removed": " (removed)", "changed": " (changed)"}


def markdown(comparison: Comparison, explained: Explained | None = None, *, most: int = COMMENT) -> str:
    """Tell a comparison in at most so many characters."""
    head = "\n".join(_head(comparison, explained)) + "\n"
    rules, groups = comparison.ranked_rules(), comparison.ranked_groups()
    parts = [head, *_table(rules)]
    if groups:
        parts.append("\n### Edits\n")
    tables = len(parts)
    parts += map(_group, groups)
    if comparison.ungrouped:
        parts.append(f"\n{counted('edit', comparison.ungrouped)} of further kinds not told one by one.\n")
    if sum(map(len, parts)) <= most:
        return "".join(parts)
    return _cut(parts, tables, groups, most)


def _cut(parts: Sequence[str], tables: int, groups: Sequence[Group], most: int) -> str:
    """As many parts as fit, and what is missing."""
    size = kept = 0
    while kept < len(parts) and size + len(parts[kept]) <= most - _ROOM_FOR_THE_CUT:
        size += len(parts[kept])
        kept += 1
    told = max(0, kept - tables)
    rows = max(0, tables - kept)
    left = groups[told:]
    what = [f"{counted('row', rows)} of the tables"] if rows else []
    if left:
        edits = counted("edit", sum(it.edits for it in left))
        what.append(f"{len(left):,} of {counted('group', len(groups))} of edits, with {edits}")
    return "".join(parts[:kept]) + f"\n**Cut to fit a comment; left out: {' and '.join(what)}.**\n"


def verdict(comparison: Comparison) -> str:
    """What differs, in a sentence."""
    documents = counted("document", comparison.documents)
    if not comparison.differs:
        return f"No difference in {documents}."
    kinds = ", ".join(f"{comparison.kinds[it]:,} {said}" for it, said in KINDS.items() if comparison.kinds[it])
    return (
        f"Of {documents}, {comparison.differing:,} ({_percent(comparison.percentage)}) come out differently: {kinds}."
    )


def _percent(share: float) -> str:
    return f"{share:.2f} %" if share >= 0.01 or not share else "less than 0.01 %"


def speed(comparison: Comparison) -> str:
    """The time per megabyte, in a sentence."""
    old, new = comparison.seconds_per_mb()
    by = f" ({100 * (new - old) / old:+.0f} %)" if old else ""
    return f"Time per MB: {old:.2f} s before, {new:.2f} s after{by}, on {comparison.size / 1e6:,.2f} MB."


def notes(comparison: Comparison) -> Iterator[str]:
    """What a reader must know beside the figures."""
    old, new = comparison.old, comparison.new
    if old.sample is not None:
        yield f"A sample of {old.sample:,}, drawn with the seed {old.seed}."
    if old.options != new.options:
        yield f"The options differ: {_options(old.options)} before, {_options(new.options)} after."
    for name in sorted({*old.versions, *new.versions}):
        before, after = old.versions.get(name, "none"), new.versions.get(name, "none")
        if before != after:
            yield f"Other versions: {name} {before} before, {after} after."
    if comparison.faults:
        yield f"{counted('document', len(comparison.faults))} could not be repaired, first {comparison.faults[0]}."


def responsible(explained: Explained) -> Iterator[str]:
    """Which rules the differences come from, a line each."""
    for name, alone, together in explained.by_rule():
        with_others = f", {counted('document', together)} together with other changed rules" if together else ""
        yield f"{name}: {counted('document', alone)} alone{with_others}"
    if explained.unexplained:
        yield f"no changed rule: {counted('document', explained.unexplained)}"
    if explained.beyond:
        yield f"not looked at: {counted('document', explained.beyond)}"


def _options(options: dict[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in options.items())


def _head(comparison: Comparison, explained: Explained | None) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    yield f"## Rules compared: {_code(old.label)} → {_code(new.label)}"
    yield ""
    yield verdict(comparison)
    yield ""
    yield speed(comparison)
    for note in notes(comparison):
        yield f"- {_escaped(note)}"
    if explained is not None:
        yield ""
        yield "### Responsible"
        yield ""
        for line in responsible(explained):
            yield f"- {_escaped(line)}"


def _table(rules: Sequence[OfRule]) -> Iterator[str]:
    if not rules:
        return
    yield (
        "\n### Rules\n\n"
        "| rule | edits before | after | newly in | no longer in | differently in |\n|---|--:|--:|--:|--:|--:|\n"
    )
    for it in rules:
        cells = (it.old, it.new, it.newly, it.no_longer, it.differently)
        yield f"| {_code(it.name)}{_FATES[it.fate]} | {' | '.join(f'{cell:,}' for cell in cells)} |\n"


def _group(group: Group) -> str:
    mark = "now" if group.status == "new" else "no longer"
    rules = " + ".join(map(_code, group.rules))
    examples = ", ".join(map(_code, group.examples))
    where = f"{counted('edit', group.edits)} in {counted('document', group.documents)}, as {examples}"
    return f"\n- **{mark}** {_shown(group.before)} → {_shown(group.after)} by {rules}: {where}"


def shown(text: str) -> str:
    """A wording for a person: nothing invisible, nothing too long, ∅ for nothing."""
    told = visible(text, at_edges=True)
    if len(told) > _LONGEST:
        told = f"{told[: _LONGEST // 2]} … {told[-_LONGEST // 2 :]}"
    return told or "∅"


def _shown(text: str) -> str:
    return _code(shown(text))


def _code(text: str) -> str:
    r"""Text that no markup in it can leave: a fence longer than any inside, on one line.

    >>> _code("a ` b"), _code("x|y")
    ('`` a ` b ``', '`x\\|y`')
    """
    text = visible(text).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|@])", r"\\\1", visible(text))
