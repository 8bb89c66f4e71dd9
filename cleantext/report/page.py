"""The page: content as JSON, style and program inside one HTML file that nothing in a text can break out of."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from cleantext.report.content import Content, ShownEdit


def page(content: Content) -> str:
    r"""Make the HTML file, in ASCII.

    Texts are hostile: they stand in the file as JSON, in which `<`, `>`, `&` and all beyond ASCII are
    escaped, and the page puts them in place as text, never as markup. The policy in its head lets no
    program run but its own, and nothing be fetched.
    """
    style, program = _asset("page.css"), _asset("page.js")
    parts = {
        "@TITLE@": html.escape(content.title).encode("ascii", "xmlcharrefreplace").decode(),
        "@POLICY@": f"default-src 'none'; script-src '{_named(program)}'; style-src '{_named(style)}'",
        "@STYLE@": style,
        "@PROGRAM@": program,
        "@CONTENT@": _json(_plain(content)),
    }
    whole = _asset("page.html")
    for name, part in parts.items():
        head, _, tail = whole.rpartition(name)
        whole = head + part + tail
    return whole


@cache
def _asset(name: str) -> str:
    return files("cleantext.report").joinpath(name).read_text(encoding="ascii")


def _named(inside: str) -> str:
    """The name of an inline program or style in a policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()


def _json(value: Any) -> str:
    r"""JSON that can stand inside an element.

    >>> _json("</script>")
    '"\\u003c/script\\u003e"'
    """
    told = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _plain(content: Content) -> dict[str, Any]:
    numbers = {rule.name: number for number, rule in enumerate(content.rules)}
    offsets = [_units(text) for text in content.paragraphs]
    return {
        "title": content.title,
        "ruleset": content.ruleset,
        "compares": content.compares,
        "facts": list(content.facts),
        "notes": list(content.notes),
        "rules": [[it.name, it.safety, it.summary] for it in content.rules],
        "documents": [
            {
                "name": it.name,
                "language": it.language,
                "evidence": dict(it.evidence),
                "signs": list(it.signs),
                "metadata": {name: list(values) for name, values in it.metadata.items()},
                "remark": it.remark,
            }
            for it in content.documents
        ],
        "paragraphs": list(content.paragraphs),
        "edits": [_edit(it, [numbers[name] for name in it.rules], offsets[it.paragraph]) for it in content.edits],
    }


def _edit(edit: ShownEdit, rules: list[int], units: list[int] | None) -> list[Any]:
    """The edit with its span in code points, as marks are exported, and in the page's own units."""
    start, end = edit.start, edit.end
    own = (start, end) if units is None else (units[start], units[end])
    return [edit.document, edit.paragraph, rules, start, end, *own, edit.after, edit.status]


def _units(text: str) -> list[int] | None:
    """The place of each code point in UTF-16, which JavaScript counts in; None where that is the same."""
    if not text or max(text) <= "\uffff":
        return None
    return list(accumulate((1 + (char > "\uffff") for char in text), initial=0))
