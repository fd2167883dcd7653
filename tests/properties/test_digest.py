"""The approval digest: blind to how a computer stores a text, sensitive to what was approved (design §5)."""

from __future__ import annotations

import hashlib
import json
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from classeur.model.documents import OUTSIDE_THE_DIGEST, Audience, Document, ProcessHeader, canonical_text
from classeur.reading.documents import read_document
from classeur.reading.files import read_text
from classeur.reading.folder import read_folder
from tests.houses import BODY, FIELDS, PROCESS_FIELDS, TODAY, a_text, house_files, write_house

TEXT = PurePosixPath("procedures/accueil.md")
SHEET = PurePosixPath("processes/R1-accueillir.md")
ATTACHED = "procedures/plan.png"

VISIBLE = "abzéÀœçÉ€09.,;:!?%-+*_#|()[]{}<>/\\'\"&=«»’…°µ½ß"
BODIES = st.text(alphabet=VISIBLE + "  \n\n\t\u00a0e\u0301", max_size=200)
TITLES = st.text(alphabet="abé ÀœçÉ09.,;:!?%-+*_#|()[]{}<>/'\"&=«»’…", min_size=1, max_size=40).filter(
    lambda title: title.strip() not in ("", "~", "null")
)


def read_from_disk(content: bytes) -> Document:
    """The document of a file that holds these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / TEXT).parent.mkdir()
        (root / TEXT).write_bytes(content)
        text, faults = read_text(root, TEXT)
    assert text is not None
    assert faults == []
    document, wrong = read_document(TEXT, text)
    assert document is not None
    assert wrong == []
    return document


def digest_of(text: str) -> str:
    return read_from_disk(text.encode()).digest


def digest_in_house(files: Mapping[str, str], attached: bytes = b"", path: PurePosixPath = TEXT) -> str:
    """The digest of a text of a whole house, read from disk with what hangs on it."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_house(Path(folder), {**house_files(), **files})
        (root / ATTACHED).write_bytes(attached)
        binder, _ = read_folder(root, TODAY)
    return binder.by_path[path].digest


def in_plain(value: object) -> object:
    """A value of this house's front matter as the design seals it."""
    if isinstance(value, Audience):
        return [["roles", value.roles], ["units", value.units]]
    if isinstance(value, dict):
        return sorted(value.items())
    return value if value is None or isinstance(value, (str, bool, int, tuple)) else str(value)


def typed(fields: Mapping[str, str], body: str = BODY) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n" + body


# what a computer changes


@given(BODIES)
def test_a_byte_order_mark_leaves_the_digest(body: str) -> None:
    text = a_text(body)

    assert read_from_disk(b"\xef\xbb\xbf" + text.encode()).digest == digest_of(text)


