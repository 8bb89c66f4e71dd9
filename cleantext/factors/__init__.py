"""What stands in every match of a pattern: how triggers are derived, at build time or for a user's rules.

`patterns` reads parse trees, `runs` weighs what it finds, `characters` knows sets of characters.
"""

KEY_LENGTH = 8
"""Letters of a line's beginning that are looked up."""

LEAST_KEY = 3
"""Letters that a factor at a line's beginning must have to be looked up."""
