"""Where a file that a link does not find may be."""

from __future__ import annotations

import posixpath

from classeur.model.binder import Binder
from classeur.model.links import Lead
from classeur.model.references import folded


def elsewhere(binder: Binder, lead: Lead) -> str:
    """The ways, from the text, to the files of the same name; a dash when there is none."""
    if lead.path is None:
        return "–"
    folder = str(lead.document.path.parent)
    namesakes = binder.files_by_name.get(folded(lead.path.name), ())[:3]
    return ", ".join(posixpath.relpath(str(file), folder) for file in namesakes) or "–"
