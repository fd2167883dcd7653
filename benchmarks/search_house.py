"""Turns a corpus of Markdown pages into a house that the search can be measured on.

`python -m benchmarks.search_house CORPUS OUT [--glossary TSV]`. A page's head gives its title, its reference where it
has one, the other names that it knows (`synonyms` or `synonymes`) and its tags; its folder gives its kind.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from classeur.model.references import is_reference

HEADINGS = ("term", "means", "synonyms", "misspellings")
SEVERAL = "|"
"""What parts several values in one cell of the glossary."""

_HEAD = re.compile(r"---\n(.*?)\n---\n(.*)", re.S)
_TITLE = re.compile(r"\A\s*# [^\n]*\n")


@dataclass(frozen=True)
class Page:
    """A page of the corpus as it will stand in the house."""

    path: str
    reference: str
    title: str
    synonyms: tuple[str, ...]
    keywords: tuple[str, ...]
    body: str

    @property
    def kind(self) -> str:
        """The folder that it comes from."""
        return self.path.split("/")[0]


def read_corpus(corpus: Path) -> list[Page]:
    """Every page below a folder, in the order of their paths. A page without a reference of its own is given one."""
    pages: list[Page] = []
    for file in sorted(corpus.rglob("*.md")):
        path = file.relative_to(corpus).as_posix()
        found = _HEAD.match(file.read_text("utf-8"))
        head = dict(_head_lines(found[1])) if found else {}
        body = found[2] if found else file.read_text("utf-8")
        given = str(head.get("reference") or "").strip().replace(" ", "-")
        pages.append(
            Page(
                path,
                given if is_reference(given) else f"PAGE-{len(pages) + 1:04}",
                str(head.get("title") or file.stem),
                _several(head.get("synonyms") or head.get("synonymes")),
                _several(head.get("keywords") or head.get("tags")),
                _TITLE.sub("", body),
            )
        )
    return pages


def _head_lines(head: str) -> Iterator[tuple[str, object]]:
    """The keys of a head whose values are JSON, or plain words."""
    for line in head.split("\n"):
        key, mark, value = line.partition(":")
        if not mark:
            continue
        try:
            yield key.strip(), json.loads(value)
        except json.JSONDecodeError:
            yield key.strip(), value.strip()


def _several(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value] if value else []
    return tuple(str(each) for each in values if str(each).strip())


def read_glossary(tsv: Path) -> list[dict[str, object]]:
    """The entries of manual/glossary.yml: a line a term, its columns as in HEADINGS, several values parted by |."""
    terms: list[dict[str, object]] = []
    for line in tsv.read_text("utf-8").splitlines():
        term, *cells = line.split("\t")
        if not term.strip() or term == HEADINGS[0]:
            continue
        values = ([part.strip() for part in cell.split(SEVERAL) if part.strip()] for cell in cells)
        terms.append({"term": term.strip(), **dict(zip(HEADINGS[1:], values, strict=False))})
    return terms


def write_search_house(out: Path, pages: Sequence[Page], glossary: Sequence[Mapping[str, object]]) -> None:
    """Write the house, and `map.json`: the corpus path of each reference.

    Raises:
        FileExistsError: the folder already holds something.
    """
    if out.exists() and any(out.iterdir()):
        raise FileExistsError(f"{out} is not empty")
    _write(out / "manual/organisation.yml", _organisation(sorted({page.kind for page in pages})))
    if glossary:
        _write(out / "manual/glossary.yml", "".join(f"- {_json(term)}\n" for term in glossary))
    for folder in ("procedures", "processes"):
        (out / folder).mkdir()
    for page in pages:
        _write(out / "procedures" / page.path, _document(page))
    _write(out / "map.json", json.dumps({page.reference: page.path for page in pages}, indent=0) + "\n")


def _organisation(kinds: Sequence[str]) -> str:
    listed = "".join(
        f"  - {{id: {_json(kind)}, code: K{number}, title: {_json(kind.capitalize())}, review_months: 24}}\n"
        for number, kind in enumerate(kinds, 1)
    )
    return (
        "organisation: {name: Corpus de mesure, language: fr, timezone: Europe/Paris, size: single}\nprofile: start\n"
        "people:\n  - {id: a.martin, name: Alix Martin, email: a.martin@example.org, roles: [soins], units: [soins]}\n"
        "roles:\n  - {id: soins, title: Soins, may: [write, validate, approve, release, review]}\n"
        "units:\n  - {id: soins, title: Soins}\n"
        f"kinds:\n{listed}"
    )


def _document(page: Page) -> str:
    """The page as a draft. Its summary holds no word: it would be found on every page."""
    head = {
        "reference": page.reference,
        "title": page.title,
        "kind": page.kind,
        "version": "1.0",
        "change": "major",
        "summary": "–",
        "owner": "a.martin",
        "audience": "all",
        "writer": "a.martin",
        "keywords": page.keywords,
        "synonyms": page.synonyms,
    }
    lines = "".join(f"{key}: {_json(value)}\n" for key, value in head.items() if value)
    return f"---\n{lines}---\n\n{page.body}"


def _json(value: object) -> str:
    """A value as JSON, which YAML reads too."""
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Turns a corpus of Markdown pages into a house to measure search on.")
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="a folder of Markdown pages")
    parser.add_argument("out", type=Path, metavar="OUT", help="an empty folder, or one to be made")
    parser.add_argument("--glossary", type=Path, metavar="TSV", help="term, means, synonyms, misspellings (a|b)")
    asked = parser.parse_args()
    try:
        glossary = read_glossary(asked.glossary) if asked.glossary else []
        write_search_house(asked.out, read_corpus(asked.corpus), glossary)
    except FileExistsError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
