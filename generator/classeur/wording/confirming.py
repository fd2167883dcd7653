"""The words of the e-mail by which somebody says to have read: `importers/signoff/mails.py` reads them back."""

from __future__ import annotations

from classeur.views.confirming import ReadMail
from classeur.wording.mail_address import mail_address
from classeur.wording.translator import Translator


def read_subject(mark: str, words: Translator) -> str:
    """The subject; `mark` is reference, version and short digest, or what a script puts in their place."""
    return words("Read and understood {mark}", mark=mark)


def read_body(words: Translator) -> str:
    """What the reader sends; the program reads the subject only."""
    return words("I attest to have read and understood the version named in the subject.")


def read_mail_address(mail: ReadMail, words: Translator) -> str:
    """A `mailto:` address with its subject and its text."""
    return mail_address(mail.email, read_subject(mail.mark.text, words), read_body(words))
