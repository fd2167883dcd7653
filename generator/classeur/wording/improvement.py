"""The e-mail by which a reader proposes to improve a text."""

from __future__ import annotations

from classeur.views.document_brief import Improvement
from classeur.wording.mail_address import mail_address
from classeur.wording.translator import Translator


def improvement_mail(improvement: Improvement, words: Translator) -> str:
    """A `mailto:` address with its subject and the beginning of its text."""
    told = {"reference": improvement.reference, "version": improvement.version}
    subject = words("Proposal for {reference} version {version}", **told)
    body = words(
        "Text: {reference} version {version}, {title}\r\n\r\nPassage concerned:\r\n\r\nWhat I propose, and why:\r\n",
        **told,
        title=improvement.title,
    )
    return mail_address(improvement.email, subject, body)
