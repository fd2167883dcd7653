"""The formats as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from classeur.model.documents import Header, ProcessHeader
from classeur.model.registers.rows import RegisterType, register_types
from classeur.reading.lists import glossary_schema, waivers_schema
from classeur.reading.organisation import organisation_schema
from classeur.reading.processes import indicators_schema


def _register_schema(kind: RegisterType) -> dict[str, Any]:
    """The format of a register as JSON Schema: a list of rows, each column with its French title."""
    schema = kind.row.model_json_schema()
    for key, column in kind.columns.items():
        schema["properties"][key]["title"] = column.french
    return {"type": "array", "items": schema, "title": kind.french}


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "document": Header.model_json_schema,
    "process": ProcessHeader.model_json_schema,
    "organisation": organisation_schema,
    "indicators": indicators_schema,
    "glossary": glossary_schema,
    "waivers": waivers_schema,
    **{name: partial(_register_schema, kind) for name, kind in register_types().items()},
}
"""What `classeur schema NAME` prints."""
