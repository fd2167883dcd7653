"""Real words that a slip of the pen could be mistaken for: « proscrire » beside « prescrire ».

Each is a French word, without accents, one slip away from a word of `guard_words`; it is never explained as a
misspelling. A verb stands here by its stem, for all its forms. The words were chosen among those of the French
frequency list of pyspellchecker (MIT licence).
"""

from __future__ import annotations

from classeur.model.guard_listed import listed
from classeur.model.guard_words import is_known

NEIGHBOURS = listed(
    """
ablettes abusent acceptables acceptees accidentel accidentelles accordeur accueillais accueilles accueillez aces
acheteur acides acrete acteur activiste actualites adaptions additif addition adduction adepte administrative admises
adressages adsorber afficheur agees agrege agres agresseur agressives aient aigles aigres aigues aile aimables ainees
aisees aises ajusteur alcooliques algues allaiterent allegeai allegee alleges allegez allegre allier allonge allongea
allongeais allongeant allure alternances altitude amants ambulante amenagerent ameres amiable ampoulee analogiques
analysees analyseur analyste anes anguille annale annees anniversaires annoncee annonceur annuaires annuelles
annulaire anomal anticipee antienne antonyme antres apparais apparaitre apparats appartienne appartiens appartint
appatait appellerai appellerez appelles append appendre apprenne appris appuierai appuierez appuies aprete arbitraire
arbres ardent arenes arete arides arment arpent arrangee arranges arterielles artificielles ascese assent asses
asseyais asseye assises assoie assoir assois assoyez assureurs astreintes astres atour atouts atres atteignant
atteindre atteins attendais attendant attendes attendrez attendrions attendrons attendues attentionne attributs
audiences auditive aurais auriez austere autan auteurs automatisme auxquels avais avanie avants avares avent avides
avines avions avisos avives avoine axerez azalee bacterien badges bagnes baguage baillon baisers bajoue balcon ballot
banane bancal bancs barges basses basset basson battre battues bauge begues bennes bienveillante bisexue bisous
blanche bogue boives bonnet bontes bonzes boreaux bouchere bouchers bouchot bouee boues bougea bougee bouges bougre
bouillon bouse brades brames braves brises brodeur broie broyeuse bruire brunes brusquerent brute bruts buchers
buisson bustes cabine cachets cachette cachot cades cafard cahute caisses cake calques camp canape canari canisse
cantal canton capables capres caquet carbone careme carne carpes cartaye cartel carters cartoon cartouches casher
casier casseur castes categoriel cautere cedees cedres cellules censee censes centaines cerceau cerise certaine certes
chaire chairs champagne chancel chances chancre changea changeais changeant changee changerent changerons changes
changeur changions chape chargea chargee chargement chargent chargeons chargeur chargez charite charter chasseur
chaste chatte chaudes chauve chenaie chene chenille cheque chercheur cherte chiffrees chimiques choeur choie chois
choisissais chronologies ciblees cidres cinquiemes cirage cireux citation claie clairet clapier clapir claquet clarte
clause claver cliquet cloaques clorai clorez coassement cochere cochers cocons codeur coedition cognitive coherence
coke coleres colins colite collectives college collet colleur collier collusion collyre colonie colons comblement
comete comice commandeur commando commet commette commettez compagne comparaissais comparaisse comparaissez
comparaissons comparse compatibilites compere competentes complait compliment complot complut comprehensibles
comprenne comprises compteurs comte concluais conclue concluions conclurez conclurions concordats concoure concue
concus conditionnel conduis cones confidente confidentielle confins confire confise confit confonde confondue
conformation conformiste confreres congeles congere congre connais connes conque conquit conscientes conseillere
conseilleur consent consentions consequente consort constante constants construise construite contentement contention
contents contenue contextes contienne contiens contigu contiguite continent contingent continrent contint continuel
continument continuo contrite contrits controlais controleur contusion convenions convenir convenue convenus convienne
conviens convint convoient cornet cornue cornus corons corpus correspondance correspondent corrigea corrigeais
corrigees corrigerons corriges corrigions cotele cotier cotoie cotte coudre coudrier couleuvre coulis coulure couperet
couplet coupleur coupole courage coure courent coureur courez courge courir courre courriez coursiers courtier courue
courus courut cousant couse cousez couteaux couteuse couts couvertes couvrant couvres craies craignais craignes crains
cranienne cratere crayeux cremation cretes crieur crimes croie croire croissais croissante croisse croissez croques
cross croupe cruche cubage cuilleree cuisais cuise cuisez cuites culturel cupule curare curative curiosites cycles
dangereuses danser datation dateur datte debacher debarrer debats debile debits deblai deboire debours decade
dechargee deche dechut decideur declamation declencheurs decoit decombres decors decote decret decris decrite decrive
decroit decues dedain dedire dedise dedisions dedite dedits deduis deesse defaillante defaillent defais defaite
defaits defasse defassent defection defectueuse defend defendeur defendue definirions definitives defoncer degagea
degagee degages degout dejection delicates delits demandeurs demandeuse demange demangent demanger demarier demarreur
demenagerent demies demise demons denegation deniers denree depannages depeindre dependantes depende dependue depens
depits deplais deport deportement deprend deprendre depris derage derager derision dermiques dernieres derrieres
descendes descendre descente despote desseins destins detecteur deteint detelle detellerai detellerez detend detendre
detendu detenir detente detention deterrent detienne detiennent detiens detint detroit detruirez detruis detruisais
deuxiemes devaient devais devait developpeur devenu devernir devers devete devetir devets deviennes deviens devins
devint devote devots devrez devrons dialectes dictes dietes dieteticienne differends diffuseur digestive directrices
dirent dirigee dirigerons diriges dirigions dirons disant disciplinaires disert disette diseur disions disparais
disparaitre disparate disparite disques dissent dissimilation dissous distante distinguo divine dizaines doctes dogue
doleances donation donjons donneur doreur doublet douce douceur douloureuse douteuse douves drisse duche durete
ecchymoses echangea echangee echangeur echeante eclaboussures eclaireur ecoles economies ecouteur ecrins ecrirez
ecririons ecrirons ecris ecrivais ecrive ecuelle edictions edifions effaceur effarement effectives egaient elites
eloges elonge emargent emargerent embuche emergeant emergence emmelez emploie empois empressions emprises encadrerent
encart enclore encouragea encouragee encourages encoure encourent endormant enduis enduite energies enfance
enfermerent enfers engagerent engagerons engagions engins enivrons enlier enqueteur enquis enrageons enregistreur
enseignerent ensuive entendais entende entendrez entente entieres entiers entraineur entretienne entretient envisage
envoies envols epanouissement epates eprise eprouves equide equite erigee erigent eriger eriges errer erronee escadre
escarpe espalier esquarre essaierai essaierez essaies essaim essayeur esse essentielle essoufflerent essuie essuierai
essuierez etabler etagee etagent etaie etains etais etamine etats etend etendez etendre etendu ethnique etiage etique
etiqueteur etiquetterai etiquetterez etoles etonnerent etranges etrangete etrangler etreindre etres europeenne
eventuelle evidente eviers examinees excellant excellence exceptionnelles excessives exigea exigeant exigees exiges
existences explicitions expres extraie extraire extrais extrayait extremes fable faciale facies faconde facturees
facultative faillite faisables faisans famees fanons faons farces fasse fastes faucon fausset fauteur fauves feeries
feins fendes ferai ferez feriee feriez fermais fermete fermier ferues feuillet fiction fiees fiere fiers figees
figerent figue figuier filees filieres finaliste finalites firmes fistules fixite flanons flemme flocon flottement
flotter focale fonctionnaire fonctionnelle fondre fontes forcene forceps foret forgee forger forges forgez formel
fortes fosse fourbir fourme fournil foutre fraction fractionnees fraichement fraiches fraie franche franchise fretins
fretter friable friche frites froncais frotteur fruite fuies fumets fumeur fumier fumure furies fusees futee futes
gager gagneur ganglionnaires garces garcons gardian gardienne gargot gaspilleur gauchere gauchers gauches gaucho
geants gelent gendarmeries gendre generalistes generalite genese genet genette genies genome gentes germen glands
glissades glucoses gnous gonflerent gordien gorgee gorges gorille gouges gouvernances graces grade grange grappe
greges grives grouse guepes guerite guerre guiche guilde guillerets guinee habilete habilitees habituation habituelle
hagard haltes handicapes harcelerent hautes heaume heberger hebergerent hebergeuse heres heriter hetres heurts home
hospitaliser hote humerus humour ides idoles imagee immobilier impassible importance impossibles imposte imprimeur
inacceptables inadapte inapplicables incapacites incidence incisent incoherente inconscience incontinente incubation
inculte indispensables indisponibles inexplique infectieuse inferieure inflammables informais informative informel
inhabituelles inimite inique initiatives injecteur injoignables inscrirez inscris inscrivais inscrivant inscrive
insecte instable insuffisance integriste intelligences intelligente intensive intentionne interdis interdites
interfacee interieure interieurs interpreteur interrogatoires interrogea interrogeais interrogeant interrogee
interrompe interrompt interrompue intervenions intimiste introuvables invention invitation iodees isomere jardinet
jattes jaugee jaugent jauger jauges jaunes javelle jeteur jetterai jetterez jettes joignais joignes joins jugeant
jugee jugeote jugerent juges jument juntes jurent justices justicier justificative lacage lancage lancers lancettes
lanceuse landes lange langeai langez langueur lapis largage larmes larvees lasers latine latins laveur laveuse lechons
legats legere legers legion lente lenteur lepres lesquels levage levier levre levriers levure lianes liasse liber
liberable libero lice liees lieges lient lierez liesse lieue lieus lievres liions limier limpides lingere lions lipide
lires lirons lisais lisant lise lisibles lisiez lisions litiges livreur logerent logicielle logicien loisible lombago
longe longeai longez longues longuet lopins loyale loyaux lueurs luisent lupins lycee machoires magner maigre mainte
maintienne maintient maints maire maisonnee maitres maitresse maladif maladive malaisee malaises malins mallettes
manage manager manche mangea mangee manges mangeur mangue maniere manique manometres mantele mantes manuelle marais
marcheur marger marin maris marquages marqueur marrie marris martel martien martinet martins martre masquage masseur
massue masure materielle maternel matiere matins maudis mauves mazer media medial mediante mediat mediatisons
medicamenteuse medication medina meditation mefier megere meilleures melangea melangee melanges melangeur meleze
menagee menagement menager menagerais menagerez menages mendions meneur mentais mentant mentes mentez mentirons menton
menues merciers meres merise mesange messagere messagers messes mesurables metal metrite metros mettais mette mettions
mettrai mettrez meure meurent meurs meurtre meute miment minage minceur minium misere misse miteux mitre mixeur moche
modale modems moderne moeurs moindres moine moiteur monceaux monstre monteur montreur monture moqueur moralite
morcelle mordes morille morte mortelles mosquee motel motrice mouillere mouilleur mouillure mourre murale murals
mutins naissant nation nationaliste nationalites naturelle navettes negative negligente nettes nettete nettoierai
nettoierez nettoies noce noies noises nombreuse nome nonces nonne notables notaire notres nourrices nourrissais
nourrisses nouveaute novembres novice noyers nuises nuitee numerus nuques obligataire obligee obliges observee
obtenais obtienne obtiens obtint obvenir occasionnelles octobres oeillere official officielle officiers officines
oncles onglee onglet opales operationnelle opportuniste optons oracle orage orangee orangers oranges ordinaires ordure
organigrammes organiste orientees orienteur originel orignaux oronge orseille oseille otions ouvrier ouvroir ovales
pagaies pagnes paient paierai paierez paies pair pais paitre palace palans pales paleurs palier palots panier
panification panifier pansage pante paonne paques paquet parage paraitre parametree parcage parcmetre parcoure
parcourt parcourue parcourus parement parentales parente parere parfait parieur parite parlers parleurs parleuse
parois parsement partagea partageant partagee partageur partaient partais partait partant parte partial partielle
partiez parues parvis passade passageres passagers passement passeur passible patents patere patiences patinent patre
patrie pavement paveur payement payeur pays paysage peages pedant peignees peinte peints pelage pelles pellet pelotage
penates pende pendent pendez pendre pends pendue pendus penes penibles penseur pentes pepier pepite percue percus
perdant perde pere performant perimees perimetres peripheriques permanences permettais permettait permettant permette
permettez permettrais permit peronnelle pers persistance personnalite pertinences pertinente petale phares
pharmacienne phonos physiologiques piegee pieges pilous pilules piquet piratages pires pivots placet placeur placier
plaids plaies plain plaire plaise plait planete planques plant plate plateformes pleines pleur pleureur pleuve
pleuvent pliage ploies plots pluies pluton pochettes poemes poetes poigne poings poires poisson poitrines pokers
polissais pommier pompiere pondant ponts porche pores portage porteur portier portos poseur positive postage posters
potable potee potes pouces poudreuse poule poulie poulpe poupee poupes poupon pourcentages pourrais pourront poursuis
poursuivant poursuive poursuivie pourtant pourvoir pousseur poussier pouvais pouvant praire prealables precite predis
predisant predisez predisions pregnant prenais prenne prenons preposition prescris prescrite prescrive preseance
pressens pressentais pressente pressentez preste pretention pretoire pretre prevenais prevenions preventives previenne
previens prevint previrent previs previt prevoie prevoient prevois prevoyais prevoyiez prince principaute prisme
prison privatisons privees probabiliste probabilites probables probes processions procurer produis produites profes
professionnelle programmee programmeur proies projections projette prolongea prolongee prolonges promesses promets
promettais promette promettrez promit prompt promut pronom prophete propret proprietaires propriete proscription
proscrire proscrit proses prote protegea protestions protet proue prouesse provenez provenir provenu provient
provision prudente psaume psychiatriques puante puces puissante puisses punirions puree purent pures purete purgea
purgee purges quartz quater quetions quinte quotidiennes racontar ragee rager rages ragez ragions raides raidirai
raidirez raies raisin raisonnables ramasseur rances rancune rangea rangeais rangerent rappellerai rappellerez
rappelles rapporteur rassir rassoir rassoirai rassoirez rattrapages ravoir reacteur reactivons reales realisme
realistes realite reassorts rebats rebond rebours rebout rebus recentes reces recette recevais receviez recevrais
recevrons rechange rechargee recharges recherchees reches recifs recits reclus recoin recois recoive reconnaissables
reconnaissais reconnaisses recoudre recouds recoupiez recoure recourt recourue recourus recouse recrirai recrire
recrirez recris recrit recrivent recrivons recrues recrus recueillais recueilles recuire recuis recuit reculs
redactionnelles redevez redevoir redevons redevra redevrez redigea redigeais redigee rediges redirez redis redisent
redisions redite redits redoit redoivent reducteur reduis reduites reecrirons reecrite reecrive reelirai reelire
reelirez reelisais reelisant reelise reelisent reelisez reelit reelue refais refaite referont refirent refit refond
refondent refondez refondra refondre refrenez refuge regirez regirons regleur regularite reine rejets rejoignant
rejoins relaie relaxions relectures relief relieur relirez relis relisais relisant relisions reliure relues reluire
reluis reluisent reluit rembourserent remedes remere remettais remette remettrez remige rempart remplissais remploie
renais renait renard rendais rendes rendit rendors rendrez rendrons rendue renes renfermer rennes renouvelables
renouvellerai renouvellerez rentier rentraie rentraire renvoies reouvrir repaie repaierai repaierez repait repand
repandent repandez repandra repandre reparables repars reparte repartent repartez repartiez repartions repartirions
reparu reparut repend rependre repente repentez reperable reperd reperdez reperdre repertoires repits replete replis
repondais repondant reponde repondeuse repondrez repondue repons reprenais reprenne reprouver republiques repues
requises requit residence residuel respectueuse ressent ressentais ressentez ressers ressert resservais resserve
resservez ressors ressorte ressorts restau restreins resucee retenais retend retendre retentir retenues reticent
retienne retiennent retiens retine retint retive retond retondre retord retors reunirons reussite reutilisables revecu
revend revendre revendu revenez revente revenue revenus reverence revernir revete revetez revets reveuse revienne
reviens revients revint reviseur revit revive revivent revivions revoie revoient revois revoyais revoyiez revues riens
rogue rompe rompues rondes rongee rongement ronger ronges rongeur roseau rotirez rouage rougeoles rouget rouleur
routeur ruelle sabrons saches sachet sainement saines sainte saints saisine saisissais sake salaire salete saline
saloir salve sarment satisfais satisferai satisferez saules saumons sauront sauvegardee savais savane saviez savions
saxons scalaire scene scient scores seante sebile secateur secondaires secoure secouriste secourt secourue secourus
secousse sectes sedition segment seiche seigles sejours sene senile sensibles sentais sente senteur sentez sentions
sepale sequelles serai serail sereux serez sergent seriel serieuse serins serons serpent serpes servait servant serves
serveuse servez servile sevices seyait shake sierait sieurs sifflerent signaletiques signet simplet singe singer sites
skient smocks sociable socles soeurs soigneur soirees solaire soles solitaire solive solliciteur sommet somnolente
sondages songee songes sorbes sornette sortais sortes sottes soucis soudage soudan soufflet souffrante souffres
souffrez souillee soulage soulagea soulagerent soumettais soumette soumettez soumis soumit soupente sourdre sourds
sourie sourire soutes soutienne soutient soutier souvenir souvenu souviens souvient souvint specialites stages stalle
stance stature sterilet sterilite stethoscopes sticks stimulation stores strategies structurel subissais subite subits
subvenu sudation suerait suffire suffirent suffis suffisance suffisante suiez suivais suivantes suive suivies suivrez
sujette supere superviseur supportables suppot surcout surdites sures surete surjet surprendre surprenne surpression
surprime survecu surviens survies survis survive susdite suspende suspendue suspens symboles tairai taire tairez taise
tanche tapais tapirs tardives tarif taules technicienne teins teint tele telephonies telle tempe temple tempos tenant
tendance tendre tendue tendus tenias tenions tenors tentatives tenture termes termite ternes ternir terrine tertre
tetues theiere thermes theses tiares tienne tirade tirets tireur tireuse tisser titrage tonale tonals tondant tondue
tondus tonique tontes topologie torchere tosser tourneur tournure tourte toxiques trachee tracteur tracts traduis
traduite traie traient trains traire trais traiteur traitre transis transmettais transmette transmettrez transmit
transparente transporteur transversales traumatismes travailleuse travee trayait tremblerent trente triage triere
trimestrielle trios tripes troisiemes trombe trompeur tronche trope troupe trouvere truite tueur tumeur tutoierai
tutoierez unies urgeant urgentes urique urnes usagee usines usitee usites utilisables vacance vacantes vaille vaine
valant valideurs vallee valseur values vapeur variete vecues vehement veilleur veineuses velement velues vendes vendre
vendue vengee venges venins vents vepres verbales verbes verger verges verins verites vermis verrat verres verrions
verrue verset verseur versification verte vertement verves vestiaires vestige veuille vice vidage vidangee vieille
vieillot vienne viens vigilante vignettes vile villes vineuse vineux violets violette virage virale visiere visiteuse
vissage visuelles vitales vivait vivante vivants vivat voient voilure voire volet voleur volley volute votres voyance
voyous vraies vraisemblables
"""
)

