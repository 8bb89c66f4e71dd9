"""Build hook: write down the built-in rules and their triggers, so that nobody parses and derives them at the start."""

from __future__ import annotations

import json
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
        from cleantext.ruleset import prepared
        from cleantext.ruleset.compiled import prepare_triggers
        from cleantext.ruleset.folder import builtin_folder, builtin_rules

        sources = [path.read_text(encoding="utf-8") for path in sorted(builtin_folder().rglob("*.toml"))]
        self.write(prepared.PREPARED, prepared.prepare_heads(sources), build_data)
        self.write(triggers.PREPARED, prepare_triggers(builtin_rules(examples=False)), build_data)

    def write(self, name: str, content: Any, build_data: dict[str, Any]) -> None:
        """Write a file of the package's data."""
        target = Path(self.root, "cleantext", "data", name)
        target.write_text(json.dumps(content, indent=0, ensure_ascii=True), encoding="ascii")
        build_data["artifacts"].append(f"cleantext/data/{name}")
