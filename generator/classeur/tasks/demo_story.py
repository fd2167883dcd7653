"""The story of the demonstration: eighteen months of a centre of five people. All of it is invented."""

from __future__ import annotations

from classeur.tasks.demo_texts import HEAT_NOTE, HEAT_NOTE_PATH
from classeur.tasks.story import Acted, Edited, Event, Removed, Written, circuit, instant

_PAPER = "Classeur papier « Qualité », exemplaire signé, bureau de direction"
_SHEETS = ("FP-M1", "FP-M2", "FP-R1", "FP-R2", "FP-R3", "FP-S1", "FP-S2")


def _edit(
    day: str, path: str, version: str, change: str, summary: str, *passages: tuple[str, str], **more: str
) -> Edited:
    header = {"version": version, "change": change, "summary": summary, **more}
    return Edited(instant(day, 16), path, header, passages)


FIRST_EDITIONS: tuple[Event, ...] = (
    Acted(
        instant("2025-06-02", 8),
        "adopt",
        "a.martin",
        ("CH-M2-001", "PQ-M1-001", "MQ-M1-001", "MQ-M1-002", "MQ-M1-003"),
        {"approved_on": "2025-01-15", "approved_by": "c.leroy", "evidence": _PAPER},
    ),
    Acted(
        instant("2025-06-02", 9),
        "adopt",
        "a.martin",
        ("PR-S1-003", "PR-S2-005"),
        {"approved_on": "2024-11-04", "approved_by": "c.leroy", "evidence": _PAPER},
    ),
    *circuit("2025-06-16", "MQ-S1-001 PR-S1-001 MQ-M1-004 " + " ".join(_SHEETS)),
    *circuit("2025-09-22", "PT-S2-001 PT-S2-002 PR-S2-003 PR-S2-004"),
    *circuit("2025-10-06", "LI-M1-001"),
    *circuit("2025-11-10", "PR-M2-001 PR-M2-002 PR-M2-003 PR-M2-005 MQ-M2-001 FO-M2-001 FO-M2-002"),
    *circuit("2025-12-08", "FR-R2-001 FR-R2-002 FR-R2-003 FR-R2-004 FR-R2-005 FR-S2-001"),
    *circuit(
        "2026-01-19",
        "PR-R1-001 PR-R1-002 PR-R1-003 PR-R1-004 FO-R1-001 PR-S2-001 PR-S2-002 MO-S2-001 MO-R2-001 LI-R2-001",
    ),
    *circuit("2026-02-23", "PR-R2-001 PR-R2-003 PT-R2-001 PT-R2-002"),
    *circuit("2026-03-23", "PL-M1-001 PR-R3-001 PR-R3-002 PR-R3-003 FO-R3-001 PR-S1-002"),
    *circuit("2026-04-20", "MQ-M2-004 MQ-M2-005 MQ-M2-006 PR-M2-004"),
)
"""Fifty-nine texts, adopted from paper or released after their circuit."""

