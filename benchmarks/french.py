"""The words that made-up French procedures are written with. Nothing of it says how to care for anybody."""

from __future__ import annotations

import random
from dataclasses import dataclass, field


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in listed.split("|"))


THEMES = _words(
    """
    accueil admission animation antibiotiques archives astreintes bientraitance bionettoyage bloc brancardage
    cuisine cyberattaque dechets dechets-a-risque deces dentition dietetique donnees-personnelles douleur
    droits-des-usagers eau-et-legionelles education-therapeutique ergotherapie evenements-indesirables fin-de-vie
    formation gestion-des-lits hygiene-des-mains identite imagerie informatique instances kinesitherapie laboratoire
    linge maintenance materiel-medical medicament nuit nutrition parcours pharmacie plan-blanc plaies precautions
    prestataires prevention-des-chutes psychologie recrutement securite-incendie sorties stocks telesante transports
    vaccination
    """
)
"""The 55 folders of procedures."""

WHO = _phrases(
    """
    le cadre de santé | l'infirmier coordinateur | le médecin prescripteur | la secrétaire médicale |
    le pharmacien référent | l'agent de service | le référent hygiène | le référent identitovigilance |
    le responsable qualité | l'équipe de nuit | le pilote du processus | le préparateur en pharmacie | l'aide-soignant
    | le kinésithérapeute | la diététicienne | le responsable technique |
    le délégué à la protection des données | le gestionnaire de risques | la psychologue | le directeur de garde |
    l'ergothérapeute | le brancardier | la lingère | le responsable informatique
    """
)
DOES = _words(
    """
    vérifie contrôle note signale transmet prépare range étiquette date signe remplace nettoie explique propose
    appelle prévient compare recopie relit classe archive compte pèse mesure désinfecte verrouille réceptionne
    commande répare isole surveille réévalue annonce rappelle planifie consigne présente actualise rapproche valide
    """
)
WHAT = _phrases(
    """
    la fiche de liaison | le dossier de l'usager | la prescription | le bracelet d'identification |
    le chariot d'urgence | la température du réfrigérateur | le registre des entrées | le bon de commande |
    la feuille de température | le plan de soins | l'échelle de douleur | le compte rendu d'hospitalisation |
    la date de péremption | le numéro de lot | la clé du coffre | le tableau des présences | la liste des allergies
    | la demande d'examen | le résultat biologique | le planning des rendez-vous | la check-list de sortie |
    le matériel stérile | le sac de linge | le bac jaune | la trousse de secours | le défibrillateur |
    le consentement écrit | la directive anticipée | le formulaire de plainte | le relevé des écarts |
    la fiche d'événement | le procès-verbal de visite | le contrat d'entretien | la sauvegarde hebdomadaire |
    le mot de passe provisoire | le badge perdu | la consigne de nuit | l'ordonnance de sortie | le pilulier |
    la pompe à perfusion | le lève-personne | le matelas à air | la courbe de poids | le repas mixé |
    le plateau de soins | le produit détachant | la convention de stage | le livret d'accueil |
    l'attestation de formation | le carnet de vaccination | la cartographie des risques | le rapport d'inspection |
    la fiche de poste | l'inventaire annuel | la grille d'observation | le questionnaire de sortie |
    le plan d'évacuation | le groupe électrogène | la vanne d'arrêt | le carnet sanitaire | l'analyse de légionelles
    | le bordereau de suivi
    """
)
WHEN = _phrases(
    """
    avant la fin du poste | dans les deux heures | sous quarante-huit heures | à chaque changement d'équipe |
    dès l'arrivée | en présence d'un collègue | devant la personne concernée | après accord du médecin |
    sans attendre la visite | le premier lundi du mois | chaque trimestre | une fois par an | à la moindre alerte |
    hors de la vue du public | selon le tableau affiché au poste | avec le lecteur de codes |
    au moyen du formulaire prévu | dans l'armoire fermée à clé | même pendant les vacances | sauf urgence vitale |
    après lavage des mains | en chambre seule | par téléphone puis par écrit | à voix haute | en deux exemplaires |
    avant toute injection | lors de la réunion de service | pendant la visite de contrôle | au retour du bloc |
    jusqu'à la levée de la consigne | en cas de doute sur l'identité | dans un délai raisonnable
    """
)
THEN = _phrases(
    """
    Toute anomalie est dite le jour même. | Une copie reste cinq ans au service. |
    Le résultat est lu en réunion de service. | Cette étape ne se délègue pas. |
    L'écart donne lieu à une action suivie. | Les remplaçants reçoivent la même consigne. |
    La personne, ou son représentant, en est informée. | En l'absence du référent, le cadre prend le relais. |
    Aucune donnée de santé ne part par messagerie ordinaire. | La trace est datée et nominative. |
    Le délai court dès la réception de l'appel. | Le matériel douteux est mis à l'écart et étiqueté. |
    Deux contrôles valent mieux qu'un lorsque la dose change. | Le silence ne vaut jamais accord. |
    La décision revient au médecin présent. | Les proches ne servent pas d'interprètes.
    """
)
VERBS = _words(
    """
    accueillir annoncer archiver commander contrôler distribuer désinfecter déclarer entretenir évaluer évacuer
    former identifier informer nettoyer organiser orienter planifier préparer prescrire prévenir ranger recueillir
    remplacer réceptionner sécuriser signaler surveiller transmettre transporter
    """
)
PARTS = _phrases(
    """
    Préparer | Installer la personne | Vérifier avant d'agir | Réaliser | Surveiller | Tracer | Transmettre |
    Ranger et nettoyer | Traiter un écart | La nuit et le week-end | Avec un remplaçant | Quand le matériel manque |
    Quand la personne refuse | Cas particuliers | Informer les proches | Clore le dossier
    """
)
FIRST_NAMES = _words(
    """
    Alix Camille Charlie Claude Dominique Eden Élie Florence Gaby Hélène Inès Jo Karim Lou Malo Maud Nadia Noé
    Océane Pascal Quentin Rachid Sacha Samia Théo Ulysse Valentin Wendy Yaël Zoé Aline Bruno Cécile Damien Édith
    Farid Gilles Hugo Isaure Jules
    """
)
LAST_NAMES = _words(
    """
    Aubier Bellerive Boisdoré Chantepie Clairval Dupré Deschamps Eglantier Fontclaire Frêne Garrigue Grandpré
    Hautbois Iris Jardinel Lavandier Lilas Marronnier Merisier Montclair Noisetier Olivier Orme Peuplier Pommier
    Prévert Quatrevaux Ravine Romarin Roseraie Sapin Saulaie Tamaris Tilleul Troène Valombre Verger Vignal Violier
    Yeuse Acacia Bouleau Cèdre Charme Cormier Cyprès Érable Figuier Genêt Houx
    """
)


