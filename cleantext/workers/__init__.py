"""Many items of work, in order, in this process (`here`) or on several (`crew`).

Nothing here knows texts, files or rules. A worker that dies costs the item that it died of, and no other.
"""