VERBS_IN_ER = listed(
    """
abaiss abandonn abced abim abond abord about absent absorb acced acceler accessoiris accident accompagn accor accord
accoud accul accus acer achal achet achev actionn activ actualis adher administr admir adopt adress adul adulter
affich agenc agend aggrav agiot agit agress ahan aiguill aiguillet aill aimant air ajour ajout ajust alarm alert
aliment alit allegu allum alter altern ambr amelior amen amend amur angoiss anim anis annel annex annul antidat aout
appareill appari appel appliqu appont apport appos approuv appuy apur arbitr arbor archiv argent argu armori arpent
arret arrier arrim arriv articul aspect aspir assen assimil assist associ assum assur attach attaqu attent attenu
attest attif attribu audit augment automatis autoris aval avanc aver aveugl avis azur bacl bafr bagarr bagu bais baiss
balad balanc balay ball ballonn banalis banch band bann barb bard barr bas bassin bast bat benefici besogn biberonn
bigarr biloqu bis biseaut biss bit blagu blas bles bless blous bluff bois boit bond born boss bott bouch bouchonn
boucl boud bouff boul boum bout brais brancard branch bras brass brel brod bronch brouillonn broy bruin bruit brul
brum buch budget but butt cabal cabl cabr cacard cach cachet cadr cafard caft cal calcul calfeutr calm calt cambr camp
canard canul capt captur caqu caquet card caress cargu cari carm carr cart cartographi cartonn cas cass catch
categoris caus caval cendr centr cercl certifi cess chabl chain chambr chant chapitr chariot charm chass chatr chaul
chaum chauss chemin chemis cher cherch chevill chienn chin chiqu chlor chom chop choqu chour choy chroniqu chronometr
chut cill cintr circonstanci circuit circul clam clamp clams claqu claquet class clich cliqu cliquet cliss cloch clon
cloqu clotur clou clout coalis coass coch coger cogit cogn coinc coit coll collect collet color colport combin command
commenc comment commer commerc commissionn commu communiqu commut compact compar complet complex compliment complot
comport compost compot compress comprim compt comptabilis concert concord conditionn confer confi confin confirm
conform confort congre conseill conserv consign constat consult cont contact contamin content contest contingent
continu contourn contr contract contrari contrast conventionn convi convoqu convuls convulsionn cooper coopt coordonn
copi copin copul coqu cord cordonn cors cosign coss cotis cotonn cotoy couch coud coul coup coupl courb cours cout
coutur couv crach cram cramp cran crant craqu crass crem cren crep creus crev crevass cri cribl crisp criss critiqu
croch crois cross croul crout cuisin cul cumul deband debat debauch debect debin debit deboit debott debouch deboucl
deboul debouqu debout debranch debroch debuch debut decant deced decel decharn dechir decid decim declam declar
declench decoch decod decouch decoul decoup decoupl decret decri decroch dedi defi defruit degain degant degaz degivr
deglac degot degout degrad degraf degre degrev deguis dejant delac delain delait delass delav delay delect delegu deli
delir delit delivr delut demaill demanch demand demarch demarqu demarr dematerialis demembr demen demin demont demontr
deni denonc denot depaill depann depar depari depass depays depens depist depit deplac deport depos depot depreci
depris deput derad deraill derid deroch derout desaccord desadapt desarm design desinfect desserr dessin dessoud
dessoul destin destructur detach detaill detal detartr detect detel detest detour detourn detress devanc devas devast
developp devi devid devin devir devis deviss devoil devor dialys dies differ differenci diffus dilu diminu diplom
disciplin discut dispos disput distanc distanci distingu distribu divis document doigt domicili domin donn dos dot
doubl douch dout dragu drain dress drogu dross dur ebauch ebout ecaill ecal ecangu ecart echantillonn eclabouss eclair
economis ecop ecor ecoul ecourt ecout ecras ecrem ecret ecri ecrout ecul edit effac effan effar effectu efforc elev
elimin eloign elud emball embauch emboit embou embouch emech emeris emmen empech empir employ empoch emport empot
encart encod encord encorn encr endev enerv enfait enfant enfil enfl enflamm enfonc engam engendr engonc enlev ennuy
enonc enquet enregistr entam enterr entour entr entraid entrain entrelac entrepos envelopp envi environn envoil envol
envoy epanch epaul equilibr equip espac esper essaim essay essuy estim estiv etal etalonn etam etamp etanch etay etet
etiquet etoff etouff etriqu etudi etuv evacu evalu eveill evid evit evolu exager exalt excis excus execr exempt exerc
exil exist experiment expi expir expliqu explos export expos exprim fabriqu fach faconn faill fart fatigu fauss faut
fax fecul felicit fenetr ferl ferr feuill feuillet feutr fianc fich figur filtr finalis financ flair flamb flut foir
fonc fonctionn fond for forc form formul fouill fractur fragilis frais francis frapp fray frein frequent frictionn
fris fritt frond frott fusionn gach gagn gain gans gant gard gargot garrott gaspill gemm gener generalis gerb gerc
germ gland gliss gout goutt gouvern graill granit grav gravit gre grel gren grev grill grimp gripp grond group gue
guid guillemet guind guip habill habitu hant hasard hesit heurt histori hongr honor hott huil hurl identifi imbib
immobilis impact impliqu implos import impos impressionn imprim incendi incit indic indiqu infect infirm informatis
initi inject inquiet insist insol install instill instrument insult integr interess intern interpret intimid invent
inveter invit isol jamb jardin javel jet jeun joint jout jouxt justifi lac lacer lain laiss laiuss lamin lamp lanc
languet languey lapid lapin largu lass legitim les lesin lest lettr leurr liaisonn liber licit lift lign ligu limit
liquid liser liss list lit livr lys macer mach machin maill maitris major malax maltrait mand mandat mani manipul
manqu maqu march margin mari marin marqu marquet martel masqu mass mat match matelass maternis matin matric matricul
maugre mecontent medicament medit men menac mensur mentionn merit mesur mesus metr min minut mis mobilis model moder
modifi modul mois moit momifi mond mont montr moqu morcel motiv mott mouch mouchet mouill mouv mouvement moyenn
multipli musqu muss mutin nationalis natt necessit nettoy nitr nombr nomm notifi numeris numerot object objectiv
occasionn occup oeuvr offici oppos ordonnanc organis oubli outill outr ouvr oxygen pagay paill palm palot pan pann
pans paquet par parasit parement paress pari parl parqu parquet particip pass passement pastill patent patient patt
paum paus peauss pech pedal pein pellet pelot pens perc perch perdur perfor perfus perl permanent permut peror persist
personnalis pest pet photographi phras piaul picot piet pill pilot pinc pint pioch pionc piqu piquet pirat piss pist
pivot plac placard plafonn plagi plaid plain plan planifi plant plaqu platr pleur pli pliss plum poch point poiss
polic politiqu pomm pommel pomp ponc ponctionn ponctu pont poqu port positionn post postul poudr pourpr pouss pouts
pratiqu precautionn preced prech precis prefer prelev prenomm preoccup prepar prepay prepos present preserv press
pressur pret pretext prim pris proced procre profer profess progress projet promen pron prononc propos prouv
psychiatris publi puis puls pulveris quart questionn quill quitt raccroch racont radi radiographi raill rain raisonn
ramass ramen ramend ramon ramp ranconn rapin rappel rapport raqu ras rassembl rassur rattach rattrap rauqu ravis
reales realis reassur rebell rebout rebut recard recas recaus reced recel recens recentr recep receptionn recit recolt
recommand recommenc reconstitu recopi recourb recre recri recrut recul recuper recur recus redemand redim redond
redonn redor reedit refer referenc referm reflet reflu reform refus refut regal regard regel regent regimb registr
regl reglement regn regonfl regratt regre regress regrett regroup regul regularis reiter rejet relaiss relanc relat
relav relay relev reli relou remarch remarqu rembarqu remedi remerci remis remorqu rempar rempil remplac rempli
remport remu renard rencontr renfait renfonc renforc reni renomm renonc renou renouvel renseign rent rentr rentray
renvi renvoy reoper repair repar reparl repass repav repay repens reper reperc repertori repet replac repli repliss
report repos repouss represent reprim repris reproch reput resequ reserv resid resign resin resist resonn respect
respir responsabilis ressembl ressourc rest restaur result resum retard retent retir retourn retract retrait retremp
retrouv reutilis reveill revel rever revir revis reviss revol revolt revot revuls rinc risqu roch roqu rot rougeoy
roul rout rythm sabl sacqu sacr saign saill salari saliv salu sanctionn saqu sarment satin satur sauc saun saut sauv
savonn savour scell sech second secou secret sectionn securis segment sejourn selectionn sell sembl sensibilis separ
seranc seri serin seringu serpent serr sevr sign signal signifi simul situ soign sold sollicit solutionn somm sommeill
sond sonn soud souffl soufflet soufr souhait soul soup soupconn soutir specialis staff stationn statu sterilis stimul
stipul stock stri structur stupefi styl suc succed sucr suffix suggestionn suicid suif suint supervis supplant supple
supplement suppli support suppos supprim surf surfac surjet surveill survir suspect sutur syncop tabass tabl tabul
tach tachet taill tall tamis tanis tapin tapiss tapot taqu tard tarif tass teill teint telephon temoign temper tempet
tend tenonn tent terc termin terr ters test tierc tigr till tint tir titr toilett tois toler tomb torch tore touch
tourb tourn touss trac tract train trait tram tranch transfer transform transmut transport transvas traumatis travaill
travers tremp tri trill trim tromp trompet trou troubl trouss trouv tuberculis tuteur tutoy tuyaut ulcer urin utilis
vaccin vach vagu valid valis vaqu vari vas vautr veill vein vener vent verifi verniss verrouill vers versifi vess
vetill victim viell vignet vin viol violent violet virgul vis visit viss vitamin vitr vogu voil voisin voitur vol
volet volley volt vrill
"""
)

