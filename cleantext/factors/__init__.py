"""What stands in every match of a pattern: how triggers are derived, at build time or for a user's rules.

`patterns` reads parse trees into `runs`, `choice` takes the rarest by their `likelihood`, and `literals` says how they
are looked for; `characters` knows sets of characters, `words` what is frequent in English.
"""
