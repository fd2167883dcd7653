"""The preview's server: this computer only, the terminal's address only, acts from our own pages only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.houses import write_house
from tests.previews import Previewed, previewed


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Previewed]:
    root = write_house(tmp_path / "house")
    (tmp_path / "house" / "secret.txt").write_text("secret")
    with previewed(root, "b.durand") as running:
        (running.site / "index.html").write_text("<body>home</body>")
        (running.site / "d" / "PR").mkdir(parents=True)
        (running.site / "d" / "PR" / "index.html").write_text("<body>text</body>")
        yield running


def test_the_address_of_the_terminal_opens_the_preview_once(preview: Previewed) -> None:
    address = preview.server.new_address()

    entered, again = preview.get(address), preview.get(address)

    assert (entered.status, entered.headers["Location"]) == (303, "/")
    assert "HttpOnly; SameSite=Strict" in entered.headers["Set-Cookie"]
    assert again.status == 403


def test_without_the_address_nothing_is_shown_and_a_new_one_is_told_to_the_terminal(preview: Previewed) -> None:
    refused = [preview.get(path) for path in ("/", "/d/PR/", "/_apercu/a-faire", "/_apercu/etat?page=index.html")]

    assert {answer.status for answer in refused} == {403}
    assert not any("home" in answer.body or "text" in answer.body.replace("text/", "") for answer in refused[:2])
    assert len(preview.addresses) == 1
    assert preview.get(preview.addresses[0]).status == 303


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1", "localhost:1"])
def test_another_name_for_this_computer_is_refused(preview: Previewed, name: str) -> None:
    preview.enter()

    assert preview.get("/", Host=name).status == 421


def test_a_page_of_the_site_is_given_with_the_overlay_and_a_strict_policy(preview: Previewed) -> None:
    preview.enter()

    page = preview.get("/d/PR/")

    assert page.status == 200
    assert '<script src="/_apercu/apercu.js" data-page="d/PR/index.html" defer></script></body>' in page.body
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"
    assert preview.get("/d/PR").headers["Location"] == "/d/PR/"


@pytest.mark.parametrize(
    "path", ["/../../../secret.txt", "/%2e%2e/%2e%2e/%2e%2e/secret.txt", "/d/../../../../secret.txt", "/none.html"]
)
def test_nothing_outside_the_site_is_given(preview: Previewed, path: str) -> None:
    preview.enter()

    answer = preview.get(path)

    assert answer.status == 404
    assert "secret" not in answer.body


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "https://127.0.0.1"],
    ids=["other site", "null", "none", "other scheme"],
)
def test_an_act_from_another_page_is_refused(preview: Previewed, origin: str) -> None:
    preview.enter()
    form = preview.get("/_apercu/a-faire").hidden("form")
    typed = {"form": form, "click": "submit", "reference": "PR-R1-001"}

    assert preview.post("/_apercu/plan", typed, Origin=origin).status == 403
    assert preview.post("/_apercu/plan", typed).status == 200


def test_an_act_without_the_word_of_our_form_does_nothing(preview: Previewed) -> None:
    preview.enter()

    answer = preview.post("/_apercu/plan", {"form": "guessed", "click": "submit", "reference": "PR-R1-001"})

    assert "Cette adresse n'ouvre pas l'aperçu" in answer.body.replace("&#39;", "'")


def test_too_long_a_form_is_refused(preview: Previewed) -> None:
    preview.enter()

    assert preview.post("/_apercu/plan", {"form": "x" * 70_000}).status == 413