VERBS_IN_IR = listed(
    """
accueill alleg approfond arrond avert bat bru brun chois con couvr defin douc empl enfu etabl faibl faill fin fourn
fraich franch garant grav gross guer mat mois moit mur ouvr pal part petr raccourc raid reag recueill reflech refu reg
rempl repart ressais retabl reun reuss revet rouss rouvr sais sert serv sort souffr sur surg trah verd vern vert vet
vieill
"""
)

_ENDINGS_ER = listed(
    """
a ai aient ais ait ames ant ante antes ants as asse assent asses assions at ates e ee ees ent er era erai eraient
erais erait eras erent erez eriez erions erons eront es ez iez ions ons
"""
)

_ENDINGS_IR = listed(
    """
i ie ies imes ir ira irait irent iront is issait issant isse issent isses issez issons it ites u ue ues us ut
"""
)


def is_word(word: str) -> bool:
    """Whether this is a French word, as far as the neighbourhood of the trade's words goes."""
    if is_known(word) or word in NEIGHBOURS:
        return True
    if any(word.endswith(end) and word[: -len(end)] in NEIGHBOURS for end in ("s", "e", "es")):
        return True
    return _is_form(word, VERBS_IN_ER, _ENDINGS_ER) or _is_form(word, VERBS_IN_IR, _ENDINGS_IR)


def _is_form(word: str, stems: frozenset[str], endings: frozenset[str]) -> bool:
    return any(word.endswith(end) and word[: -len(end)] in stems for end in endings)
