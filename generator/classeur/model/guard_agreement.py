"""Two forms of one French word: number, gender, person; and sounds that are written in several ways."""

from __future__ import annotations

import re

from classeur.model.guard_listed import listed, listed_pairs
from classeur.model.guard_tokens import fold
from classeur.model.guard_vocabulary import ROLE_WORDS

_TABLE = (
    "est sont", "a ont", "va vont", "fait font", "doit doivent dois", "peut peuvent peux", "sait savent", "soit soient",
    "etait etaient", "ait aient", "met mettent mets", "prend prennent prends", "bon bonne bons bonnes", "gros grosse",
    "sec seche secs seches", "nu nue nus nues", "bas basse basses", "un une", "quel quels quelle quelles", "tel tels",
    "nul nulle", "vu vue vus vues", "lu lue lus lues", "mis mise mises mit",
    "pris prise prises prit", "dit dite dits dites",
    "due dus dues", "ecrit ecrite ecrits ecrites", "blanc blanche blancs blanches", "long longue longs longues",
    "frais fraiche fraiches", "epais epaisse", "doux douce", "faux fausse", "net nette nets nettes", "cle cles",
    "lit lits", "sac sacs", "oeil yeux", "tel telle tels telles", "etre etres", "sûr sûre sûrs sûres",
)  # fmt: skip
_PARADIGMS: dict[str, set[str]] = {}
for _line in _TABLE:
    for _form in _line.split():
        _PARADIGMS.setdefault(_form, set()).update(_line.split())

_NUMBER = frozenset({("", "s"), ("", "x"), ("l", "ux")})
_GENDER = frozenset(
    {("", "e"), ("", "es"), ("s", "e"), ("s", "es"), ("x", "se"), ("x", "ses"), ("f", "ve"), ("f", "ves"),
     ("fs", "ve"), ("fs", "ves"), ("c", "que"), ("c", "ques"), ("cs", "ques"), ("n", "nne"), ("n", "nnes"),
     ("ns", "nnes"), ("l", "lle"), ("l", "lles"), ("ls", "lles"), ("le", "ux"), ("les", "ux"), ("r", "se"),
     ("r", "ses"), ("rs", "ses"), ("ur", "rice"), ("urs", "rices"), ("ls", "ux"), ("c", "che"), ("c", "ches")}
)  # fmt: skip
_PERSON = frozenset(
    {("", "t"), ("", "nt"), ("t", "s"), ("", "ent"), ("t", "vent"), ("t", "sent"), ("t", "ssent"), ("d", "nent"),
     ("t", "nent"), ("t", "ent"), ("", "tent"), ("a", "ont")}
)  # fmt: skip
_TWO_WORDS = listed_pairs(
    """
medecin/medecine medecins/medecines cours/course court/cours cour/cours port/porte ports/portes vers/verse
vert/verte comme/comment part/parte point/pointe points/pointes second/seconde seconds/secondes marche/marches
voix/voies mort/mors tout/tous poste/postes conte/content mode/modes cent/cents pair/paire plan/plane tour/tours
gauche/gauches leur/leurs quelque/quelques droit/droite droits/droites droits/droite droit/droites dose/dos
doses/dos gard/garde bras/brase repas/repasse final/finale radio/radios cote/cotes masse/masses urgent/urge
veine/veines jeune/jeunent pres/presse present/presente code/codex simple/simplex multiple/multiplex
facture/fracture reste/restes veille/veilles garde/gardes produit/produite social/sociale contre/contrent
entre/entrent matin/matine mai/mais cris/crise cri/crise cris/crises mis/miss malais/malaise chais/chaise
trait/traient moi/mois foi/foie foi/fois foie/fois gaz/gaze suspend/suspende fond/fonde fonds/fond sens/sense
temps/tempe cas/case pas/passe sous/sou vis/vise sol/sole lit/lite ampoul/ampoule tablett/tablette lunette/lunettes
ciseau/ciseaux toilette/toilettes vacance/vacances secour/secours soin/soigne appui/appuie essai/essaie
emploi/emploie envoi/envoie conseil/conseille
"""
)
"""Pairs that look like one word's forms and are not, or whose number or gender changes the sense."""

