"""`python -m classeur` and the command `classeur`."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from typing import NoReturn

from classeur.cli.garbage import look_rarely


def main() -> NoReturn:
    """Run the command that was typed, and end the program with its exit code."""
    look_rarely()
    from classeur.cli.app import main as run  # loading it makes many objects that stay

    _end(run())


def _end(code: int) -> NoReturn:
    """End at once: Python would first take a house of thousands of texts apart, value by value."""
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (AttributeError, OSError, ValueError):  # there is none, it is closed, its disk is full: Python says so
        sys.exit(code)
    if threading.active_count() > 1 or sys.getprofile() or sys.gettrace():
        sys.exit(code)  # somebody still works, or watches us work
    atexit._run_exitfuncs()
    os._exit(code)


if __name__ == "__main__":
    main()
