"""A text that changed after its release still has the number of a released version."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.versions_in_progress import texts_after_a_release


@rule("WF018", "version-not-above-released", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Texts being written whose version is not above the last released one, with the next free number of each class."""
    for document, release in texts_after_a_release(binder):
        last = release.version
        if document.version <= last:
            yield at(
                document.place("version"),
                reference=document.reference,
                version=document.version,
                last=last,
                major=f"{last.major + 1}.0",
                minor=f"{last.major}.{last.minor + 1}",
                editorial=f"{last.major}.{last.minor}.{last.editorial + 1}",
            )
