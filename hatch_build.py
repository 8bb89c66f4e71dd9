"""Build hook: write down the triggers of the built-in rules, so that nobody derives them when the package starts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedTriggers(BuildHookInterface):
    """Runs for wheels and for editable installs alike; the package itself needs only the standard library for it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's
        """Derive the triggers from the rule files of this source tree."""
        sys.path.insert(0, self.root)
        from cleantext.ruleset.compiled import prepare_triggers
        from cleantext.ruleset.folder import builtin_rules
        from cleantext.triggers import PREPARED

        target = Path(self.root, "cleantext", "data", PREPARED)
        target.write_text(
            json.dumps(prepare_triggers(builtin_rules(examples=False)), indent=0, ensure_ascii=True), encoding="ascii"
        )
        build_data["artifacts"].append(f"cleantext/data/{PREPARED}")
