"""The words the guard never takes for a slip of the pen: numbers, units, delays, negations, modals, roles, medicines.

All are written without accents, in lower case.
"""

from __future__ import annotations

import re

from classeur.model.guard_listed import listed

NUMBER_WORDS = listed(
    """
zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
quarante cinquante soixante septante huitante octante nonante cent cents mille milles millier milliers million millions
milliard milliards demi demie demis demies quart quarts tiers moitie moities double doubles triple triples quadruple
quintuple simple simples paire paires dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine quarantaine
cinquantaine centaine centaines premier premiere premiers premieres second seconde seconds deuxieme deuxiemes troisieme
quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme dixiemes centieme millieme dernier derniere plusieurs
fois chacun chacune plus moins autant tous toutes tout toute seul seule seuls seules
"""
)
"""Words that count; the last ones say how much."""

CARDINALS = listed(
    """
zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante
cinquante soixante septante huitante octante nonante cent cents mille
"""
)
"""A comma between two of these makes two numbers."""

UNITS = listed(
    """
mg µg ug mcg ng g kg hg t ml cl dl l µl ui iu mui u meq mol mmol µmol mosm kcal cal kj j gtt gouttes goutte comprime
comprimes cp gelule gelules ampoule ampoules flacon flacons sachet sachets bouffee bouffees cuillere cuilleres dose
doses unite unites pression bars bar mbar hpa kpa mmhg cmh2o cm mm m km µm m2 m3 ° °c c f k % ‰ hz khz v kv a ma w kw
joules db bpm watt watts volt volts ppm euros euro € $ litre litres gramme grammes milligramme milligrammes microgramme
microgrammes kilogramme kilogrammes kilo kilos millilitre millilitres centilitre centilitres metre metres centimetre
centimetres millimetre millimetres degre degres percent pourcent ch gauge gy msv
"""
)

TIME_WORDS = listed(
    """
h min mn s sec ms j heure heures minute minutes seconde secondes jour jours journee journees semaine semaines mois an
ans annee annees trimestre trimestres semestre semestres trimestriel trimestrielle semestriel semestrielle mensuel
mensuelle annuel annuelle hebdomadaire quotidien quotidienne quotidiennement bimensuel bimestriel lundi mardi mercredi
jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches janvier fevrier mars avril
mai juin juillet aout septembre octobre novembre decembre matin matins midi soir soirs nuit nuits apres avant veille
lendemain hier demain aujourd hui ouvre ouvres ouvrable ouvrables calendaire calendaires delai delais tot tard
immediatement aussitot ensuite pendant depuis jusque jusqu des toujours souvent parfois rarement weekend week minuit
"""
)

NEGATIONS = listed(
    """
ne n' non pas point jamais aucun aucune aucuns aucunes ni nul nulle nuls nulles rien personne sauf excepte hormis hors
sans sinon interdit interdite interdits interdites interdiction interdire proscrit proscrite proscrire contre exclu
exclue exclus exclure excepter guere nullement aucunement defendu defendue defense avec autorise autorisee autorises
autorisees autoriser permis permise seulement uniquement exclusivement
"""
)

MODALS = listed(
    """
doit doivent dois devez devons devra devront devrez devrait devraient devriez devait devaient devoir peut peuvent peux
pouvez pouvons pourra pourront pourrez pourrait pourraient pourriez pouvait pouvaient pouvoir faut faudra faudrait
fallait obligatoire obligatoires obligatoirement obligation obligations oblige obligee obliges recommande recommandee
recommandes recommandees recommandation conseille conseillee conseilles conseillees facultatif facultative facultatifs
facultatives imperatif imperative imperatifs imperativement necessaire necessaires indispensable indispensables
eventuellement eventuel eventuelle possible possibles souhaitable souhaitables souhaite exige exigee exiges exiger
requis requise preferable preferablement convient
"""
)

ROLE_WORDS = listed(
    """
medecin medecins infirmier infirmiere infirmiers infirmieres secretaire secretaires psychologue psychologues directeur
directrice directeurs direction pharmacien pharmacienne pharmaciens cadre cadres soignant soignante soignants referent
referente referents pilote pilotes approbateur approbatrice valideur redacteur redactrice titulaire suppleant suppleante
suppleants responsable responsables stagiaire stagiaires agent agents coordinateur coordinatrice coordonnateur docteur
interne externe chirurgien anesthesiste ide ash ibode aide kinesitherapeute ergotherapeute orthophoniste dieteticien
dieteticienne educateur educatrice brancardier ambulancier prestataire employeur employe salarie professionnel tuteur
tutrice remplacant remplacante pompier pompiers police gendarmerie samu prescripteur prescriptrice veilleur gardien
accompagnant famille proche proches tuteurs juge assistant assistante benevole
"""
)

MEDICINES = listed(
    """
adrenaline noradrenaline insuline glucagon salbutamol trinitrine aspirine paracetamol morphine midazolam methotrexate
potassium sodium calcium chlorure glucose heparine atropine amoxicilline ibuprofene codeine tramadol oxygene javel
dakin betadine naloxone diazepam furosemide digoxine warfarine amiodarone corticoide antihistaminique acide
"""
)

EMERGENCY_NUMBERS = listed("15 17 18 112 114 115 119 196 191 3114 3919 3977 3018 3237 3624 116117 116000 116006")

NEVER_MISSPELT = NUMBER_WORDS | UNITS | MEDICINES
"""A letter that changes in one of these is always a doubt."""

OPPOSITES = re.compile(r"^(?:hypo|hyper|intra|inter|extra|supra|infra|ante|anti|sous|sur)")
