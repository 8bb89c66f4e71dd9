"""What edits make of a text and its lines is what they make of the text, split anew."""

from __future__ import annotations

from time import process_time

from hypothesis import example, given
from hypothesis import strategies as st

from cleantext.document import Document
from cleantext.edits import Proposal, apply
from cleantext.facts.layout import contents_of
from cleantext.revision import Revising

_TEXTS = st.text(alphabet="ab \n\r", max_size=30)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, list[Proposal]]:
    text = draw(_TEXTS)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = dict.fromkeys(zip(places[::2], places[1::2], strict=False))
    return text, [Proposal(start, end, draw(st.text(alphabet="ab\n\r", max_size=3))) for start, end in spans]


@given(_edited())
@example(("a\nb\nc", [Proposal(1, 2, ""), Proposal(3, 4, "")]))
@example(("a\rb\nc", [Proposal(2, 3, "")]))
@example(("a\n", [Proposal(1, 2, "")]))
@example(("a", [Proposal(0, 1, "")]))
@example(("a\n", [Proposal(2, 2, "b")]))
def test_lines_are_those_of_the_edited_text(case: tuple[str, list[Proposal]]) -> None:
    text, edits = case
    document = Document(text)
    found = Revising(document, edits).done()
    assert found.text == apply(text, edits)
    assert found.contents == contents_of(found.text)
    assert set(found.fresh) >= set(found.contents) - set(document.contents)


def test_lines_that_no_edit_touches_are_the_same_objects() -> None:
    document = Document("The  boat left.\nThe harbour is quiet.\nNobody  came.")
    found = Revising(document, [Proposal(4, 5, ""), Proposal(45, 46, "")]).done()
    assert found.contents[1] is document.contents[1]
    assert found.fresh == ["The boat left.", "Nobody came."]


def test_a_long_line_is_not_held_twice() -> None:
    found = Revising(Document(40_000 * "The  boat left. "), [Proposal(4, 5, "")]).done()
    assert found.contents[0] is found.text


def test_time_grows_with_the_lines_that_edits_join() -> None:
    """Of 40,000 lines all of which edits touch, each was once compared with every other: 4.3 s."""
    document = Document("".join(f"line {number} of a list com-\n" for number in range(40_000)))
    ends = [line.end for line in document.lines[:-1]]
    edits = [Proposal(end - 1, end + 1, "\n" if number % 2 else "") for number, end in enumerate(ends)]
    start = process_time()
    found = Revising(document, edits).done()
    assert process_time() - start < 2
    assert len(found.contents) == 20_000
    assert found.contents == contents_of(found.text)
