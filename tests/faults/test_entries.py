"""The file of an entry: what is written comes back, what nobody writes is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import fields
from pathlib import Path

import pytest

from classeur.ledger.chain import chain_problems, in_order
from classeur.ledger.copies import is_hash, known_heads, lost_heads
from classeur.ledger.entries import Link, entry_bytes, entry_name, read_entry
from classeur.ledger.journal import load
from classeur.ledger.problems import LedgerProblem, Trouble
from classeur.model.journal import Actor, Assurance, EntryDraft, EntryKind, JournalEntry, LedgerFile
from classeur.model.versions import Version
from tests.faults.ledgers import a_ledger, codes, entry_files

PARENT = "a" * 64
FILE = LedgerFile("files/vide.txt", 0, "e" * 64)
DRAFT = EntryDraft(
    EntryKind.RELEASE,
    dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC),
    Actor("a.martin", "Alix Martin", "referent", "Référent qualité", Assurance.ATTRIBUTED, "c.leroy", "Camille Leroy"),
    "PR-R2-012",
    Version(2, 1),
    "d" * 64,
    (FILE, LedgerFile("source.md", 12, "f" * 64)),
    {"change": "minor", "cites": ["DE-004"], "owner": "a.martin"},
)
GENESIS = EntryDraft(EntryKind.GENESIS, DRAFT.at, Actor("a.martin", "Alix Martin"))
WRITTEN = f"""{{
 "actor": {{
  "assurance": "attributed",
  "id": "a.martin",
  "name": "Alix Martin",
  "on_behalf_of": "c.leroy",
  "on_behalf_of_name": "Camille Leroy",
  "role": "referent",
  "role_title": "Référent qualité"
 }},
 "at": "2026-03-12T09:30:00Z",
 "details": {{
  "change": "minor",
  "cites": [
   "DE-004"
  ],
  "owner": "a.martin"
 }},
 "digest": "{"d" * 64}",
 "files": [
  {{
   "path": "files/vide.txt",
   "sha256": "{"e" * 64}",
   "size": 0
  }},
  {{
   "path": "source.md",
   "sha256": "{"f" * 64}",
   "size": 12
  }}
 ],
 "format": 1,
 "kind": "release",
 "parents": [
  "{PARENT}"
 ],
 "reference": "PR-R2-012",
 "version": "2.1"
}}
"""


def a_file(data: bytes, sequence: int = 7) -> Link | LedgerProblem:
    """The entry that these bytes are, under their own name."""
    return read_entry(entry_name(sequence, hashlib.sha256(data).hexdigest()), data)


def a_link(draft: EntryDraft, *parents: str, sequence: int = 1) -> Link:
    link = a_file(entry_bytes(draft, parents), sequence)
    assert isinstance(link, Link)
    return link


def altered(**changes: object) -> Link | LedgerProblem:
    """What is said of an entry that holds something else."""
    return a_file(json.dumps(json.loads(WRITTEN) | changes).encode())


def test_an_entry_is_written_in_the_bytes_that_auditors_read() -> None:
    assert entry_bytes(DRAFT, (PARENT,)).decode() == WRITTEN


def test_the_first_entry_says_that_it_follows_nothing() -> None:
    assert json.loads(entry_bytes(GENESIS, ())) == {
        "actor": {"assurance": "claimed", "id": "a.martin", "name": "Alix Martin"},
        "at": "2026-03-12T09:30:00Z",
        "format": 1,
        "kind": "genesis",
        "parents": [],
    }


def test_what_is_no_json_is_not_written() -> None:
    with pytest.raises(ValueError, match="float"):
        entry_bytes(EntryDraft(EntryKind.REVIEW, DRAFT.at, DRAFT.actor, details={"size": float("nan")}), ())


def test_everything_that_was_written_comes_back() -> None:
    link = a_file(WRITTEN.encode())

    assert isinstance(link, Link)
    assert isinstance(link.entry, JournalEntry)
    assert {each.name: getattr(link.entry, each.name) for each in fields(EntryDraft)} == vars(DRAFT)
    assert (link.entry.sequence, link.entry.parents, link.entry.hash) == (7, (PARENT,), link.hash)
    assert (link.name, link.path) == (f"000007-{link.hash[:16]}.json", f"releases/journal/{link.name}")


@pytest.mark.parametrize(
    "changes",
    [
        {"files": [{"path": "../elsewhere", "size": 1, "sha256": "e" * 64}]},
        {"files": [{"path": "source.md", "size": -1, "sha256": "e" * 64}]},
        {"files": [{"path": "source.md", "size": True, "sha256": "e" * 64}]},
        {"files": [{"path": "source.md", "size": "1", "sha256": "e" * 64}]},
        {"files": [{"path": "source.md", "size": 1, "sha256": "e" * 63}]},
        {"files": {"path": "source.md"}},
        {"reference": ""},
        {"version": ""},
        {"reference": "../PR"},
        {"at": "2026-03-12T09:30:00"},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"parents": [3]},
        {"parents": PARENT},
        {"format": True},
        {"format": None},
        {"details": ["owner"]},
        {"digest": 3},
    ],
    ids=str,
)
def test_an_entry_that_no_act_writes_is_malformed(changes: dict[str, object]) -> None:
    told = altered(**changes)

    assert isinstance(told, LedgerProblem)
    assert told.code == Trouble.ENTRY_MALFORMED


def test_a_file_that_is_named_as_no_entry_is_foreign() -> None:
    told = read_entry("notes.txt", b"{}")

    assert isinstance(told, LedgerProblem)
    assert (told.code, str(told.path)) == (Trouble.FOREIGN_FILE, "releases/journal/notes.txt")


@pytest.mark.parametrize(("data", "trouble"), [(b"{}", Trouble.ENTRY_ALTERED), (b'{"a"', Trouble.ENTRY_UNFINISHED)])
def test_an_entry_that_changed_is_told_from_one_that_was_not_finished(data: bytes, trouble: Trouble) -> None:
    told = read_entry(entry_name(1, PARENT), data)

    assert isinstance(told, LedgerProblem)
    assert told.code == trouble


# --- in the chain


def test_an_entry_under_a_wrong_number_has_its_right_place_all_the_same() -> None:
    first = a_link(GENESIS)
    second = a_link(DRAFT, first.hash, sequence=9)

    assert [entry.sequence for entry in in_order({each.hash: each for each in (second, first)})] == [1, 2]
    [renamed] = chain_problems({each.hash: each for each in (second, first)}, ())
    assert (renamed.code, renamed.values["right"]) == (Trouble.ENTRY_RENAMED, entry_name(2, second.hash))


@pytest.mark.parametrize(("sequence", "number"), [(5, 4), (1, 1)])
def test_a_lost_entry_is_named_by_the_one_that_follows_it(sequence: int, number: int) -> None:
    child = a_link(DRAFT, PARENT, sequence=sequence)

    [lost] = chain_problems({child.hash: child}, ())

    assert (lost.code, lost.path.name) == (Trouble.ENTRY_MISSING, entry_name(number, PARENT))
    assert (lost.values["child"], lost.values["sha256"]) == (child.name, PARENT)


def test_two_heads_are_both_named() -> None:
    first = a_link(GENESIS)
    others = [a_link(EntryDraft(EntryKind.REVIEW, DRAFT.at, DRAFT.actor, ref), first.hash, sequence=2) for ref in "AB"]

    [told] = [
        each for each in chain_problems({e.hash: e for e in (first, *others)}, ()) if each.code == Trouble.TWO_HEADS
    ]

    assert told.values["heads"] == ", ".join(sorted(each.name for each in others))
    assert told.values["count"] == "2"


def test_a_second_beginning_is_told_beside_the_genesis() -> None:
    genesis = a_link(GENESIS)
    other = a_link(DRAFT)

    told = list(chain_problems({each.hash: each for each in (other, genesis)}, ()))

    assert [(each.code, each.path.name, each.values["other"]) for each in told if each.code == "LG007"] == [
        (Trouble.TWO_BEGINNINGS, other.name, genesis.name)
    ]


# --- what others remember


@pytest.mark.parametrize("suffix", [".html", ".js", ".json", ".csv", ".txt", ".md", ".xml", ".HTML"])
def test_a_hash_is_remembered_by_texts_of_every_kind(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"copie{suffix}").write_text(f"classeur-entry: {PARENT}\n", "utf-8")

    assert [head for head, _ in known_heads(tmp_path)] == [PARENT]


def test_a_picture_or_a_link_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "ailleurs" / "a.txt").write_text("rien", "utf-8")
    (tmp_path / "plan.png").write_text(f"classeur-entry: {PARENT}\n", "utf-8")
    (tmp_path / "b.txt").write_text(f"classeur-entry: {PARENT}\n", "utf-8")
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")

    assert [place for _, place in known_heads(tmp_path)] == [(tmp_path / "b.txt").as_posix()]


def test_a_file_of_the_journal_elsewhere_remembers_only_in_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    a_ledger(tmp_path / "house")
    entry = entry_files(tmp_path / "house")[-1]
    (tmp_path / "copie").mkdir()
    (tmp_path / "copie" / entry.name).write_bytes(entry.read_bytes())

    assert list(known_heads(tmp_path / "copie")) == []
    assert {head for head, _ in known_heads(tmp_path / "house")} == set(load(tmp_path / "house").links)


@pytest.mark.parametrize(("typed", "is_lost"), [(12, False), (63, False), (64, False)])
def test_the_beginning_of_a_hash_is_enough(tmp_path: Path, typed: int, is_lost: bool) -> None:
    journal = a_ledger(tmp_path)

    assert bool(list(lost_heads(journal, [(journal.head[:typed].upper() + " ", "papier")]))) is is_lost
    assert is_hash(journal.head[:typed])


def test_a_hash_that_the_journal_does_not_hold_is_lost_and_named(tmp_path: Path) -> None:
    journal = a_ledger(tmp_path)
    assert not is_hash(PARENT[:11])

    [told] = lost_heads(journal, [(PARENT, "papier"), ("b" * 64, "papier")])

    assert codes([told]) == {(Trouble.KNOWN_HEAD_ABSENT, "papier")}
    assert (told.values["head"], told.values["count"]) == (PARENT[:16], "2")
