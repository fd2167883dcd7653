"""Whatever people type, in whatever order, the circuit keeps its promises.

The acts are planned by the real tasks over real texts; only the writing of the journal stays in memory.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from classeur.ledger.journal import Journal
from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.journal import Assurance, EntryDraft, JournalEntry, ReviewOutcome, SignStep
from classeur.model.states import State
from classeur.model.versions import Version
from classeur.tasks.act import ActPlan, Planned, Who
from classeur.tasks.house import House, open_house
from classeur.tasks.lifecycle import plan_abandon, plan_resume, plan_review, plan_suspend, plan_withdraw
from classeur.tasks.reassign import plan_reassign
from classeur.tasks.release import plan_release
from classeur.tasks.sign import plan_sign
from classeur.tasks.submit import plan_submit
from classeur.wording.translator import translator
from tests.houses import BODY, a_text, house_files, write_house

REFERENCE, PATH = "PR-R1-001", "procedures/accueil.md"
WORDS = translator("fr")
PEOPLE = st.sampled_from(["a.martin", "b.durand", "c.leroy"])
REASONS = st.sampled_from(["", "Relu ensemble"])
RUNS, STEPS = 60, 45
counted = {"transitions": 0, "done": 0, "releases": 0}


class CircuitMachine(RuleBasedStateMachine):
    """A team of three at work on one procedure."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = write_house(Path(self.folder.name), house_files())
        self.now = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
        self.version, self.wording, self.owner, self.effective = Version(1), 0, "a.martin", ""
        self.texts: dict[str, str] = {}
        self.journal = Journal()
        self.house = self.opened()

    def teardown(self) -> None:
        self.folder.cleanup()

    # what people do to the text

    @rule(wording=st.integers(0, 6))
    def the_text_is_edited(self, wording: int) -> None:
        self.wording = wording
        self.write()

    @rule(change=st.sampled_from(["major", "minor"]), later=st.sampled_from([0, 0, 5]))
    def a_version_is_begun(self, change: str, later: int) -> None:
        last = self.found.history.last
        base = last.version if last else Version(0)
        self.version = Version(base.major + 1) if change == "major" or not last else Version(base.major, base.minor + 1)
        self.effective = str((self.now + dt.timedelta(days=later)).date()) if later else ""
        self.write()

    @rule(days=st.integers(1, 20))
    def days_go_by(self, days: int) -> None:
        counted["transitions"] += 1
        self.now += dt.timedelta(days=days)
        self.house = self.opened()

    # what people type

    @rule(person=PEOPLE)
    def it_is_submitted(self, person: str) -> None:
        self.act(plan_submit(self.house, REFERENCE, self.who(person), self.now, WORDS))

    @rule(person=PEOPLE, step=st.sampled_from(SignStep), refused=st.sampled_from(["", "", "", "À revoir"]))
    def it_is_signed(self, person: str, step: SignStep, refused: str) -> None:
        self.act(plan_sign(self.house, REFERENCE, step, self.who(person), self.now, WORDS, refused))

    @rule(person=PEOPLE)
    def it_is_released(self, person: str) -> None:
        self.act(plan_release(self.house, REFERENCE, self.who(person), self.now, WORDS))

    @precondition(lambda self: self.found.in_progress is State.DRAFT)
    @rule()
    def the_whole_circuit_is_taken(self) -> None:
        self.it_is_submitted("b.durand")
        self.it_is_signed("a.martin", SignStep.VALIDATION, "")
        self.it_is_signed("c.leroy", SignStep.APPROVAL, "")
        self.it_is_released("a.martin")

    @rule(person=PEOPLE, outcome=st.sampled_from(ReviewOutcome), reason=REASONS)
    def it_is_reviewed(self, person: str, outcome: ReviewOutcome, reason: str) -> None:
        self.act(plan_review(self.house, REFERENCE, outcome, self.who(person), self.now, WORDS, reason))

    @rule(person=PEOPLE, reason=REASONS)
    def it_is_suspended(self, person: str, reason: str) -> None:
        self.act(plan_suspend(self.house, REFERENCE, self.who(person), self.now, WORDS, reason))

    @rule(person=PEOPLE, reason=REASONS)
    def it_is_resumed(self, person: str, reason: str) -> None:
        self.act(plan_resume(self.house, REFERENCE, self.who(person), self.now, WORDS, reason))

    @precondition(lambda self: len(self.found.history.releases) > 1)
    @rule(person=PEOPLE, reason=REASONS, place=st.integers(0, 5), restores=st.booleans())
    def it_is_withdrawn(self, person: str, reason: str, place: int, restores: bool) -> None:
        releases = self.found.history.releases
        restore = releases[place % len(releases)].version if restores else None
        who = self.who(person)
        self.act(plan_withdraw(self.house, REFERENCE, who, self.now, WORDS, reason, restore=restore))

    @rule(person=PEOPLE, reason=REASONS)
    def it_is_abandoned(self, person: str, reason: str) -> None:
        self.act(plan_abandon(self.house, REFERENCE, self.who(person), self.now, WORDS, reason))

    @rule(person=PEOPLE, to=PEOPLE)
    def it_changes_hands(self, person: str, to: str) -> None:
        planned = plan_reassign(self.house, REFERENCE, to, self.who(person), self.now, WORDS)
        self.act(planned)
        if isinstance(planned, ActPlan):
            self.owner = to
            self.write()

    # what must hold

    @invariant()
    def what_is_in_force_was_signed_by_others_than_its_writer(self) -> None:
        for release in self.found.history.releases:
            steps = {step: {s.actor.id for s in release.signatures if s.step is step} for step in SignStep}
            assert steps == {SignStep.VALIDATION: {"a.martin"}, SignStep.APPROVAL: {"c.leroy"}}
            assert {signature.digest for signature in release.signatures} == {release.digest}

    @invariant()
    def what_is_in_force_has_the_very_text_that_was_signed(self) -> None:
        for release in self.found.history.releases:
            assert self.texts[release.digest] == self.texts[f"{release.version}"]

    @invariant()
    def a_number_is_released_once_and_numbers_only_grow(self) -> None:
        versions = [release.version for release in self.found.history.releases]
        assert versions == sorted(set(versions))

    @invariant()
    def no_version_is_in_force_before_its_day_or_after_its_withdrawal(self) -> None:
        release = self.found.in_force
        if release is not None:
            assert release.effective_from <= self.binder.today
            assert self.found.history.withdrawal is None

    @invariant()
    def an_approved_text_bears_the_visas_of_this_text(self) -> None:
        document = self.binder.document(REFERENCE)
        assert document is not None
        if self.found.in_progress is State.APPROVED:
            assert {s.digest for s in self.found.signatures} == {document.digest}
            assert {s.step for s in self.found.signatures} == set(SignStep)

    @invariant()
    def an_edit_never_changes_what_is_in_force(self) -> None:
        alone = replace(self.binder, documents=tuple(d for d in self.binder.documents if d.reference != REFERENCE))
        assert alone.standing(REFERENCE).in_force == self.found.in_force

    @invariant()
    def the_journal_only_grows(self) -> None:
        instants = [entry.at for entry in self.journal.entries]
        assert instants == sorted(instants)

    # how it works

    @property
    def binder(self) -> Binder:
        return self.house.binder

    @property
    def found(self) -> Standing:
        return self.binder.standing(REFERENCE)

    def who(self, person: str) -> Who:
        return Who(person, Assurance.ATTRIBUTED)

    def write(self) -> None:
        counted["transitions"] += 1
        fields = {"version": str(self.version), "owner": self.owner, "effective_from": self.effective}
        change = self.version.change.value
        summary = f"Édition {self.version}, où l'accueil change pour la {self.wording}e fois."
        body = BODY.replace("Saluer le patient", f"Saluer {self.wording} fois le patient")
        write_house(self.root, {PATH: a_text(body, change=change, summary=summary, **fields)})
        self.house = self.opened()

    def opened(self) -> House:
        house = open_house(self.root, self.now.date())
        house = house.with_journal(self.journal)
        last = house.binder.standing(REFERENCE).history.last
        document = house.binder.document(REFERENCE)
        if last is None or document is None or last.digest not in self.texts:
            return replace(house, known_findings=None)
        text = replace(document, body=self.texts[last.digest], header=document.header)
        texts = {(last.reference, last.version): text}
        ledger = replace(house.binder.ledger, texts=texts)
        return replace(house, binder=replace(house.binder, ledger=ledger), known_findings=None)

    def act(self, planned: Planned) -> None:
        counted["transitions"] += 1
        if not isinstance(planned, ActPlan):
            assert planned, "an act is refused with a reason"
            return
        counted["done"] += 1
        draft = planned.draft
        if planned.files:
            counted["releases"] += 1
            document = self.binder.document(REFERENCE)
            assert document is not None
            self.texts[draft.digest] = self.texts[f"{draft.version}"] = document.body
        self.journal = longer(self.journal, draft)
        self.now += dt.timedelta(minutes=1)
        self.house = self.opened()


def longer(journal: Journal, draft: EntryDraft) -> Journal:
    """The journal with one more entry, kept in memory."""
    number = len(journal.entries) + 1
    sha256 = hashlib.sha256(f"{number} {draft}".encode()).hexdigest()
    entry = JournalEntry(**vars(draft), sequence=number, parents=journal.heads, hash=sha256)
    return replace(journal, entries=(*journal.entries, entry), heads=(sha256,))


def test_the_circuit_keeps_its_promises_whatever_is_typed() -> None:
    counted.update(dict.fromkeys(counted, 0))

    run_state_machine_as_test(CircuitMachine, settings=settings(max_examples=RUNS, stateful_step_count=STEPS))

    assert counted["transitions"] >= 2000, counted
    assert counted["releases"] >= 20, counted