@given(BODIES, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_of_another_computer_leave_the_digest(body: str, line_end: str) -> None:
    text = a_text(body)

    assert digest_of(text.replace("\n", line_end)) == digest_of(text)


@given(BODIES, TITLES)
def test_composed_and_decomposed_accents_have_one_digest(body: str, title: str) -> None:
    text = a_text(body, title=json.dumps(title, ensure_ascii=False), keywords="[blessé]")

    composed, decomposed = (digest_of(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))

    assert composed == decomposed


@given(BODIES, st.integers(0, 5))
def test_empty_lines_at_the_end_leave_the_digest(body: str, lines: int) -> None:
    assert digest_of(a_text(body + "\n" * lines)) == digest_of(a_text(body))


@given(st.lists(st.sampled_from(["", " ", "\t"]), min_size=6, max_size=6))
def test_a_stray_space_at_the_end_of_a_line_leaves_the_digest(strays: list[str]) -> None:
    lines = ["## But", "", "Accueillir.", "- un", "| a | b |", "Fin."]
    stray = "".join(f"{line}{space}\n" for line, space in zip(lines, strays, strict=True))

    assert digest_of(a_text(stray)) == digest_of(a_text("\n".join(lines)))


@given(st.integers(2, 9))
def test_spaces_that_break_a_line_are_two_however_many_were_typed(spaces: int) -> None:
    assert digest_of(a_text(f"un{' ' * spaces}\ndeux")) == digest_of(a_text("un  \ndeux"))


def test_a_tab_at_the_end_of_a_line_goes_alone_too() -> None:
    assert canonical_text("a\t\nb\n") == "a\nb\n"


def test_a_line_break_that_disappears_changes_the_digest() -> None:
    assert digest_of(a_text("un  \ndeux")) != digest_of(a_text("un\ndeux"))


# what a writer's editor changes in the front matter


@given(st.permutations(list(FIELDS)))
def test_the_order_of_the_keys_leaves_the_digest(keys: list[str]) -> None:
    assert digest_of(typed({key: FIELDS[key] for key in keys})) == digest_of(typed(FIELDS))


@given(st.lists(st.sampled_from(["", "  # à relire", "   # {a: [b"]), min_size=len(FIELDS), max_size=len(FIELDS)))
def test_comments_and_empty_lines_leave_the_digest(comments: list[str]) -> None:
    lines = [f"{key}: {value}{said}\n" for (key, value), said in zip(FIELDS.items(), comments, strict=True)]
    text = "---\n# un texte de la maison\n" + "\n".join(lines) + "---\n" + BODY

    assert digest_of(text) == digest_of(typed(FIELDS))


@given(TITLES)
def test_the_way_of_quoting_leaves_the_digest(title: str) -> None:
    double = json.dumps(title, ensure_ascii=False)
    single = "'" + title.replace("'", "''") + "'"
    folded = f">-\n  {title.strip()}"

    quoted = {digest_of(a_text(title=written)) for written in (double, single, folded)}

    assert len(quoted) == 1


@pytest.mark.parametrize(
    ("one_way", "other_way"),
    [
        ({"processes": "[R1]"}, {"processes": "R1"}),
        ({"processes": "[R1, R2]"}, {"processes": "\n- R1\n- R2"}),
        ({"audience": "{roles: [infirmier]}"}, {"audience": "\n  roles:\n    - infirmier"}),
        ({"audience": "all"}, {"audience": '"all"'}),
        ({"version": "2"}, {"version": "2.0"}),
        ({"version": "2.0"}, {"version": "2.0.0"}),
        ({"urgent": "false"}, {"urgent": "non"}),
        ({"urgent": "false"}, {}),
        ({"reading": "required"}, {}),
        ({"effective_from": ""}, {}),
        ({"consulted": "{cvs: 2026-10-12, chsct: 2026-10-13}"}, {"consulted": "{chsct: 2026-10-13, cvs: 2026-10-12}"}),
    ],
    ids=str,
)
def test_two_ways_of_typing_the_same_value_have_one_digest(
    one_way: Mapping[str, str], other_way: Mapping[str, str]
) -> None:
    assert digest_of(a_text(**one_way)) == digest_of(a_text(**other_way))


# what a person changes in the text


@given(BODIES, st.sampled_from(VISIBLE), st.data())
def test_one_more_character_changes_the_digest(body: str, added: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(body)))

    assert digest_of(a_text(body[:place] + added + body[place:])) != digest_of(a_text(body))


@given(BODIES, st.data())
def test_one_character_less_changes_the_digest(body: str, data: st.DataObject) -> None:
    places = [place for place, character in enumerate(body) if character in VISIBLE]
    assume(places)
    place = data.draw(st.sampled_from(places))

    assert digest_of(a_text(body[:place] + body[place + 1 :])) != digest_of(a_text(body))


@given(BODIES, st.sampled_from(VISIBLE), st.data())
def test_one_character_for_another_changes_the_digest(body: str, other: str, data: st.DataObject) -> None:
    places = [place for place, character in enumerate(body) if character in VISIBLE and character != other]
    assume(places)
    place = data.draw(st.sampled_from(places))

    assert digest_of(a_text(body[:place] + other + body[place + 1 :])) != digest_of(a_text(body))


def test_two_paragraphs_made_one_change_the_digest() -> None:
    assert digest_of(a_text("un\n\ndeux")) != digest_of(a_text("un\ndeux"))


