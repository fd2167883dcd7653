"""Made-up French texts, each with every construct that Markdown has here, in an order and a nesting of its own.

    python -m benchmarks.roundtrip_house HOUSE

writes a house that released thirty of them. The same seed gives the same bytes; nothing of it is true.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.french import DOES, WHAT, WHO, Voice

TEXTS = 30
SEED = 20261122
_BOXES = ("note", "tip", "info", "warning", "danger")
_FOLDS = ("!!!", "!!!", "???", "???+")
_TITLES = ("À savoir", "Attention", "En cas de doute", "Rappel « utile »", "Urgence : 15")
_ENGLISH = ("hand rub", "care pathway", "checklist", "near miss")
_ACRONYMS = (("SHA", "Solution hydro-alcoolique"), ("DASRI", "Déchets d'activités de soins"))
_FLOW = """```mermaid
flowchart TD
  accTitle: {title}
  A[{first}] --> B{{{question} ?}}
  B -- oui --> C[{second}]
  B -- non --> D[{third}]
```"""


class Author:
    """Writes one text after the other."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.voice = Voice(self.random)
        self.notes: list[str] = []

    def text(self, number: int) -> str:
        """A whole body: every construct once, some twice, in an order of its own."""
        self.notes = []
        sections: list[Callable[[], str]] = [
            self.emphasis, self.bullets, self.steps, self.counted_from, self.two_lists, self.tasks, self.mixed,
            self.definitions, self.box, self.folded_box, self.boxed_table, self.quotation, self.tabs, self.code,
            self.aligned_table, self.two_tables, self.merged_table, self.named_rows, self.wide_table, self.turned_page,
            self.pictures, self.captioned_picture, self.diagram, self.small_letters,
        ]  # fmt: skip
        more = self.random.sample(sections, 4)
        chosen = [*sections, *more]
        self.random.shuffle(chosen)
        other = 1 + number % TEXTS
        parts = [f"## But\n\n{self.noted()}"]
        level = 2
        for section in chosen:
            level = self.random.choice([each for each in (2, 2, 3, 4) if each <= level + 1])
            parts.append(f"{'#' * level} {self.voice.title()}\n\n{section()}")
        parts.append(
            f"## Documents liés\n\nVoir [la suite](texte-{other:02}.md), [le but](#but), PR-R1-{100 + other}, "
            "[la grille](grille.csv) et [le site](https://exemple.org/page?a=1&b=2)."
        )
        return "\n\n".join([*parts, *self.notes]) + "\n"

    def words(self) -> str:
        """A few words without a full stop."""
        return f"{self.one(DOES).capitalize()} {self.one(WHAT)}"

    def one(self, choices: Sequence[str]) -> str:
        """One of them."""
        return self.random.choice(choices)

    def noted(self) -> str:
        """A sentence that calls a note."""
        name = self.one(("avis", "source", "rappel")) + str(len(self.notes) + 1)
        self.notes.append(f"[^{name}]: {self.voice.sentence()}" + ("" if self.random.random() < 0.7 else (
            f"\n\n    {self.voice.sentence()}")))  # fmt: skip
        return f"{self.voice.sentence().rstrip('.')}[^{name}]."

    def emphasis(self) -> str:
        """Words that are bold, struck, lowered, marked, in another language."""
        acronym, means = self.random.choice(_ACRONYMS)
        pieces = [
            f"**{self.words()}**", f"*{self.one(WHAT)}*", f"~~{self.one(WHAT)}~~", f"`{self.one(DOES)}.txt`",
            f"***{self.one(WHAT)}***", f'<abbr title="{means}">{acronym}</abbr>', "H<sub>2</sub>O", "m<sup>2</sup>",
            f"<mark>{self.one(WHAT)}</mark>", "<kbd>Ctrl</kbd> + <kbd>P</kbd>",
            f'<span lang="en">{self.one(_ENGLISH)}</span>', f"[{self.one(WHAT)}](https://exemple.org/{self.one(DOES)})",
        ]  # fmt: skip
        self.random.shuffle(pieces)
        return f"{', '.join(pieces[:6])}.\n\n{self.noted()}  \n{', '.join(pieces[6:])}."

    def small_letters(self) -> str:
        """Signs that Markdown could take for marks of its own."""
        signs = ["3 * 4 = 12", "a_b_c", "1 < 2 & 3 > 2", "[x]", "10 % – 20 %", "« oui »", "C:\\dossier", "n° 5 # 6"]
        self.random.shuffle(signs)
        return f"{' ; '.join(signs)}."

    def bullets(self) -> str:
        """Bullets, two or three levels deep, with a second paragraph."""
        if self.random.random() < 0.5:
            return f"- {self.words()}\n\n    {self.voice.sentence()}\n\n- {self.noted()}"
        deep = f"    - {self.words()}\n        - {self.words()}\n        - {self.words()}\n    - {self.words()}"
        return f"- {self.words()}\n{deep}\n- {self.words()}"

    def steps(self) -> str:
        """Numbered steps, with steps inside."""
        inner = "".join(f"    {n}. {self.words()}\n" for n in range(1, self.random.randint(3, 5)))
        return f"1. {self.words()}\n2. {self.words()}\n{inner}3. **{self.words()}** : {self.voice.sentence()}"

    def counted_from(self) -> str:
        """Steps that do not begin at 1."""
        first = self.random.randint(2, 12)
        return "\n".join(f"{n}. {self.words()}" for n in range(first, first + 3))

    def two_lists(self) -> str:
        """Two numbered lists, one after the other."""
        one = "\n".join(f"{n}. {self.words()}" for n in range(1, 4))
        other = "\n".join(f"{n}. {self.words()}" for n in range(1, 3))
        return f"{one}\n\n{self.one((self.voice.sentence(), '<!-- -->'))}\n\n{other}"

    def tasks(self) -> str:
        """Boxes to tick."""
        return "\n".join(f"- [{self.one(' x')}] {self.words()}" for _ in range(3))

    def mixed(self) -> str:
        """Lists, a table, a box and a picture inside items."""
        inside = [
            f"    - {self.words()}\n    - {self.words()}",
            f"    | Quoi | Qui |\n    |---|---|\n    | {self.words()} | {self.one(WHO)} |",
            f'    !!! {self.one(_BOXES)} "{self.one(_TITLES)}"\n        {self.voice.sentence()}',
            f"    ![{self.words()}](plan.png)",
        ]
        chosen = self.random.sample(inside, 2)
        return f"1. {self.words()}\n\n{chosen[0]}\n\n2. {self.words()}\n\n{chosen[1]}\n\n3. {self.words()}"

    def definitions(self) -> str:
        """Terms and what they mean."""
        first, second = self.random.sample(WHAT, 2)
        more = self.one(("", f"\n\n    {self.voice.sentence()}"))
        return (
            f"{first.capitalize()}\n:   {self.voice.sentence()}{more}\n\n"
            f"{second.capitalize()}\n:   {self.voice.sentence()}"
        )

    def box(self) -> str:
        """A box with a list."""
        title = self.one(("", f' "{self.one(_TITLES)}"'))
        return f"!!! {self.one(_BOXES)}{title}\n\n    {self.noted()}\n\n    - {self.words()}\n    - {self.words()}"

    def folded_box(self) -> str:
        """A box that may be folded, and one in it."""
        inner = f'\n\n    !!! {self.one(_BOXES)} "{self.one(_TITLES)}"\n\n        {self.voice.sentence()}'
        return (
            f'{self.one(_FOLDS[2:])} {self.one(_BOXES)} "{self.one(_TITLES)}"\n\n    {self.voice.sentence()}'
            f"{self.one(('', inner))}"
        )

    def boxed_table(self) -> str:
        """A box with a table and steps."""
        return (
            f'{self.one(_FOLDS)} {self.one(_BOXES)} "{self.one(_TITLES)}"\n\n    | Quoi | Quand |\n    |---|---|\n'
            f"    | {self.words()} | {self.one(WHO)} |\n\n    1. {self.words()}\n    2. {self.words()}"
        )

    def quotation(self) -> str:
        """Words of others."""
        return f"> {self.voice.sentence()}\n>\n> {self.voice.sentence()}"

    def tabs(self) -> str:
        """Tabs, shown one after the other on paper."""
        return (
            f'=== "Adulte"\n\n    {self.voice.sentence()}\n\n    - {self.words()}\n    - {self.words()}\n\n'
            f'=== "Enfant"\n\n    {self.voice.sentence()}\n\n    | Poids | Dose |\n    |---|---:|\n    | 9 kg | 1 g |'
        )

    def code(self) -> str:
        """Lines as they are typed."""
        return (
            f"```{self.one(('bash', 'text', 'yaml'))}\n{self.one(DOES)}: 1\n    {self.one(DOES)}   # deux\n\nfin\n```"
        )

    def aligned_table(self) -> str:
        """A table whose columns stand left, in the middle and at the right, with breaks and bars."""
        rows = "\n".join(
            f"| {self.words()} | {self.one(WHO)}<br>{self.one(WHAT)} | {self.random.randint(1, 99)} |" for _ in range(4)
        )
        return f"| Gauche | Centre | Droite |\n|:---|:---:|---:|\n{rows}\n| a \\| b | `c` | **{self.noted()}** |"

    def two_tables(self) -> str:
        """Two tables, one after the other."""
        one = f"| Quoi | Qui |\n|---|---|\n| {self.words()} | {self.one(WHO)} |"
        return f"{one}\n\n| Quand | Où | Reste |\n|---|---|---|\n| chaque jour | {self.one(WHAT)} | |"

    def merged_table(self) -> str:
        """Cells merged both ways, lists in cells, a caption, a header of two rows."""
        listed = f"<ul><li>{self.words()}</li><li>{self.words()}</li></ul>"
        return (
            f'<table markdown="1">\n<caption>{self.words()}</caption>\n<thead>\n'
            '<tr><th rowspan="2">Zone</th><th colspan="2">Contrôle</th></tr>\n<tr><th>Quoi</th><th>Quand</th></tr>\n'
            f"</thead>\n<tbody>\n<tr><td>Sol</td><td>{listed}</td><td>chaque jour</td></tr>\n"
            f'<tr><td rowspan="2">Murs</td><td>{self.words()}</td><td rowspan="2">chaque mois</td></tr>\n'
            f'<tr><td>{self.words()}</td></tr>\n<tr><td colspan="3">{self.voice.sentence()}</td></tr>\n'
            "</tbody>\n</table>"
        )

    def named_rows(self) -> str:
        """A table whose first column names the rows."""
        rows = "\n".join(f"<tr><th>{self.one(WHO).capitalize()}</th><td>{self.words()}</td></tr>" for _ in range(3))
        return f'<table markdown="1">\n<tbody>\n{rows}\n</tbody>\n</table>'

    def wide_table(self) -> str:
        """A table that asks for a page on its side."""
        heads = [
            "Étape",
            "Responsable",
            "Échéance",
            "Matériel",
            "Traçabilité",
            "Indicateur",
            "Fréquence",
            "Commentaires",
            "Signature",
        ]
        rows = "\n".join(f"| {' | '.join(self.words() for _ in heads)} |" for _ in range(2))
        return f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|\n{rows}\n\n{self.voice.sentence()}"

    def turned_page(self) -> str:
        """Words on a page on its side."""
        return (
            f'<div class="paysage" markdown="1">\n\n{self.voice.sentence()}\n\n- {self.words()}\n- {self.words()}\n\n'
            f"| Quoi | Qui |\n|---|---|\n| {self.words()} | {self.one(WHO)} |\n\n</div>\n\n{self.voice.sentence()}"
        )

    def pictures(self) -> str:
        """A picture alone, one in a sentence, a drawing with a title."""
        drawing = f'![{self.words()}](plan.svg "Figure : {self.one(WHAT)}")'
        return f"![{self.words()}](plan.png)\n\nUn geste ![](plan.png) montré.\n\n{drawing}"

    def captioned_picture(self) -> str:
        """A figure with its caption."""
        return (
            f'<figure markdown="1">\n![{self.words()}](plan.png)\n<figcaption>{self.words()}</figcaption>\n</figure>'
            f"\n\n---\n\n{self.voice.sentence()}"
        )

    def diagram(self) -> str:
        """A flow chart."""
        first, second, third = (self.words() for _ in range(3))
        return _FLOW.format(
            title=self.words(), first=first, question=self.one(WHAT).capitalize(), second=second, third=third
        )