NEXT_VERSIONS: tuple[Event, ...] = (
    _edit(
        "2026-02-24",
        "procedures/qualite/signaler-evenement.md",
        "1.1",
        "minor",
        "La fiche peut aussi être glissée dans la boîte fermée de l'accueil ; les délais ne changent pas.",
        (
            "déposez-la dans la boîte fermée de la salle de soins.",
            "déposez-la dans la boîte fermée de la salle de soins ou dans celle de l'accueil.",
        ),
    ),
    *circuit("2026-03-09", "PR-M2-001"),
    _edit(
        "2026-05-05",
        "procedures/hygiene/hygiene-des-mains.md",
        "2.0",
        "major",
        "Chacun est formé et observé tous les six mois au lieu d'une fois par an, et un flacon ouvert depuis plus "
        "de six mois est jeté.",
        ("À l'arrivée, puis une fois par an |", "À l'arrivée, puis tous les six mois |"),
        (
            "respecter la durée de l'étiquette.",
            "respecter la durée de l'étiquette. Jeter un flacon ouvert depuis plus de six mois.",
        ),
        (
            "lors d'une campagne annuelle d'au moins 100 situations",
            "lors de deux campagnes par an d'au moins 60 situations",
        ),
    ),
    *circuit("2026-05-18", "PT-S2-001"),
    _edit(
        "2026-06-08",
        "procedures/soins/douleur.md",
        "1.1",
        "minor",
        "L'indicateur porte sur 30 dossiers par trimestre au lieu de 20 ; les gestes ne changent pas.",
        ("Indicateurs, sur 20 dossiers tirés au hasard", "Indicateurs, sur 30 dossiers tirés au hasard"),
    ),
    *circuit("2026-06-22", "PT-R2-001"),
    _edit(
        "2026-06-23",
        "procedures/accueil/identitovigilance.md",
        "2.0",
        "major",
        "Le relevé trimestriel compare vingt dossiers au lieu de dix, et l'accompagnant ne répond plus à la place "
        "d'une personne qui peut parler.",
        (
            "3. Si la personne ne peut pas répondre, demandez à l'accompagnant et regardez une pièce d'identité.",
            "3. Laissez répondre la personne, même lentement. Si elle ne peut pas répondre, demandez à l'accompagnant "
            "et regardez une pièce d'identité.",
        ),
        ("Chaque trimestre : dix dossiers tirés au hasard", "Chaque trimestre : vingt dossiers tirés au hasard"),
        cites="[DE-006, ISO-9001-2015:8.5.2]",
    ),
    *circuit("2026-07-06", "PR-R1-003"),
    _edit(
        "2026-09-01",
        "procedures/hygiene/hygiene-des-mains.md",
        "2.0.1",
        "editorial",
        "Une virgule est ajoutée dans le domaine d'application ; les gestes ne changent pas.",
        ("un distributeur à l'entrée et sont invités", "un distributeur à l'entrée, et sont invités"),
    ),
    *circuit("2026-09-14", "PT-S2-001"),
    _edit(
        "2026-09-21",
        "procedures/qualite/signaler-evenement.md",
        "2.0",
        "major",
        "Le référent qualité répond à l'auteur en 10 jours au lieu de 15, et il cote la fiche le jour ouvré suivant.",
        (
            "| Vérifie, cote, enregistre | 2 jours ouvrés après réception |",
            "| Vérifie, cote, enregistre | 1 jour ouvré après réception |",
        ),
        (
            "| Dit ce qui est compris et prévu | 15 jours au plus |",
            "| Dit ce qui est compris et prévu | 10 jours au plus |",
        ),
        cites="[DE-005, ISO-9001-2015:8.7, HAS-ESSMS-2022:3.13]",
    ),
    *circuit("2026-10-05", "PR-M2-001"),
)
"""Versions 1.1, 2.0 and 2.0.1 of some of them."""

EMERGENCY: tuple[Event, ...] = (
    _edit(
        "2026-04-10",
        "procedures/urgence/personne-agressive.md",
        "2.0",
        "major",
        "Le mot d'alerte de l'équipe devient « Peux-tu m'apporter le dossier vert ? », car l'ancien a été entendu.",
        ("« Peux-tu m'apporter le dossier rouge ? »", "« Peux-tu m'apporter le dossier vert ? »"),
        urgent="true",
        until="2026-05-10",
    ),
    Acted(instant("2026-04-13", 7), "submit", "writer", ("FR-R2-004",)),
    Acted(instant("2026-04-13", 8), "approve", "c.leroy", ("FR-R2-004",)),
    Acted(instant("2026-04-13", 9), "release", "a.martin", ("FR-R2-004",)),
    _edit(
        "2026-04-23",
        "procedures/urgence/personne-agressive.md",
        "2.1",
        "minor",
        "Le nouveau mot d'alerte est confirmé par le circuit entier, et il est rappelé à chaque réunion d'équipe.",
        ("est le mot d'alerte de l'équipe.", "est le mot d'alerte de l'équipe, rappelé à chaque réunion."),
        urgent="false",
        until="",
    ),
    *circuit("2026-05-04", "FR-R2-004"),
)
"""An emergency edition, regularised three weeks later by a version that takes the whole circuit."""

