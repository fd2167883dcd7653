"""A .doc file turned into a .docx by LibreOffice, when it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_PATIENCE = 120
"""Seconds left to LibreOffice for one file."""


def libre_office() -> str | None:
    """The program that converts, when this computer has it."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_docx(file: Path) -> bytes | None:
    """The same text as a .docx; None when LibreOffice is missing or refuses the file."""
    program = libre_office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()
        order = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
        try:
            subprocess.run(
                [*order, "--outdir", folder, str(file.resolve())],
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        made = Path(folder) / f"{file.stem}.docx"
        return made.read_bytes() if made.is_file() else None
