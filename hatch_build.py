"""Build hook: write down the built-in rules and their triggers, so that nobody parses and derives them at the start."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedRules(BuildHookInterface):
    """Runs for wheels and for editable installs alike; the package itself needs only the standard library for it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's
        """Read the rule files of this source tree, and derive their triggers."""
        sys.path.insert(0, self.root)
        from cleantext import triggers
        from cleantext.options import Config
        from cleantext.ruleset import prepared
        from cleantext.ruleset.compiled import RuleSet, prepare_automata, prepare_triggers
        from cleantext.ruleset.folder import builtin_folder, load_rules
        from cleantext.scanner.hyperscan import PREPARED as AUTOMATA

        sources = [path.read_text(encoding="utf-8") for path in sorted(builtin_folder().rglob("*.toml"))]
        self.write(prepared.PREPARED, prepared.prepare_heads(sources), build_data)
        rules = load_rules(examples=False)
        self.write(triggers.PREPARED, prepare_triggers(rules), build_data)
        triggers.prepared.cache_clear()
        folder = Path(self.root, "cleantext", "data", AUTOMATA)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        done: set[str] = set()
        for profile in ("default", "minimal", "article"):
            for name, content in prepare_automata(RuleSet(rules, Config(profile=profile).names(rules)), done).items():
                (folder / name).write_bytes(content)
                done.add(name)
                build_data["artifacts"].append(f"cleantext/data/{AUTOMATA}/{name}")

    def write(self, name: str, content: Any, build_data: dict[str, Any]) -> None:
        """Write a file of the package's data."""
        target = Path(self.root, "cleantext", "data", name)
        target.write_text(json.dumps(content, indent=0, ensure_ascii=True), encoding="ascii")
        build_data["artifacts"].append(f"cleantext/data/{name}")
