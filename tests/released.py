"""Builders of releases: acts on a small house, at given days, through the same tasks as the commands."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from classeur.model.journal import Assurance, ReviewOutcome, SignStep
from classeur.model.versions import Version
from classeur.tasks.act import ActPlan, Planned, Who, carry_out
from classeur.tasks.adopt import plan_adopt
from classeur.tasks.house import House, house_at
from classeur.tasks.lifecycle import plan_abandon, plan_resume, plan_review, plan_suspend, plan_withdraw
from classeur.tasks.release import plan_release
from classeur.tasks.renumber import plan_renumber
from classeur.tasks.sign import plan_sign
from classeur.tasks.submit import plan_submit
from classeur.wording.translator import translator
from tests.houses import BODY, a_text, house_files, write_house

WORDS = translator("fr")
_KEPT_STATES = Path(__file__).with_name("golden") / "a-house-shows-each-document-in-its-state" / "input"
REFERENT = Who("a.martin", Assurance.ATTRIBUTED)
WRITER = Who("b.durand", Assurance.ATTRIBUTED)
DIRECTION = Who("c.leroy", Assurance.ATTRIBUTED)


def at(day: str, hour: int = 9) -> dt.datetime:
    """An instant of a day."""
    return dt.datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00")


class Acts:
    """Acts on a house, each at nine o'clock of its day unless said otherwise; a refusal fails the test."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, text: str = "", **fields: str) -> None:
        """A text of the house, good but for the fields given."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text or a_text(**fields), "utf-8", newline="\n")

    def submit(self, reference: str, day: str) -> None:
        """The writer submits."""
        self._do(plan_submit(self._house(at(day)), reference, WRITER, at(day), WORDS), at(day))

    def sign(self, reference: str, day: str, step: str, who: Who, refused_because: str = "") -> None:
        """Somebody validates, approves or refuses."""
        now = at(day, 10 if step == "validation" else 11)
        self._do(plan_sign(self._house(now), reference, SignStep(step), who, now, WORDS, refused_because), now)

    def release(self, reference: str, day: str, *, validated: bool = True) -> None:
        """The whole circuit in one day, up to the release."""
        self.submit(reference, day)
        if validated:
            self.sign(reference, day, "validation", REFERENT)
        self.sign(reference, day, "approval", DIRECTION)
        now = at(day, 12)
        self._do(plan_release(self._house(now), reference, REFERENT, now, WORDS), now)

    def adopt(self, reference: str, day: str, approved_on: str) -> None:
        """A version approved on paper is taken over."""
        on = dt.date.fromisoformat(approved_on)
        house = self._house(at(day))
        plan = plan_adopt(house, reference, REFERENT, at(day), WORDS, on, "c.leroy", "Classeur papier, armoire 2")
        self._do(plan, at(day))

    def review(self, reference: str, day: str, outcome: str = "kept", reason: str = "Rien à changer.") -> None:
        """The version in force was looked at again."""
        house = self._house(at(day))
        self._do(plan_review(house, reference, ReviewOutcome(outcome), REFERENT, at(day), WORDS, reason), at(day))

    def suspend(self, reference: str, day: str, reason: str = "Une erreur de dose.") -> None:
        """The version in force must not be applied."""
        self._do(plan_suspend(self._house(at(day)), reference, REFERENT, at(day), WORDS, reason), at(day))

    def resume(self, reference: str, day: str) -> None:
        """It applies again."""
        self._do(plan_resume(self._house(at(day)), reference, REFERENT, at(day), WORDS, "Erreur levée."), at(day))

    def withdraw(self, reference: str, day: str, replaced_by: tuple[str, ...] = (), restore: str = "") -> None:
        """It is taken out of use."""
        version = Version.parse(restore) if restore else None
        house = self._house(at(day))
        plan = plan_withdraw(house, reference, REFERENT, at(day), WORDS, "Activité arrêtée.", replaced_by, version)
        self._do(plan, at(day))

    def abandon(self, reference: str, day: str) -> None:
        """The text being written is given up."""
        self._do(plan_abandon(self._house(at(day)), reference, WRITER, at(day), WORDS, "Sans objet."), at(day))

    def renumber(self, reference: str, to: str, day: str) -> None:
        """It takes another reference."""
        self._do(plan_renumber(self._house(at(day)), reference, to, REFERENT, at(day), WORDS), at(day))

    def _house(self, now: dt.datetime) -> House:
        return house_at(self.root, now)

    def _do(self, plan: Planned, now: dt.datetime) -> None:
        assert isinstance(plan, ActPlan), plan
        carry_out(plan, self._house(now), WORDS)


PICTURES = (b"\x89PNG\r\n\x1a\n" + b"0" * 20, b"\x89PNG\r\n\x1a\n" + b"1" * 20)
_LINKS = "\n![plan de l'accueil](plan.png)\n\nVoir [la suite](suite.md) et [le brouillon](jamais.md), PR-R1-003.\n"
_TEXTS = {
    "suite": {"reference": "PR-R1-002", "title": "Programmer un rendez-vous"},
    "venir": {"reference": "PR-R1-003", "title": "Gérer les urgences", "effective_from": "2027-01-01"},
    "suspendu": {"reference": "PR-R1-004", "title": "Préparer la salle"},
    "retire": {"reference": "PR-R1-005", "title": "Envoyer une télécopie"},
    "retard": {"reference": "PR-R1-006", "title": "Tenir le registre", "review_date": "2026-10-01"},
    "repris": {"reference": "PR-R1-007", "title": "Classer le dossier", "effective_from": "2024-03-01"},
    "renumerote": {"reference": "PR-R1-008", "title": "Nommer les fichiers"},
    "jamais": {"reference": "PR-R1-009", "title": "Brouillon jamais diffusé"},
    "urgent": {"reference": "PR-R1-010", "title": "Rappeler un lot", "urgent": "true"},
    "scinde": {"reference": "PR-R1-011", "title": "Recevoir et orienter"},
    "recevoir": {"reference": "PR-R1-012", "title": "Recevoir", "supersedes": "[PR-R1-011]"},
}


def every_state(root: Path) -> Path:
    """A house whose documents are in every state on 22 November 2026; the same bytes each time."""
    files = house_files(**{"procedures/accueil.md": a_text(BODY + _LINKS)})
    files |= {f"procedures/{name}.md": a_text(**fields) for name, fields in _TEXTS.items() if name != "recevoir"}
    write_house(root, files)
    (root / "procedures/plan.png").write_bytes(PICTURES[0])
    acts = Acts(root)
    acts.adopt("PR-R1-007", "2026-05-02", "2024-02-20")
    acts.release("FP-R1", "2026-05-04")
    for number in (1, 2, 4, 5, 6, 8, 11):
        acts.release(f"PR-R1-{number:03}", "2026-06-01")
    acts.review("PR-R1-002", "2026-09-01")
    acts.withdraw("PR-R1-005", "2026-10-05", ("PR-R1-002",))
    acts.renumber("PR-R1-008", "PR-S1-001", "2026-10-06")
    acts.suspend("PR-R1-004", "2026-11-02")
    acts.release("PR-R1-003", "2026-11-10")
    acts.release("PR-R1-010", "2026-11-12", validated=False)
    new = BODY.replace("sans attente inutile", "en moins de 24 heures")
    acts.write(
        "procedures/accueil.md", a_text(new + _LINKS, version="2.0", summary="L'attente est limitée à 24 heures.")
    )
    (root / "procedures/plan.png").write_bytes(PICTURES[1])
    acts.release("PR-R1-001", "2026-11-15")
    coming = {"version": "2.0", "summary": "Le rappel se fait par message.", "effective_from": "2027-01-01"}
    acts.write("procedures/suite.md", **(_TEXTS["suite"] | coming))
    acts.release("PR-R1-002", "2026-11-16")
    acts.write("procedures/recevoir.md", **_TEXTS["recevoir"])
    acts.release("PR-R1-012", "2026-11-17")
    acts.review("PR-R1-006", "2026-11-18", "revise", "Le registre est devenu numérique.")
    acts.write("procedures/accueil.md", a_text(new, version="3.0", title="Brouillon en cours", summary="Brouillon."))
    acts.submit("PR-R1-001", "2026-11-19")
    return root


def kept_states(root: Path) -> Path:
    """The house of `every_state`, copied from where it is kept: tests/test_golden.py makes it again, byte for byte."""
    return Path(shutil.copytree(_KEPT_STATES, root, dirs_exist_ok=True))