def test_a_step_indented_under_another_changes_the_digest() -> None:
    assert digest_of(a_text("- un\n- deux")) != digest_of(a_text("- un\n    - deux"))


# what hangs on the text


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_another_picture_under_the_same_name_changes_the_digest(kept: bytes, replaced: bytes) -> None:
    assume(kept != replaced)
    shown = {str(TEXT): a_text(f"{BODY}\n![Plan du rez-de-chaussée](plan.png)\n")}

    assert digest_in_house(shown, kept) != digest_in_house(shown, replaced)


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_a_file_that_the_text_does_not_show_leaves_the_digest(one: bytes, other: bytes) -> None:
    assert digest_in_house({}, one) == digest_in_house({}, other)


def test_a_picture_that_disappears_changes_the_digest() -> None:
    house = house_files(**{str(TEXT): a_text(f"{BODY}\n![Plan](plan.png)\n")})
    with tempfile.TemporaryDirectory() as folder:
        binder, _ = read_folder(write_house(Path(folder), house), TODAY)

    assert binder.by_path[TEXT].digest != digest_in_house(house, b"plan")


def test_another_text_that_changes_leaves_the_digest_of_the_one_that_links_to_it() -> None:
    linked = {str(TEXT): a_text(f"{BODY}\nVoir [le rendez-vous](rendez-vous.md).\n")}
    before, after = (
        {**linked, "procedures/rendez-vous.md": a_text(body, reference="PR-R1-002")} for body in ("avant", "après")
    )

    assert digest_in_house(before) == digest_in_house(after)


def test_a_text_moved_to_another_folder_keeps_its_digest() -> None:
    moved = PurePosixPath("procedures/accueil/patients.md")

    assert digest_in_house({str(moved): a_text(reference="PR-R1-002")}, path=moved) == digest_in_house(
        {str(TEXT): a_text(reference="PR-R1-002")}
    )


# the approval fields

OTHER_VALUES: Mapping[str, str] = {
    "reference": "FP-R9",
    "title": "Un autre titre",
    "version": "1.1",
    "change": "minor",
    "summary": "Autre chose change.",
    "processes": "[R2]",
    "audience": "{roles: [infirmier]}",
    "writer": "a.martin",
    "validator": "[a.martin, b.durand]",
    "approver": "a.martin",
    "effective_from": "2026-12-01",
    "review_date": "2028-12-01",
    "reading": "information",
    "reread": "[infirmier]",
    "cites": "[DE-004]",
    "contributors": "[groupe douleur]",
    "consulted": "{cvs: 2026-10-12}",
    "confidential": "true",
    "cumul_reason": "Équipe de deux personnes.",
    "urgent": "true",
    "until": "2026-12-22",
    "supersedes": "[PR-R2-003]",
    "code": "R9",
    "family": "support",
    "pilot": "c.leroy",
    "deputy": "a.martin",
    "purpose": "Un autre but.",
    "order": "2",
    "customers": "[Patients]",
    "inputs": "[{what: demande, from: Médecins}]",
    "outputs": "[{what: rendez-vous, to: Médecins}]",
    "risks": "[attente]",
    "resources": "[agenda]",
}
"""For each approval field, a value that a process sheet of the house does not have."""


def test_every_approval_field_is_tried() -> None:
    kind_alone = {"kind"}  # another kind makes it another sort of document: see below

    assert set(OTHER_VALUES) | kind_alone == set(ProcessHeader.model_fields) - OUTSIDE_THE_DIGEST


@pytest.mark.parametrize("field", OTHER_VALUES)
def test_an_approval_field_that_changes_changes_the_digest(field: str) -> None:
    changed = typed({**PROCESS_FIELDS, field: OTHER_VALUES[field]})

    assert digest_of(changed) != digest_of(typed(PROCESS_FIELDS))


def test_another_kind_changes_the_digest() -> None:
    assert digest_of(a_text(kind="fiche-reflexe")) != digest_of(a_text())


def test_a_value_that_moves_to_another_field_changes_the_digest() -> None:
    assert digest_of(a_text(validator="a.martin", approver="")) != digest_of(a_text(validator="", approver="a.martin"))


