"""The change class does not fit the step from the last released version to the one being written."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.versions import ChangeClass, Version
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.versions_in_progress import raised_texts


@rule("WF041", "class-and-last-version-disagree", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Minor changes after another major number, editorial ones after another text; WF009 compares class and number."""
    for document, release in raised_texts(binder):
        version, last, change = document.version, release.version, document.header.change
        if change is version.change and not _follows(version, last):
            yield at(
                document.place("version"),
                reference=document.reference,
                version=version,
                last=last,
                minor=f"{last.major}.{last.minor + 1}",
                editorial=f"{last.major}.{last.minor}.{last.editorial + 1}",
                major=f"{last.major + 1}.0",
            )


def _follows(version: Version, last: Version) -> bool:
    if version.change is ChangeClass.MAJOR:
        return True
    if version.change is ChangeClass.MINOR:
        return version.major == last.major
    return (version.major, version.minor) == (last.major, last.minor)
