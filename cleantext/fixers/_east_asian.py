"""Characters of Chinese, Japanese and Korean beside a mark, which then belongs to them."""

from __future__ import annotations

import re

EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Kana, ideographs and Hangul."""


def is_beside_east_asian(match: re.Match[str], *, near: int) -> bool:
    """Does one of them stand so near before or after a match?"""
    line, start, end = match.string, *match.span()
    return EAST_ASIAN.search(line[max(0, start - near) : start] + line[end : end + near]) is not None