HEAT: tuple[Event, ...] = (
    Written(instant("2026-06-01", 15), HEAT_NOTE_PATH, HEAT_NOTE),
    *circuit("2026-06-15", "NS-M1-001", regulars=False),
    _edit(
        "2026-09-15",
        "procedures/continuite/plan-de-continuite.md",
        "2.0",
        "major",
        "La conduite à tenir pendant une vague de chaleur entre dans le plan et remplace la note de l'été.",
        (
            "| Canicule | Appeler les personnes fragiles, pièce fraîche, eau "
            "| Rendez-vous avant 11 h, surveiller les médicaments |",
            "| Vague de chaleur, dès la vigilance orange | Appeler les personnes fragiles, pièce fraîche, eau "
            "| Rendez-vous avant 11 h, réfrigérateur relevé deux fois par jour |",
        ),
        (
            '!!! danger "Évacuation"',
            '!!! tip "Personnes à appeler pendant une vague de chaleur"\n\n'
            "    La liste est celle des patients de rang 2 et 3, et des personnes de plus de 75 ans qui vivent seules. "
            "Un appel par jour, noté dans le journal de crise.\n\n"
            '!!! danger "Évacuation"',
        ),
        supersedes="[NS-M1-001]",
        cites="[HAS-ESSMS-2022:3.14]",
    ),
    *circuit("2026-09-28", "PL-M1-001"),
    Acted(
        instant("2026-09-28", 8),
        "withdraw",
        "a.martin",
        ("NS-M1-001",),
        {
            "reason": "L'été est fini ; la conduite à tenir est entrée dans le plan de continuité.",
            "replaced_by": "PL-M1-001",
        },
    ),
    Removed(instant("2026-09-28", 9), HEAT_NOTE_PATH),
)
"""A temporary note, then its withdrawal: the continuity plan replaces it."""

LIFE: tuple[Event, ...] = (
    Acted(
        instant("2026-02-10", 10),
        "suspend",
        "c.leroy",
        ("PR-S2-003",),
        {"reason": "Le collecteur a changé de contenants ; attendre la consigne écrite."},
    ),
    Acted(
        instant("2026-02-17", 10),
        "resume",
        "c.leroy",
        ("PR-S2-003",),
        {"reason": "Les nouveaux contenants ont les mêmes couleurs et les mêmes limites."},
    ),
    Acted(
        instant("2026-06-09", 12),
        "review",
        "c.leroy",
        _SHEETS,
        {"outcome": "kept", "reason": "Revue annuelle des processus : rien à changer."},
    ),
    _edit(
        "2026-07-28",
        "procedures/ressources/achats-stocks.md",
        "1.1",
        "minor",
        "Deux devis sont demandés dès 500 euros, et les gants restent du même modèle jusqu'à la fin de l'année.",
        (
            "2. Pour un achat important, demandez deux devis",
            "2. Pour un achat de plus de 500 euros, demandez deux devis",
        ),
        cites="[ISO-9001-2015:8.4]",
    ),
    *circuit("2026-08-10", "PR-S2-005", approver="a.martin"),
    Acted(instant("2026-09-01", 7), "reassign", "a.martin", ("PR-S2-005",), {"to": "m.durand"}),
    Acted(
        instant("2026-10-12", 9),
        "review",
        "a.martin",
        ("PR-S1-003",),
        {"outcome": "kept", "reason": "Relue avec le planning de l'année : toujours juste."},
    ),
    Acted(
        instant("2026-11-02", 9),
        "review",
        "c.leroy",
        ("MQ-M1-004",),
        {
            "outcome": "revise",
            "reason": "La page ne dit pas encore comment les indicateurs sont présentés au cercle EPP.",
        },
    ),
    Acted(
        instant("2026-11-17", 16),
        "suspend",
        "c.leroy",
        ("PT-R2-002",),
        {"reason": "Lot de tubes rappelé par le fabricant : aucun prélèvement avant le remplacement du stock."},
    ),
)
"""Suspensions, reviews, a new owner, and an approval by delegation while the direction was away in August."""

