"""What the guard on « rédactionnelle » catches and lets through, on the labelled pairs; writes benchmarks/guard.md."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from classeur.model.comparison import compare
from classeur.model.guard import editorial_doubts

Pair = dict[str, Any]
ROOT = Path(__file__).parents[1]
PEOPLE = frozenset({"Camille Leroy", "Alix Martin", "Maud Durand", "Noé Bernard", "Jo Petit"})
ROLES = frozenset({"Direction", "Médecin", "Référent qualité", "Infirmier", "Psychologue", "Secrétaire médicale"})
DATE = "2026-11-22"
HEAD = f"""# The guard on « rédactionnelle »

Measured on {DATE} with `python -m benchmarks.guard`, on an ordinary two-core machine, Python 3.11.
Pairs: `tests/data/guard_pairs.jsonl`. « dev » and « held » were written before the code by the hand that wrote the
code; « held » was first run once the rules were settled; one later fix (doubled letters) left its figures as they
were. As its author knew it, it is a weaker proof than pairs of others. « later » was written afterwards, without
looking at the code: at its first run all of its dangerous pairs were refused and 92 of its 110 harmless ones let
through; the guard was then mended for the kinds of fault that it showed (a forgotten apostrophe, « et » for « est »,
a doubled consonant, « mit » for « mis »), so that what it says now is no more a measure of unseen text.
"""


def main() -> None:
    """Measures, prints, writes."""
    pairs: list[Pair] = [
        json.loads(line) for line in (ROOT / "tests/data/guard_pairs.jsonl").read_text("utf-8").splitlines()
    ]
    parts = [HEAD]
    for split in ("dev", "held", "later"):
        chosen = [pair for pair in pairs if pair["split"] == split]
        parts.append(_table(split, [(pair, _is_refused(pair)) for pair in chosen]))
    parts.append(_speed())
    report = "\n".join(parts)
    print(report)
    (ROOT / "benchmarks" / "guard.md").write_text(report, encoding="utf-8", newline="\n")


def _is_refused(pair: Pair) -> bool:
    return bool(editorial_doubts(pair["before"], pair["after"], (), (), PEOPLE, ROLES))


def _table(split: str, results: list[tuple[Pair, bool]]) -> str:
    counts: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for pair, refused in results:
        right = refused == bool(pair["dangerous"])
        counts[bool(pair["dangerous"]), pair["kind"]].append(right)
        counts[bool(pair["dangerous"]), "all"].append(right)
    lines = [f"## Part « {split} »", ""]
    for dangerous, title in ((True, "Dangerous: refused"), (False, "Harmless: let through")):
        lines += [f"| {title} | Pairs | Right | Share |", "|---|---|---|---|"]
        for (kind_is_dangerous, kind), found in sorted(
            counts.items(), key=lambda item: (item[0][1] != "all", item[0][1])
        ):
            if kind_is_dangerous is dangerous:
                lines.append(f"| {kind} | {len(found)} | {sum(found)} | {sum(found) / len(found):.1%} |")
        lines.append("")
    wrong = [pair for pair, refused in results if refused != bool(pair["dangerous"])]
    lines += [f"- `{pair['id']}`: {pair['before']!r} → {pair['after']!r}" for pair in wrong]
    return "\n".join([*lines, ""]) if wrong else "\n".join(lines)


def _speed() -> str:
    texts = [file.read_text("utf-8").split("---\n", 2)[2] for file in sorted((ROOT / "procedures").rglob("*.md"))]
    short = texts[0]
    long = "\n\n".join(texts * 2)[:330_000]
    lines = ["## Speed", "", "| Texts | Changes | compare | guard |", "|---|---|---|---|"]
    for name, text in (("two procedures of 850 words", short), ("two texts of 100 pages", long)):
        for every in (10_000, 500):
            changed = _changed(text, every)
            times = (_best(compare, text, changed), _best(_guarded, text, changed))
            count = max(1, len(text.split(" ")) // every)
            lines.append(f"| {name} | {count} | {times[0]:.0f} ms | {times[1]:.0f} ms |")
    return "\n".join([*lines, ""])


def _changed(text: str, every: int) -> str:
    words = text.split(" ")
    for place in range(min(every // 2, len(words) // 2), len(words), every):
        words[place] = f"{words[place]} nouveau"
    return " ".join(words)


def _guarded(before: str, after: str) -> object:
    return editorial_doubts(before, after, (), ())


def _best(run: Callable[[str, str], object], before: str, after: str) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        run(before, after)
        times.append((time.process_time() - start) * 1000)
    return min(times)


if __name__ == "__main__":
    main()
