"""Words of the trade, without accents: what a misspelt word is likely to stand for.

A letter may change in a word without a doubt only if exactly one side is a word, and that word is known here.
"""

from __future__ import annotations

from classeur.model.guard_listed import listed

WORDS = listed(
    """
abaisse abandon abandonne abime abord abreviation absence absent absorber accede acceder acceptable accepte accepter
acceptons acces accessibilite accessible accessoires accident accidentelle accompagnant accompagne accompagnement
accompagner accord accorder accoudoir accueil accueille accueillir accuse accuser acetylsalicylique achat achete
acheter acide acte actif action activer activez activite actualiser actualite adaptation adapte adapter addiction
adherer adhesion administratif administration administre administrer administrez admise admission adoption adressage
adresse adressent adresser adresseur adressez adulte aeration aerer aerez aeriennes aerosol affichage affiche afficher
affichez agence agenda agent aggravation aggrave aggraver agitation agitee agree agressif agression agressive aidant
aide aident aider aidera aidez aigue aiguille ailettes aille ailleurs aimable ajout ajoutent ajouter ajustement
ajuster alarme alcool alcoolique alerte alerter alertez aliment alimentaire alimentation allaitement allege allegue
aller allergie allergique allongee allongent allonger allongez allumer allumes alors alternance amaigrissement ambigue
ambulance ambulatoire amelioration ameliorer amenagement amene ammoniaque ampoule analogique analyse analyser
anaphylactique anaphylaxie ancien ancienne anciennete angoisse animal animateur animation animaux anime animer annee
annexe anniversaire annonce annoncer annoncez annuaire annuel annuelle annulation annule annuler anomalie anonymat
anonyme anormal antalgique antibiotherapie antibiotique anticipe anticoagulant antidater antihistaminique antipoison
antiseptique antivirus apparait appareil appartiennent appartient appel appelant appeler appelez appelle appellent
appetit applicable application applique appliquent appliquer appliquez apport apporter apposee apprend apprendre
apprentissage approbateur approbation approfondie approuve approuver appui appuyer appuyez apres aptitude arbitrage
arbitre arbitrer arbre archivage archive argent armoire arrange arret arreter arretez arretons arriere arrivant arrive
arriver arrivez arrondie arterielle article artificielle ascenseur asepsie aseptique aspect aspirateur aspiration
aspire aspirer asseoir asseyez assez assimiles assis assistance assistant assiste assistons association associe
associer assurance assurer assures assureur asthme astreinte atelier attaque atteignent atteint attend attendent
attendez attendions attendons attendre attendu attente attention attestation atteste attestent attester attitude
attribue attribuer attribuez aucun audience audit auditif augmente aupres auquel aurait aurez aussi aussitot autant
auteur autisme automatique automatise autonome autonomie autopiqueur autorisation autoriser autorite autour autre
autrement autrui auxiliaire avait avale avance avancement avancer avancez avant avertir aveugle avis avoir avons avril
ayant bacterie badge bagage bagarre bague baisse baisser baissez balai balance balayage ballon banal banaliser bandage
bandeau bandelettes barre barriere base basse bassin batterie battue beaucoup benefice beneficiaire beneficier
benevole bernard besoin biberon bientraitance bienveillance bijou bijoux bilan bionettoyage biseau blanc blessant
blesse blesser blessure bloque bloquer blouse boire boisson boite bonne bordeaux bordereau bordereaux bouche boucher
bouchon boucle bouffee bouge bouger bouteille bracelet brancard brancardier branche branchez bras brassard brouillon
broyage broye broyeur bruit brule brulure brusquement brutal brutalement budget bureau bureaux but cabinet cable cache
cacher cachet cachez cadre cahier caisse calcul calculer calculez calendrier calfeutrez calmant calme campagne canal
canard canicule canule capable capacite capteur caractere cardiaque caressez carnet carte cartographie carton
cartouche cases casse categorie catheter cause causer celle cellule celui centimetres centre cercle certaines certains
certificat certification cerveau cesse cessez cette chacun chaine chaise chaleur chambre champ chance change
changement changent changeons changer changez chapitre chaque charge charger chariot charte chaud chaussure chef
chemin cherche chercher cherchez cherchons cheville chien chiffre chimique chirurgical chirurgicaux chirurgie
chirurgien chlore choisi choisir choisissent choisissez choisit choix choques chose chronique chronologie chronometre
chute cible cicatrisation cinquieme circonstance circuit circulation circulent ciseaux cites citrate civil clair
clairement claques classe classement classer classeur classez clavier client clinique cliquez clore close cloture
cloturez coagulation coche code coeur cognitif coherent coince colere colis collaborateur collaboration colle collecte
collecter collecteur collective collegue coller collez collision colonne combien comite commande commander comme
commence commencer commencez comment commentaire commenter commentez commission commun communication communique
communiquer compactage comparaison compare comparent comparer comparez compatibilite competence competent complement
complet completer complexe complication comporte comportement comprehensible comprehension comprend comprendra
comprendre compresse compressions comprime compris comptabilite comptable compte comptent compter compteur comptez
comptoir comptons concentration concerne concerner concertation conciliateur conciliation concluez conclure conclusion
concordants concorder concubin condition conditionnes conduire conduit confiance confidence confidentialite
confidentiel confie confiez confirmation confirme confirment confirmer confirmez conflit confondre confondu conforme
conformite confort confrere confus confusion conge congelation conjoint conjugale connaissance connait connaitre connu
conscience conscient consecutifs conseil conseille conseiller conseilleriez consentement consequence conservation
conserve conserver consigne consommables consommation constat constater construire consultables consultation consulte
consulter consultez contact contamination contamine contenir content contenu contexte contient continu continuent
continuer continuez continuite contourner contrainte contraire contrat contre controle controler controlez convention
convenu conversations convient convocation convoquez convulse convulsion coordination coordonnees coordonner copie
corps correct correctement correction corrective correspondant corrige corrigeons corriger corrigez cotation cote
coter coton couche coucher coude coule couleur couloir coupable coupants coupe couper coupez couple coups coupure
courant courriel courrier cours coursier court coute couteux couverte couverture couvre couvrir craignez craint
cranien creation creer creez creme creneau creneaux creux crevasse crier criez crise critere criticite critique crois
croissance croix cuillere cuisine cuisse culture cumul curage curateur curatif curiosite cycle danger dangereuse
dangereux date datent dater debit debitmetre debouche debout debrancher debranchez debut decede decembre deception
deces decharge dechet dechire decide decider decidez decidons decision declarant declaration declare declarer declarez
declenche declencher declencheur decoupee decouvert decrire decrit decroche dedie defaillance defaillant defaut
defectueux defendre defenseur defibrillateur deficit definir definitif definition definitive deformation degage
degager degradation degrade degre dehors delai delegation delegue deleguent deleguer delicate delicats delivre demain
demandait demande demandent demander demandeur demandez demandons demarche demarrer dematerialise demenagement
demonstration demontree denoncer dentaire dentiste depannage depart departement departemental depasse depassent depend
dependance dependante dependre depistage deplace deplacement deplacer deplacez deposer deposez depot depression depuis
dermique dernier derogation derriere desaccord desadapter desarmer descende description desespoir designe designer
designez desinfectant desinfecter desinfectez desinfection desserrer dessins dessous dessus destinataire destines
destructeur destruction detacher detail detaillee detailler detartrant detecter detection detenu detergent detient
detour detresse detruire detruisez detruit deuxieme devant developpement developper devenir devez devienne deviennent
devient devis devissez devoir devons diabete diabetique diagnostic dialecte dialyse diarrhee dieteticien differee
difference differend different difficile difficilement difficulte diffuse diffuser diffusion digestif dignite diluee
dilution dimanches diminue diminuer diminution diplome direct directement directeur direction directive directrice
dirige dirigeons disciplinaire discret discretion discrimination discussion discute discuter disent disons disparait
disparu disponibilite disponible dispose disposer dispositif disposition disque dissimulation distance distinct
distingue distinguons distraction distribuer distributeur distribution dites divise division divulgation dizaine
docteur document documentaire documentation doigt doivent doleance domaine domicile dommage donne donner donnez
donnons doses doseur dossier dotation double doublon doucement douche douleur douloureux doute douteux douze drain
dresse dressez drogue droit duquel durable durablement durant duree durer dysfonctionnement ecart ecchymose echange
echanger echantillon echeance echec echelle eclabousse eclabousser eclaboussure eclairage eclaire eclairer ecole
economie ecoute ecouter ecoutons ecran ecrire ecrit ecrivez ecrivions ecrivons eczema edition editorial educateur
education efface effacement effacer effacez effectif effective effectuer effet efficace efficacite efforce effort
electricite electrique electrodes element elevation eleve elimination elimine eliminer elles eloge eloigner eloignes
eloignez emargement emballage embauche embout emergent emmenez empeche emplacement emploi employe employeur emporte
emporter emprise encadrement enceinte encore encourage encourager endorment endroit energie enerve enfant enfermement
enfin enflamme enfonce engagement engageons enleve enlevement enlever ennui enquete enqueter enregistre enregistrement
enregistrer enseignement ensemble ensuite entame entend entendez entendre entendu entier entierement entourage entoure
entourent entraide entraine entrainent entrainer entre entrelaces entrent entreposage entreposer entreprise entrer
entretenir entretenu entretien enveloppe envers environ environnement environnementaux envisagee envoi envoient envoye
envoyer envoyez epaule epidemie epreuves equilibre equipe equipement ergotherapeute erreur errones escalier escarre
espace espacement espece essai essaye essayer essayez essentiel essoufflement essuye essuyer estime etablir
etablissement etage etagere etaient etait etalonner etanche etape etat eteindre etendue ethique etiquetage etiquete
etiqueter etiquetez etiquette etonnement etouffe etouffement etranger etude etudier europeen euros evacuation evacue
evacuer evacuez evaluation evalue evaluer evaluez evanouissement eveille evenement eventuel evidence evier evite
eviter evitez evolution exact examen examine examiner examinons excellent exception exceptionnelle excessif excessive
excuse exemplaire exemple exerce exercer exercice exige exigence exigent exiger existait existant existe existence
existent experience experimente expire explication explique expliquer expliquez exposant expose exposer exposition
expression exprime exprimer exprimez exterieur externe extincteur extinction extraction extrait extreme fabricant
facile facilement facon facteur facturation facture facultatif faible faiblesse failli faire faisable faisons faite
faits familial famille fatigue fausse faute fauteuil fecale felicite femme fenetre feries ferme fermer fermeture
fermez feuille feutre fiable fiche fichier fievre figure figurent figurer filiere filtre final finalite finance
financier finit fistule fixee fixer fixes fixez flacon flamme fonction fonctionne fonctionnel fonctionnement
fonctionnent fonctionner fond force formation forme former formez formulaire forte forts fourmillements fournir
fournisseur fourniture fracture fragile fragilite fraiche frais francais franchement franchi frappe freins frequence
frequent friction frictionnees frigo froid frottement frotter fuite fumee fumer fusionne fusionner fusionnez futur
gagner ganglionnaire gants garantie garantir garantissons garde gardent garder gardez gardien gardons garrot gaspille
gaspiller gauche gendarmerie genent general generalement generaliste genou genoux genre gerer geres germe geste
gestion gestionnaire glissade glissant glissez glucometre glucose glycemie gonflement gorge goutte gouvernance grand
gratuit grave gravite greve grille grippe grossesse groupe guepe guerie guichet guide guident guider guillemets
habilitation habilite habiller habitation habitude habituel handicap harcelement hasard haute hauteur hebergement
hebergeur hemoculture hemorragie hemovigilance hepatite hesitante hesiter heure histoire homme homonyme honoraire
honore hopital horaire hospitalier hospitalisation huile humain humeur humide hydratation hydroalcoolique hygiene
hygieniste hypothese idees identification identifie identifier identite identitovigilance illisible image imbibee
immediat immediatement immobile immobiliser impact implique important impose imposer impossible impression imprevue
imprimante imprime imprimer imprimons inacceptable inaccessibles inadaptee inapplicable inattendu incapacite incendie
incident incitation incivilite incoherents incompatibles incomplet inconnu inconscient incontinence indemnisation
indesirable indicateur indication indices indique indiquer indiquez indispensable indisponibilite indisponible
individu individuel individuelle inexpliquee infarctus infectieux infection inferieur infirmier inflammable
inflammation information informatique informatise informatiser informe informer informez infraction infusion
inhabituelle initial initiative injecte injecter injection injoignable inondation inputs inquiet inquietante
inquietude insatisfaction inscription inscrire inscrit inscrivent inscrivez insister inspection installation installe
installer instruction instrument insuffisant insufflateur insufflations insulte intact integration integrer integrite
intelligence intensite intention interdiction interdire interdit interessee interfaces interieur interim interlocuteur
interne interpretation interprete interpreter interrogatoire interroge interrogent interroger interrogez interrompre
interrompu interrupteurs interruption intervalle intervenant intervenir intervention interviennent intimite
intoxications intramusculaires introduction introuvable intrusion intubation inutile inutilisables inventaire
investissement invite inviter irregulier isole isolement isoler isolez issues jamais jambe janvier jardin jaune javel
jetee jeter jetez jette jeudi jeune joignez joindre joint jouet journal journee jours jugement jugent juger juillet
juridique jusqu juste justesse justice justificatif justifie justifier kilogrammes kinesitherapeute kinesitherapie
laboratoire laisse laisser laissez lames lampe lance lancette lanceur lancez langage langue lapin laquelle largeur
laryngoscope lavable lavabo lavage lavees laver leadership lecon lecteur lecture legal legitime lendemain lentement
lentilles lents lequel lesee lesion lesquelles lettre leurs lever levez leviers levres liaison liberal liberation
libere liberez liberte libre librement lieu lieux ligne limitation limite limiter limitez limpide linge lingettes
liquide lisent lisez lisible lisiblement lisons lisse liste litige litres livraison livrer livret local locaux
logement logiciel logistique lointain lombalgie longtemps longue longueur lorsqu lumbago lumiere lundi lunettes
machine machoire madame mains maintenance maintenant maintenir maintenu maintien maison maitre maitrise maitriser
majeur major majuscules malade maladie maladresse malaise malentendant malgre mallette maltraitance maltraite
malvoyant management manches mandat mandatee manger manipulation manipule manipuler manometre manquante manque
manquement manquent manquer manuel marche marchent marchepied marcher mardi marquage marquantes marque marquer martin
masque massage masse masser massez matelas materiel materiovigilance maternite matin matinee matrice matricule mauvais
maximal maximum mecontent mecontentement medecin median mediateur mediation medical medicament medicamenteuses
medicamenteux medicaux megarde meilleure meilleurs melange melanger melees membre memes memoire menacante menace
menacer menage menageres menee mener menons mensuel mensuelle mental mention merci merite message messagerie mesurable
mesure mesurent mesurer mesurez methode metier metres mettez mettre meurt mieux milieu mineur minimal minimaux minimum
minuscules minute mises mission mobile mobilier mobilisation mobilite modalite mode modele moderee modification
modifie modifier modifiez moindre moins moitie moment monde montant monte montre montrent montrer montrez moquer moral
morbidite morceaux morphinique mortalite mortel mortelle moteur motif motive mouche mouille mouiller mourir mouvement
moyen moyenne mucosites multidose multiple multiplie mutuelle naissance naissent national nationalite nationaux nature
naturel nausee navette necessaire necessite negatif negation negligence nette nettoyage nettoyer nettoyez
neuropathique neutre niveau niveaux noire nombre nombreuses nombreux nominatif nominative nomme nommer nommez non
normal norme notable note noter notez notice notification notifie notifier notifiez notion notre nourrissez nourrisson
nourriture nouveau nouveaux nouvel nouvelle novembre nuire nuisible numeriques numerisee numeriser numero numerotees
numerotez nuque nutrition objectif objet obligation obligatoire obligatoirement oblige observance observation observe
observer obstacle obtenez obtenir obtenu obtient occasion occasionnelle occuper octobre odeur oedeme officiel officine
ongles operateur operation operationnel operatoire ophtalmologie opinion opportunite oppose opposent opposer
opposition option oral orange oraux ordinaire ordinateur ordonnance ordre ordures oreille oreiller organe organigramme
organisation organise organiser organisez organisme orientation oriente orienter originaux origine orthophoniste
osteopathe oubli outil ouvert ouverture ouvre ouvrent ouvrez ouvrir oxygene oxymetre pages paiement paire paleur
palpitation panne pansement papier paragraphe parait parametre parce parcours parent parentale parfois paris parle
parler parleur parlez parmi parole parquet partage partagent partager partenaire partent partez participant
participation participe participent participer particulier particulierement partie partiel partir partout parts
parviennent passage passager passe passent passeport passer passez pastille pathologie patience patient patientele
paume paupiere pause payant payer payez pelle penal pendant penible pense penser pensez percee perdre perdu peremption
perforant performance perfuser perfuseurs perfusion perime perimetre periode periodique peripherique permanence
permanent permet permettent permettrait permettre permis persistante personnalise personne personnel personnelle perte
pertinence peser petit peuvent pharmacie pharmacien pharmacovigilance phase photo photographiez phrase physiologique
physique piece pilot pilotage piloter pilule pilulier pince piquant pique piquer piqure piratage pirate placard place
placer plafond plage plaie plaindre plaint plan planification planifier planning plante plaques plateau plateforme
platre pleine pleurer pliez pluriprofessionnel pluriprofessionnelle plusieurs plutot poche pochette podologue poids
poignees poignet poing point poison poitrine police politique pommes pomper pompier ponction ponctionner portable
portail portant porte portent porter portez posant posee poser posez positif position posologie possibilite possible
postal poste poubelle pouce poudrees pouls poumon pourcentage pourquoi pourrait pourrons poursuit poursuivent
poursuivre pousser poussiere pouvez pouvoir pouvons pratique pratiquer prealable precaution precedent precis precisant
preciser precisez precision prefecture prefere preference preferer preferez preferons prelevement prelever preleveur
premier prenant prend prendre prenez prennent prenom preoccupante preparant preparation prepare preparer prescripteur
prescription prescrire prescrit presence present presentation presenter presentez preserver preservez presque pressant
presser pression prestataire prestation prete pretexte prets preuve prevenez prevenir preventif prevention preventive
prevenu previent prevision prevoir prevoit prevoyez prevu principal principaux principe prioriser prioritaire priorite
prise privations prive probabilite probable probleme proceder procedure proces processus prochain proche procureur
production produire produit professionnel professionnelles professions profondes profondeur programme programmer
progres projection projet prolonge prolonger promenade promesse promet promettez promettre promis promouvoir prononce
prophylaxie propos proposer proposez proposition propre proprete proprietaire protection protege proteger protocole
prouvant prouve prouver provisoire proximite prudence psychiatre psychiatrie psychiatrique psychique psychologie
psychologique psychologue public publication publie publier puissance puisse pulveriser punition purge purger purulent
qualification qualifie qualite quand quantite quartier quarts quatre quelle quelqu quels question questionnaire
questionne quinze quitte quitter quotidien quotidienne quotidiennement raccourci raccourcit raccrochez raconte
raconter radiographie raide raison raisonnable ramasser ramene rampe rancon range rangement ranger rangez rangs rapide
rapidement rappel rappeler rappelez rappelle rapport rapporter rasoir rassemble rassemblement rassembler rassure
rassurer rattacher rattrapage rauque reaction reagir realisation realise realiser realiste reanimation reassort rebut
recapuchonner recenser recente reception receptionner recevez recevoir recevons recevra recevrez recharge recherche
rechercher recipient recit reclamation recoit recoivent recommandation recommande recommander recommence
reconnaissable reconnaissez reconnaitre reconstituez recopiez recours recrue rectification recue recueil recueille
recueillez recueilli recueillir recuperee recuperer recus redacteur redaction redactionnel redactionnelle redemander
redemandez redige rediger redigez redire redit redonner redonnerons redonnez reduction reduire reduit reecrire
reecrivons reelle reevaluation refaire refait referant reference referent referentiel refermer reflechir reflexe
reflexion reformer reformuler reformulez refrigerateur refus refuser refusez regard regarder regardez regime region
regional registre regle reglement reglementaire reglementation regler reglette regonfle regrets regrettez regrettons
regroupees regroupement regularise regulateur regulier regulierement reins reitere rejoignent rejoint relais relance
relancer relancez relation relaxation relecture releve relevent relever relevez relie relier relire relisent relisez
relit relue remarque remboursement remede remerciement remercier remet remettez remettre remis remplacant remplace
remplacement remplacer remplie remplir remplissent remplissez remplit rencontre rencontrer rende rendez rendons rendre
rendu renforcer renommes renonce renouvelable renouveler renouvellement renseignement renseigner rentrant rentre
rentrer renvoi renvoyees reorientation reparable reparation repare reparer repart reparties repartir repartition repas
reperage repere reperer reperez repertoire repete repeter repetez repetition replace repond repondent repondeur
repondez repondra repondre reponse report reportent reporter reportez repos reposer reposez repousse repousser reprend
reprendre reprenez representant represente representer repris reproche republique requise reseau reserve reserver
reservez resident residu resine resiste resoudre respect respectant respecter respectez respectueux respiration
respiratoire respire respirer responsabilite responsable ressaisies ressaisit ressort ressource restant restaurant
restauration restaure reste restent rester restez restreint restriction resultat resume resumez retablir retablit
retard retenez retenir retentissement retenu retient retire retirer retirez retour retourne retournements retourner
retrait retremper retrouver reuni reunion reunir reunissent reunit reussir reussissent reussites reutilisable
reutilise reutiliser revelation revele reveler revelez revenir revenu reviennent revient revise reviser revision
revoir revoit revoyez revue revus rigueur rincage rincer risque robinet roles rompre rompue rouge rougeole rougeur
roulant rouler route routine rouvrir rubrique rupture rythme sache saigne saignement saigner saine saisi saisir
saisissez salarie sales salive salle saluez samedi sanction sanguin sanitaire sante satisfaction satisfaire satisfaite
satisfaits saturation saurons sauvegarde sauvegarder savez savoir savon scelle sceller schema science scolaire score
seance sechage seche secher second secondaire secouer secourisme secours secret secretaire secretariat secteur section
securise securiser securite sedatifs sedation sejour selection selon semaine semblable semblait semble semestre
sensation sensibilisation sensibiliser sensible separation separe separer septembre sequelle serait serie serieux
seringue serment serologies serre serrez serrurier serum servent serveur servi service serviette servir seuil seul
seulement severe sexuelle siege sifflement sigles signal signalement signaler signaletique signalez signalisation
signalons signature signe signer signez signification signifie signons simple simplement simulation sinon site
situation social societe socle soient soignant soigne soigner soignez soins soiree soirs soleil solidaire solide
solliciter solution sommeil sommes somnolence sondage sonde sonnette sorte sortez sorti sortir soudain soudee souffert
souffle soufflez souffrance souffre souffrir souhait souhaiter souhaitez souille soulagee soulagement soulager soumet
soumettre soupcon soupconnez source sourd souris soutenir soutien souvent special specialement specialise specialiste
specialite specifique speculum sporicide spray stable stade staff stagiaire standard station stationnement statistique
statut sterile sterilisation sterilise stethoscope stimuler stimulez stock stockage stocker strategie structure
stupefiant stylo subis sublinguale substance succes sucer sucre sueurs suffisant suffisent suffit suggestion
suicidaire suicide suicider suite suivant suivent suivez suivi suivre sujet superieur superviser supervision
suppleance suppleant supplementaire support supportable supporter suppose supposer suppression supprimer supprimez
surblouse surdite surement surface surpoids surprend surpris surtout surveillance surveille surveiller surveillons
survenu survie susceptible suspect suspend suspendre suspendues suspicion suture symbole symptome syncope synthese
systeme tabac table tableau tablette tablier tache taille tapis tapotant tarder tardif tardive tasser technicien
technique teleconsultation telephone telephoner telephonez telephonie telephonique teleservice temoin temperature
temperee temporaire temporairement temps tendant tendu tenir tenons tensiometre tension tentative tenter tenue tenus
terme terminal termine terminer terrain terre teste tests texte theme therapeute therapeutique therapie thermometre
thorax tiennent tiens tient tiers tilleuls tirage tiree tirer tires tiroir tissu titre titulaire toilette tolerance
tombe tomber total totalement totaux touche touchent toucher toujours tourne tourner tousse toute toxique tracabilite
trace tracer traceur traction traducteur traduction traduire traduit trainent trait traitance traitant traitement
traiter trajet trame tranchants tranche trancher tranquille transferer transfert transformer transfusion transmet
transmettez transmettre transmis transmission transparence transparents transport transporter transvaser transversale
traumatisme travail travaille travaillent travailler travailleur travaillons travaux travers tremblement tremper
tribunal triee trier trimestre trimestriel trimestrielles trinitrine tristesse trois troisieme trompe tromper trouble
trousse trouve trouvent trouver trouvez tuberculose tubes tutelle tuteur tutorat tutoyer tuyau typologie ulcere unique
unite untel urgence urgent urines urticaire usage usager usurpation utile utilisable utilisateur utilisation utilise
utiliser utiliseront utilisez utilite vacances vacant vacataires vaccin vaccination vague vaisseau valable valeur
validation valide valider valideur validite valoir variable varier vecue veille veiller veine veineuse veineux velours
vendredi venir ventilation ventre venue verbale verification verifie verifier verifiez verifions verite vernis verra
verre verrouille verrouillez verser version vertige vestiaire vetement victime vidange video vides vieillissement
vieillit vient vierges vigilance vigilant vignette vigueur ville vingt violation violence violent violet virgule
virucide virus visage visas visee vises visez visible visite visiter visiteur visuel visuelle vitale vitamine vitesse
vivant vivent voies voisins voiture volee volontaire volontes volume vomir vomissement vomit votre voulons voulu
voyant voyez voyons vraie vraisemblable vraisemblablement vulnerable zone
"""
)


def is_known(word: str) -> bool:
    """Whether a word without accents is one of the trade, or its plural or feminine."""
    return word in WORDS or any(word.endswith(end) and word[: -len(end)] in WORDS for end in ("s", "e", "es"))
