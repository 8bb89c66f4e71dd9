"""What must recur to be learned; a module of its own, since the command shows it before anything is learned."""

LEAST_PAGES = 4
"""What stands on fewer may be an accident; docs/learning.md has what each number costs."""

LEAST_SHARE = 0.5
"""Of a site's pages."""
