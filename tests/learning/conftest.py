"""A small made-up corpus: sites with menus, refrains, bylines and dates, and texts of their own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import pytest

SENTENCES = [
    f"{who} {what} {when}, and nobody on the quay could say afterwards why it had taken {so}."
    for who in ("The harbour master", "A baker from the lower town", "The captain of the night ferry")
    for what in ("carried the brass bell up the hill", "painted the old boat green", "counted the gulls")
    for when in ("before breakfast", "on the day of the storm")
    for so in ("so long", "so little time")
]
FURNITURE = ["The paper of the quay since the year of the flood", "Menu", "Weather & tides", "Contact the desk"]
REFRAIN = "And so to bed."


def page(number: int) -> str:
    """A page: its menu, a headline, byline and date, three paragraphs with a refrain between, and its foot."""
    first, second, third = islice(cycle(SENTENCES), number, number + 3)
    head = [
        *FURNITURE,
        f"Headline number {'abcdefghijklmnopqrstuvwxyz'[number]}",
        "By Marta Kolb",
        f"{number + 1} May 2021",
    ]
    foot = [f"{number + 2} comments", f"Share ({number})", f"Seen on Monday, {number + 1} June 2021", "Terms of use"]
    return "\n\n".join([*head, first, REFRAIN, second, REFRAIN, third, *foot])


LEARNED = {"menu", "weather & tides", "contact the desk", "the paper of the quay since the year of the flood",
           "0 comments", "share (0", "seen on {date}", "terms of use"}  # fmt: skip


def written(path: Path, rows: Sequence[dict[str, object]]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """Ten pages of one site, three of another."""
    hosts = ["www.quay.example", "m.quay.example"] * 5 + ["pier.example"] * 3
    return written(
        tmp_path / "crawl.jsonl",
        [{"url": f"https://{host}/{number}", "text": page(number)} for number, host in enumerate(hosts)],
    )