_ACCENTS_THAT_MATTER = listed_pairs(
    """
côte/côté côtes/côtés côte/coté tache/tâche taches/tâches tâche/taché pêche/péché jeune/jeûne jeunes/jeûnes
marche/marché sale/salé sales/salés mur/mûr gène/gêne gènes/gênes pâte/pâté patte/pâte foret/forêt forets/forêts
modèle/modelé près/prés roder/rôder interne/interné internes/internés masse/massé masses/massés pécher/pêcher
cure/curé
"""
)

_SOUNDS = listed_pairs(
    "ce/se ces/ses on/ont son/sont sa/ça m/mr mr/monsieur mme/madame quand/quant censé/sensé clé/clef clés/clefs s'/c'"
)
_AFTER_CI = frozenset({"dessous", "dessus", "joint", "jointe", "joints", "jointes", "contre", "apres"})
_PARTICIPLE = re.compile(r"^\w{2,}(?:ee|ees|i|is|ie|ies|u|us|ue|ues)$")
"""« la fiche et remplie »: what « est » is followed by when « et » was typed for it, read without accents."""

_ELISIONS = {
    "l'": {"le", "la"}, "d'": {"de"}, "qu'": {"que"}, "n'": {"ne"}, "s'": {"se", "si"}, "j'": {"je"}, "c'": {"ce"},
    "m'": {"me"}, "t'": {"te"}, "jusqu'": {"jusque"}, "lorsqu'": {"lorsque"}, "puisqu'": {"puisque"},
}  # fmt: skip

_PLURALS = {
    "le": "les", "la": "les", "ce": "ces", "cette": "ces", "son": "ses", "sa": "ses", "votre": "vos", "notre": "nos",
    "du": "des", "au": "aux", "leur": "leurs",
}  # fmt: skip
_GENDERS = listed_pairs("le/la un/une ce/cette son/sa tout/toute tous/toutes")
_HOMONYMS = listed(
    """
mode poste livre tour voile manche memoire moule page somme vase aide garde physique critique solde oeuvre radio
pendule finale trompette enseigne greffe
"""
)
_ALWAYS_S = listed(
    """
bras fois mois corps dos cas temps repas gaz nez voix choix sens pas avis acces proces succes deces abces virus
poids pouls os pus tapis palais propos debris devis colis acquis repos processus recours secours concours cours
discours parcours fonds exces progres relais rebus jus bus croix noix prix taux toux flux index larynx pharynx
thorax souris radis lis puits tiers anus humerus uterus sinus campus consensus versus foetus cabas bas gros pays
"""
)


_INVARIABLE = (_ALWAYS_S - {"bas", "gros"}) | listed(
    """
dans mais plus moins nous vous sans sous vers chez pour avec donc lors hors mars deux trois quatre cinq sept huit
neuf onze douze treize quinze seize vingt trente jamais toujours depuis avant apres puis ensuite sauf font faut dont
bien rien tres trop assez aussi ainsi alors encore comme comment quand parce chut milieu pendant durant
"""
)
_FIRST_AND_THIRD = re.compile(r"^\w{2,}(?:i|ien|ein|ain|oin|ui)[ts] \w{2,}(?:i|ien|ein|ain|oin|ui)[ts]$")


def is_agreement(old_word: str, new_word: str) -> bool:
    """Whether two words in lower case are one word in another number, gender or person of the same tense."""
    old, new = fold(old_word), fold(new_word)
    if new_word in _PARADIGMS.get(old_word, ()):
        return True
    if "à" not in (old_word, new_word) and new in _PARADIGMS.get(old, ()):
        return True
    if min(len(old), len(new)) < 4 or frozenset({old, new}) in _TWO_WORDS or {old, new} & _INVARIABLE:
        return False
    if _is_participle_of_noun(*sorted((old_word, new_word), key=len)):
        return False
    ends = _ends(old, new)
    if ends & _NUMBER:
        return _is_plural(*sorted((old, new), key=len))
    if {old, new} & ROLE_WORDS:
        return False
    return bool(ends & _GENDER and _is_gender(*sorted((old_word, new_word), key=len))) or bool(
        ends & _PERSON and _is_person(*sorted((old_word, new_word), key=len))
    )


