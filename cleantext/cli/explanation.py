"""The argument of `cleantext explain`, in lines that fit the terminal: edits, evidence, facts, what was left alone.

Edits are told rule by rule, each in the words around it, under the reason that they share. Of what
was left alone, first comes what the reader could decide otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from cleantext import Edit, Finding, Result, Rule, Sign
from cleantext.article.told import CROWD
from cleantext.cli.show import Places, cropped, titled, visible, wrapped
from cleantext.facts.lines import Lines
from cleantext.rule import ANY_SOURCE
from cleantext.ruleset.schema import DEFAULT_STRENGTH
from cleantext.runs.orders import altered
from cleantext.runs.report import counted

SHOWN_GROUPS = 5
"""Groups of findings shown unasked; each is one rule with one reason."""

SHOWN_SIGNS = 3
SHOWN_TERMS = 5
"""Of a line's points, those that weigh most."""

NOTHING = "∅"
_PLACE_WIDTH = 10
_SURROUNDINGS = 200
"""Characters of context looked at on each side, more than any terminal is wide."""

_RULE_LEFT_OUT, _BY_CHOICE, _GUARDED, _OVERTAKEN, _NOT_THIS_SOURCE = range(5)
"""Ranks of findings, the most telling first; unasked, none is shown from `_OVERTAKEN` on: another rule edited the
place, or the rule is for texts from a language that this one shows no sign of."""


@dataclass(frozen=True)
class _Group:
    """Findings of one rule with one reason; a lower rank tells the reader more."""

    rank: int
    rule: str
    why_not: str
    findings: Sequence[Finding]
    advice: str


