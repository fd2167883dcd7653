"""Writes a realistic French house of any size: `python benchmarks/generate_house.py DIR --documents N --people P`.

The same arguments give the same bytes. Nothing of it is true, and nobody of it exists.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a file, as a module, with nothing installed

from benchmarks.french import FIRST_NAMES, LAST_NAMES, PARTS, THEMES, WHO, Voice

TODAY = dt.date(2026, 12, 1)
"""The day on which the house is in order: `classeur --today 2026-12-01 check`."""

ROLES = ("infirmier", "aide-soignant", "medecin", "secretaire", "pharmacien", "kinesitherapeute", "technicien", "agent")
LEADERS = ("direction", "referent-qualite")
UNITS = ("soins", "accueil", "pharmacie", "technique", "reeducation", "nuit", "consultations", "domicile")
PROCESSES = (
    ("M1", "management", "Piloter la stratégie"), ("M2", "management", "Évaluer et améliorer"),
    ("M3", "management", "Maîtriser les risques"), ("R1", "core", "Accueillir et admettre"),
    ("R2", "core", "Soigner et accompagner"), ("R3", "core", "Coordonner le parcours"),
    ("R4", "core", "Dispenser le médicament"), ("S1", "support", "Gérer les compétences"),
    ("S2", "support", "Entretenir locaux et matériel"), ("S3", "support", "Acheter et stocker"),
    ("S4", "support", "Protéger les informations"), ("S5", "support", "Maîtriser les documents"),
)  # fmt: skip
FLOWS = tuple(
    (PROCESSES[one][0], PROCESSES[other][0], what)
    for one, other, what in (
        (0, 1, "Objectifs de l'année"), (1, 2, "Relevé des événements"), (2, 0, "Risques à arbitrer"),
        (3, 4, "Dossier ouvert"), (4, 5, "Synthèse des soins"), (4, 6, "Prescription"), (6, 4, "Doses préparées"),
        (5, 1, "Retours des partenaires"), (7, 4, "Professionnels formés"), (8, 4, "Matériel contrôlé"),
        (9, 6, "Produits livrés"), (10, 3, "Accès au dossier"), (11, 7, "Textes à lire"), (0, 9, "Budget accordé"),
    )
)  # fmt: skip
KINDS = (
    ("manuel", "MQ", "Manuel", 24), ("process", "FP", "Fiche processus", 24), ("procedure", "PR", "Procédure", 24),
    ("protocole", "PT", "Protocole", 24), ("mode-operatoire", "MO", "Mode opératoire", 24),
    ("formulaire", "FO", "Formulaire", 36), ("plan", "PL", "Plan", 24), ("note", "NS", "Note de service", 24),
)  # fmt: skip
PROCEDURE_KINDS = ("procedure",) * 5 + ("protocole",) * 2 + ("mode-operatoire",) * 2 + ("formulaire", "plan", "note")
_CODE = {kind: code for kind, code, _, _ in KINDS}


@dataclass(frozen=True)
class Person:
    """Someone made up."""

    id: str
    name: str
    role: str
    unit: str


@dataclass(frozen=True)
class Text:
    """What is decided of a text before any is written, so that texts can speak of each other."""

    path: str
    reference: str
    title: str
    kind: str
    process: str


def people_of(count: int) -> list[Person]:
    """So many people, each with one function and one service; the first ones lead."""
    leaders = max(2, count // 40)
    made = []
    for number in range(count):
        first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]
        again = number // (len(FIRST_NAMES) * len(LAST_NAMES))
        bare = unicodedata.normalize("NFKD", f"{first}.{last}{again or ''}").encode("ascii", "ignore").decode().lower()
        role = LEADERS[number % 2] if number < leaders else ROLES[number % len(ROLES)]
        name = f"{first} {last}{'-' + LAST_NAMES[again] if again else ''}"
        made.append(Person(bare, name, role, UNITS[number // len(ROLES) % len(UNITS)]))
    return made


def texts_of(count: int, rng: random.Random) -> list[Text]:
    """Every text of the house: process sheets, one text in twelve for the manual, procedures for the rest."""
    voice = Voice(rng)
    sheets = [Text(f"processes/{code}.md", f"FP-{code}", title, "process", code) for code, _, title in PROCESSES]
    chapters = min(max(count // 12, 4), 60)
    numbers: dict[tuple[str, str], int] = {}
    others = []
    for rank in range(count - len(sheets)):
        process = rng.choice(PROCESSES)[0]
        kind = "manuel" if rank < chapters else rng.choice(PROCEDURE_KINDS)
        number = numbers[kind, process] = numbers.get((kind, process), 0) + 1
        reference = f"{_CODE[kind]}-{process}-{number:03}"
        theme = THEMES[rank % len(THEMES)]
        path = f"manual/{rank + 1:02}-chapitre.md" if kind == "manuel" else f"procedures/{theme}/{reference.lower()}.md"
        others.append(Text(path, reference, voice.title(), kind, process))
    return [*sheets, *others][:count]


class House:
    """The files of a made-up house, one after the other."""

    def __init__(self, documents: int, people: int, seed: int) -> None:
        self.rng = random.Random(seed)
        self.people = people_of(people)
        self.texts = texts_of(documents, self.rng)
        self.writers = [person for person in self.people if person.role not in LEADERS] or self.people
        self.approvers = [person for person in self.people if person.role == "direction"]
        self.voice = Voice(self.rng, citable=[text.reference for text in self.texts])

    def files(self) -> Iterator[tuple[str, str]]:
        """The path and the content of every file."""
        yield "manual/organisation.yml", self.organisation()
        yield "manual/glossary.yml", GLOSSARY
        yield "manual/waivers.yml", self.waivers()
        yield "manual/registers/external.yml", self.external()
        yield "manual/registers/copies.yml", self.copies()
        for rank, text in enumerate(self.texts):
            following = self.texts[(rank + 1) % len(self.texts)]  # each text is linked from one at least
            yield text.path, self.document(text, following)
            if text.kind == "process":
                yield f"processes/{text.process}-indicators.yml", self.indicators(text.process)

    def organisation(self) -> str:
        """organisation.yml."""
        may = dict(
            zip(LEADERS, ("validate, approve, release, review", "write, validate, release, review"), strict=True)
        )
        held = sorted({person.role for person in self.people})
        units = sorted({person.unit for person in self.people})
        first, second = self.approvers[0], self.people[1]
        lines = [
            "organisation: {name: Centre de santé des Trois Ormes, language: fr, timezone: Europe/Paris, size: large}",
            "profile: house", "readings: roles", 'reference_pattern: "{kind}-{process}-{number:03}"', "people:",
            *(
                f"  - {{id: {p.id}, name: {p.name}, email: {p.id}@example.org, roles: [{p.role}], units: [{p.unit}], "
                f"from: {2015 + rank % 11}-09-01{', until: ' if rank % 7 == 0 else ''}"
                f"{', leaves: [{from: 2026-02-01, until: 2026-06-30}]' if rank % 23 == 0 else ''}}}"
                for rank, p in enumerate(self.people)
            ),
            "roles:",
            *(f"  - {{id: {r}, title: {r.capitalize()}, may: [{may.get(r, 'write, validate')}]}}" for r in held),
            "units:", *(f"  - {{id: {unit}, title: {unit.capitalize()}}}" for unit in units),
            "kinds:",
            *(
                f"  - {{id: {kind}, code: {code}, title: {title}, review_months: {months}, reading_days: 30, "
                f"circuit: {{validation: 1, approval: 1, cumul: motivated}}"
                f"{', requires: [cvs]' if kind == 'plan' else ''}}}"
                for kind, code, title, months in KINDS
            ),
            "delegations:",
            f"  - {{from_person: {first.id}, to_person: {second.id}, steps: [release], "
            "from: 2026-12-20, until: 2027-01-04}",
            "accounts:", f"  - {{account: poste-1, person: {self.people[-1].id}}}",
            "paths:", f"  - role: {self.people[-1].role}", "    stages:",
            f"      - {{title: Jour 1, days: 1, documents: [{', '.join(t.reference for t in self.texts[:3])}]}}",
        ]  # fmt: skip
        return "\n".join(lines) + "\n"

    def document(self, text: Text, following: Text) -> str:
        """A text: its front matter, then 600 to 1,000 words."""
        body: list[str] = []
        wanted = self.rng.randint(540, 860)
        body += ["## But", "", self.voice.paragraph(), "", "## Domaine d'application", "", self.voice.paragraph(), ""]
        body += ['!!! note "À retenir"', "", f"    {self.voice.sentence()} {self.voice.sentence()}", ""]
        body += ["## Qui fait quoi", "", *self._table("Mission", "Qui", "Quand"), ""]
        if self.rng.random() < 0.06:
            body += [*self._diagram(), ""]
        body += ["## Étapes", ""]
        titles = self.rng.sample(PARTS, len(PARTS))
        while sum(len(line.split()) for line in body) < wanted and titles:
            body += [f"### {titles.pop()}", "", *self._part(), ""]
        others = [following, *self.rng.sample(self.texts, min(4, len(self.texts)))]
        linked = {other.path: other for other in others if other is not text}
        body += ["## Documents liés", "", *(f"- {self._link(text, other)}" for other in linked.values()), ""]
        body += ["## Suivi", "", *(f"- {self.voice.sentence()}" for _ in range(2))]
        return "\n".join(["---", *self._header(text), "---", "", *body]) + "\n"

    def _header(self, text: Text) -> Iterator[str]:
        rng = self.rng
        writer, validator = rng.sample(self.writers, 2)
        approver = rng.choice(self.approvers)
        concerned = rng.choice(self.people)
        version, change = rng.choice((("1.0", "major"), ("1.1", "minor"), ("2.0", "major"), ("2.1.1", "editorial")))
        yield f"reference: {text.reference}"
        yield f"title: {text.title}"
        yield f"kind: {text.kind}"
        yield f"version: {version}"
        yield f"change: {change}"
        yield f'summary: "{self.voice.sentence().replace("*", "")}"'
        yield f"owner: {validator.id}"
        yield f"processes: [{text.process}]"
        chance = rng.random()
        if chance < 0.5:
            yield "audience: all"
        elif chance < 0.75:
            yield f"audience: {{roles: [{concerned.role}]}}"
        else:
            yield f"audience: {{roles: [{concerned.role}], units: [{concerned.unit}]}}"
        yield f"writer: [{writer.id}]" if rng.random() < 0.2 else f"writer: {writer.id}"
        yield f"validator: {validator.id}"
        yield f"approver: {approver.id}"
        yield from self._options(text)

    def _options(self, text: Text) -> Iterator[str]:
        rng = self.rng
        if rng.random() < 0.5:
            yield f"effective_from: {TODAY - dt.timedelta(days=rng.randint(1, 500))}"
        if rng.random() < 0.1:
            yield f"review_date: {TODAY + dt.timedelta(days=rng.randint(-5, 300))}"
        yield f"reading: {rng.choice(('required', 'information'))}"
        if rng.random() < 0.1:
            yield f"reread: [{self.people[-1].role}]"
        if rng.random() < 0.3:
            yield f"cites: [HAS-2022:{rng.randint(1, 4)}.{rng.randint(1, 9)}, DE-{rng.randint(1, 9):03}]"
        yield f"keywords: [{', '.join(text.title.lower().split(' ')[:3:2])}]"
        yield f"synonyms: [{self.voice.title().lower()}]"
        if rng.random() < 0.1:
            yield f"contributors: [groupe de travail, {self.people[-1].id}]"
        if text.kind == "plan":
            yield "consulted: {cvs: 2026-10-12}"
        if rng.random() < 0.02:
            yield "confidential: true"
        if text.kind == "process":
            yield from self._sheet(text)

    def _sheet(self, text: Text) -> Iterator[str]:
        family = next(family for code, family, _ in PROCESSES if code == text.process)
        yield f"code: {text.process}"
        yield f"family: {family}"
        yield f"pilot: {self.rng.choice(self.people).id}"
        yield f"deputy: {self.rng.choice(self.people).id}"
        yield "purpose: Tenir ce qui est promis aux personnes accueillies."
        yield "order: 1"
        yield "customers: [Personnes accueillies, Professionnels]"
        known = {other.process for other in self.texts if other.kind == "process"}
        for key, end, mine, other in (("inputs", "from", 1, 0), ("outputs", "to", 0, 1)):
            yield f"{key}:"
            yield f"  - {{what: Demandes et résultats, {end}: Partenaires du territoire}}"
            for flow in FLOWS:
                if flow[mine] == text.process and flow[other] in known:
                    yield f"  - {{what: {flow[2]}, {end}: {flow[other]}}}"
        yield "risks: [Retard non vu, Consigne perdue, Absence non remplacée]"
        yield "resources: [Temps réservé, Logiciel métier]"

    def _part(self) -> Sequence[str]:
        chance = self.rng.random()
        if chance < 0.4:
            return [
                line
                for number in range(1, self.rng.randint(3, 6))
                for line in (f"{number}. {self.voice.sentence()}", f"    - {self.voice.sentence()}")
            ]
        if chance < 0.65:
            return self._table("Étape", "Responsable", "Trace")
        if chance < 0.75:
            return [self.voice.paragraph(), "", '!!! warning "Attention"', "", f"    {self.voice.sentence()}"]
        return [self.voice.paragraph(), "", self.voice.paragraph()]

    def _table(self, *titles: str) -> list[str]:
        rows = [[self.voice.sentence(), self._who(), self._who()] for _ in range(self.rng.randint(3, 6))]
        return [f"| {' | '.join(cells)} |" for cells in (titles, ["---"] * 3, *rows)]

    def _who(self) -> str:
        who = self.voice.one(WHO)
        return who[0].upper() + who[1:]

    def _diagram(self) -> list[str]:
        steps = [self.voice.title() for _ in range(4)]
        return [
            "```mermaid", "flowchart TD", "    accTitle: Enchaînement des étapes",
            "    accDescr: Quatre étapes, et le chemin à suivre quand un écart est trouvé.",
            f'    a["{steps[0]}"] --> b{{"Écart ?"}}', f'    b -- oui --> c["{steps[1]}"]',
            f'    b -- non --> d["{steps[2]}"]', f'    c --> e["{steps[3]}"]', "    d --> e", "```",
        ]  # fmt: skip

    def _link(self, source: Text, other: Text) -> str:
        return f"[{other.reference} {other.title}]({relpath(other.path, source.path.rpartition('/')[0])})"

    def indicators(self, code: str) -> str:
        """The indicators of a process."""
        lines = []
        periods = [f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in (1, 2, 3)]
        for number in (1, 2, 3):
            lines += [
                f"- id: {code}-{number}", f"  title: Part des dossiers conformes, critère {number}", '  unit: "%"',
                "  direction: up", "  target: 90", "  alert: 80", "  frequency: quarterly", "  source: Relevé",
                "  measures:", *(f"    - {{period: {each}, value: {self.rng.randint(75, 99)}}}" for each in periods),
            ]  # fmt: skip
        return "\n".join(lines) + "\n"

    def waivers(self) -> str:
        """One fault accepted for a while."""
        reference, person = self.texts[-1].reference, self.approvers[0].id
        return (
            f"- code: TX007\n  reference: {reference}\n  reason: Le texte sera coupé en deux.\n"
            f"  person: {person}\n  until: 2027-03-31\n"
        )

    def external(self) -> str:
        """The register of documents that come from outside."""
        return "".join(
            f"- {{reference: DE-{number:03}, title: Texte extérieur {number}, issuer: Autorité, edition: 2, "
            f"date: 2024-01-0{number}, url: https://example.org/{number}, applicability: applicable, "
            f"owner: {self.people[0].id}, last_check: 2026-06-01, next_check: 2027-06-01, previous: []}}\n"
            for number in range(1, 10)
        )

    def copies(self) -> str:
        """The register of paper copies."""
        return (
            f"- {{number: 1, place: Poste de soins, holder: {self.people[0].id}, documents: all, from: 2026-01-05}}\n"
        )


GLOSSARY = """\
- {term: FEI, means: [Fiche d'événement indésirable], synonyms: [fiche incident], misspellings: [F.E.I.]}
- {term: AES, means: [Accident d'exposition au sang], synonyms: [piqûre], misspellings: [aés]}
- {term: DASRI, means: [Déchets d'activités de soins à risques infectieux], synonyms: [bac jaune]}
- {term: CVS, means: [Conseil de la vie sociale]}
- {term: SHA, means: [Solution hydroalcoolique], synonyms: [gel], misspellings: [solution hydro-alcolique]}
"""


def write_house(folder: Path, documents: int, people: int, seed: int) -> None:
    """Write the house under `folder`.

    Raises:
        FileExistsError: the folder already holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for name, content in House(documents, people, seed).files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8"))


def _at_least(least: int) -> type[int]:
    class Count(int):
        def __new__(cls, typed: str) -> Count:
            number = super().__new__(cls, typed)
            if number < least:
                raise argparse.ArgumentTypeError(f"{least} at least")
            return number

    return Count


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Writes a realistic French house of any size.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or one to be made")
    parser.add_argument("--documents", type=_at_least(len(PROCESSES) + 5), default=1000, metavar="N")
    parser.add_argument("--people", type=_at_least(10), default=200, metavar="P")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    asked = parser.parse_args()
    try:
        write_house(asked.folder, asked.documents, asked.people, asked.seed)
    except FileExistsError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
