"""One rule file: TOML text in, a `Rule` out, and every fault of it with its line.

What keys there are stands in `keys`; what a key means is told by `rule.Rule` and its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from cleantext.errors import Fault
from cleantext.facts.sites import site_name
from cleantext.facts.tags import language_tag
from cleantext.remedies.fixer import exists
from cleantext.rule import (
    ANY_SITE,
    MOST_TRIGGERED,
    NUMBER_HABITS,
    POSITIONS,
    SAFETIES,
    STAGES,
    Example,
    Fixer,
    Hints,
    Pattern,
    Phrases,
    Remedy,
    Requires,
    Rule,
    Table,
    only_a_sign,
)
from cleantext.ruleset.keys import BUDGET_KEYS, CHANGES_KEYS, HINT_KEYS, KEEPS_KEYS, KEYS, REQUIRES_KEYS
from cleantext.ruleset.locate import key_above
from cleantext.ruleset.prepared import head_of, prepared_heads
from cleantext.ruleset.reader import BELONGS_ABOVE, Reader

DEFAULT_STRENGTH = 2.0
"""Asked of the evidence where a rule names a source and no strength: more than one weak sign can give."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*\Z")
_GROUP = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>)")
_SURROGATE = re.compile(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


def read_rule(
    name: str, file: str, source: str, *, trusted: bool = False, thorough: bool = True, examples: bool = True
) -> tuple[Rule | None, list[Fault]]:
    """Read the text of one rule file; the rule where it is sound, and all faults where it is not.

    `name` is the file's path below its rules folder, without `.toml`; `trusted` rules are the
    library's own, whose patterns run on `re` without a time limit. Only a `thorough` reading
    compiles the patterns; the library's own files were read thoroughly by the tests. Without
    `examples` they are not even parsed.
    """
    if not examples:
        source = head_of(source)
    table = None if examples else prepared_heads().get(source)
    if table is None:
        import tomllib  # a tenth of a second for all rules

        try:
            table = tomllib.loads(source)
        except tomllib.TOMLDecodeError as error:
            return None, [_not_toml(file, source, error)]
    reader = Reader(file, source, table, trusted=trusted, thorough=thorough, examples=examples)
    rule = _rule(reader, name)
    return (None if reader.faults else rule), reader.faults


def _not_toml(file: str, source: str, error: ValueError) -> Fault:
    place = re.search(r"at line (\d+)", str(error))
    line = int(place[1]) if place else 1
    twice = "Cannot overwrite a value" in str(error) and key_above(source, line)
    return Fault(file, line, f"not TOML: {f'{twice!r} stands twice in its table: ' if twice else ''}{error}")


def _rule(reader: Reader, name: str) -> Rule:
    keys = reader.check_keys(reader.table, KEYS)
    stage, *folders = name.split("/")[:-1] or [""]
    if stage not in STAGES:
        reader.fault(f"{name!r} lies in no stage's folder; stages are {', '.join(STAGES)}")
    if not _NAME.match(name):
        reader.fault(f"the name {name!r} is not lower-case words joined by hyphens")
    for key in ("summary", "why"):
        if key in keys or key not in reader.table:  # else it is no string, which is told
            _check_said(reader, keys, key)
    remedy = _remedy(reader, keys)
    languages = reader.strings(keys, "languages")
    for language in languages:
        _check_language(reader, language, "languages")
    antipatterns = reader.strings(keys, "antipatterns")
    for number, antipattern in enumerate(antipatterns):
        _check_pattern(reader, antipattern, "antipatterns", number)
    if trigger := keys.get("trigger", ""):
        _check_pattern(reader, trigger, "trigger")
    return Rule(
        name=name,
        file=reader.file,
        summary=keys.get("summary", ""),
        why=keys.get("why", ""),
        remedy=remedy,
        safety=cast("Any", reader.one_of(keys, "safety", SAFETIES, "safe")),
        scope=cast("Any", reader.one_of(keys, "scope", ("line", "text"), "line")),
        priority=keys.get("priority", 50),
        languages=frozenset(languages),
        requires=_requires(reader, keys.get("requires", {}), folders if stage == "translation" else ()),
        evidence=_evidence(reader, keys.get("evidence", {})),
        lift=_lift(reader, keys, remedy),
        antipatterns=antipatterns,
        trigger=trigger,
        budget=_budget(reader, keys.get("budget", {})),
        trusted=reader.trusted,
        changes=_examples(
            reader, keys, "changes", CHANGES_KEYS, "before", "before" if only_a_sign(remedy) else "after"
        ),
        keeps=_examples(reader, keys, "keeps", KEEPS_KEYS, "text", "text"),
    )


def _check_said(reader: Reader, keys: Mapping[str, Any], key: str) -> None:
    if not keys.get(key, "").strip():
        reader.fault(f"{key!r} is {'empty' if key in keys else 'missing'}", key)


def _check_language(reader: Reader, code: str, *path: str) -> bool:
    if not _LANGUAGE.match(code):
        misplaced = f"; {BELONGS_ABOVE}" if code in KEYS else ""
        reader.fault(f"{code!r} is not a language code of two or three letters{misplaced}", *path)
        return False
    return True


def _remedy(reader: Reader, keys: Mapping[str, Any]) -> Remedy:
    table = {key: value for key, value in keys.get("table", {}).items() if isinstance(value, str)}
    for key in keys.get("table", {}).keys() - table.keys():
        reader.fault(f"the table's {key!r} is not a string{f'; {BELONGS_ABOVE}' if key in KEYS else ''}", "table", key)
    phrases = _phrases(reader, keys.get("phrases", {}))
    kinds = [kind for kind in ("pattern", "table", "phrases", "fixer") if kind in keys]
    if "fixer" in keys and "pattern" not in keys:
        if reader.thorough and not exists(keys["fixer"]):
            reader.fault(f"there is no fixer {keys['fixer']!r}", "fixer")
        return Fixer(keys["fixer"], table, phrases, reader.strings(keys, "phrases_of"))
    if "phrases_of" in keys:
        reader.fault("'phrases_of' goes with a fixer", "phrases_of")
    if len(kinds) != 1:
        said = " and ".join(kinds) or "none"
        reader.fault(f"a rule has one of pattern, table, phrases or fixer; this one has {said}", *kinds[1:2])
    if "pattern" in keys:
        return _pattern(reader, keys)
    for key in ("replacement", "drop"):
        if key in keys:
            reader.fault(f"{key!r} goes with a pattern", key)
    return Table(table) if "table" in keys else Phrases(phrases)


def _pattern(reader: Reader, keys: Mapping[str, Any]) -> Pattern:
    replacement, drop = keys.get("replacement"), keys.get("drop", False)
    if replacement is not None and drop:
        reader.fault("a pattern has a replacement or drops its lines, not both", "drop")
    if replacement is None and not drop and not keys.get("evidence"):
        reader.fault("a pattern needs a replacement, drop = true, or evidence that it gives", "pattern")
    compiled = _check_pattern(reader, keys["pattern"], "pattern")
    if compiled is not None and replacement is not None:
        for number, group in _GROUP.findall(replacement):
            if number and int(number) > compiled.groups:
                reason = f"replacement uses group {number}, pattern has {compiled.groups}"
                reader.fault(reason, "replacement")
            elif group and not group.isdigit() and group not in compiled.groupindex:
                reader.fault(f"replacement uses group {group!r}, which the pattern lacks", "replacement")
    return Pattern(keys["pattern"], replacement, drop)


def _check_pattern(reader: Reader, pattern: str, *path: str | int) -> Any:
    """Compile once to learn of errors and groups; what runs is compiled when first needed."""
    if not reader.thorough:
        return None
    import regex

    try:
        return re.compile(pattern) if reader.trusted or path == ("trigger",) else regex.compile(pattern)
    except (re.error, regex.error) as error:
        reader.fault(f"the pattern does not compile: {error}", *path)
        return None


def _phrases(reader: Reader, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    phrases = {}
    for language, values in table.items():
        _check_language(reader, language, "phrases", language)
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            reader.fault(f"the phrases of {language!r} are not a list of strings", "phrases", language)
        else:
            phrases[language] = tuple(values)
    return phrases


def _requires(reader: Reader, table: Mapping[str, Any], folders: Sequence[str]) -> Requires:
    """What the rule asks of a document; a folder of translations named after a language asks for that source."""
    keys = reader.check_keys(table, REQUIRES_KEYS, ("requires",))
    source = keys.get("source", folders[0] if folders and _LANGUAGE.match(folders[0]) else "")
    position = reader.one_of(keys, "position", POSITIONS, "anywhere", "requires")
    if source:
        _check_language(reader, source, "requires", "source")
    strength = keys.get("strength", DEFAULT_STRENGTH if source else 0.0)
    if strength < 0:
        reader.fault(f"'strength' is {strength}, not a number from 0 on", "requires", "strength")
    if strength and not source:
        reader.fault("'strength' is asked of no source", "requires", "strength")
    numbers = reader.one_of(keys, "numbers", ("", *NUMBER_HABITS), "", "requires")
    if numbers and not source:
        reader.fault("'numbers' is asked of no source", "requires", "numbers")
    site = _site(reader, keys.get("site", False))
    plain = (keys.get(key, False) for key in ("company", "nontechnical"))
    return Requires(source, strength, cast("Any", position), keys.get("prose", False), site, numbers, *plain)


def _site(reader: Reader, said: bool | str) -> str:
    """Any site that a call names, or the one that is named here."""
    if isinstance(said, bool):
        return ANY_SITE if said else ""
    if not said.strip() or "//" in said or said.strip() == ANY_SITE:
        reader.fault("'site' is true, a host (\"example.com\"), or a name as site= says it", "requires", "site")
    return site_name(said)


def _budget(reader: Reader, table: Mapping[str, Any]) -> float:
    keys = reader.check_keys(table, BUDGET_KEYS, ("budget",))
    if table and not keys.get("why", "").strip():
        reader.fault("a budget says why so many undamaged texts look as if the rule concerned them", "budget", "why")
    share = keys.get("share", MOST_TRIGGERED)
    if not MOST_TRIGGERED <= share <= 1:
        reader.fault(f"a budget is a share of documents from {MOST_TRIGGERED} to 1, not {share}", "budget", "share")
    return float(share)


def _evidence(reader: Reader, table: Mapping[str, Any]) -> dict[str, float]:
    weights = {}
    for language, weight in table.items():
        if not _check_language(reader, language, "evidence", language):
            continue
        if isinstance(weight, bool) or not isinstance(weight, int | float) or weight <= 0:
            reader.fault(f"the weight of {language!r} is {weight!r}, not a number above 0", "evidence", language)
        else:
            weights[language] = float(weight)
    return weights


def _lift(reader: Reader, keys: Mapping[str, Any], remedy: Remedy) -> tuple[str, ...]:
    lift = reader.strings(keys, "lift")
    if lift and isinstance(remedy, Pattern):
        for fact in lift:
            if f"(?P<{fact}>" not in remedy.pattern:
                reader.fault(f"'lift' names {fact!r}, which is no group of the pattern", "lift")
    elif lift and isinstance(remedy, Table | Phrases):
        reader.fault("'lift' goes with a pattern or a fixer", "lift")
    return lift


def _examples(
    reader: Reader, keys: Mapping[str, Any], key: str, known: Mapping[str, type], before: str, after: str
) -> tuple[Example, ...]:
    if not reader.examples:
        return ()
    examples = []
    for number, table in enumerate(keys.get(key, [])):
        if not isinstance(table, Mapping):
            reader.fault(f"{key!r} must be written as [[{key}]] tables", key)
            continue
        good = reader.check_keys(table, known, (key, number))
        missing = [part for part in dict.fromkeys((before, after)) if part not in table]
        for part in missing:
            reader.fault(f"{part!r} is missing", key, number)
        if key == "keeps" and not good.get("why", "").strip():
            reader.fault("'why' is missing: a text that stays says what could take it for damage", key, number)
        if not missing and {before, after} <= good.keys():
            hints = Hints(**{hint: _hint(reader, good[hint], key, number, hint) for hint in HINT_KEYS if hint in good})
            place = reader.line(key, number) if reader.thorough else 0
            spelled = bool(good.get("surrogates"))
            texts = [_spelled_out(text) if spelled else text for text in (good[before], good[after])]
            examples.append(Example(texts[0], texts[1], good.get("why", ""), hints, place))
    if not keys.get(key):
        reader.fault(f"no [[{key}]]: a rule has at least one", key)
    return tuple(examples)


def _hint(reader: Reader, said: str, *path: str | int) -> str:
    """A hint as a call would have it."""
    tag = language_tag(said) if path[-1] in ("lang", "source_lang") else said
    if tag is None:
        reader.fault(f"{path[-1]!r} is {said!r}, which names no language", *path)
    return tag or ""


def _spelled_out(text: str) -> str:
    r"""Lone surrogates, which TOML cannot hold, are spelled `\udXXX` in an example that says so."""
    return _SURROGATE.sub(lambda it: chr(int(it[1], 16)), text)
