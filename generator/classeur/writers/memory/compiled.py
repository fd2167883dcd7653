"""Templates compiled once in a process that lives: that of `watch` lays out a page at each save.

Kept in memory only: code read from a folder that many people may write would run for the one who builds.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_COMPILED: dict[tuple[str, str, str], CodeType] = {}
_MOST = 500
"""Templates of a few houses and themes; beyond, all are compiled again."""


class CompiledTemplates(BytecodeCache):
    """The templates compiled earlier in this process, by their place and by what they hold."""

    def __init__(self, language: str = "") -> None:
        """Take the language of the sentences that are compiled into them, where there are any."""
        self._language = language

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, when it was compiled from this very text."""
        bucket.code = _COMPILED.get((self._language, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if len(_COMPILED) >= _MOST:
            _COMPILED.clear()
        if bucket.code is not None:
            _COMPILED[self._language, bucket.key, bucket.checksum] = bucket.code
