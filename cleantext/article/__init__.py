"""Which lines of a page are its article: points for each line, alone and among its neighbours, added up.

`page` measures the lines, `features` says what is counted, `neighbours` what the points of the lines
around add, `card` holds the points, which were fitted beforehand, and adds them up.
"""