IN_PROGRESS: tuple[Event, ...] = (
    _edit(
        "2026-10-23",
        "procedures/qualite/reclamation.md",
        "1.1",
        "minor",
        "L'accusé de réception part en 3 jours ouvrés au lieu de 5.",
        ("| Écrit, annonce le délai | 5 jours ouvrés |", "| Écrit, annonce le délai | 3 jours ouvrés |"),
        cites="[HAS-ESSMS-2022:3.12, SERVICES-PUBLICS-PLUS:2]",
    ),
    Acted(instant("2026-10-26", 8), "submit", "writer", ("PR-M2-002",)),
    Acted(instant("2026-10-29", 8), "validate", "validator", ("PR-M2-002",)),
    Edited(
        instant("2026-10-30", 17),
        "procedures/qualite/reclamation.md",
        passages=(("| Écrit, annonce le délai | 3 jours ouvrés |", "| Écrit, annonce le délai | 4 jours ouvrés |"),),
    ),
    _edit(
        "2026-10-27",
        "procedures/ressources/nouveau-professionnel.md",
        "2.0",
        "major",
        "L'exercice d'évacuation se fait deux fois par an, et le point de fin de premier mois dure une heure.",
        ("| Exercice d'évacuation | Tous | Une fois par an", "| Exercice d'évacuation | Tous | Deux fois par an"),
        ("la direction fait le point pendant trente minutes", "la direction fait le point pendant une heure"),
        effective_from="2027-01-04",
    ),
    *circuit("2026-11-16", "PR-S1-002"),
    Acted(instant("2026-11-09", 15), "submit", "writer", ("MQ-M2-002",)),
    Acted(
        instant("2026-11-13", 15),
        "validate",
        "validator",
        ("MQ-M2-002",),
        {"refuse": "L'affiche « Vous l'avez dit, nous l'avons fait » n'a pas de responsable."},
    ),
    _edit(
        "2026-11-12",
        "procedures/parcours/medecin-adresseur.md",
        "2.0",
        "major",
        "Le premier courrier part en 5 jours au lieu de 8.",
        ("| Première venue | 8 jours | Courrier d'une page |", "| Première venue | 5 jours | Courrier d'une page |"),
        (
            "part des lettres envoyées en 8 jours calendaires après la première venue ou la synthèse",
            "part des lettres envoyées en 5 jours calendaires après la première venue, et en 8 après la synthèse",
        ),
    ),
    Acted(instant("2026-11-13", 8), "submit", "writer", ("PR-R3-002",)),
    Acted(instant("2026-11-19", 8), "validate", "validator", ("PR-R3-002",)),
    _edit(
        "2026-11-17",
        "procedures/dossier/panne-informatique.md",
        "1.1",
        "minor",
        "L'agenda imprimé chaque soir couvre trois jours au lieu de deux.",
        ("imprime l'agenda des deux jours suivants", "imprime l'agenda des trois jours suivants"),
    ),
    Acted(instant("2026-11-18", 8), "submit", "writer", ("MO-S2-001",)),
    Acted(instant("2026-11-19", 15), "submit", "writer", ("MQ-M2-003",)),
    _edit(
        "2026-11-20",
        "procedures/accueil/rendez-vous-non-honores.md",
        "1.1",
        "minor",
        "Le rappel part 72 heures avant le rendez-vous au lieu de 48.",
        (
            "| Secrétaire médicale, avec l'agenda | 48 heures avant |",
            "| Secrétaire médicale, avec l'agenda | 72 heures avant |",
        ),
        ("4. Lancez les rappels 48 heures avant ;", "4. Lancez les rappels 72 heures avant ;"),
    ),
)
"""What waits today: in validation, in approval, refused, fallen visa, approved for January, and drafts."""

STORY: tuple[Event, ...] = (*FIRST_EDITIONS, *NEXT_VERSIONS, *EMERGENCY, *HEAT, *LIFE, *IN_PROGRESS)
