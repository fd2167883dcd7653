"""Registers of a group of sites: how long 20,000 events and 5,000 actions take to be read and checked.

    python -m benchmarks.registers

Prints CPU seconds, which the other work of the computer does not lengthen as it does wall time.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TypeVar

import xlsxwriter

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation, Person
from classeur.model.registers.rows import Registers, register_types
from classeur.reading.registers.read import read_registers
from classeur.rules.registry import all_rules

EVENTS, ACTIONS = 20_000, 5_000
TODAY = dt.date(2026, 11, 22)
_FACTS = (
    "Un patient se présente un jour trop tôt : le rendez-vous avait été déplacé sans qu'il soit prévenu.",
    "Deux flacons semblables sont rangés côte à côte ; le mauvais est pris, puis reposé à la relecture.",
    "Une convocation part à une ancienne adresse ; elle est renvoyée le lendemain après un appel.",
)
_Made = TypeVar("_Made")
Lines = list[list[str]]


def event_lines(rng: random.Random) -> Lines:
    """The register of events, headings first."""
    heads = "Numéro;Date;Signalé le;Lieu;Processus;Type;Faits;Mesures immédiates;Gravité;Fréquence"
    lines = [[*heads.split(";"), "Retour au déclarant le", "Clos le"]]
    for number in range(EVENTS):
        day = TODAY - dt.timedelta(days=rng.randrange(20, 900))
        shown, later = f"{day:%d/%m/%Y}", f"{day + dt.timedelta(days=9):%d/%m/%Y}"
        kind = rng.choice(("Chute", "Identité", "Organisation", "Soin et médicament"))
        rated = [str(rng.randint(1, 3)), str(rng.randint(1, 3))]
        told = [rng.choice(_FACTS), "Excuses, dossier corrigé, patient rappelé."]
        lines.append([f"E-{number:05}", shown, shown, "Accueil", "", kind, *told, *rated, later, later])
    return lines


def action_lines(rng: random.Random) -> Lines:
    """The action plan, headings first."""
    lines = [
        [
            "Numéro",
            "Ouverte le",
            "Origine",
            "Constat",
            "Action",
            "Pilote",
            "Échéance",
            "Avancement",
            "Faite le",
            "Preuve",
        ]
    ]
    for number in range(ACTIONS):
        day = TODAY - dt.timedelta(days=rng.randrange(10, 600))
        done = f"{day + dt.timedelta(days=5):%d/%m/%Y}"
        told = ["Écart vu au tour de terrain.", "Ranger la réserve par date", f"p{number % 2000}"]
        lines.append([f"A-{number:05}", f"{day:%d/%m/%Y}", "Audit", *told, done, "Fait", done, "Photo au dossier"])
    return lines


def as_csv(lines: Lines) -> bytes:
    """The lines as a French spreadsheet writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def as_yaml(lines: Lines) -> bytes:
    """The lines as a text, a row after the other."""
    keys = {column.french: key for kind in register_types().values() for key, column in kind.columns.items()}
    heads = [keys[title] for title in lines[0]]
    rows = ("\n  ".join(f'{key}: "{cell}"' for key, cell in zip(heads, row, strict=True) if cell) for row in lines[1:])
    return "".join(f"- {row}\n" for row in rows).encode()


def as_workbook(lines: Lines) -> bytes:
    """The lines as a workbook of texts."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Registre")
    for number, line in enumerate(lines):
        sheet.write_row(number, 0, line)
    book.close()
    return out.getvalue()


def timed(act: Callable[[], _Made]) -> tuple[float, _Made]:
    """The CPU seconds of an act, and what it gave."""
    start = time.process_time()
    made = act()
    return time.process_time() - start, made


def main() -> None:
    """Print the figures, a format after the other."""
    people = tuple(Person(id=f"p{number}", name=f"Nom{number} Prénom{number}") for number in range(2000))
    organisation = Organisation(people=people)
    registers = Registers()
    for suffix, write in ((".yml", as_yaml), (".csv", as_csv), (".xlsx", as_workbook)):
        for name, lines in (("events", event_lines(random.Random(1))), ("actions", action_lines(random.Random(1)))):
            with tempfile.TemporaryDirectory() as folder:
                path = PurePosixPath("manual/registers", name + suffix)
                Path(folder, path).parent.mkdir(parents=True)
                content = write(lines)
                Path(folder, path).write_bytes(content)
                seconds, (read, faults) = timed(lambda: read_registers(Path(folder), [path]))  # noqa: B023
                rows = len(read.all_rows)
                size = len(content) / 1e6
                print(f"read {name}{suffix}: {rows} rows, {size:.1f} MB, {seconds:.2f} s, {len(faults)} faults")
                registers = Registers({**registers.rows, **read.rows})
    binder = Binder(TODAY, organisation, registers=registers)
    total = 0.0
    for code, each in all_rules().items():
        if each.check is not None and code >= "RG030" and code.startswith("RG"):
            check = each.check
            seconds, found = timed(lambda: list(check(binder)))  # noqa: B023
            total += seconds
            if seconds > 0.1:
                print(f"rule {code}: {seconds:.2f} s, {len(found)} found")
    print(f"rules of registers: {total:.2f} s")


if __name__ == "__main__":
    main()
