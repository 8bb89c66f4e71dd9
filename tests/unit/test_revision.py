"""Where edits leave lines: what stays, and what they make, are the lines of the text after them."""

from __future__ import annotations

from time import process_time

from hypothesis import example, given
from hypothesis import strategies as st

from cleantext.document import Document
from cleantext.edits import Proposal, apply
from cleantext.facts.lines import contents_of
from cleantext.revision import moves_of

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
    moves, after = moves_of(document, edits), apply(text, edits)
    kept = [(number, next(moves.of([number]), None)) for number in range(len(document.contents))]
    assert [now for _, now in kept if now is not None] == list(moves.of(range(len(document.contents))))
    stay = {now: document.contents[number] for number, now in kept if now is not None}
    contents = contents_of(after)
    assert sorted([*stay, *moves.fresh]) == list(range(len(contents)))
    assert all(contents[number] == line for number, line in stay.items())


def test_lines_that_no_edit_touches_are_not_fresh() -> None:
    document = Document("The  boat left.\nThe harbour is quiet.\nNobody  came.")
    moves = moves_of(document, [Proposal(4, 5, ""), Proposal(45, 46, "")])
    assert list(moves.fresh) == [0, 2]
    assert list(moves.of(range(3))) == [1]


def test_lines_that_stay_beside_one_that_goes_are_not_fresh() -> None:
    document = Document("Home\n\n\nThe harbour is quiet.\nNobody came.\n")
    moves = moves_of(document, [Proposal(5, 6, "")])
    assert not moves.fresh
    assert list(moves.of(range(5))) == [0, 1, 2, 3]


def test_time_grows_with_the_lines_that_edits_join() -> None:
    """Of 40,000 lines all of which edits touch, each was once compared with every other: 4.3 s."""
    document = Document("".join(f"line {number} of a list com-\n" for number in range(40_000)))
    ends = [line.end for line in document.lines[:-1]]
    edits = [Proposal(end - 1, end + 1, "\n" if number % 2 else "") for number, end in enumerate(ends)]
    start = process_time()
    moves = moves_of(document, edits)
    assert process_time() - start < 2
    assert list(moves.fresh) == list(range(20_000))
