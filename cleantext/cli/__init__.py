"""The command `cleantext`: one module a subcommand; what is printed is decided here and nowhere else."""
