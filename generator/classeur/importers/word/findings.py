"""What an import has to tell: lost, guessed or put aside, counted as the file is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from classeur.model.findings import Fault, Location

_MOST_EXAMPLES = 3


@dataclass
class Told:
    """Gathers what is worth a finding: how often, and the first places."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def tell(self, code: str, example: str = "") -> None:
        """One more of a kind, with a few words that let a person find it."""
        self.counts[code] += 1
        known = self.examples.setdefault(code, [])
        shown = " ".join(example.split())[:80]
        if shown and shown not in known and len(known) < _MOST_EXAMPLES:
            known.append(shown)

    def faults(self, path: PurePosixPath, reference: str | None = None) -> tuple[Fault, ...]:
        """One fault of each kind."""
        return tuple(
            Fault(
                Location(path),
                code,
                {"name": path.name, "count": str(count), "examples": " ; ".join(self.examples[code]) or "–"},
                reference,
            )
            for code, count in sorted(self.counts.items())
        )
