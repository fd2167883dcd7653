"""Whatever is done to a house between two builds, its site is that of a house built for the first time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from classeur.model.findings import Severity
from classeur.model.kept import Kept
from classeur.model.organisation import ORGANISATION_FILE
from classeur.rules.registry import run
from classeur.tasks.house import Texts, open_house
from classeur.tasks.refresh_site import refresh_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.acts import released, rewritten
from tests.houses import (
    INDICATORS,
    ORGANISATION,
    TODAY,
    a_process_text,
    a_text,
    an_organisation,
    house_files,
    write_house,
)
from tests.sites import built, built_cold, held

RUNS, STEPS = settings().max_examples // 6, 6
NAMES = ("accueil", "sortie", "theme/visite", "theme/courrier")
REFERENCES = {name: f"PR-R1-{number:03}" for number, name in enumerate(NAMES, 1)}
WORDS = st.sampled_from(("Saluer", "Voir PR-R1-002", "EVA", "**vite**", "[ici](sortie.md)", "<b>gras</b>", "## Suite"))
TITLES = st.sampled_from(("Accueillir", "Dire <au revoir>", "Visiter & écouter", "Trier le *courrier*"))


class SiteMachine(RuleBasedStateMachine):
    """A house that people work on, its site built after each change."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Path(tempfile.mkdtemp(prefix="classeur-site-"))
        self.root, self.site = self.work / "house", self.work / "site"
        self.today = TODAY

    def teardown(self) -> None:
        if self.site.exists():
            assert held(self.site) == built_cold(self.root, self.work / "cold", self.today)
        shutil.rmtree(self.work)

    @initialize()
    def founded(self) -> None:
        write_house(self.root, house_files(**{"manual/glossary.yml": "- {term: EVA, means: [échelle visuelle]}\n"}))

    def texts(self) -> list[str]:
        return [path.relative_to(self.root).as_posix() for path in sorted((self.root / "procedures").rglob("*.md"))]

    @rule(name=st.sampled_from(NAMES), title=TITLES, words=WORDS)
    def write(self, name: str, title: str, words: str) -> None:
        text = a_text(f"## But\n\n{words}.\n", reference=REFERENCES[name], title=f'"{title}"')
        write_house(self.root, {f"procedures/{name}.md": text})

    @precondition(lambda self: self.texts())
    @rule(data=st.data(), words=WORDS)
    def edit(self, data: st.DataObject, words: str) -> None:
        path = self.root / data.draw(st.sampled_from(self.texts()))
        path.write_text(f"{path.read_text('utf-8')}\n{words}\n", "utf-8")

    @precondition(lambda self: self.texts())
    @rule(data=st.data(), title=TITLES, keywords=st.sampled_from(("[a]", "[b, c]")))
    def retitle(self, data: st.DataObject, title: str, keywords: str) -> None:
        rewritten(self.root, data.draw(st.sampled_from(self.texts())), title=f'"{title}"', keywords=keywords)

    @precondition(lambda self: self.texts())
    @rule(data=st.data(), folder=st.sampled_from(("procedures", "procedures/ailleurs")))
    def move(self, data: st.DataObject, folder: str) -> None:
        path = self.root / data.draw(st.sampled_from(self.texts()))
        (self.root / folder).mkdir(exist_ok=True)
        path.rename(self.root / folder / path.name)

    @precondition(lambda self: self.texts())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        (self.root / data.draw(st.sampled_from(self.texts()))).unlink()

    @precondition(lambda self: self.texts())
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        house = open_house(self.root, TODAY)
        free = [
            document.reference
            for document in house.binder.documents
            if house.binder.document(document.reference) is document
            and not house.binder.ledger.histories.get(document.reference)
            and not any(f.severity is Severity.ERROR for f in house.errors_of(document.reference))
        ]
        if free:
            released(self.root, data.draw(st.sampled_from(free)))

    @rule(name=st.sampled_from(("Maison de test", "Maison des Lilas")), leaves=st.booleans())
    def change_organisation(self, name: str, leaves: bool) -> None:
        line = f"organisation: {{name: {name}, language: fr, timezone: Europe/Paris, size: team}}\n"
        people = ORGANISATION["people"].replace("2020-01-06}\n  - {id: c", "2020-01-06, until: 2027-01-31}\n  - {id: c")
        told = {"people": people} if leaves else {}
        write_house(self.root, {str(ORGANISATION_FILE): an_organisation(organisation=line, **told)})

    @precondition(lambda self: self.texts())
    @rule(data=st.data(), old=st.sampled_from((*REFERENCES.values(), "PR-R1-099")))
    def replace(self, data: st.DataObject, old: str) -> None:
        rewritten(self.root, data.draw(st.sampled_from(self.texts())), supersedes=f"[{old}]")

    @rule(pilot=st.sampled_from(("b.durand", "c.leroy")), purpose=TITLES, aim=st.sampled_from((12, 15)))
    def change_process(self, pilot: str, purpose: str, aim: int) -> None:
        sheet = a_process_text(pilot=pilot, purpose=f'"{purpose}"')
        indicators = INDICATORS.replace("target: 15", f"target: {aim}")
        write_house(self.root, {"processes/R1-accueillir.md": sheet, "processes/R1-indicators.yml": indicators})

    @rule(what=TITLES, due=st.sampled_from(("2026-11-30", "2027-02-01")))
    def decide_action(self, what: str, due: str) -> None:
        action = (
            "- {number: A-2026-01, opened_on: 2026-11-02, origin: audit, process: R1, pilot: a.martin, state: to_do,"
            f' finding: Attente., action: "{what}", due: {due}}}\n'
        )
        write_house(self.root, {"manual/registers/actions.yml": action})

    @rule(days=st.sampled_from((1, 40, 400)))
    def wait(self, days: int) -> None:
        self.today += dt.timedelta(days=days)

    @rule(meaning=st.sampled_from(("échelle visuelle", "échelle visuelle analogique")))
    def explain(self, meaning: str) -> None:
        write_house(self.root, {"manual/glossary.yml": f"- {{term: EVA, means: [{meaning}]}}\n"})

    @rule(words=st.sampled_from(("Rien.", "Aucune fiche.", "")))
    def lay_out_otherwise(self, words: str) -> None:
        own = self.root / "site_templates/pages/cards.md.j2"
        if words:
            text = '{% extends "page.md.j2" %}{% block content %}' + words + "{{ organisation.name }}{% endblock %}"
            write_house(self.root, {"site_templates/pages/cards.md.j2": text})
        else:
            own.unlink(missing_ok=True)

    @rule(words=st.sampled_from(("Pied", "Autre pied")))
    def frame_otherwise(self, words: str) -> None:
        write_house(self.root, {"site_templates/overrides/partials/frame-menu.html": f"<p>{words}</p>"})

    @rule(name=st.sampled_from(("site", "house/.classeur/stage", "house/.classeur/stage-memory")))
    def lose(self, name: str) -> None:
        shutil.rmtree(self.work / name, ignore_errors=True)

    @invariant()
    def is_built(self) -> None:
        if self.root.exists():
            built(self.root, self.site, self.today)


class LivingSiteMachine(SiteMachine):
    """The same house before one program that goes on, as that of `watch`."""

    @invariant()
    def is_built(self) -> None:
        if self.root.exists():
            refreshed = refresh_site(self.root, self.site, self.today, MkDocsEngine(self.root), translator("fr"))
            house = open_house(self.root, self.today, Texts.ALL)
            assert refreshed.is_in_place
            assert refreshed.found == run(dataclasses.replace(house.binder, kept=Kept()), house.faults)


def test_a_site_built_after_each_change_is_that_of_a_first_build() -> None:
    run_state_machine_as_test(
        SiteMachine, settings=settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None)
    )


def test_a_site_refreshed_after_each_save_is_that_of_a_first_build() -> None:
    run_state_machine_as_test(
        LivingSiteMachine, settings=settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None)
    )