class Explanation:
    """A result, told in lines of at most `width` cells."""

    def __init__(self, result: Result, rules: Mapping[str, Rule], width: int) -> None:
        self._result, self._rules, self._width = result, rules, width
        self._places = Places(result.original)

    def lines(self, name: str, *, every_finding: bool = False) -> Iterator[Text]:
        """All sections that have something to tell, the verdict first."""
        yield Text(name, "bold")
        yield from self._prose(self._verdict(), 2)
        sections = (
            ("Edits", self._edits()),
            ("Points", self._points()),
            ("Evidence", self._evidence()),
            ("Metadata", self._metadata()),
            ("Left alone", self._left_alone(every_finding)),
        )
        for title, section in sections:
            yield from titled(title, section)

    def _verdict(self) -> str:
        result = self._result
        size = counted("character", len(result.original))
        if not result.hunks:
            return f"nothing to repair in {size}"
        touched = altered(result)
        edits = counted("edit", len(result.edits))
        return f"{edits} by {counted('rule', len(result.rules))}, touching {touched:,} of {size}"

    def _edits(self) -> Iterator[Text]:
        edits = sorted(self._result.edits, key=lambda edit: edit.rule)
        grouped = [list(group) for _, group in groupby(edits, key=lambda edit: edit.rule)]
        for group in sorted(grouped, key=lambda group: self._result.edits.index(group[0])):
            yield self._heading(group[0].rule, len(group), "edit")
            in_order = sorted(group, key=lambda edit: (edit.start, edit.end))
            for reason in dict.fromkeys(edit.reason for edit in in_order):
                yield from self._prose(reason, 4)
                yield from (self._in_line(edit) for edit in in_order if edit.reason == reason)

    def _points(self) -> Iterator[Text]:
        """Every line with its sum, and what told most for and against it."""
        if self._result.points:
            yield from self._prose("what speaks for each line being of the article; below 0 it is not", 2)
        for it in self._result.points:
            place = f"{self._places.place(it.start):>{_PLACE_WIDTH}}"
            colour = "red not dim" if it.total < 0 else "green not dim"
            line = Text(f"{place}  ", "dim").append(f"{it.total:+4d} ", colour)
            said = visible(self._result.original[it.start : it.end].strip())
            if CROWD in it.alone:
                said += f" ({CROWD})"
            yield line.append(cropped(said, self._width - line.cell_len, keep="head"), "not dim")
            if CROWD in it.alone:
                continue
            most = sorted(it.alone.items(), key=lambda term: (-abs(term[1]), term[0]))[:SHOWN_TERMS]
            terms = ", ".join(f"{name} {points:+d}" for name, points in most if points)
            around = f"; with its neighbours {it.total - it.own:+d}" if it.total != it.own else ""
            yield from self._prose(f"{it.own:+d} by itself: {terms}{around}", _PLACE_WIDTH + 7)

    def _evidence(self) -> Iterator[Text]:
        """The leading source with its signs; the others by their strengths alone."""
        evidence = self._result.evidence
        strengths = {sign.source: evidence.strength(sign.source) for sign in evidence.signs}
        if not strengths:
            return
        leading = evidence.leading
        line = Text(f"  translated from {leading}: strength {strengths.pop(leading):.1f}", "bold")
        yield line.append(f"; rules usually ask for {DEFAULT_STRENGTH:.1f}", "not bold")
        signs = sorted((sign for sign in evidence.signs if sign.source == leading), key=lambda sign: sign.rule)
        for rule, same in groupby(signs, key=lambda sign: sign.rule):
            yield self._signs(rule, list(same))
        if strengths:
            others = sorted(strengths, key=lambda source: (-strengths[source], source))
            said = ", ".join(f"{source} {strengths[source]:.1f}" for source in others)
            yield from self._prose(f"less speaks for {said}", 4)

    def _signs(self, rule: str, signs: Sequence[Sign]) -> Text:
        line = Text(f"    {rule}", "cyan").append(f"  {counted('sign', len(signs))}", "default")
        line.append(f" of weight {signs[0].weight:g}: ", "default")
        examples = dict.fromkeys(
            visible(sign.text) + (f" ({self._places.place(sign.start)})" if sign.end else "") for sign in signs
        )
        said = ", ".join(list(examples)[:SHOWN_SIGNS]) + (" …" if len(examples) > SHOWN_SIGNS else "")
        return line.append(cropped(said, self._width - line.cell_len, keep="head"), "not bold")

    def _metadata(self) -> Iterator[Text]:
        facts = [(name, fact) for name, all_of_it in self._result.metadata.items() for fact in all_of_it]
        name_width = max((len(name) for name, _ in facts), default=0)
        for name, fact in facts:
            line = Text(f"  {name:<{name_width}}  ").append(visible(fact.value), "bold")
            yield line.append(f"  {self._places.place(fact.start)}, {fact.rule}", "dim")

    def _left_alone(self, every_finding: bool) -> Iterator[Text]:
        groups = self._groups()
        shown = groups if every_finding else [group for group in groups if group.rank <= _GUARDED][:SHOWN_GROUPS]
        for group in shown:
            yield self._heading(group.rule, len(group.findings), "place")
            yield from self._prose(group.why_not + (f"; {group.advice}" if group.advice else ""), 4)
            for finding in group.findings if every_finding else group.findings[:1]:
                if finding.before or finding.after:
                    yield self._in_line(finding)
        if hidden := sum(len(group.findings) for group in groups) - sum(len(group.findings) for group in shown):
            yield Text(f"  {counted('finding', hidden)}{' more' if shown else ''}; see --findings", "dim")

    def _groups(self) -> list[_Group]:
        groups: dict[tuple[str, str], list[Finding]] = {}
        for finding in self._result.findings:
            groups.setdefault((finding.rule, finding.why_not), []).append(finding)
        ranked = []
        for (rule, why_not), findings in groups.items():
            rank, advice = self._rank(findings[0])
            ranked.append(_Group(rank, rule, why_not, findings, advice))
        return sorted(ranked, key=lambda group: group.rank)

    def _rank(self, finding: Finding) -> tuple[int, str]:
        """How much a finding tells, and what to say to have the edit made after all.

        A finding gives its guard in words only; these are the words of `guards`.
        """
        if not finding.before and not finding.after:
            return _RULE_LEFT_OUT, ""
        rule = self._rules.get(finding.rule)
        if finding.why_not.startswith("its safety is "):
            return _BY_CHOICE, "--safety review would make it" if rule is None or rule.safety == "review" else ""
        source = rule.requires.source if rule is not None else ""
        if source not in ("", ANY_SOURCE, self._result.evidence.leading):
            return _NOT_THIS_SOURCE, ""
        if finding.why_not.startswith("the evidence for ") and source != ANY_SOURCE:
            return _BY_CHOICE, f"--source-lang {source} would make it"
        touched = any(hunk.start < finding.end and finding.start < hunk.end for hunk in self._result.hunks)
        return (_OVERTAKEN if touched else _GUARDED), ""

    def _heading(self, rule: str, number: int, noun: str) -> Text:
        return Text("  ").append(rule, "cyan").append(f"  {counted(noun, number)}", "dim")

    def _prose(self, text: str, indent: int) -> Iterator[Text]:
        for line in wrapped(Text(visible(text)), self._width - indent):
            yield Text(" " * indent).append_text(line)

    def _in_line(self, it: Edit | Finding) -> Text:
        """The change among the words around it: `front of the‹∅ → ␣›akimat, seat of`."""
        start, end, before = self._without_line_ends(it)
        line = Text(f"{self._places.place(start):>{_PLACE_WIDTH}}  ", "dim")
        left, right = self._surroundings(start, end)
        room = self._width - line.cell_len - len("‹ → ›")
        for_words_around = min(20, cell_len(left + right))
        after = visible(it.after, at_edges=True) or NOTHING
        before = visible(before, at_edges=True) or NOTHING
        before = cropped(before, max(room // 2, room - cell_len(after) - for_words_around), keep="ends")
        after = cropped(after, max(8, room - cell_len(before)), keep="ends")
        room -= cell_len(before + after)
        tail = cropped(left, max(room // 2, room - cell_len(right)), keep="tail")
        head = cropped(right, room - cell_len(tail), keep="head")
        line.append(tail, "not dim").append("‹").append(before, "red not dim").append(" → ", "dim")
        return line.append(after, "green not dim").append("›").append(head, "not dim")

    def _surroundings(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and after on the same line."""
        text = self._result.original
        left, right = text[max(0, start - _SURROUNDINGS) : start], text[end : end + _SURROUNDINGS]
        last, first = Lines(left)[-1], Lines(right)[0]
        joins = not left.endswith(("\n", "\r"))
        return (visible(left[last.start : last.end]) if joins else ""), visible(right[first.start : first.end])

    def _without_line_ends(self, it: Edit | Finding) -> tuple[int, int, str]:
        """Span and text of what goes; of whole lines, without the line ends and blank lines they take along."""
        text = it.before.strip("\r\n")
        if it.after or not text or text == it.before:
            return it.start, it.end, it.before
        # The span may hold more than the text: what stood around it when the text was still there.
        start = self._result.original.find(text, it.start, it.end)
        return (it.start, it.end, it.before) if start < 0 else (start, start + len(text), text)
