"""The body of a fresh text: guiding sentences, to be replaced by the writer's own."""

from __future__ import annotations

from classeur.model.kinds import Style, style_of

_AIM = "Dites en une phrase à quoi sert ce texte."
_SCOPE = "Dites à qui et dans quelles situations ce texte s'applique."
_WHO = "Nommez chaque fonction, et ce qu'elle fait."
_STEPS = "Écrivez une action par étape, dans l'ordre, avec un verbe au début."
_RELATED = "Citez les textes qu'il faut ouvrir avec celui-ci."
_FOLLOW_UP = "Dites ce qui est noté, où, et comment vous vérifiez que la pratique suit le texte."
_ACT = "Écrivez trois à sept gestes, les plus urgents d'abord."
_AVOID = "Écrivez les erreurs qui mettent en danger."
_AFTERWARDS = "Dites qui prévenir et ce qu'il faut noter, une fois le danger passé."
_FILL_IN = "Dites qui remplit ce document, à quel moment, et à qui il le remet."
_LIMITS = "Dites où ce processus commence et où il finit."
_PREPARE = "Dites qui mène ce travail, avec qui, avec quel temps, et quand il doit être fini."
_SOURCES = "Listez ce que vous avez déjà : résultats, événements, avis, textes, plans d'action."
_DRAW_UP = "Écrivez les quatre à six priorités qui en ressortent, et comment chacune a été discutée."
_AGREE = "Dites qui les a validées, et quel jour : groupe, direction, CVS."
_CARRY_OUT = "Écrivez une action par ligne, avec un seul pilote et un jour ; reportez-les au plan d'action."
_TELL = "Dites comment chacun apprend où en est le travail : réunion, affiche, intranet."
_MEASURE = "Donnez un indicateur par priorité : sa cible, qui le relève, quand."
_LEARN = "Dites ce que les résultats ont montré, à qui ils ont été dits, et ce qui change ensuite."

SENTENCES: tuple[str, ...] = (
    _AIM, _SCOPE, _WHO, _STEPS, _RELATED, _FOLLOW_UP, _ACT, _AVOID, _AFTERWARDS, _FILL_IN, _LIMITS,
    _PREPARE, _SOURCES, _DRAW_UP, _AGREE, _CARRY_OUT, _TELL, _MEASURE, _LEARN,
)  # fmt: skip
"""What a writer is expected to replace; a rule tells those that stay."""

_ROLES = f"{_WHO}\n\n| Étape | Qui | Quoi |\n|---|---|---|\n| 1 | | |\n| 2 | | |"
_PRIORITIES = f"{_DRAW_UP}\n\n| Priorité | Résultat attendu | Discutée avec |\n|---|---|---|\n| 1 | | |\n| 2 | | |"
_ACTIONS = f"{_CARRY_OUT}\n\n| Action | Pilote | Échéance | N° au plan |\n|---|---|---|---|\n| | | | |"
_RESULTS = f"{_MEASURE}\n\n| Priorité | Indicateur | Cible | Relevé par |\n|---|---|---|---|\n| 1 | | | |"
_CELLS = f"{_STEPS}\n\n| Étape | Qui | Quand | Trace |\n|---|---|---|---|\n| | | | |"

_SECTIONS: dict[Style, tuple[tuple[str, str], ...]] = {
    Style.STEPS: (
        ("But", _AIM),
        ("Domaine d'application", _SCOPE),
        ("Qui fait quoi", _ROLES),
        ("Étapes", f"1. {_STEPS}"),
        ("Documents liés", f"- {_RELATED}"),
        ("Suivi", f"- {_FOLLOW_UP}"),
    ),
    Style.CARD: (
        ("Agir tout de suite", f"1. {_ACT}"),
        ("Ne pas faire", f"- {_AVOID}"),
        ("Ensuite", f"1. {_AFTERWARDS}"),
        ("Documents liés", f"- {_RELATED}"),
    ),
    Style.FORM: (
        ("Comment remplir", _FILL_IN),
        ("À remplir", "| Rubrique | Réponse |\n|---|---|\n| Date | |\n| Fonction | |"),
        ("Documents liés", f"- {_RELATED}"),
    ),
    Style.SHEET: (
        ("But", _AIM),
        ("Périmètre", _LIMITS),
        ("Étapes", _CELLS),
        ("Documents liés", f"- {_RELATED}"),
    ),
    Style.PROJECT: (
        ("But", _AIM),
        ("1. Préparation", f"{_PREPARE}\n\n- {_SOURCES}"),
        ("2. Élaboration", f"{_PRIORITIES}\n\n- {_AGREE}"),
        ("3. Mise en œuvre", f"{_ACTIONS}\n\n- {_TELL}"),
        ("4. Analyse des résultats", f"{_RESULTS}\n\n- {_LEARN}"),
        ("Documents liés", f"- {_RELATED}"),
    ),
    Style.TEXT: (
        ("But", _AIM),
        ("Domaine d'application", _SCOPE),
        ("Documents liés", f"- {_RELATED}"),
        ("Suivi", f"- {_FOLLOW_UP}"),
    ),
}


def body(kind_code: str) -> str:
    """The fresh body of a document of this kind, in French, with its usual headings."""
    return "\n".join(f"## {heading}\n\n{text}\n" for heading, text in _SECTIONS[style_of(kind_code)])
