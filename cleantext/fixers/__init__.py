"""Repairs that no pattern can express: one module each, named by the rules that use it."""
