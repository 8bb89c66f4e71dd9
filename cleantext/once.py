"""An attribute that is worked out when it is first asked for, and then simply stands there.

`functools.cached_property` takes a lock each time in Python 3.11, which is half a microsecond: a page asks for some
thirty such attributes. Two threads may work the same one out; the answers are equal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Found = TypeVar("Found")


class once(Generic[Found]):  # noqa: N801 - it is written as a decorator
    """Make a method without arguments an attribute.

    >>> class Text:
    ...     @once
    ...     def words(self):
    ...         print("counted")
    ...         return 3
    >>> text = Text()
    >>> text.words + text.words
    counted
    6
    """

    def __init__(self, find: Callable[[Any], Found]) -> None:
        self._find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, it: None, owner: type) -> Self: ...
    @overload
    def __get__(self, it: object, owner: type) -> Found: ...
    def __get__(self, it: object | None, owner: type) -> Self | Found:
        if it is None:
            return self
        found = it.__dict__[self._name] = self._find(it)
        return found
