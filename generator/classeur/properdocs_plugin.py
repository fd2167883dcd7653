"""The same plugin for ProperDocs, which goes on where MkDocs stopped: `properdocs build` gives the same pages."""

from __future__ import annotations

from properdocs.plugins import BasePlugin

from classeur.mkdocs_plugin import StagingHooks


class ClasseurPlugin(StagingHooks, BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The plugin `classeur` of ProperDocs."""
