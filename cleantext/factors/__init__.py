"""What stands in every match of a pattern: how triggers are derived, at build time or for a user's rules.

`patterns` reads parse trees, `runs` weighs what it finds, `characters` knows sets of characters.
"""