def bodies(count: int = TEXTS, seed: int = SEED) -> tuple[str, ...]:
    """The bodies of the texts."""
    return tuple(Author(seed + number).text(number) for number in range(1, count + 1))


def write_released(root: Path, texts: Sequence[str]) -> Path:
    """A house that released these texts on 1 June 2026."""
    named = {f"PR-R1-{100 + number}": (f"Texte d'essai {number}", body) for number, body in enumerate(texts, 1)}
    return write_texts(root, named)


def write_texts(root: Path, texts: Mapping[str, tuple[str, str]]) -> Path:
    """A house that released texts, given as title and body by their references, on 1 June 2026."""
    from tests.houses import a_text, house_files, write_house
    from tests.released import Acts
    from tests.word.houses import DRAWING, a_png

    files = {
        f"procedures/texte-{number:02}.md": a_text(body, reference=reference, title=title)
        for number, (reference, (title, body)) in enumerate(texts.items(), 1)
    }
    more = {"procedures/plan.svg": DRAWING, "procedures/grille.csv": "a;b\n"}
    write_house(root, house_files(**files, **more))
    (root / "procedures" / "plan.png").write_bytes(a_png())
    acts = Acts(root)
    acts.release("FP-R1", "2026-05-31")
    for reference in texts:
        acts.release(reference, "2026-06-01")
    return root


def main() -> None:
    """Write the house."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("house", type=Path)
    write_released(parser.parse_args().house, bodies())


if __name__ == "__main__":
    main()
