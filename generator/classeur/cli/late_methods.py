"""How a command starts sooner: what compares, hashes or shows a value is compiled when it is first called.

Python compiles six functions for each class of values that a module declares; a command loads hundreds of them, and
calls few of those functions. Since Python 3.13 they are compiled together, and nothing is done here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache, partial
from typing import Any

_LATE = frozenset({"__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
"""All but `__init__`, whose arguments people and libraries look at."""


def compile_methods_when_called() -> None:
    """From the beginning of a command: the classes that are loaded next wait for their functions."""
    at_once = getattr(dataclasses, "_create_fn", None)
    if at_once is not None and at_once.__module__ == dataclasses.__name__:
        vars(dataclasses)["_create_fn"] = partial(_later, at_once)


def _later(at_once: Callable[..., Any], name: str, *told: Any, **also: Any) -> Callable[..., Any]:
    """The function itself, or one that takes its place until it is called."""
    if name not in _LATE:
        made: Callable[..., Any] = at_once(name, *told, **also)
        return made

    compiled = cache(partial(at_once, name, *told, **also))

    def standing_in(self: Any, *given: Any) -> Any:
        made = compiled()
        made.__qualname__ = standing_in.__qualname__
        for kind in type(self).__mro__:
            if vars(kind).get(name) is standing_in:
                setattr(kind, name, made)
        return made(self, *given)

    standing_in.__name__ = name
    return standing_in
