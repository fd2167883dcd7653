"""What a document in force rests on has changed since its release, and nobody has said what follows."""

from collections.abc import Iterator, Mapping

from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.findings import Location, Severity
from classeur.model.history import Release
from classeur.model.registers.external import cited_source
from classeur.model.states import State
from classeur.model.versions import Version
from classeur.rules.registry import Problem, at, rule


@rule("LK014", "source-changed", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Cited external documents and references of the house in another edition than at the release.

    A review that names the source and its present edition answers, and so does a new release.
    """
    for found in binder.standings.values() if not binder.ledger.is_empty else ():
        release = found.in_force
        if release is None or found.state in (State.WITHDRAWN, State.SUPERSEDED):
            continue
        editions = release.entry.details.get("cited_editions")
        known: Mapping[str, object] = editions if isinstance(editions, Mapping) else {}
        for citation in dict.fromkeys([*_cited(release), *known]):
            before, now = str(known.get(citation, "")), binder.edition_of(citation)
            if _changed(binder, release, citation, before, now) and not _answered(found, release, citation, now):
                place = _place(found, release, citation)
                source = cited_source(citation)
                yield at(place, reference=found.reference, source=source, before=before or "–", after=now or "–")


def _cited(release: Release) -> tuple[str, ...]:
    cited = release.entry.details.get("cites")
    return tuple(str(each) for each in cited) if isinstance(cited, (list, tuple)) else ()


def _changed(binder: Binder, release: Release, citation: str, before: str, now: str) -> bool:
    """Whether the source is in another edition; an editorial version of our own documents changes nothing.

    A source that entered the register after the release counts when it was published after it.
    """
    external = binder.external_by_reference.get(cited_source(citation))
    if not before:
        return external is not None and external.date is not None and external.date > release.released_on
    if before == now:
        return False
    return external is not None or _without_editorial(before) != _without_editorial(now)


def _without_editorial(version: str) -> tuple[int, int] | str:
    try:
        parsed = Version.parse(version)
    except ValueError:
        return version
    return parsed.major, parsed.minor


def _answered(found: Standing, release: Release, citation: str, now: str) -> bool:
    names = (citation, cited_source(citation))
    return any(
        source in names and edition == now
        for review in found.history.reviews
        if review.sequence > release.entry.sequence
        for source, edition in zip(review.sources, review.source_editions, strict=False)
    )


def _place(found: Standing, release: Release, citation: str) -> Location:
    document = found.document
    if document is None:
        return release.place
    cites = document.header.cites
    return document.place("cites", cites.index(citation)) if citation in cites else document.place("cites")
