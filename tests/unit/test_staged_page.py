"""A page of headings and ready parts is read as Markdown would read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.preprocessors import Preprocessor
from mkdocs.utils.meta import get_data

from classeur.tasks.build_site import stage_house
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from classeur.writers.site.ready import put_back, set_aside
from classeur.writers.site.staged_page import Reader, without_front_matter
from tests.houses import TODAY, a_text, house_files, write_house

EXTENSIONS = ("attr_list", "md_in_html", "toc", "tables")
CONFIGS: Mapping[str, Mapping[str, Any]] = {"toc": {"permalink": True}}
PART = "<!-- ready -->\n<div>\n<p>## not a heading {#x}</p>\n\n  <pre>a</pre>\n</div>\n<!-- /ready -->"
ALIKE = [
    PART,
    f"{PART}\n\n## One {{#one}}\n\n{PART}\n\n### Two {{#two}}\n\n## Three {{#three}}\n",
    f"## Same {{#same}}\n\n{PART}\n\n## Same {{#same}}\n\n{PART}\n",
    f"\n## \\*l'été\\* &amp; 2\\.0 {{#ete}}\n\n\n\n{PART}\n\n{PART}\n\n",
    f"#### Deep {{#deep}}\n\n## Less {{#less}}\n\n###### Six {{#six}}\n\n{PART}",
]
OTHERS = [
    "Some words.",
    f"## One {{#one}}\n\nSome words.\n\n{PART}",
    f"## Without an anchor\n\n{PART}",
    f"{PART}\n## Too near {{#near}}\n\n{PART}",
    f"{PART}\n{PART}",
    "<div>\n\n## Inside {#inside}\n\n</div>",
]


def as_markdown(page: str) -> tuple[str, Any]:
    converter = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=dict(CONFIGS))
    text, parts = set_aside(page.lstrip("\n"))
    html = put_back(converter.convert(text), parts)
    return html, converter.toc_tokens  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", ALIKE)
def test_a_page_of_headings_and_ready_parts_is_put_together_as_markdown_does(page: str) -> None:
    reader = Reader(EXTENSIONS, CONFIGS)

    content = reader.read(page.lstrip("\n"))

    assert reader.is_as_markdown
    assert content is not None
    assert (content.html, content.contents) == as_markdown(page)


@pytest.mark.parametrize("page", OTHERS)
def test_any_other_page_is_left_to_markdown(page: str) -> None:
    assert Reader(EXTENSIONS, CONFIGS).read(page) is None


class Shout(Preprocessor):
    """What an extension of a house may do to a page."""

    def run(self, lines: list[str]) -> list[str]:
        return [*lines, "", "The end."]


class Shouting(markdown.Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.preprocessors.register(Shout(md), "shout", 0)


def test_an_extension_that_does_more_with_a_page_is_noticed() -> None:
    assert not Reader((*EXTENSIONS, Shouting()), CONFIGS).is_as_markdown  # type: ignore[arg-type]


def test_no_page_needs_markdown(tmp_path: Path) -> None:
    heading = "## L'*été* & `le` <b>reste</b> {x}"
    odd = f"{heading}\n\nA\n\n{heading}\n\nB\n\n### \\# 1. [a](b.md)\n\n```\n## no\n```\n"
    root = write_house(tmp_path / "house", house_files(**{"procedures/titres.md": a_text(odd, reference="PR-R1-002")}))
    engine = MkDocsEngine(root)
    stage = stage_house(root, root / ".classeur/stage", TODAY, engine.dialect, translator("fr")).staged.stage
    reader = Reader(EXTENSIONS, CONFIGS)

    texts = {path: path.read_text("utf-8") for path in stage.pages.rglob("*.md")}
    pages = {path: text.partition("\n---\n")[2].lstrip("\n") for path, text in texts.items()}

    for path, page in pages.items():
        content = reader.read(page)
        assert content is not None, path
        assert (content.html, content.contents) == as_markdown(page)


@given(
    st.text(st.sampled_from("aé:#'\"\\{}[]&*!|>%@` -\t\n\x85\xa0\u2028\ufeff\U0001f600"), max_size=12),
    st.sampled_from(["[navigation]", "[navigation, toc]", "[toc]", "[navigation, no]", "navigation"]),
    st.sampled_from(["\n", "\n\n## Un titre {#un}\n", "", "texte"]),
)
def test_the_top_of_a_page_is_read_as_yaml_would(title: str, hidden: str, below: str) -> None:
    page = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nhide: {hidden}\n---\n{below}"

    told = without_front_matter(page)

    assert told in (None, get_data(page))
    if title.isalpha() and hidden == "[navigation]":
        assert told is not None
