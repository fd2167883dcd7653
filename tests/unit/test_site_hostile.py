"""A house in which every value was typed by somebody hostile: its site runs none of it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from tests.houses import INDICATORS, ORGANISATION, a_process_text, a_text, an_organisation, write_house
from tests.unit.commands import Desk

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
TYPED = f"'{HOSTILE}'"
FOLDER = HOSTILE.replace("/", "")
BODY = f"""## `{HOSTILE}`

### \\<img src=x onerror=alert(3)\\>

## &lt;img src=x onerror=alert(4)&gt; {{#a"onclick="alert(5)}}

| {HOSTILE} | `{HOSTILE}` |
|---|---|
| a | b |

```mermaid
graph TD
  accTitle: {HOSTILE}
  accDescr: {HOSTILE}
  A["{HOSTILE}"] -->|"{HOSTILE}"| B
  click A "javascript:alert(6)"
```

```{{.x title="{HOSTILE}"}}
{HOSTILE}
```

!!! note "{HOSTILE}"
    {HOSTILE}

=== "{HOSTILE}"
    a

[^1]

[^1]: {HOSTILE}

- [ ] {HOSTILE} <input type="password" name="code">

![{HOSTILE}](plan.png "{HOSTILE}")
[{HOSTILE}](https://example.org/?a=<img> "{HOSTILE}") [lien](javascript:alert(7)){{: onclick="alert(8)" }}
"""
HOUSE = {
    "manual/organisation.yml": an_organisation(
        organisation=f"organisation: {{name: {TYPED}, language: fr, timezone: Europe/Paris, size: team}}\n",
        people=ORGANISATION["people"].replace("Alix Martin", TYPED).replace("Maud Durand", TYPED),
        roles=ORGANISATION["roles"].replace("Référent qualité", TYPED).replace("Infirmier", TYPED),
        kinds=ORGANISATION["kinds"].replace("Procédure", TYPED).replace("Fiche processus", TYPED),
    ),
    "manual/glossary.yml": f"- {{term: {TYPED}, means: [{TYPED}], synonyms: [{TYPED}]}}\n",
    "processes/R1-accueillir.md": a_process_text(
        BODY,
        title=TYPED,
        purpose=TYPED,
        customers=f"[{TYPED}]",
        inputs=f"[{{what: {TYPED}, from: {TYPED}}}]",
        outputs=f"[{{what: {TYPED}, to: {TYPED}}}]",
        risks=f"[{TYPED}]",
        resources=f"[{TYPED}]",
    ),
    "processes/R1-indicators.yml": INDICATORS.replace("Délai moyen d'attente", TYPED)
    .replace("minutes", TYPED)
    .replace("Relevé de l'accueil", TYPED)
    .replace("value: 13}", f"value: 13, comment: {TYPED}}}"),
    "procedures/accueil.md": a_text(
        BODY,
        title=TYPED,
        summary=TYPED,
        owner=TYPED,
        processes=f"[R1, {TYPED}]",
        audience=f"{{roles: [{TYPED}], units: [{TYPED}]}}",
        contributors=f"[{TYPED}]",
        cumul_reason=TYPED,
        keywords=f"[{TYPED}]",
        synonyms=f"[{TYPED}]",
        cites=f"[{TYPED}]",
        effective_from="2026-12-01",
        review_date="2026-12-10",
    ),
    f"procedures/{FOLDER}/rendez-vous.md": a_text(reference="PR-R1-002"),
    f"procedures/{FOLDER}.md": "un texte illisible",
    "procedures/plan.png": "plan",
}


class Page(HTMLParser):
    """Reads a page as a browser does, and keeps what would run or ask something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script" and dict(attrs).get("type") != "application/json"
        for name, value in attrs:
            target = "".join((value or "").split()).lower()
            if "alert(" in target and (name.startswith("on") or name in ("srcdoc", "style")):
                self.runs.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "xlink:href") and target.startswith(("javascript:", "vbscript:")):
                self.runs.append(f"<{tag} {name}={target[:20]}>")
            if tag == "input" and name == "type" and target == "password":
                self.runs.append("<input type=password>")

    def handle_endtag(self, tag: str) -> None:
        self._script = False

    def handle_data(self, data: str) -> None:
        if self._script and "alert(" in data:
            self.runs.append(f"<script>{data[:20]}")


def test_a_hostile_house_is_shown_and_runs_nothing(desk: Desk, tmp_path: Path) -> None:
    house = write_house(tmp_path, HOUSE)

    desk.run("-C", house, "--today", "2026-11-22", "build")

    pages = {p.relative_to(house / "site").as_posix(): p.read_text("utf-8") for p in (house / "site").rglob("*.html")}
    assert "alert(1)" in pages["d/PR-R1-001/index.html"]
    assert {name: Page(text).runs for name, text in pages.items() if Page(text).runs} == {}


def test_a_page_that_runs_something_is_seen_by_this_test() -> None:
    assert Page(HOSTILE).runs == ["<img onerror>", "<script>alert(2)"]
    assert Page("<a href=' java\nscript:alert(7)'>x</a>").runs == ["<a href=javascript:alert(7)>"]
