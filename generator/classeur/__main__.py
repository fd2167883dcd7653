"""`python -m classeur` and the command `classeur`."""

from __future__ import annotations

import sys

from classeur.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