@pytest.mark.parametrize(
    ("field", "value"), [("keywords", "[douleur, EVA]"), ("synonyms", "[antalgie]"), ("owner", "c.leroy")]
)
def test_what_helps_to_find_a_text_or_to_keep_it_leaves_the_digest(field: str, value: str) -> None:
    assert digest_of(a_text(**{field: value})) == digest_of(a_text())


def test_keywords_synonyms_and_owner_alone_are_outside_the_digest() -> None:
    assert {"keywords", "synonyms", "owner"} == OUTSIDE_THE_DIGEST


def test_the_digest_is_made_as_the_design_says() -> None:
    shown = {str(TEXT): a_text("## But\n\n![Plan](plan.png)\n", keywords="[mot]")}
    with tempfile.TemporaryDirectory() as folder:
        root = write_house(Path(folder), {**house_files(), **shown})
        (root / ATTACHED).write_bytes(b"plan")
        document = read_folder(root, TODAY)[0].by_path[TEXT]
    fields = [name for name in type(document.header).model_fields if name not in OUTSIDE_THE_DIGEST]

    header = json.dumps([[name, in_plain(getattr(document.header, name))] for name in fields], ensure_ascii=False)
    compact = json.dumps(json.loads(header), ensure_ascii=False, separators=(",", ":"))
    parts = [compact, "## But\n\n![Plan](plan.png)\n", ATTACHED, hashlib.sha256(b"plan").hexdigest()]
    sealed = b"".join(f"{len(part.encode())}:".encode() + part.encode() for part in parts)

    assert document.digest == hashlib.sha256(sealed).hexdigest()


@given(BODIES, TITLES)
def test_no_part_of_a_title_can_pass_for_the_beginning_of_the_text(body: str, title: str) -> None:
    assume(body.strip())

    longer_title = digest_of(a_text(body, title=json.dumps(f"{title} x", ensure_ascii=False)))
    longer_body = digest_of(a_text(f"x {body}", title=json.dumps(title, ensure_ascii=False)))

    assert longer_title != longer_body


@pytest.mark.parametrize(
    ("stored", "kept"),
    [
        ("\ufeff# But\n", "# But\n"),
        ("un\r\ndeux\rtrois", "un\ndeux\ntrois\n"),
        ("\n\nun\n\n\n", "un\n"),
        ("e\u0301te\u0301\n", "été\n"),
        ("un \ndeux\t\ntrois", "un\ndeux\ntrois\n"),
        ("un  \ndeux", "un  \ndeux\n"),
        ("un     \ndeux", "un  \ndeux\n"),
        ("un\n    \ndeux", "un\n\ndeux\n"),
        ("  un", "  un\n"),
        ("un ", "un\n"),
        ("un\t", "un\n"),
        ("", "\n"),
    ],
)
def test_the_canonical_text_keeps_the_words_and_the_line_breaks_of_markdown(stored: str, kept: str) -> None:
    assert canonical_text(stored) == kept


def test_the_digest_under_another_reference_is_that_of_the_renumbered_text() -> None:
    text, renumbered = read_from_disk(a_text().encode()), read_from_disk(a_text(reference="PR-S1-001").encode())

    assert text.digest_as("PR-S1-001") == renumbered.digest
    assert text.digest_as("PR-S1-001") != text.digest
    assert text.digest_as(text.reference) == text.digest


# what was signed stays signed


def test_a_text_has_the_digest_that_it_had_when_it_was_first_signed() -> None:
    assert digest_of(a_text()) == "ad2f44a38f416a8cd6b2b546b69ed1e87f59076d72b9d0fed3185a8f0b726995"


def test_what_is_kept_loses_the_spaces_at_the_ends_and_nothing_else() -> None:
    assert canonical_text("\n\nXX \nX\t\nX  \nX\n\n") == "XX\nX\nX  \nX\n"


def test_half_a_character_has_a_digest_as_any_other() -> None:
    document, _ = read_document(TEXT, a_text("## But\n\nAccueillir \ud800.\n"))

    assert document is not None
    assert document.digest != digest_of(a_text("## But\n\nAccueillir .\n"))
