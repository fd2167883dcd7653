"""A house whose texts try to run something in the reader's browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.chromium import Readers, Visit
from tests.browser.starter import addresses, built
from tests.houses import INDICATORS, a_process_text, a_text, an_organisation, house_files, write_house

RUN = "window.ran=(window.ran||0)+1;alert(1)"
SCRIPT = f"<script>{RUN}</script>"
PICTURE = f"<img src=nowhere.png onerror='{RUN}'>"
BODY = f"""## But {PICTURE}

Bonjour {SCRIPT} à tous.

<script>
{RUN}
</script>

<svg onload="{RUN}"><script>{RUN}</script></svg>

<iframe src="javascript:{RUN}"></iframe>

<a href="javascript:{RUN}" onmouseover="{RUN}">ici</a>, [là](javascript:{RUN}), [là aussi](data:text/html,{SCRIPT}).

<details ontoggle="{RUN}" open><summary>Ouvert</summary></details>

<style>@import url(https://example.org/x.css);</style>

<form action="javascript:{RUN}"><button autofocus onfocus="{RUN}">Valider</button></form>

| Étape | Qui | Quoi |
|---|---|---|
| 1 | {PICTURE} | {SCRIPT} |

```mermaid
flowchart LR
  A["{PICTURE.replace('"', "")}"] --> B["<script>alert(1)</script>"]
  click A "javascript:alert(1)"
```

{{{{ config.site_name }}}} {{% raw %}}
"""


def quoted(text: str) -> str:
    """A text as a YAML value between quotes."""
    return "'" + text.replace("'", "''") + "'"


def hostile_files() -> dict[str, str]:
    evil = quoted(f"</script>{SCRIPT}{PICTURE}")
    return house_files(
        **{
            "procedures/accueil.md": a_text(BODY, title=evil, summary=evil, keywords=f"[{evil}]"),
            "processes/R1-accueillir.md": a_process_text(
                BODY,
                title=evil,
                purpose=evil,
                inputs=f"[{{what: {evil}, from: {evil}}}]",
                outputs=f"[{{what: {evil}, to: {evil}}}]",
            ),
            "processes/R1-indicators.yml": INDICATORS.replace("Délai moyen d'attente", evil).replace("minutes", evil),
            "manual/organisation.yml": an_organisation(
                organisation=f"organisation: {{name: {evil}, language: fr, timezone: Europe/Paris, size: team}}\n"
            ).replace("Maud Durand", "</script><script>alert(1)</script>"),
            "manual/glossary.yml": f"- {{term: {evil}, means: [{evil}], synonyms: [{evil}]}}\n",
            "procedures/broken.md": f"---\ntitle: {evil}\n{SCRIPT}: [\n---\n{SCRIPT}\n",
        }
    )


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile house, built."""
    folder = tmp_path_factory.mktemp("hostile")
    return built(write_house(folder / "house", hostile_files()), folder / "site")


@pytest.fixture(scope="module")
def walk(browser: Browser, hostile_site: Path) -> tuple[list[str], Visit]:
    """The pages in which something ran, and the visit of all of them."""
    ran = []
    with chromium.visit(browser, hostile_site) as reader:
        for address in addresses(hostile_site):
            page = reader.open(address)
            page.mouse.move(300, 300)
            page.wait_for_timeout(50)
            if page.evaluate("window.ran || 0"):
                ran.append(address)
    return ran, reader


def test_no_page_of_a_hostile_house_runs_anything(walk: tuple[list[str], Visit]) -> None:
    ran, reader = walk

    assert (ran, reader.dialogs) == ([], [])


def test_a_hostile_house_asks_nothing_of_the_network(walk: tuple[list[str], Visit]) -> None:
    assert walk[1].outside() == []


def test_the_search_of_a_hostile_house_runs_nothing(readers: Readers, hostile_site: Path) -> None:
    with readers.visit(hostile_site) as reader:
        page = reader.open("index.html")
        page.locator("#cl-query").press_sequentially("script")
        page.locator(".md-header [role=option]").first.wait_for()

        assert (page.evaluate("window.ran || 0"), reader.dialogs) == (0, [])


def test_the_map_of_a_hostile_house_still_answers(readers: Readers, hostile_site: Path) -> None:
    with readers.visit(hostile_site) as reader:
        page = reader.open("processus/index.html")
        page.locator(".cl-map-wide .cl-process").first.hover()

        assert reader.errors == []


def test_the_texts_left_of_a_hostile_house_can_be_read(readers: Readers, hostile_site: Path) -> None:
    with readers.visit(hostile_site) as reader:
        page = reader.open("d/PR-R1-001/index.html")

        assert "Bonjour" in page.locator(".cl-text").first.inner_text()


def test_a_text_that_cannot_be_read_is_named_on_the_site(readers: Readers, hostile_site: Path) -> None:
    with readers.visit(hostile_site) as reader:
        page = reader.open("index.html")
        page.locator(".cl-banner--overdue a").click()

        assert "procedures/broken.md" in page.locator(".cl-missing").first.inner_text()
