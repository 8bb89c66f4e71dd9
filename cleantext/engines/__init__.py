"""Where others do the work on many machines: Spark, Ray Data and datatrove, each with an adapter of one module.

An adapter takes its engine's tables or documents, and the options of `clean`. It starts nothing and keeps
nothing: a `Cleaner` travels as its options and compiles its rules once in each process that it reaches.
Folders of rules travel as their paths, so that they have to be there on every machine.
"""
