"""A guiding sentence of a fresh text has stayed."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.template_text import SENTENCES
from classeur.rules.registry import Problem, at, in_each_text, rule


@rule("TX003", "template-sentence", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Sentences that `classeur new` wrote for the writer, left as they were."""
    return in_each_text(binder, _left)


def _left(document: Document) -> Iterator[Problem]:
    left = [sentence for sentence in SENTENCES if sentence in document.body]
    for number, line in enumerate(document.outline.prose if left else (), 1):
        for sentence in left:
            if sentence in line:
                place = document.in_body(number, line.index(sentence) + 1)
                yield at(place, sentence=sentence, reference=document.reference)
