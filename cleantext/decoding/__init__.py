"""From bytes to text, saying how sure it is: the one place of the library that guesses bytes, and only where asked.

In this order: a byte order mark; UTF-8, which other text is not by chance; what the sender declares, or the first bytes
themselves (HTML, XML); and what the letters tell (`detected`). What is declared is believed where it makes text of the
bytes at all. Nothing fails unless `strict`; but what is not certain is told by `certainty` and `faults`.
"""

from __future__ import annotations

from cleantext.decoding.decoded import Decoded, decode

__all__ = ["Decoded", "decode"]
