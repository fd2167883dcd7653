"""A link's text does not say where it leads."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.outline import plain
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule

_VAGUE = frozenset(
    {
        "", "ici", "la", "clic", "lien", "le lien", "ce lien", "voir", "voir ici", "voir lien", "cliquez ici",
        "cliquer ici", "clique ici", "suivre ce lien", "en savoir plus", "lire la suite", "plus", "suite", "page",
        "cette page", "document", "ce document", "here", "click here", "link", "this link", "more",
    }
)  # fmt: skip
_LONGEST = max(map(len, _VAGUE)) + 4


@rule("TX009", "vague-link", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Links that say « ici », or repeat a bare address."""
    for lead in binder.leads:
        text = lead.link.text
        if lead.link.is_picture or "![" in text:
            continue
        is_bare = text == lead.link.target and "://" in text
        if is_bare or (len(text) <= _LONGEST and _is_vague(text)):
            yield at(lead.where, text=text or lead.link.target, reference=lead.document.reference)


def _is_vague(text: str) -> bool:
    return folded(plain(text)).strip(" .…:»«>→") in _VAGUE
