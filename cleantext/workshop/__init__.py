"""What a writer of rules works with: a corpus to run them over, what each costs there, why it acted, how often rightly.

Nothing here prints; `cleantext rules` does.
"""
