"""Running a command as a person would, in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from classeur.cli.app import main


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output, which holds JSON and nothing else."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """Where commands are typed, with what they print."""

    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: object) -> Said:
        """A command's exit code and what it printed."""
        self.capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = self.capsys.readouterr()
        return Said(code, printed.out, printed.err)


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything under a folder: the files with their bytes, the folders with None."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
