"""The quick steps of Markdown: what comes out is what the library's own make of it, to the letter."""

from __future__ import annotations

from xml.etree.ElementTree import Comment, Element, SubElement

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_xhtml_string

from classeur.writers.site.quick_steps import as_xhtml, quicken
from tests.unit.test_spared_steps import DIALECT, EVERY_MARK, PIECES

PARTS = (
    *PIECES,
    EVERY_MARK,
    "Une ligne\n# puis un titre",
    "#",
    "####### trop",
    "#un titre sans espace#",
    "- # titre\n- Un point\n\n    # dedans\n\n    Une suite",
    "1. Un\n\n    Une suite\n2. Deux\n    - Dedans",
    "Un | seul\n--- | ---\nune `|` | barre \\| là",
    "| seul |\n| --- |\n| un |",
    "  \n \t \n\x02x\x03\r\n   \nfin",
    "\n   \n    \n     \nTexte",
    "!!! note\n    Dedans.\nDehors",
    "<script>a < b & c</script>",
    "## deux # dièses\n\n##\n\n##  \n\n###### six\n\n####### sept\n\n## a \\# b\n\n### fin  \n\n### fin #",
    "| a | b\n|---|---\n| 1 | 2 |  \nc | d |\n||\n|\n| `|` | e |\n| 3 \\| 4 | f",
    "a | b |\n---|:---:|\n| 1 | 2 ||\n3",
    "a | b\n--- | ---\n| 1 | 2 |\n3 | 4 |",
    "- un\n- **deux** mots\n- [trois](c.md) mots\n    - dedans\n    - encore  \n- quatre",
    "1. un\n2.   deux\n    - dedans\n7. trois\n    1. là\n    5. ici\n4. **quatre",
    "    - plus loin\n    1. encore",
    "- un\n    1. deux\n    - trois\n1. quatre",
    "- [ ] à faire\n- [nom]: c.md\n- [nom] ailleurs",
    "2. deux\n3. trois\n    2. dedans\n    - [^1] là",
    "-  un\n-\u00a0deux\n- _trois_\n- 4\n-\n- # cinq",
    "[un](a.md) mot [deux [trois]](b.md) ![](c.md) [quatre](d.md",
    "**un** mot [un]: mot",
    "***",
    "Ligne\nautre ligne\n**une** autre",
    "Terme\n: définition\nmot | mot\n--- | ---",
    '!!! note "Titre"\n\n    - un\n    - deux\n        - trois\n\n    Mot.',
    "<!-- un commentaire --> <br> <input type='checkbox' checked>",
)


def converter() -> markdown.Markdown:
    configs = {name: dict(values) for name, values in DIALECT.configs.items()}
    return markdown.Markdown(extensions=list(DIALECT.extensions), extension_configs=configs)


AT_LENGTH, QUICK = converter(), converter()
quicken(QUICK)


def same(text: str) -> bool:
    return QUICK.reset().convert(text) == AT_LENGTH.reset().convert(text)


@pytest.mark.parametrize("first", PARTS)
def test_two_parts_in_a_row_come_out_the_same(first: str) -> None:
    texts = [first, *(f"{first}{between}{second}" for second in PARTS for between in ("\n", "\n\n"))]

    assert [text for text in texts if not same(text)] == []


@given(
    st.lists(
        st.sampled_from(
            [
                *"aé#|-*1.>:!?=`\\<&[]^~{}() ",
                "\n",
                "\n\n",
                "    ",
                "\t",
                "[^1]:",
                "un mot",
                "- mot\n",
                "1. mot\n",
                "    - mot\n",
                "**mot",
                "[mot](a)",
            ]
        )
    )
)
def test_any_text_comes_out_the_same(pieces: list[str]) -> None:
    assert same("".join(pieces))


def test_a_step_that_nobody_knows_sees_every_block() -> None:
    class Aside(markdown.blockprocessors.BlockProcessor):
        def test(self, parent: Element, block: str) -> bool:
            return block.startswith("Aside")

        def run(self, parent: Element, blocks: list[str]) -> None:
            SubElement(parent, "aside").text = blocks.pop(0)

    md = converter()
    md.parser.blockprocessors.register(Aside(md.parser), "aside", 200)
    quicken(md)

    assert md.convert("Aside that") == "<aside>Aside that</aside>"


def nested(depth: int) -> Element:
    root = here = Element("div", {"title": 'a "b" & <c>', "class": "x"})
    for _ in range(depth):
        here = SubElement(here, "em")
    here.text, here.tail = "<fin> & &amp;", "après"
    return root


def with_a_comment() -> Element:
    root = nested(2)
    root.append(Comment("a < b"))
    return root


@pytest.mark.parametrize("root", [nested(0), nested(5), nested(5_000), with_a_comment(), Element("br")])
def test_an_element_is_written_as_the_library_does(root: Element) -> None:
    assert as_xhtml(root) == to_xhtml_string(root)
