"""The words that a rule knows, each tried: links that name nothing, summaries that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from classeur.model.binder import Binder
from classeur.model.findings import Location
from classeur.model.glossary import Term
from classeur.model.organisation import Kind, Organisation
from classeur.rules.registry import all_rules, run
from tests.acts import ACCUEIL, told
from tests.houses import BODY, a_text, house_files, write_house
from tests.ledgers import a_binder, a_document

VAGUE = """ici
là
clic
lien
le lien
ce lien
voir
voir ici
voir lien
cliquez ici
cliquer ici
Clique ici !
suivre ce lien
en savoir plus
lire la suite
plus
suite
page
cette page
document
ce document
here
click here
link
this link
more…
« suivre ce lien »""".replace(" !", "").split("\n")


def test_each_way_of_naming_nothing_is_told(tmp_path: Path) -> None:
    links = "".join(f"- [{text}](../processes/R1-accueillir.md)\n" for text in ("![Plan](plan.png)", *VAGUE))

    found = told(write_house(tmp_path, house_files(**{ACCUEIL: a_text(f"{BODY}\n{links}")})))

    assert [finding.values["text"] for finding in found if finding.code == "TX009"] == VAGUE


HOUSES = [
    *("EHPAD Les Lilas", "Ehpad du Lac", "Clinique du Parc", "Polyclinique Saint-Roch", "Centre hospitalier de Dole"),
    *("Résidence La Source", "Association Horizon", "MSP des Forges", "Foyer Le Cap"),
]


@pytest.mark.parametrize("other", HOUSES)
def test_another_house_that_a_text_names_twice_is_told(tmp_path: Path, other: str) -> None:
    text = a_text(f"{BODY}\nLes agents : {other}.\n\nLes visiteurs : {other}.\n")

    found = told(write_house(tmp_path, house_files(**{ACCUEIL: text})))

    assert [finding.values["other"] for finding in found if finding.code == "TX004"] == [other]


@pytest.mark.parametrize(
    ("summary", "is_told"),
    [
        ("Diverses corrections de la procédure", True),
        ("Relecture générale du texte, version 2", True),
        ("MAJ de la page", True),
        ("Nouvelle numérotation et mise à jour n3", False),
        ("Document créé", True),
        ("Création document", False),
        ("Deux personnes accueillent", False),
        ("Mise à jour " * 8, True),
        ("Mise à jour " * 9, False),
    ],
)
def test_a_summary_is_hollow_when_none_of_its_words_tells_anything(tmp_path: Path, summary: str, is_told: bool) -> None:
    found = told(write_house(tmp_path, house_files(**{ACCUEIL: a_text(summary=summary)})))

    assert ("WF011" in {finding.code for finding in found}) is is_told


def texts_with(passages: Iterable[str], **fields: str) -> Binder:
    """A house with a text for each passage."""
    passages = list(passages)
    numbered = (f"PR-R1-{number:03}" for number in range(1, len(passages) + 1))
    pairs = zip(passages, numbered, strict=True)
    return a_binder(documents=tuple(a_document(passage, reference=each, **fields) for passage, each in pairs))


def words_told(code: str, binder: Binder, key: str = "text") -> list[str]:
    """What one rule quotes, in the order of the texts."""
    return [found.values[key] for found in run(binder, (), {code: all_rules()[code]})]


LEFT_ANYWHERE = ["TODO", "FIXME", "xxx", "XXXX", "insérer ici", "insérez ici"]
LEFT_ALONE = ["à compléter", "à définir", "à renseigner", "à préciser", "à rédiger", "reste à définir"]
BLANKS = """\
nom
prénom
date
titre
fonction
service
numéro
n°
adresse
téléphone
établissement
structure
référence
à compléter
à définir
à préciser
à renseigner
insérer
votre
compléter
""".splitlines()
DOTS = ["...", "…"]


def test_each_mark_of_what_is_left_to_write_is_told() -> None:
    typed = [
        *((f"Le {mark} du soir.", mark) for mark in LEFT_ANYWHERE),
        *((f"- {mark}.", f"{mark}.") for mark in LEFT_ALONE),
        *((f"Délai : {mark}", mark) for mark in LEFT_ALONE),
        *((f"| Qui | {mark} |", mark) for mark in LEFT_ALONE),
        *((f"1) _{mark}_", f"1) _{mark}_") for mark in LEFT_ALONE),
        *((f"Le [{blank} du soir] est là.", f"{blank} du soir") for blank in BLANKS),
        *((f"- {dots}", dots) for dots in DOTS),
        *((f"| Qui | {dots} | Quoi |", dots) for dots in DOTS),
    ]

    told = words_told("TX001", texts_with(text for text, _ in typed))

    assert told == [mark for _, mark in typed]


NOTHING_LEFT = [
    "Le délai est à définir avec le patient.",
    "La méthodologie TODOS.",
    "Un [nom](a.md) et une [nomination] tenue.",
    "Taxxxi, xx.",
    "[nom]: a.md",
    f"Le [nom {'de ' * 17}] est là.",
    "Et puis… rien.",
    "Voir ici.",
    "Reste-t-il du temps ?",
]


def test_what_only_looks_like_a_mark_is_not_told() -> None:
    assert words_told("TX001", texts_with(NOTHING_LEFT)) == []


def test_in_a_form_only_notes_are_marks() -> None:
    form = Kind(id="procedure", code="FO", title="Formulaire")
    house = replace(
        texts_with(["| Nom | … |", "- à définir", "Le TODO du soir"]), organisation=Organisation(kinds=(form,))
    )

    assert words_told("TX001", house) == ["TODO"]


def test_each_latin_filler_is_told() -> None:
    typed = ["Un Lorem Ipsum ici.", "Mot.\n\nDolor sit amet.", "Lorem, ipsum.", "Dolor."]

    assert words_told("TX002", texts_with(typed)) == ["lorem ipsum", "dolor sit amet"]


HOLLOW = [
    word
    for line in (
        "a actualisation ajout ajouts amélioration améliorations an and après au aux change changed changement",
        "changements changes complet complète correction corrections création d dans de des divers diverse",
        "diverses document du en et fiche first forme générale générale init initial initiale jour l la le les maj",
        "majeure mineure mineures mineurs minor mise mises modification modifications n new nouveau nouvelle",
        "numéro of ou page petit petite petites petits plusieurs première procédure protocole quelques rédaction",
        "refonte relecture remise révision revue some suite sur texte the this to un une update updated v various",
        "version versions 12 v2 n3",
    )
    for word in line.split()
]
TELLING = ["porte", "patient", "deux", "2e"]


def test_each_hollow_word_tells_nothing_and_any_other_does() -> None:
    summaries = [f"Mise jour {word}" for word in (*HOLLOW, *TELLING)]
    documents = tuple(
        a_document(summary=each, reference=f"PR-R1-{n:03}", version="2.0") for n, each in enumerate(summaries)
    )

    told = words_told("WF011", a_binder(documents=documents), "summary")

    assert told == summaries[: len(HOLLOW)]


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"version": "1.0", "summary": "Création document"}, False),
        ({"version": "1.1", "summary": "Création document"}, True),
        ({"version": "1.0", "summary": "Document"}, True),
        ({"summary": "Accueillir un PATIENT !", "title": "Accueillir un patient"}, True),
        ({"summary": "Accueillir deux patients", "title": "Accueillir un patient"}, False),
        ({"summary": '""'}, False),
        ({"summary": "Porte fermée"}, True),
    ],
)
def test_a_summary_that_repeats_the_title_or_has_two_words_tells_nothing(fields: dict[str, str], is_told: bool) -> None:
    assert bool(words_told("WF011", a_binder(documents=(a_document(**fields),)), "summary")) is is_told


OURS = "Les soins passent par la Clinique du Parc.\n\nLa Clinique du Parc ouvre.\n"


@pytest.mark.parametrize(
    ("name", "body", "is_told"),
    [
        ("Maison de test", OURS, True),
        ("Maison de test", OURS + "\nLe test.\n", False),
        ("Maison de santé", OURS + "\nUne maison de retraite.\n", True),
        ("Maison de soi", OURS + "\nUne visite de soi.\n", True),
        ("Maison de soi", OURS + "\nLa Maison.\n", False),
        ("Maison des Lilas", OURS + "\nLes Lilas.\n", False),
        ("Maison des Lilas bleus", OURS + "\nLes bleus.\n", True),
        ("Lilas", OURS + "\nLes Lilas.\n", False),
        ("", OURS, False),
        ("EHPAD du Parc", OURS, False),
    ],
)
def test_a_text_that_names_our_house_may_name_another(name: str, body: str, is_told: bool) -> None:
    house = replace(texts_with([body]), organisation=Organisation(name=name))

    assert bool(words_told("TX004", house, "other")) is is_told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("L'accueil à l'EHPAD Les Lilas", ["EHPAD Les Lilas"]),
        ("Accueillir à la Maison de test", []),
        ("Les soins à Votre établissement", ["Votre établissement"]),
        ("Les soins de votre structure", ["votre structure"]),
        ("Nom de l'établissement : soins", ["Nom de l'établissement"]),
        ("Nom de la structure", ["Nom de la structure"]),
        ("La clinique du pied", []),
    ],
)
def test_another_house_in_a_title_is_told_once(title: str, told: list[str]) -> None:
    house = replace(texts_with([OURS * 2], title=f'"{title}"'), organisation=Organisation(name="Maison de test"))

    assert words_told("TX004", house, "other") == (told or ["Clinique du Parc"])


def test_a_house_named_three_times_is_told_at_its_first_place() -> None:
    body = (
        "La Clinique du Parc.\n\nLe Foyer Le Cap et la Clinique du Parc.\n\nLa Clinique du Parc.\n\nLe Foyer Le Cap.\n"
    )
    house = replace(texts_with([body]), organisation=Organisation(name="Maison de test"))
    start = house.documents[0].body_line

    found = run(house, (), {"TX004": all_rules()["TX004"]})

    assert [(f.values["other"], f.where.line - start, f.where.column) for f in found] == [
        ("Clinique du Parc", 0, 4),
        ("Foyer Le Cap", 2, 4),
    ]


def test_an_acronym_that_the_house_knows_needs_no_words() -> None:
    terms = (Term("QBA", means=("qualité du BNR",), synonyms=("le QBB",), misspellings=("QBC",)), Term("Plan QBD"))
    passage = "Le QBA, le BNR, le QBB, le QBC, le QBD, le PRO, la QBE, le XX3 et le QBZ."
    house = texts_with([passage])
    kinds = (Kind(id="procedure", code="PRO", title="Procédure"),)
    known = replace(house, glossary=terms, organisation=Organisation(name="Maison QBE", kinds=kinds))

    assert words_told("TX016", known, "acronym") == ["XX3", "QBZ"]
    assert words_told("TX016", house, "acronym") == ["QBA", "BNR", "QBB", "QBC", "QBD", "PRO", "QBE", "XX3", "QBZ"]


def test_an_acronym_explained_anywhere_in_a_text_is_left_alone_in_that_text() -> None:
    house = texts_with(["Le QBA d'abord.\n\nLa qualité du bain (QBA) ensuite, puis QBB.", "Le QBA ici."])

    assert words_told("TX016", house, "acronym") == ["QBB", "QBA"]


SHORT = "mot " * 29
CARE = "| {} | Quoi |\n|---|---|\n| Maud | Salue |\n"


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("PR", SHORT, ["TX013"]),
        ("PR", SHORT + "mot", ["TX005"]),
        ("PR", SHORT + "\n\n![plan](a.png)\n", ["TX005"]),
        ("PR", SHORT + "\n\n```text\nx\n```\n", ["TX005"]),
        ("FO", SHORT, []),
        ("FR", SHORT, ["TX013"]),
        ("XX", SHORT + "mot", []),
        ("PT", SHORT + "mot", ["TX005"]),
        ("MO", SHORT + "mot", ["TX005"]),
        *(
            ("PR", f"## {heading}\n\n{SHORT}mot", [])
            for heading in (
                "Qui fait quoi",
                "Qui intervient",
                "Responsabilités",
                "Fonctions concernées",
                "Personne concernée",
                "Rôles",
                "Acteurs",
                "Missions",
                "Intervenants",
            )
        ),
        *(
            ("PR", SHORT + "mot\n\n" + CARE.format(column), [])
            for column in ("Qui", "**Responsable**", "Acteurs", "Fonction", "Rôles")
        ),
        ("PR", SHORT + "mot\n\n" + CARE.format("Quoi"), ["TX005"]),
        ("PR", f"## Rôlerie\n\n{SHORT}mot", ["TX005"]),
    ],
)
def test_a_text_says_enough_and_who_does_what(kind: str, body: str, told: list[str]) -> None:
    kinds = (Kind(id="procedure", code=kind, title="Un genre"),)
    house = replace(texts_with([body]), organisation=Organisation(kinds=kinds))

    found = run(house, (), {code: all_rules()[code] for code in ("TX005", "TX013")})

    assert [(each.code, each.where.line, each.where.column) for each in found] == [(code, 1, 1) for code in told]


def test_a_term_that_stands_twice_is_told_on_the_second_whatever_comes_first() -> None:
    places = [Location(PurePosixPath("manual/glossary.yml"), line) for line in (1, 4)]
    terms = (Term("tri"), *(Term(word, where=where) for word, where in zip(("Mèche", "meche"), places, strict=True)))

    [found] = run(replace(texts_with([]), glossary=terms), (), {"RG004": all_rules()["RG004"]})

    assert (found.where, dict(found.values)) == (places[1], {"term": "meche", "line": "1"})
