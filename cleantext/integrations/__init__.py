"""Steps for pipelines of other libraries: one thin module each, which imports its library; nothing imports it.

`duckdb` registers a function; `langchain`, `llama_index` and `haystack` have each a class `CleanText`.
"""
