"""The command `cleantext`: one module a subcommand; what is printed is decided here and nowhere else."""

import cleantext

if not hasattr(cleantext, "explain_many"):  # as after `pip install clean-text`, and after it was taken away again
    from cleantext.collision import other_distributions, remedy

    others = list(other_distributions()) or ["clean-text"]
    raise SystemExit(
        f"cleantext: {' and '.join(others)} wrote over this package, whose name is the same, or took its files along; "
        f"have only one of them in an environment:\n  {remedy(others)}"
    )
