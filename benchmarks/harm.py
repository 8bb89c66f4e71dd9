"""Every edit that the library makes on undamaged text, with what stands around it, to be read by a person.

    python benchmarks/harm.py CORPUS                    # folders of .jsonl.gz, or such files, with `text`
    python benchmarks/harm.py CORPUS --spaces           # also edits that change white space only
    python benchmarks/harm.py CORPUS --only spacing/    # of the rules whose names begin so

Undamaged text should stay as it is, so each edit here is a repair of damage that the corpus does hold, or it is harm.
The edits stand by rule, the rules by how many documents they edit; `docs/harm.md` says what was found of each.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import corpora
from printing import Figures, as_markdown, as_text

from cleantext.cleaner import default_cleaner
from cleantext.visible import visible

AROUND = 50
"""Characters shown on either side of an edit."""


class Seen(NamedTuple):
    """One edit of one document."""

    rule: str
    document: str
    context: str


def texts(paths: Sequence[Path], field: str) -> Iterator[tuple[str, str]]:
    """(file and id, text) of each row of each file."""
    for path in paths:
        for file in sorted(path.rglob("*.jsonl.gz")) if path.is_dir() else [path]:
            for row in corpora.rows(file):
                yield f"{file.name.removesuffix('.jsonl.gz')} {row.get('id', '')}", row.get(field, "")


def edits_of(name: str, text: str, *, spaces: bool) -> Iterator[Seen]:
    """The edits of a text; those of white space alone only if they are asked for."""
    for edit in default_cleaner().edited(text).edits:
        if spaces or (edit.before + edit.after).strip():
            before = visible(text[max(0, edit.start - AROUND) : edit.start])
            after = visible(text[edit.end : edit.end + AROUND])
            yield Seen(edit.rule, name, f"{before}[-{visible(edit.before)}-][+{visible(edit.after)}+]{after}")


def main() -> None:
    """Print the edits by rule, then how many there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--field", default="text", help="the field of a row that holds undamaged text")
    parser.add_argument("--spaces", action="store_true", help="print edits of white space alone too")
    parser.add_argument("--only", default="", help="the beginning of the names of the rules to print")
    parser.add_argument("--markdown", action="store_true", help="print the table of counts only, in Markdown")
    args = parser.parse_args()
    by_rule: dict[str, list[Seen]] = defaultdict(list)
    documents = 0
    for name, text in texts(args.corpus, args.field):
        documents += 1
        for seen in edits_of(name, text, spaces=args.spaces):
            if seen.rule.startswith(args.only):
                by_rule[seen.rule].append(seen)
    counts = {rule: len({it.document for it in seen}) for rule, seen in by_rule.items()}
    order = sorted(by_rule, key=lambda rule: (-counts[rule], rule))
    rows = [(rule, str(counts[rule]), str(len(by_rule[rule]))) for rule in order]
    changed = len({it.document for seen in by_rule.values() for it in seen})
    title = f"{changed} of {documents} documents are edited"
    table = Figures(title, ("rule", "documents", "edits"), rows)
    if args.markdown:
        print(as_markdown(table))
        return
    for rule in order:
        print(f"\n{rule}")
        for seen in by_rule[rule]:
            print(f"  {seen.document}: {seen.context}")
    print(f"\n{as_text(table)}")


if __name__ == "__main__":
    main()
