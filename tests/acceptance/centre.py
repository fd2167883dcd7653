"""A small house at work: commands typed one after the other, each at its instant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.houses import a_text, house_files, write_house
from tests.unit.commands import Desk, Said, tree

PROCEDURE = "PR-R1-001"
PATH = "procedures/accueil.md"


@dataclass
class Centre:
    """The house, its clock, and the people who type."""

    root: Path
    desk: Desk
    clock: list[dt.datetime] = field(default_factory=lambda: [dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC)])

    def at(self, day: str, hour: int = 9, minute: int = 0) -> Centre:
        """Put the clock of the computer to an instant, in UTC."""
        self.clock[0] = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour, minute), dt.UTC)
        return self

    def run(self, *arguments: object, by: str = "") -> Said:
        """Type a command; a minute goes by."""
        said = self.desk.run("-C", self.root, *(["--as", by] if by else []), *arguments)
        self.clock[0] += dt.timedelta(minutes=1)
        return said

    def done(self, *arguments: object, by: str = "") -> Said:
        """Type a command that must succeed."""
        said = self.run(*arguments, by=by)
        assert said.code == 0, said.err + said.out
        return said

    def refused(self, code: str, *arguments: object, by: str = "") -> Said:
        """Type a command that a rule must refuse: it names the file, the rule and a remedy, and writes nothing."""
        before = self.written()
        said = self.run(*arguments, by=by)
        assert said.code == 1, said.err + said.out
        assert code in said.err, said.err
        assert "à faire : " in said.err
        assert self.written() == before
        return said

    def written(self) -> dict[str, bytes | None]:
        """Everything in the house but the caches."""
        return {name: content for name, content in tree(self.root).items() if not name.startswith(".classeur")}

    def write(self, path: str = PATH, body: str | None = None, **fields: str) -> Centre:
        """Write a text; its fields are good but for those given."""
        write_house(self.root, {path: a_text(**fields) if body is None else a_text(body, **fields)})
        return self

    def text(self, path: str = PATH) -> str:
        """What a text holds."""
        return (self.root / path).read_text("utf-8")

    def replace(self, before: str, after: str, path: str = PATH) -> Centre:
        """Change some words of a text."""
        assert before in self.text(path)
        (self.root / path).write_text(self.text(path).replace(before, after), "utf-8", newline="\n")
        return self

    def approved(self, reference: str = PROCEDURE, writer: str = "b.durand", validator: str = "a.martin") -> Centre:
        """The circuit of a text up to its approval."""
        self.done("submit", reference, by=writer)
        if validator:
            self.done("sign", reference, "--step", "validation", by=validator)
        self.done("sign", reference, "--step", "approval", by="c.leroy")
        return self

    def released(self, reference: str = PROCEDURE, **people: str) -> Centre:
        """The whole circuit of a text."""
        self.approved(reference, **people)
        self.done("release", reference, by="a.martin")
        return self

    def next_version(self, version: str, change: str, summary: str, path: str = PATH) -> Centre:
        """Begin a new version in the text's front matter."""
        lines = self.text(path).split("\n")
        typed = {"version": version, "change": change, "summary": summary}
        kept = [next((f"{k}: {v}" for k, v in typed.items() if line.startswith(f"{k}:")), line) for line in lines]
        (self.root / path).write_text("\n".join(kept), "utf-8", newline="\n")
        return self

    def status(self, reference: str = PROCEDURE, *options: object) -> dict[str, Any]:
        """The state of one document, as other programs read it."""
        said = self.done("status", reference, "--format", "json", *options)
        [row] = said.data
        return dict(row)

    def findings(self, *options: object) -> list[dict[str, Any]]:
        """What `check` says, as other programs read it."""
        return list(self.run("check", "--format", "json", *options).data)

    def codes(self, *options: object) -> set[str]:
        """The rules of these findings."""
        return {finding["code"] for finding in self.findings(*options)}


@pytest.fixture
def centre(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Centre:
    """A house without a fault, on a morning of March 2026."""
    made = Centre(write_house(tmp_path / "maison", house_files()), Desk(capsys))
    monkeypatch.setattr("classeur.cli.clock.now", lambda: made.clock[0])
    monkeypatch.setattr("classeur.cli.acts.accounts", lambda _: ("inconnu",))
    return made
