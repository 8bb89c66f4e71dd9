"""What LangChain, LlamaIndex and Haystack share: hints from metadata, facts into it."""

from __future__ import annotations

import importlib
import sys

import pytest

from cleantext.errors import ExtraMissingError, OptionError
from cleantext.integrations.documents import document_repair

PAGE = """date 2022-01-07 Connect with us

The boat left the quay at noon, with all of its crew aboard, said the harbour master on Friday."""


def test_facts_are_added_only_on_request_and_never_in_place_of_what_is_there() -> None:
    assert document_repair({})(PAGE, {"page": 1})[1] == {"page": 1}
    assert document_repair({}, "")(PAGE, {"page": 1})[1] == {"page": 1, "date": "2022-01-07"}
    assert document_repair({}, "")(PAGE, {"date": "today"})[1] == {"date": "today"}
    assert document_repair({}, "page_")(PAGE, {"date": "today"})[1] == {"date": "today", "page_date": "2022-01-07"}


def test_metadata_given_stays_as_it_is() -> None:
    metadata = {"page": 1}
    document_repair({}, "")(PAGE, metadata)
    assert metadata == {"page": 1}


def test_address_in_metadata_is_a_hint() -> None:
    """The name of the site at the end of a headline goes only where the address says that it is one."""
    text = f"A gale sinks the ferry HarbourPost\n\n{PAGE.splitlines()[-1]}"
    repair = document_repair({}, url_key="source")
    hinted = repair(text, {"source": "https://harbourpost.com/a/1"})[0]
    assert hinted.splitlines()[0] == "A gale sinks the ferry"
    for source in ({}, {"source": None}, {"source": 7}, {"source": "pages/harbourpost.com/1.txt"}):
        assert repair(text, source)[0] != hinted


def test_options_are_those_of_clean() -> None:
    assert document_repair({"ignore": ["spacing"]})("a  b", {})[0] == "a  b"
    with pytest.raises(OptionError, match="profile"):
        document_repair({"profile": "harsh"})


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [
        ("langchain", "langchain_core.documents", "langchain"),
        ("llama_index", "llama_index.core.schema", "llama-index"),
        ("haystack", "haystack", "haystack"),
    ],
)
def test_missing_package_is_named_with_its_extra(
    module: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (package, package.partition(".")[0]):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, f"cleantext.integrations.{module}", raising=False)
    with pytest.raises(ExtraMissingError, match=rf"cleantext-repair\[{extra}\]"):
        importlib.import_module(f"cleantext.integrations.{module}")
