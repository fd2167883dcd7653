"""The way from a quality page to the others."""

from __future__ import annotations

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.registers.assessments import Assessment
from classeur.model.registers.proposals import Proposal
from classeur.views import addresses
from classeur.views.circle import next_meeting
from classeur.wording.translator import Translator
from classeur.writers.site.list_pages import MenuLine


def quality_menu(house: Binder, here: str, words: Translator) -> list[MenuLine]:
    """The quality pages that a house has; `here` is the address of the page that shows them."""
    return [MenuLine(title, address, address == here) for address, title in _pages(house, words)]


def _pages(house: Binder, words: Translator) -> Iterator[tuple[str, str]]:
    yield addresses.QUALITY, words("Dashboard")
    yield addresses.ACTION_PLAN, words("Action plan")
    yield addresses.POLICY, words("From the policy to the field")
    yield addresses.LESSONS, words("Lessons learned")
    yield addresses.QUALITY_CALENDAR, words("Calendar")
    if next_meeting(house):
        yield addresses.CIRCLE, words("Next meeting")
    if house.registers.of(Assessment):
        yield addresses.ASSESSMENT, words("Self-assessment")
    if house.registers.of(Proposal):
        yield addresses.PROPOSALS, words("Proposals of readers")
    if house.standards:
        yield addresses.STANDARDS, words("Standards")
