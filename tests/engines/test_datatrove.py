"""datatrove with its local executor: its output is that of one process, document by document."""

from __future__ import annotations

import doctest
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleantext import OptionError, clean, explain

pytest.importorskip("datatrove", reason="datatrove is not installed (extra datatrove)", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("default")  # datatrove's own warnings are not ours to mend

Row = tuple[int, str | None]
PAGE = """date 2022-01-07 Connect with us

The strike of the dockers, told from the quay

The ferry  left the harbour at nine, and by noon it had reached the islands in the west of the bay.

Loading..."""


def document(text: str, **metadata: Any) -> Any:
    from datatrove.data import Document

    return Document(text=text, id="0", metadata=metadata)


def test_documents_of_a_pipeline_are_cleaned(rows: list[Row], cleaned: list[Row], tmp_path: Path) -> None:
    """In several processes; the statistics hold the edits of each rule."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from cleantext.engines.datatrove import CleanFormatter

    texts = [(key, text) for key, text in rows if text]  # readers leave out documents without a text
    (tmp_path / "in").mkdir()
    for part in range(2):
        lines = [json.dumps({"id": str(key), "text": text}) + "\n" for key, text in texts[part::2]]
        (tmp_path / f"in/{part}.jsonl").write_text("".join(lines), encoding="utf-8")
    pipeline = [
        JsonlReader(str(tmp_path / "in")),
        CleanFormatter(),
        JsonlWriter(str(tmp_path / "out"), compression=None),
    ]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=str(tmp_path / "logs")).run()
    lines = [line for path in (tmp_path / "out").iterdir() for line in path.read_text("utf-8").split("\n") if line]
    done = sorted((int(row["id"]), row["text"]) for row in map(json.loads, lines))
    assert done == [(key, text) for key, text in cleaned if rows[key][1]]
    (counts,) = [it["stats"] for it in _stats(tmp_path) if it["name"].endswith("cleantext")]
    told = {name: it["total"] if isinstance(it, dict) else it for name, it in counts.items()}
    edits = Counter(edit.rule for _, text in texts for it in explain(text).repair.passes for edit in it.edits)
    changed = sum(clean(text) != text for _, text in texts)
    assert told == {"total": len(texts), "changed": changed, **edits}


def _stats(folder: Path) -> list[dict[str, Any]]:
    stats: list[dict[str, Any]] = json.loads((folder / "logs/stats.json").read_text("utf-8"))
    return stats


def test_facts_go_into_the_metadata() -> None:
    from cleantext.engines.datatrove import CleanFormatter

    page, plain = document(PAGE, url="https://example.com/1"), document("The boat left.")
    done = list(CleanFormatter(facts="facts").run([page, plain]))
    assert done == [page, plain]
    assert page.text == clean(PAGE)
    assert page.metadata == {"url": "https://example.com/1", "facts": {"date": ["2022-01-07"]}}
    assert plain.metadata == {}


def test_hints_come_from_the_metadata() -> None:
    """A key that is missing, or no string, is no hint."""
    from cleantext.engines.datatrove import CleanFormatter

    text = (
        "A ferry in the fog - ExBulletin\n\nThe ferry left the harbour at nine, and by noon it had reached the islands."
    )
    formatter = CleanFormatter(hints={"url": "address"})
    documents = [document(text, address="https://exbulletin.com/1"), document(text), document(text, address=7)]
    done = [it.text for it in formatter.run(documents)]
    assert done == [clean(text, url="https://exbulletin.com/1"), clean(text), clean(text)]
    assert done[0] != done[1]


def test_a_language_that_is_none_is_no_hint_and_counted() -> None:
    """A run must not end in the middle for what somebody's detector did not know."""
    from cleantext.engines.datatrove import CleanFormatter

    formatter = CleanFormatter(hints={"lang": "language"})
    list(formatter.run([document("The boat left.", language=it) for it in ("en", "unknown", None)]))
    assert formatter.stats["lang_not_understood"].total == 1


def test_hints_that_there_are_not_are_refused() -> None:
    from cleantext.engines.datatrove import CleanFormatter

    with pytest.raises(OptionError, match="'address' is no hint"):
        CleanFormatter(hints={"address": "url"})


def test_a_text_alone_is_cleaned() -> None:
    from cleantext.engines.datatrove import CleanFormatter

    assert CleanFormatter(profile="minimal").format("The boat  left.") == "The boat left."


def test_examples_of_the_documentation_come_out_as_printed(examples: Callable[[str], doctest.TestResults]) -> None:
    ran = examples("datatrove")
    assert (ran.failed, ran.attempted >= 5) == (0, True)
