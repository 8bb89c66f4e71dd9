"""Learning page furniture from a corpus: the lines that recur on the pages of one site become a rule file of its own.

Pages are read twice. The first reading counts on how many pages of its site each frame of a line stands; the second
looks where those stand that recur. Both counts lie on disk, so that memory is bounded and a run that was stopped
can go on. The engine knows nothing of this package: what it writes are rules like all others.
"""
