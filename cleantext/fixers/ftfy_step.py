"""Our wrapper of ftfy: one of its steps a rule, line by line, each change as small edits.

Lines are given to ftfy one at a time, since what it finds in one line must not change another.
What we ask of it, and why, stands in `STEPS`; what is not there is never asked: quotes stay as
they are (typography is no damage), the normalisation form and widths stay, line ends are ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from cleantext.differences import differences
from cleantext.document import Document
from cleantext.edits import Proposal
from cleantext.errors import OptionError
from cleantext.rule import Fixer, Rule
from cleantext.scanner import Scanner, scanner
from cleantext.triggers import derived

STEPS = ("decode", "unescape", "c1", "surrogates")
"""Values of the rule's `[table] step`."""


def gate(rule: Rule) -> Callable[[Document], bool]:
    """Tell which texts a step could change: those where ftfy sees mojibake, or those that have no UTF-8."""
    gates = {"decode": _is_bad, "surrogates": _holds_surrogate}
    if _name(rule) not in gates:
        raise OptionError(f"{rule.file}: the step {_name(rule)!r} goes with a trigger")
    return gates[_name(rule)]


def _holds_surrogate(document: Document) -> bool:
    if document.text.isascii():
        return False
    try:
        document.text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _is_bad(document: Document) -> bool:
    if document.text.isascii():  # most of English; ftfy is not even imported
        return False
    from ftfy.badness import is_bad

    return bool(_badness().hits(document.text)) and is_bad(document.text)


@cache
def _badness() -> Scanner:
    """Ftfy's test for mojibake as far as RE2 can make it: forty times as fast where nothing is wrong."""
    from ftfy.badness import BADNESS_RE

    return scanner([derived(f"(?x){BADNESS_RE.pattern}").pattern])


def propose(document: Document, lines: Sequence[int], rule: Rule) -> Iterator[Proposal]:
    """Propose what one step of ftfy would change in the lines."""
    repair = _steps()[_name(rule)]
    for number in lines:
        start, line = document.lines[number].start, document.line(number)
        after = repair(line)
        if after != line:
            for first, last, replacement in differences(line, after):
                yield Proposal(start + first, start + last, replacement, rule.summary)


def _name(rule: Rule) -> str:
    name = rule.remedy.table.get("step", "") if isinstance(rule.remedy, Fixer) else ""
    if name not in STEPS:
        raise OptionError(f"{rule.file}: [table] step is {name!r}; known are {', '.join(STEPS)}")
    return name


@cache
def _steps() -> dict[str, Callable[[str], str]]:
    import ftfy
    from ftfy import fixes

    # A config object, and never keywords, which ftfy ignores where explanations are off.
    decoding = ftfy.TextFixerConfig(
        unescape_html=False,  # its "auto" stays off after the first "<" of a text; `unescape` looks line by line
        remove_terminal_escapes=False,  # a rule of its own, by pattern
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=False,  # a rule of its own: it is not mojibake
        fix_latin_ligatures=False,  # a rule of its own, and fewer of them: Dutch ĳ is a letter
        fix_character_width=False,  # full-width forms are right in Chinese and Japanese text
        uncurl_quotes=False,  # curly quotes are typography
        fix_line_breaks=False,  # ours
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,  # the form is the author's, and normalising costs four fifths of the speed
        explain=False,
    )

    def unescape(line: str) -> str:
        """Decode entities until none is left, so that `&amp;nbsp;` needs no second round."""
        for _ in range(4):
            if "<" in line or (after := fixes.unescape_html(line)) == line:
                break
            line = after
        return line

    def decode(line: str) -> str:
        return ftfy.fix_encoding(line, config=decoding)

    return {"decode": decode, "unescape": unescape, "c1": fixes.fix_c1_controls, "surrogates": fixes.fix_surrogates}
