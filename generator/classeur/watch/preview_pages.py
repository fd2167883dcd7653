"""The pages of the preview that are not of the site: the desk where one clicks, two versions side by side."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape

from classeur.errors import ClasseurError
from classeur.model.findings import Finding
from classeur.resources import bundled
from classeur.views.acting import Click
from classeur.views.addresses import document_page, draft_page
from classeur.watch.preview_acts import Clerk
from classeur.watch.preview_state import PreviewState
from classeur.wording.next_steps import click_word, next_act_word
from classeur.wording.rule_pages import told
from classeur.wording.states import state_word
from classeur.wording.translator import Translator

OWN = "_apercu"
"""The address below which our own pages are: no page of a site has it."""

_FILES = ("apercu.css", "apercu.js", "cote-a-cote.js")
_MOST_TOLD = 30


class PreviewPages:
    """Makes our own pages, and lays the overlay over those of the site."""

    def __init__(self, site: Path, state: PreviewState, clerk: Clerk, words: Translator) -> None:
        self._site, self._state, self._clerk, self._words = site, state, clerk, words
        self._form = secrets.token_urlsafe(24)
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(str(bundled("site_templates") / "preview")),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.globals.update(t=words, own=f"/{OWN}", form=self._form, Click=Click)

    def get(self, name: str, query: Mapping[str, str]) -> str | bytes | None:
        """One of our pages or files; None when there is none of that name."""
        if name in _FILES:
            return (bundled("site_templates") / "preview" / name).read_bytes()
        if name == "a-faire":
            return self._desk()
        if name == "cote-a-cote":
            return self._beside(query.get("reference", ""))
        return None

    def post(self, name: str, typed: Mapping[str, str]) -> str | None:
        """The plan of an act, or the act itself."""
        if typed.get("form") != self._form:
            return self.refused()
        try:
            click = Click(typed.get("click", ""))
        except ValueError:
            return None
        reference, reason = typed.get("reference", ""), typed.get("reason", "") if click is Click.REFUSE else ""
        try:
            if name == "plan":
                plan = self._clerk.plan(click, reference, reason)
            elif name == "faire":
                plan = self._clerk.act(click, reference, typed.get("digest", ""), reason)
            else:
                return None
        except ClasseurError as error:
            return self._page("trouble", error=str(error), remedy=error.remedy)
        refused = [self._said(finding) for finding in plan.refused]
        return self._page(
            "plan", plan=plan, verb=click_word(click, self._words), refused=refused, is_done=name == "faire"
        )

    def refused(self) -> str:
        """For a request that did not come through the address of the terminal."""
        return self._page("refused")

    def missing(self) -> str:
        """For an address that the site does not have."""
        return self._page("missing")

    def with_overlay(self, page: bytes, address: str) -> bytes:
        """A page of the site with our style and script in it, and where it is."""
        tags = (
            f'<link rel="stylesheet" href="/{OWN}/apercu.css">'
            f'<script src="/{OWN}/apercu.js" data-page="{escape(address)}" defer></script>'
        )
        before, end, after = page.rpartition(b"</body>")
        return before + tags.encode() + end + after if end else page + tags.encode()

    def state_of(self, page: str) -> dict[str, Any]:
        """What the overlay of a page shows."""
        words, reference = self._words, self._reference(page)
        is_old = bool(reference) and page == document_page(reference) and self._has_both(reference)
        state = self._state.page("" if is_old else page)  # what is wrong with the draft is told on the draft's page
        return {
            "build": state.build,
            "held": state.held,
            "heldTitle": words("This is the last good state: the last save could not be shown."),
            "findings": [self._said(finding) for finding in state.here[:_MOST_TOLD]],
            "title": words("Preview, with the texts being written"),
            "none": words("nothing to correct in this text"),
            "some": words.count("{n} point to look at", "{n} points to look at", len(state.here)),
            "concernsText": bool(reference) and not is_old,
            "elsewhere": words.count("{n} finding elsewhere", "{n} findings elsewhere", state.elsewhere),
            "desk": {"label": words("To do"), "href": f"/{OWN}/a-faire"},
            "beside": {"label": words("Side by side"), "href": f"/{OWN}/cote-a-cote?reference={reference}"}
            if reference and self._has_both(reference)
            else None,
        }

    def _desk(self) -> str:
        try:
            name, rows = self._clerk.rows()
        except ClasseurError as error:
            return self._page("trouble", error=str(error), remedy=error.remedy)
        words = self._words
        return self._page(
            "desk",
            name=name,
            rows=rows,
            states={row.reference: state_word(row.state, words) for row in rows},
            waits={row.reference: next_act_word(row.next.act, words) for row in rows},
            verbs={click: click_word(click, words) for click in Click},
        )

    def _beside(self, reference: str) -> str | None:
        if not self._has_both(reference):
            return None
        return self._page(
            "beside", reference=reference, old="/" + document_page(reference), new="/" + draft_page(reference)
        )

    def _has_both(self, reference: str) -> bool:
        return all((self._site / page).is_file() for page in (document_page(reference), draft_page(reference)))

    def _reference(self, page: str) -> str:
        """The document that a page shows, or nothing."""
        parts = page.split("/")
        return parts[1] if len(parts) > 2 and parts[0] == "d" and "/".join(parts[2:]) in _SHOWN else ""

    def _said(self, finding: Finding) -> dict[str, str]:
        said = told(finding, self._words.language)
        return {
            "severity": finding.severity.value,
            "word": said.severity,
            "code": finding.code,
            "where": str(finding.where),
            "message": said.message,
            "remedy": said.remedy,
        }

    def _page(self, template: str, **values: Any) -> str:
        return self._env.get_template(f"{template}.html.j2").render(**values)


_SHOWN = frozenset({"index.html", draft_page("x").removeprefix("d/x/")})
