"""`cleantext rules`: the workshop of those who write rules; one module a command, loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

_MODULES = {
    "check": "rules_check",
    "cost": "rules_cost",
    "list": "rules_list",
    "measure": "rules_measure",
    "new": "rules_new",
    "schema": "rules_list",
    "show": "rules_list",
    "why": "rules_why",
}
"""Where each command stands, under its name with `_rules` behind it."""


class _Commands(click.Group):
    """Loads a command when it is called: what one needs would make every start of `cleantext` slower."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _MODULES:
            return None
        found: click.Command = getattr(import_module(f"cleantext.cli.{_MODULES[cmd_name]}"), f"{cmd_name}_rules")
        return found


@click.group(cls=_Commands)
def rules() -> None:
    """List, show, write, check and measure rules."""
