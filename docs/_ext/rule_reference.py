"""The rule reference: the directive `rules` shows the rules of a stage, read from their files while the page is built.

What there is to say of a rule, `cleantext rules show` knows (`cleantext.cli.rule_page`): its sections are taken as they
are, and its styles become classes of the style sheet. Nothing is written to disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from babel import Locale
from docutils import nodes
from rich.text import Text
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from cleantext import Rule, load_rules
from cleantext.cli.rule_page import rule_page

_WIDE = 100_000
"""Cells of a line: the browser wraps."""

_TITLE = "bold underline"
"""How `rule_page` styles the titles of its sections."""

_IN_WORDS = ("Asks for", "Looks up", "Evidence it gives", "Moves into the metadata", "Judged")
"""Sections that are lists of sentences; the others are texts and patterns, where every space counts."""

_MARKED = re.compile(r"(`[^`]+`|(?<![\w*])\*[^*\s](?:[^*]*[^*\s])?\*(?!\w))")

_CLASSES = {
    "red": "removed",
    "green": "added",
    "reverse": "changed",
    "dim": "faint",
    "italic": "reason",
    "cyan": "name",
}


class Rules(SphinxDirective):
    """Every rule whose name matches the pattern given (`glue/*`): a table of them, then a section each.

    Where the rules lie in folders of source languages, each language is a section of its own.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The sections; a pattern that matches nothing is a fault of the page."""
        depth = self.arguments[0].count("/")
        rules = [it for it in _rules() if it.name.count("/") == depth and fnmatchcase(it.name, self.arguments[0])]
        if not rules:
            raise self.error(f"no rule is called {self.arguments[0]}")
        for rule in rules:
            self.env.note_dependency(str(Path(rule.file).resolve()))
        if depth == 1:
            return [_table(rules), *map(self._section_of_rule, rules)]
        return [self._section_of_language(*it) for it in groupby(rules, lambda rule: rule.name.split("/")[1])]

    def _section_of_language(self, code: str, rules: Iterator[Rule]) -> nodes.section:
        language = Locale.parse(code).english_name or code
        section = self._section(f"from-{code}", [nodes.Text(f"From {language} (")], language)
        title = section[0]
        title += [nodes.literal("", code), nodes.Text(")")]
        found = list(rules)
        section += [_table(found), *map(self._section_of_rule, found)]
        return section

    def _section_of_rule(self, rule: Rule) -> nodes.section:
        section = self._section(_anchor(rule), [nodes.literal("", rule.name)], rule.name)
        section += nodes.paragraph("", "", nodes.strong("", "", *_marked(rule.summary)))
        section += [nodes.paragraph("", "", *_marked(" ".join(it.split()))) for it in rule.why.strip().split("\n\n")]
        place = nodes.paragraph(classes=["rule-place"])
        place += [
            nodes.inline("", rule.safety, classes=["safety", f"safety-{rule.safety}"]),
            nodes.Text(" "),
            nodes.literal("", f"rules/{rule.name}.toml"),
        ]
        section += place
        for title, lines in _sections(rule):
            section += nodes.rubric("", title, classes=["rule-part"])
            section += _in_words(lines) if title in _IN_WORDS else _as_it_stands(lines)
        return section

    def _section(self, anchor: str, title: Sequence[nodes.Node], name: str) -> nodes.section:
        section = nodes.section("", nodes.title("", "", *title), ids=[anchor], names=[nodes.fully_normalize_name(name)])
        self.state.document.note_explicit_target(section, section)
        return section


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules()


def _anchor(rule: Rule) -> str:
    return rule.name.replace("/", "-")


def _sections(rule: Rule) -> Iterator[tuple[str, list[Text]]]:
    """The sections of the rule's page, but for the last, which tells the place of its file."""
    title, lines = "", list[Text]()
    for line in rule_page(rule, _WIDE):
        if line.style == _TITLE:
            if title:
                yield title, lines
            title, lines = line.plain, []
        else:
            lines.append(line)
    if title != "File":
        raise ValueError(f"the page of {rule.name} ends in {title!r}, not with the place of its file")


def _table(rules: Sequence[Rule]) -> nodes.table:
    """Names, linked to their sections, beside their summaries."""
    table = nodes.table(classes=["rule-table"])
    group = nodes.tgroup(cols=2)
    group += [nodes.colspec(colwidth=2), nodes.colspec(colwidth=3)]
    head = nodes.thead("", _row([nodes.Text("Rule")], [nodes.Text("Fault")]))
    body = nodes.tbody()
    for rule in rules:
        link = nodes.reference("", "", nodes.literal("", rule.name.rpartition("/")[2]), refid=_anchor(rule))
        body += _row([link], _marked(rule.summary))
    group += [head, body]
    table += group
    return table


def _row(*cells: Iterable[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def _marked(said: str) -> Iterator[nodes.Node]:
    """A sentence with its `code` and *examples*, the two marks that rule files use."""
    for piece in _MARKED.split(said):
        if _MARKED.fullmatch(piece):
            yield nodes.literal("", piece[1:-1]) if piece[0] == "`" else nodes.emphasis("", piece[1:-1])
        elif piece:
            yield nodes.Text(piece)


def _in_words(lines: Sequence[Text]) -> nodes.bullet_list:
    said = [line.plain.strip() for line in lines if line.plain.strip()]
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", "", *_marked(it))) for it in said))


def _as_it_stands(lines: Sequence[Text]) -> nodes.literal_block:
    """Lines with their spaces, less the two by which a terminal sets them in."""
    while lines and not lines[-1].plain.strip():
        lines = lines[:-1]
    # Its source is another than its text, by which Sphinx tells what is coloured already from code to be coloured.
    block = nodes.literal_block("coloured", classes=["rule-text"])
    for number, line in enumerate(lines):
        if number:
            block += nodes.Text("\n")
        block += _pieces(line[2:] if line.plain.startswith("  ") else line)
    return block


def _pieces(line: Text) -> Iterator[nodes.Node]:
    """The line in pieces of one style each."""
    edges = sorted({0, len(line), *(edge for span in line.spans for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        styles = [str(line.style), *(str(it.style) for it in line.spans if it.start <= start and end <= it.end)]
        classes = _classes(styles)
        shown = line.plain[start:end]
        yield nodes.inline("", shown, classes=classes) if classes else nodes.Text(shown)


def _classes(styles: Sequence[str]) -> list[str]:
    """Classes for what a terminal would show; a later style can take back what an earlier one said."""
    found = dict[str, bool]()
    for style in styles:
        words = style.split()
        for before, word in zip(["", *words], words, strict=False):
            found[word] = before != "not"
    return [_CLASSES[word] for word, on in found.items() if on and word in _CLASSES]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("rules", Rules)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
