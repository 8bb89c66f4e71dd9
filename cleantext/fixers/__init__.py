"""Repairs that no pattern can express: one module each, named by the rules that use it.

Modules whose names begin with an underscore are no fixers: what several have in common, or parts of a long one.
"""
