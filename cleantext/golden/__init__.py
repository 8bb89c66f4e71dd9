"""Golden files: texts with what must come of them, by which rules; written or updated, and reviewed like code.

`files` reads them, `verdict` tries a case, `update` writes what comes out now, `accept` makes cases and near misses of
a report's marks. pytest collects them by `cleantext.pytest_plugin`, `cleantext golden` runs them without it.
"""
