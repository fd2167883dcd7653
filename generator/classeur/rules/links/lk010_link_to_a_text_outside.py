"""A link leads to a Markdown file that is no document of the binder."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.links import End
from classeur.rules.registry import Problem, at, rule


@rule("LK010", "link-to-a-text-outside", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Texts that exist outside the three folders; those that could not be read have been told."""
    for lead in binder.leads:
        if lead.end is not End.FILE or lead.path is None or lead.path.suffix.lower() != ".md":
            continue
        if lead.path not in binder.by_path and lead.path not in binder.unread:
            yield at(lead.where, target=lead.link.target, reference=lead.document.reference)
