"""The formats as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from classeur.model.documents import Header, ProcessHeader
from classeur.reading.lists import external_schema, glossary_schema, waivers_schema
from classeur.reading.organisation import organisation_schema
from classeur.reading.processes import indicators_schema

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "document": Header.model_json_schema,
    "process": ProcessHeader.model_json_schema,
    "organisation": organisation_schema,
    "indicators": indicators_schema,
    "glossary": glossary_schema,
    "waivers": waivers_schema,
    "external": external_schema,
}
"""What `classeur schema NAME` prints."""