def is_same_sound(old: str, new: str, after: str) -> bool:
    """Whether two short words sound the same and are often written one for the other.

    Args:
        after: the word that follows in both texts, without accents; empty where they differ.
    """
    pair = frozenset({old, new})
    if pair == {"si", "ci"}:
        return after in _AFTER_CI
    if pair == {"et", "est"}:
        return bool(_PARTICIPLE.search(after))
    return pair in _SOUNDS


def is_elision(old: str, new: str) -> bool:
    """Whether one is the other before a vowel: « de » and « d' »."""
    return old in _ELISIONS.get(new, ()) or new in _ELISIONS.get(old, ())


def accent_matters(old: str, new: str) -> bool:
    """Whether two words that differ by accents alone are two known words."""
    return frozenset({old.lower(), new.lower()}) in _ACCENTS_THAT_MATTER


def is_article_corrected(old: str, new: str, noun: str) -> bool:
    """Whether an article was put in the number or gender of a noun that did not change."""
    if not noun or noun in _HOMONYMS:
        return False
    if frozenset({old, new}) in _GENDERS:
        return True
    if new == "tous" and old == "tout":
        return noun in ("les", "ces", "ses", "nos", "vos", "leurs")
    return _PLURALS.get(old) == new and noun[-1] in "sx" and len(noun) > 4 and noun not in _ALWAYS_S


def _ends(old: str, new: str) -> set[tuple[str, str]]:
    """The endings that differ, the shortest first, cut after each letter that the two words share."""
    shared = 0
    while shared < min(len(old), len(new)) and old[shared] == new[shared]:
        shared += 1
    cuts = range(max(3, shared - 2), shared + 1)
    found = {(old[cut:], new[cut:]) for cut in cuts}
    return found | {(second, first) for first, second in found}


def _is_plural(singular: str, plural: str) -> bool:
    if plural.endswith("x") and not singular.endswith("l"):
        return singular.endswith(("eau", "au", "eu", "ou"))
    return not (singular.endswith("l") and plural.endswith("ux") and not plural.endswith("aux"))


def _is_gender(shorter: str, longer: str) -> bool:
    """« bon » and « bonne », « local » and « locaux »; not « friction » and « frictionne »."""
    if "ux" in (shorter[-2:], longer[-2:]):
        other = fold(longer if shorter.endswith("ux") else shorter)
        return other.endswith(("al", "als", "ale", "ales", "x", "euse", "euses")) and not shorter.endswith(("é", "és"))
    if longer.endswith(("onne", "onnes")):
        return shorter in ("bon", "bons")
    return True


def _is_participle_of_noun(shorter: str, longer: str) -> bool:
    """« constat » and « constaté », « destins » and « destinés »: the e of a feminine bears no accent."""
    if shorter.endswith(("é", "és")) or not longer.endswith(("é", "és")):
        return False
    return fold(longer).removesuffix("s").removesuffix("e") in (shorter, fold(shorter), fold(shorter).removesuffix("s"))


def _is_person(shorter_word: str, longer_word: str) -> bool:
    shorter, longer = fold(shorter_word), fold(longer_word)
    if shorter_word.endswith("é"):
        return False
    if len(shorter) == len(longer):
        return bool(_FIRST_AND_THIRD.search(f"{shorter} {longer}"))
    if longer == shorter + "t":
        return len(shorter) > 4 and shorter.endswith(("i", "u"))  # « le suivit », « il est rempli »
    if longer.endswith("ent") and longer[:-2] == shorter:
        return shorter.endswith("e")
    if longer == shorter + "ent":
        return shorter.endswith(("d", "t"))
    if longer[:-3] == shorter[:-1] and longer.endswith("ent"):
        return shorter.endswith(("ait", "oit"))
    if shorter.endswith("a") or longer.endswith("ont"):
        return shorter.endswith("ra") and longer.endswith("ront")
    return longer.endswith("ent")
