"""`python -m classeur` and the command `classeur`."""

from __future__ import annotations

import sys

from classeur.cli.garbage import look_rarely


def main() -> int:
    """Run the command that was typed; returns its exit code."""
    look_rarely()
    from classeur.cli.app import main as run  # loading it makes many objects that stay

    return run()


if __name__ == "__main__":
    sys.exit(main())
