"""What else is imported by our name: distributions that install a package `cleantext` too, files that stand before it.

Asks nothing of the rest of the package, since that is what may be broken.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "cleantext-repair"
_PACKAGE = Path(__file__).resolve().parent


def other_distributions() -> Sequence[str]:
    """The other distributions here that install a package of our name, as `clean-text` and `cleantext` do."""
    found = metadata.packages_distributions().get("cleantext", ())
    return sorted({name for name in found if re.sub(r"[-_.]+", "-", name).lower() != DISTRIBUTION})


def remedy(distributions: Sequence[str]) -> str:
    """The command that takes other distributions away; theirs and our files lie in one folder, so ours come anew."""
    return f"pip uninstall -y {' '.join(distributions)} && pip install --force-reinstall --no-deps {DISTRIBUTION}"


def shadows() -> Sequence[Path]:
    """Other modules of our name where Python looks for modules, or would for a program in this folder."""
    return sorted({path for folder in (*sys.path, "") for path in _modules(folder) if path.parent != _PACKAGE})


def _modules(folder: str) -> Iterator[Path]:
    for name in ("cleantext.py", "cleantext/__init__.py"):
        try:
            if (path := Path(folder, name)).is_file():
                yield path.resolve()
        except OSError:  # a folder that may not be read holds nothing that is imported
            continue
