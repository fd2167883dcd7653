"""The house of the acceptance cases."""

from __future__ import annotations

from tests.acceptance.centre import centre

__all__ = ["centre"]
