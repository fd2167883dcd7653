"""One act in a process of its own, for the campaign to break: says ACK when the ledger has acknowledged."""

from __future__ import annotations

import sys
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.file_layer import DISK
from classeur.ledger.journal import load
from tests.faults.acts import ACTS


def main(root: Path, act: str) -> int:
    """Do the act on the real disk."""
    try:
        ACTS[act](root, load(root), DISK)
    except (OSError, ClasseurError) as error:
        print(f"REFUSED {error}", file=sys.stderr)
        return 2
    print("ACK", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
