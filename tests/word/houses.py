"""Houses whose releases are made into Word copies."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from classeur.cli.app import main
from tests.houses import TODAY, a_text, house_files, write_house
from tests.released import Acts

CONSTRUCTS = Path(__file__).parent / "constructs.md"
GLOSSARY = "- {term: SHA, means: [Solution hydro-alcoolique]}\n- {term: XYZ, means: [Absent]}\n"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#e9eefb"/>'
    '<text x="20" y="50">Accueil</text></svg>'
)
COPIES = """- {number: 1, place: Salle de soins, holder: b.durand, documents: all}
- {number: 12, place: Accueil, holder: a.martin, documents: [PR-R1-002]}
- {number: 3, place: Ancien bureau, holder: a.martin, documents: all, until: 2025-12-31}
"""


def a_png(width: int = 160, height: int = 80) -> bytes:
    """A small blue picture."""
    rows = b"".join(b"\0" + b"\x2f\x4f\xa0" * width for _ in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def every_construct(root: Path, body: str = "") -> Path:
    """A house that released a text with everything that Markdown can say here, on 1 June 2026."""
    write_house(
        root,
        house_files(**{
            "procedures/accueil.md": a_text(body or CONSTRUCTS.read_text("utf-8")),
            "procedures/suite.md": a_text(reference="PR-R1-002", title="Programmer un rendez-vous"),
            "procedures/plan.svg": DRAWING,
            "procedures/grille.csv": "a;b\n",
            "manual/registers/copies.yml": COPIES,
            "manual/glossary.yml": GLOSSARY,
        }),
    )  # fmt: skip
    (root / "procedures" / "plan.png").write_bytes(a_png())
    (root / "procedures" / "faux.png").write_bytes(b"no picture")
    acts = Acts(root)
    acts.release("FP-R1", "2026-05-31")
    acts.release("PR-R1-001", "2026-06-01")
    acts.release("PR-R1-002", "2026-06-02")
    return root


def word(root: Path, *arguments: object, today: str = str(TODAY)) -> int:
    """`classeur word`, as a person types it."""
    return main(["-C", str(root), "--today", today, "word", *(str(argument) for argument in arguments)])


def a_copy(root: Path, out: Path, reference: str = "PR-R1-001") -> Path:
    """The Word copy of one document."""
    assert word(root, reference, "-o", out) == 0
    return out / f"{reference}.docx"
