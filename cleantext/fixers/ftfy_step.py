"""Our wrapper of ftfy: one of its steps a rule, line by line, each change as small edits.

Lines are repaired one at a time, since what is found in one line must not change another. What is
not in `_STEPS` is never asked of ftfy: quotes stay as they are (typography is no damage), the
normalisation form and widths stay, line ends are ours. The step "decode" is `cleantext.mojibake`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from cleantext.differences import differences
from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.encoded import beyond_ascii
from cleantext.errors import OptionError
from cleantext.facts.encodings import Change
from cleantext.facts.entities import is_about_entities, shows_entities
from cleantext.fixers._examples import why_shown
from cleantext.fixers._remedy import chosen_in_table
from cleantext.remembering import remembering
from cleantext.rule import Rule

_C1 = re.compile("[\x80-\x9f]")


def block_test(rule: Rule) -> Callable[[str], bool]:
    """Tell in which lines a step could change something: where ftfy sees mojibake, or what has no UTF-8."""
    tests = {"decode": _is_bad, "surrogates": _holds_surrogate}
    if _name(rule) not in tests:
        raise OptionError(f"{rule.file}: the step {_name(rule)!r} goes with a trigger")
    return tests[_name(rule)]


def line_test(rule: Rule) -> Callable[[str], bool] | None:
    """Leave out ASCII where a step changes nothing in it."""
    return _is_beyond_ascii if _name(rule) in ("decode", "surrogates") else None


def _is_beyond_ascii(line: str) -> bool:
    return not line.isascii()


def _holds_surrogate(block: str) -> bool:
    if block.isascii() or "\N{REPLACEMENT CHARACTER}" not in beyond_ascii(block):
        return False
    try:
        block.encode()
    except UnicodeEncodeError:
        return True
    return False


def _is_bad(block: str) -> bool:
    if block.isascii():  # most of English; ftfy is not even imported
        return False
    from cleantext.mojibake import mender

    return mender().is_bad(block)


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose what one step of ftfy would change in the lines."""
    name, contents = _name(rule), document.contents
    changes = _STEPS[name]
    for number in lines:
        found = changes(contents[number])
        if not found:
            continue
        start = document.lines[number].start
        held = _held(document, name, contents[number], found)
        letters = _letters(contents[number], found) if name == "decode" else ()
        for change in found:
            first, last, replacement = change
            why = held or ("Ã is a letter here, with a space behind it" if change in letters else "")
            yield Proposal(start + first, start + last, replacement, rule.summary, why)


def _letters(line: str, changes: Sequence[Change]) -> Collection[Change]:
    """The changes that take a letter Ã for half of an à: in a word of capitals, or where other letters are whole."""
    halves = {it for it in changes if it[2] == "à" and line[it[0] : it[1]] in ("Ã", "Ã\N{NO-BREAK SPACE}")}
    if not halves:
        return halves
    ends = [0, *(end for _, end, _ in changes)]
    kept = "".join(line[end:start] for end, start in zip(ends, [*(it[0] for it in changes), len(line)], strict=True))
    whole = any(not it.isascii() and it.isalpha() for it in kept)
    return {
        (start, end, after)
        for start, end, after in halves
        if (whole if end - start == 1 else line[start - 1 : start].isupper() and line[end : end + 1].isupper())
    }


def _held(document: Document, name: str, line: str, changes: Sequence[Change]) -> str:
    if name == "unescape" and document.of_text(is_about_entities):
        return "the text is about entities"
    if name == "unescape" and document.of_text(shows_entities):
        return "the text shows entities on purpose"
    return why_shown(document, line, changes) if name == "decode" else ""


def _name(rule: Rule) -> str:
    return chosen_in_table(rule, "step", _STEPS)


def _mojibake(line: str) -> Sequence[Change]:
    return () if line.isascii() else _repaired(line)


@remembering
def _repaired(line: str) -> Sequence[Change]:
    from cleantext.mojibake import mender

    return _changes(line, mender().repaired(line))


def _changes(before: str, after: str) -> Sequence[Change]:
    return () if before == after else tuple(differences(before, after))


def _c1(line: str) -> Sequence[Change]:
    """One for one: among mojibake, that of the same letters before and after would make the edits one of all of it."""
    from ftfy import fixes

    return [(*it.span(), fixes.fix_c1_controls(it[0])) for it in _C1.finditer(line)]


def _unescaped(line: str) -> Sequence[Change]:
    """Decode entities until none is left, so that `&amp;nbsp;` needs no second round."""
    from ftfy import fixes

    after = line
    for _ in range(4):
        if "<" in after or (further := fixes.unescape_html(after)) == after:
            break
        after = further
    return _changes(line, after)


def _surrogates(line: str) -> Sequence[Change]:
    from ftfy import fixes

    return _changes(line, fixes.fix_surrogates(line))


_STEPS: Mapping[str, Callable[[str], Sequence[Change]]] = {
    "decode": _mojibake,
    "unescape": _unescaped,
    "c1": _c1,
    "surrogates": _surrogates,
}
"""Values of the rule's `[table] step`, and what each changes in a line."""
