"""A row added to a text, or changed in it: only its own lines are touched."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from classeur.reading.registers.read import ROWS_KEY

Value = str | tuple[str, ...]
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^:#\n\"\\]|:(?! )|(?<! )#)*")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null", "~"})


class NotEditable(Exception):
    """The file is written in a way that we do not touch."""


def with_row(text: str, values: Mapping[str, Value]) -> str:
    """The text with a row after its last one.

    Raises:
        NotEditable: the rows are not a list of entries that begin with a dash.
    """
    items = _items(text)
    if items is None:
        return _ended(text) + _block(values, "")
    if not items.value:
        raise NotEditable
    if items.flow_style:
        raise NotEditable
    indent = " " * items.start_mark.column
    lines = text.split("\n")
    last = _last_line(items)
    above = lines[_last_line(items.value[-2]) + 1 : _line(items.value[-1])] if len(items.value) > 1 else []
    added = ["" for line in above if not line.strip()] + _block(values, indent).rstrip("\n").split("\n")
    return _ended("\n".join([*lines[: last + 1], *added, *lines[last + 1 :]]))


def with_values(text: str, index: int, values: Mapping[str, Value]) -> str:
    """The text with values of its row number `index` (from 0) replaced or added.

    Raises:
        NotEditable: the row is not a mapping, or a value to replace runs over several lines.
    """
    for key, value in values.items():
        items = _items(text)
        if items is None or index >= len(items.value) or not isinstance(items.value[index], yaml.MappingNode):
            raise NotEditable
        text = _with_value(text, items.value[index], key, value)
    return text


def _with_value(text: str, row: yaml.MappingNode, key: str, value: Value) -> str:
    lines = text.split("\n")
    for name, node in row.value:
        if name.value == key:
            start, end = node.start_mark, node.end_mark
            if isinstance(node, yaml.ScalarNode) and not node.value and start.line == end.line:
                start = end = name.end_mark
                line = lines[start.line]
                colon = line.index(":", start.column) + 1
                lines[start.line] = f"{line[:colon]} {_scalar(value, bool(row.flow_style))}{line[colon:]}"
                return "\n".join(lines)
            if start.line != end.line:
                raise NotEditable
            line = lines[start.line]
            lines[start.line] = line[: start.column] + _scalar(value, bool(row.flow_style)) + line[end.column :]
            return "\n".join(lines)
    if row.flow_style:
        mark = row.end_mark
        line = lines[mark.line]
        lines[mark.line] = line[: mark.column - 1] + f", {key}: {_scalar(value, True)}" + line[mark.column - 1 :]
        return "\n".join(lines)
    last = _last_line(row)
    lines.insert(last + 1, f"{' ' * row.value[0][0].start_mark.column}{key}: {_scalar(value, False)}")
    return "\n".join(lines)


def _items(text: str) -> yaml.SequenceNode | None:
    """The list of rows; None when the text holds nothing yet."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    if root is None:
        return None
    if isinstance(root, yaml.MappingNode):
        root = next((value for key, value in root.value if key.value == ROWS_KEY), None)
    if not isinstance(root, yaml.SequenceNode):
        raise NotEditable
    return root


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line)


def _last_line(node: yaml.Node) -> int:
    """The last line on which a node has something."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        children = [each for item in node.value for each in (item if isinstance(item, tuple) else (item,))]
        return max((_last_line(child) for child in children), default=_line(node))
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return max(_line(node), int(node.end_mark.line) - 1)
    return int(node.end_mark.line)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _block(values: Mapping[str, Value], indent: str) -> str:
    lines = [f"{key}: {_scalar(value, False)}" for key, value in values.items()]
    return "".join(f"{indent}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def _scalar(value: Value, in_flow: bool) -> str:
    """A value as YAML text, always on one line."""
    if isinstance(value, tuple):
        return "[" + ", ".join(_scalar(item, True) for item in value) + "]"
    plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML and value == value.strip()
    if plain and not (in_flow and any(sign in value for sign in ",[]{}")) and not value.endswith(":"):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
