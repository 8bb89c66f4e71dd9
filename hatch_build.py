"""Build hook: write down the built-in rules and their triggers, so that nobody parses and derives them at the start.

It takes two minutes of one core, so all that are here share in it.
"""

from __future__ import annotations

import json
import operator
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

Made = TypeVar("Made")

MOST_PROCESSES = 8
"""Each takes some hundred megabytes while it compiles."""


class PreparedRules(BuildHookInterface):
    """Runs for wheels and for editable installs alike; the package itself needs only the standard library for it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's
        """Read the rule files of this source tree, and derive their triggers."""
        sys.path.insert(0, self.root)
        from cleantext import triggers
        from cleantext.options import PROFILES, Config
        from cleantext.ruleset import prepared
        from cleantext.ruleset.compiled import RuleSet
        from cleantext.ruleset.folder import builtin_folder, load_rules
        from cleantext.ruleset.for_build import automata_of, prepared_trigger, to_derive
        from cleantext.scanner.hyperscan import PREPARED as AUTOMATA
        from cleantext.scanner.hyperscan import is_here

        sources = [path.read_text(encoding="utf-8") for path in sorted(builtin_folder().rglob("*.toml"))]
        self.write(prepared.PREPARED, prepared.prepare_heads(sources), build_data)
        rules = load_rules(examples=False)
        found = on_all_cores(prepared_trigger, to_derive(rules))
        self.write(triggers.PREPARED, [it for it in found if it is not None], build_data)
        triggers.prepared.cache_clear()
        folder = Path(self.root, "cleantext", "data", AUTOMATA)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        sets = (RuleSet(rules, Config(profile=profile).names(rules)) for profile in PROFILES) if is_here() else ()
        automata = {name: unwritten for its in sets for name, unwritten in automata_of(its).items()}
        contents = on_all_cores(operator.call, [(unwritten,) for unwritten in automata.values()])
        for name, content in zip(automata, contents, strict=True):
            (folder / name).write_bytes(content)
            build_data["artifacts"].append(f"cleantext/data/{AUTOMATA}/{name}")

    def write(self, name: str, content: Any, build_data: dict[str, Any]) -> None:
        """Write a file of the package's data."""
        target = Path(self.root, "cleantext", "data", name)
        target.write_text(json.dumps(content, indent=0, ensure_ascii=True), encoding="ascii")
        build_data["artifacts"].append(f"cleantext/data/{name}")


def on_all_cores(make: Callable[..., Made], tasks: Sequence[tuple[Any, ...]]) -> Iterable[Made]:
    """What a function makes of each of some arguments, in as many processes as this one may use.

    Elsewhere than on Linux, processes that begin anew would not find the package that is being built.
    """
    if sys.platform != "linux":
        return [make(*it) for it in tasks]
    processes = min(MOST_PROCESSES, len(os.sched_getaffinity(0)))
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        return list(pool.map(make, *zip(*tasks, strict=True)))
