"""`python -m cleantext`: the same as the command `cleantext`."""

from cleantext.cli.main import main

main(prog_name="cleantext")