@dataclass
class Voice:
    """Writes sentences; the same seed writes the same ones."""

    rng: random.Random
    citable: list[str] = field(default_factory=list)

    def one(self, words: tuple[str, ...]) -> str:
        """One of the words."""
        return words[int(self.rng.random() * len(words))]

    def sentence(self) -> str:
        """Who does what, when; sometimes in bold, sometimes citing another text."""
        text = f"{self.one(WHO)} {self.one(DOES)} {self.one(WHAT)} {self.one(WHEN)}"
        chance = self.rng.random()
        if chance < 0.3:
            text += f", puis {self.one(DOES)} {self.one(WHAT)}"
        elif chance < 0.4:
            text += f" ; {self.one(WHO)} {self.one(DOES)} **{self.one(WHAT)}**"
        elif chance < 0.46 and self.citable:
            text += f" (voir {self.rng.choice(self.citable)})"
        text = text[0].upper() + text[1:] + "."
        return f"{text} {self.one(THEN)}" if self.rng.random() < 0.25 else text

    def paragraph(self) -> str:
        """Two to four sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(2, 4)))

    def title(self) -> str:
        """What a procedure is called."""
        text = f"{self.one(VERBS)} {self.one(WHAT)} {self.one(WHEN)}"
        return text[0].upper() + text[1:]
