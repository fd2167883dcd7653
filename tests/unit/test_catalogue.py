"""The catalogue of translations is read as Babel, which writes it, reads it."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO

from babel.messages.pofile import read_po

from classeur.wording.catalogue import messages_of
from tests.docs.words import FRENCH

ODD = r"""
# A remark.
#, fuzzy
msgid ""
msgstr "Language: fr\n"

#: somewhere.py:12
#, python-brace-format
msgid "{n} text"
msgid_plural "{n} texts"
msgstr[0] "{n} texte"
msgstr[1] ""
"{n} "
"textes"
msgid "said \"so\"\n"
"on two lines, with a \\"
msgstr "dit « ainsi »\n\tet \\ là"

#, fuzzy
#, python-brace-format
msgid "doubtful"
msgstr "douteux"

msgid "not translated"
msgstr ""

#~ msgid "former"
#~ msgstr "ancien"
"""


def as_babel_reads(text: str) -> Mapping[str, str | tuple[str, ...]]:
    found: dict[str, str | tuple[str, ...]] = {}
    for message in read_po(StringIO(text), locale="fr"):
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, (tuple, list)):
            found[message.id[0]] = tuple(message.string or ())
        elif message.string:
            found[message.id] = str(message.string)
    return found


def test_the_french_words_are_those_that_babel_reads() -> None:
    text = FRENCH.read_text("utf-8")

    assert messages_of(text.splitlines(keepends=True)) == as_babel_reads(text)


def test_plurals_long_messages_escapes_and_doubtful_translations_are_read_as_babel_reads_them() -> None:
    read = messages_of(ODD.splitlines(keepends=True))

    assert read == as_babel_reads(ODD)
    assert set(read) == {"{n} text", 'said "so"\non two lines, with a \\'}
