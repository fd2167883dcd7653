"""Taking filled sheets and e-mails back: each line is recorded, or refused with its reason. Nobody is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.importers.signoff.lines import SignOffLine, SignOffRead
from classeur.importers.signoff.mails import read_mail
from classeur.importers.signoff.sheets import read_sheet
from classeur.model.findings import Fault, Finding
from classeur.model.journal import Assurance
from classeur.model.nearest import nearest
from classeur.model.organisation import Organisation, Person
from classeur.model.references import folded
from classeur.model.versions import Version
from classeur.rules.registry import all_rules
from classeur.tasks.confirm import Claim, Recorded, finding, record
from classeur.tasks.house import open_house
from classeur.wording.translator import Translator

READ = (".xlsx", ".csv", ".docx", ".eml")


def import_confirmations(
    root: Path, files: Sequence[Path], today: dt.date, now: dt.datetime, by: str, words: Translator
) -> Recorded:
    """Record what files say, a folder standing for the sheets and e-mails in it. The same file twice counts once.

    Raises:
        ClasseurError: a path does not exist, the register is damaged, or the disk refuses.
    """
    binder = open_house(root, today).binder
    people = Directory(binder.organisation)
    claims: list[Claim] = []
    told: list[Finding] = []
    for file in _files(files, words):
        read = read_mail(file, binder.ledger.local_day) if file.suffix.lower() == ".eml" else read_sheet(file)
        told += [_weighed(fault) for fault in read.faults]
        for each in people.claims(read):
            told.append(each) if isinstance(each, Finding) else claims.append(each)
    return record(root, today, now, by, claims, words, told)


def _files(paths: Sequence[Path], words: Translator) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if each.suffix.lower() in READ and each.is_file())
            yield from (each for each in inside if not each.name.startswith((".", "~$")))
        elif path.exists():
            yield path
        else:
            raise ClasseurError(
                words("{path} does not exist.", path=path), remedy=words("Check the path: nothing was recorded.")
            )


def _weighed(fault: Fault) -> Finding:
    return Finding(fault.where, fault.code, all_rules()[fault.code].severity, fault.values, fault.reference)


@dataclass(frozen=True)
class Directory:
    """The people of the house, by what a sheet or an e-mail may call them."""

    organisation: Organisation

    def claims(self, read: SignOffRead) -> Iterable[Claim | Finding]:
        """A claim for each line whose reader is known; what is wrong otherwise."""
        strangers: set[str] = set()
        for line in read.lines:
            theirs = line.organisation
            if theirs and folded(theirs) != folded(self.organisation.name):
                if theirs not in strangers:
                    strangers.add(theirs)
                    yield finding("RD019", line.where, name=theirs)
                continue
            yield self._claim(line)

    def _claim(self, line: SignOffLine) -> Claim | Finding:
        found = self._people(line)
        if len(found) != 1:
            typed = " / ".join(part for part in (line.name, line.person, line.email) if part) or "–"
            known = {person.name or person.id: person.id for person in self.organisation.people}
            close = nearest(line.name or line.person or line.email, known)
            return finding("RD018", line.where, name=typed, close=close, reference=line.reference)
        version = Version.parse(line.version)
        person = found[0].id
        return Claim(line.reference, version, line.digest, person, line.on, line.means, Assurance.CLAIMED, line.where)

    def _people(self, line: SignOffLine) -> tuple[Person, ...]:
        """Those whom every word of the line designates: exact, but for case and lost accents."""
        people = self.organisation.person.values()
        if line.email:
            return tuple(person for person in people if person.email and person.email.lower() == line.email.lower())
        if not line.person and not line.name:
            return ()
        return tuple(
            person
            for person in people
            if (not line.person or person.id == line.person) and (not line.name or _same(person.name, line.name))
        )


def _same(known: str, typed: str) -> bool:
    return folded(" ".join(known.split())) == folded(" ".join(typed.split()))
