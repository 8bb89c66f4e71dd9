"""Sites: what a call's hints name, and rules that are for one site."""

from __future__ import annotations

import pytest

from cleantext.facts.sites import host_of, site_of, sites_said
from cleantext.pipeline import repair
from cleantext.rule import Hints
from cleantext.ruleset.compiled import RuleSet
from cleantext.ruleset.schema import read_rule

SITE_OF = {
    "with www": ("https://www.example.com/2020/ferry", "example.com"),
    "without scheme": ("edition.example.com/ferry", "example.com"),
    "below a country's second level": ("https://news.example.co.uk", "example.co.uk"),
    "below another": ("https://www.example.com.au/a?b=//c.d", "example.com.au"),
    "a short name under a country": ("https://m.pier.de", "pier.de"),
    "a blog": ("http://quay.blogspot.com/2011/01", "quay.blogspot.com"),
    "a blog of a country": ("http://quay.blogspot.co.uk", "quay.blogspot.co.uk"),
    "with port and final dot": ("http://Example.ORG.:8080/", "example.org"),
    "an address of figures": ("http://192.0.2.7/a", "192.0.2.7"),
    "no host": ("the daily example", ""),
    "no address": ("http://[::1", ""),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("address", "site"), SITE_OF.values(), ids=SITE_OF)
def test_site_is_the_part_of_the_host_that_was_registered(address: str, site: str) -> None:
    assert site_of(address) == site


def test_hints_name_a_site_by_its_host_and_by_its_name() -> None:
    assert sites_said(Hints()) == ()
    assert sites_said(Hints(site=" The Daily  Example")) == ("the daily example",)
    assert sites_said(Hints(site="Edition.Example.com")) == ("edition.example.com", "example.com")
    assert sites_said(Hints(url="https://m.example.com/x")) == ("m.example.com", "example.com")
    assert host_of("St. Mary's Post") == "st. mary's post"
    assert sites_said(Hints(site="St. Mary's Post")) == ("st. mary's post",)


RULE = """
summary = "An exclamation mark of one site."
why = "A test."
pattern = '!'
replacement = '.'
requires = { site = SITE }
[[changes]]
before = "No!"
after = "No."
url = "https://www.example.com/"
[[keeps]]
text = "No!"
why = "nobody says where it is from"
"""

CALLS = {
    "its host": ({"url": "https://example.com/a"}, True),
    "a host below it": ({"url": "https://edition.example.com/a"}, True),
    "the site said": ({"site": "Example.com"}, True),
    "said with www": ({"site": "www.example.com"}, True),
    "nothing": ({}, False),
    "another host": ({"url": "https://example.org/a"}, False),
    "a host that ends alike": ({"url": "https://counterexample.com/a"}, False),
    "another site, its own host in the path": ({"url": "https://example.org/example.com"}, False),
}


@pytest.mark.parametrize(("hints", "acts"), CALLS.values(), ids=CALLS)
def test_rule_of_one_site_acts_on_its_texts_alone(hints: dict[str, str], acts: bool) -> None:
    rule, _ = read_rule("spacing/mark", "mark.toml", RULE.replace("SITE", '"Example.com"'))
    assert rule is not None
    found = repair("No!", RuleSet([rule], [rule.name]), Hints(**hints), explaining=True)
    assert found.text == ("No." if acts else "No!")
    held = [finding.why_not for finding in found.findings]
    assert bool(held) is not acts
    if held and hints:
        assert held[0].endswith("and the rule is for 'example.com'")


FAULTS = {
    "an address": '"https://example.com"',
    "nothing": '" "',
    "any": '"*"',
}


@pytest.mark.parametrize("said", FAULTS.values(), ids=FAULTS)
def test_site_of_a_rule_is_a_host_or_a_name(said: str) -> None:
    rule, faults = read_rule("spacing/mark", "mark.toml", RULE.replace("SITE", said))
    assert rule is None
    reason = """'site' is true, a host ("example.com"), or a name as site= says it"""
    assert [(fault.line, fault.reason) for fault in faults] == [(6, reason)]


def test_site_of_a_rule_is_no_number() -> None:
    _, faults = read_rule("spacing/mark", "mark.toml", RULE.replace("SITE", "3"))
    assert [fault.reason for fault in faults] == ["'site' must be true or a string, not 3"]
