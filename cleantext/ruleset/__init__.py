"""From rule files to a compiled set: found, read, checked, and asked which of them a text could concern."""
