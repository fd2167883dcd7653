"""Real words that a slip of the pen could be mistaken for: « proscrire » beside « prescrire ».

Each is a French word, without accents, one slip away from a word of `guard_words`; it is never explained as a
misspelling. A verb stands here by its stem, for all its forms.
"""

from __future__ import annotations

from classeur.model.guard_listed import listed
from classeur.model.guard_words import is_known

NEIGHBOURS = listed(
    """
abbesse ablettes aborne absorbeur abusent acceptees accepteur accidentel accise accordeur accordoir accort accueillais
accueilles accueillez aces acheteur acides acrete acteur actine actinite activeur activiste adaptions additif addition
adduction adent adepte admimes administrative admisse admites adnees adsorber afficheur agees agimes agreassions
agrege agresseur agressives agrile aient aigles aigres ailante aile ailler ainees aisees aises ajusteur alaire alcoyle
alenes algues alises allaiterent allegeai allegee alleges allegez allegre allele allene allier allongea allongeais
allongeant allongeat allongees allonges allumeur allumeuse allure alose altitude amante amants ambulante amenagerent
ameres amiable aminee anagogique anales analysees analyseur analyste andante anes anguille anier annale annees annelle
annoncee annonceur annoncier annone annuelles annulaire anomal anomaux ansees anspect antienne antonyme antres apepsie
apnees appairait apparais apparaitre apparats appartienne appartiens appartint appatait appeal appellerai appellerez
appelles append appendre appert apporteur apprenne appris appuierai appuierez appuies aprete arbitraire arbitrale
archine ardent arenes arete argents arides ariennes arille arises arment armoise arpent arpete arrieres ascese assent
asses asseyais asseye assibiles assimes assises assisse assistanat assites assoie assoir assois assoyez assureurs
astres atour atouts atres atteignant atteindre atteins attendais attendant attendes attendrez attendrions attendrons
attendues attentionne attique attributs auditive aunant aurais auriez austere autan auteurs autiste automatisme
autonyme autotomie auxquels avais avanie avants avares avent avides avines avions avisos avives avodire avoine axerez
azalee bacterien bagnes baguage baillon baisers baissier bajoue balane balcon bales ballot balois banane banats bancal
bancs banlon bardage bardeau bardeaux barges barrel basale basin basses basset bassinet basson battee battre batture
bauge bauger beance beasse begues belais benarde bennes betoine bienveillante bilame billon bimane binerons biplan
bisexue bisous biveau bizous blanche blousse blutes boche boesse bogue boires boitte boives bonite bonnet bontes
bonzes boreaux boree bores botes bouchere bouchers bouchoie bouchot bouee boues bougea bougee bouges bougre bouillon
bouse bouteillers brades braies braite braits brames brancarder brassin braves brises brodeur broie broyeuse bruche
bruire brunes brusquerent brute bruts buchers buisson bullons burgau burgaux busees busses bustes cabine cachets
cachette cachot cactee cades cafard cafteur cagnard cahute caisses cake calame calicule calier calques camard camp
campane camuse canape canari cancale canche cangue canisse cannait cantal canton cantre canuse capres caquet caquette
carbone cardon careme caret carne carnele carpes cartaye cartel carters cartoon cascher casher casier cassement
casseur castes categoriel causeur causse cautere cawcher cedees cedres celtes censee censes centaines cenure cerceau
cerces cerise cerneau cerneaux certaine certes cestes cetone chacone chaire chairs champagne chancel chances chancre
changea changeais changeant changeat changee changerent changerons changes changeur changions chape chargea chargee
chargement chargent chargeons chargeur chargez charite charree charter chase chasseur chaste chatte chaudes chauve
cheche chenaie chene cheneau cheneaux chenille cheque chercheur cherte chiffe chirurgienne choeur choie chois
choisissais choppiez choree chouleur choute chreme chromique chues chumes ciblees cidres cirage cireux cirier citation
claie clairet clanique clapier clapir claquet clarte claude clause claver clayere cliquet clivent cloaques clorai
clorez closet cluses coassement cochere cochers cochet cochlee cocons cocues codeur coedition coenure cognitive
coherence coke coleres colins colite college collet colleteur collette colleur colley collier colligions collusion
collyre colonie colons combes comblement comete comice commandeur commando commende commet commette commettez commites
compagne comparaissais comparaisse comparaissez comparaissons comparse compere competant competentes competer
compissions complait compliment complot complut comporterent comprenne comprises comprisse comprissions comprites
compteurs comte conard conation concluais conclue concluions conclumes conclurez conclurions conclussions conclutes
concordats concoure concue concus conditionnel conditionneuse conduis cones conferve confidente confidentielles
confimes confins confire confirent confirez confiriez confise confisez confisions confit confluez confonde confondue
conformation conformiste congaye congeles congere congre conjoins connais connes connumes connutes conque conquit
conscientes conseillere conseilleur consent consentions consequente consort constante constants construise construite
contentement contention contents contenue contextes contienne contiens contigu contiguite continent contingent
continmes continrent contint continuel continument continuo contrite contrits controlais controleur contusion
convenions convenir convenue convenus convienne conviens convint convoient copte cornait cornet cornue cornus corons
corpus correspondance correspondent corrigea corrigeais corrigees corrigerons corriges corrigions cotele cotier cotoie
cotte coucheur coudre coudrier couleuvre coulis coulure couperet couplet coupleur coupole courage coure courent
coureur courez courge courier courir courre courriez coursiers courtier courue courus courut cousant couse couseur
cousez couteaux couteuse couts couvrant cowper craies craignais craignes crains cranienne cratere craton crayeux
creatine cremation cretes crieur crimes croie croire croissais croissante croisse croissez croques cross croupe cruche
crumes crutes cubage cuisais cuise cuisez cuisimes cuisites cuites culturel cupule curare curative curule cuvage daine
dangereuses danser dataire datation dateur datte debacher debarrer debats debile debits deblai deboire debours decade
decarrer deche dechut decideur decile declamation declencheurs declore declorez decoit decombres decors decote decours
decret decris decrite decrive decroit decrutes decues decutes dedain dedient dedimes dedire dedise dedisions dedite
dedits deduis deesse defaillante defaillent defais defaite defaits defasse defassent defection defectueuse defend
defendeur defendue definirions definitives defites defoncer degagea degagee degages deglacement degout deicide deite
dejection delicates delissez delits demandeurs demandeuse demange demangent demanger demangez demarier demarreur
demenagerent demies demise demites demons denegation deniers denree dentines depars depassant depeindre dependantes
depende dependue depens depits deplais deport deportement deprend deprendre depris deprissions deprit derage derager
deraie derision dernieres derrieres descendre descente desembraie despote desseins destins detacheur detecteur deteint
detelle detellerai detellerez detend detendre detendu detenir detente detention detergeant detergeat deterrent
detienne detiennent detiens detint detirent detissez detors detressions detroit detruirez detruis detruisais devaient
devais devait developpeur devenu devernir devers devete devetir devets deviennes deviens devins devint devoie devoient
devote devots devrez devrons dictes dietes dieteticienne differant differends diffuseur digestive digite dilation
dilection diluions dirent dirigerons dirigions dirons disant discretisons discuteur disert disette diseur disions
disparais disparaitre disparate disparite disparumes disparutes dissent dissimilation dissous distante distinguo
divine divises doctes dogue dolais donation donjons donneur doreur dosse doublet doubleur douce douceur douloureuse
douteur douteuse douves draie drisse drivent droguet dronte duche duites durete dutes echangea echangee echangeur
echeante eches eclaboussures eclaireur ecote ecouteur ecrins ecrirez ecririons ecrirons ecris ecrivais ecrive ecuelle
edictions edifions effaceur effarement effecteur effective efforces egaient elavee eleis eliment elites elodee elonge
emanche emargent emargerent embuche embut emergeant emergeat emergence emites emmelez empenez emploie employeuse
empois empressions encadrerent encagement encageons encart enclore encouragea encouragee encourages encoure encourent
endormant enduis enduite enfance enfermerent enfers engagerent engagerons engagions engins enivrons enlevure enlier
ennoyer enqueteur enquis enquites enrageons enregistreur enseignerent ensuis ensuive entendais entende entendrez
entente entieres entiers entonnement entraineur entreposeur entreprimes entreprisse entreprites entretienne entretient
entretins enture enverge envidons envine envoies envols envoyeur epacte epanouissement epates epigee epiges epites
eploie eprimes eprise eprites eprouves equide equiperent equite eraient erigee erigent eriger eriges errer erronee
escadre escarpe espalier esquarre essaierai essaierez essaies essaim essayeur esse essentielles essoufflerent essuie
essuierai essuierez essuyeur etabler etagee etagent etaie etains etais etamine etats etend etendez etendre etendu
ethnique etiage etier etique etiqueteur etiquetterai etiquetterez etoles etonnerent etoufferent etranges etrangete
etrangler etreindre etres europeenne eventuelles evidente eviers examinees excellant excellence excessives exigea
exigeant exigeat exigees exiges existences explicitions expres extraie extraire extrais extrayait fable faciale facies
faconde facturees facultative fadons faillite faisans famees fanons faons farces farmer fasse fastes faucon faunes
fausset fauteur fauves feale feaute feeries feins feliez felinite fendes ferai ferez feriee feriez fermais fermete
fermier ferries ferues fessons feuillet fiates ficher fichet fiction fiees fiere fiers figees figerent figue figuier
filable filees finage finaliste financer firmes fites fixite flanons flaquons flemme flocon flottement flotter focale
fonctionnaire fonctionnelles fondre fontes forcene forceps foret forgee forger forges forgez formel formene formeret
fortes fosse fouites fourbir fourbisseur fourme fournier fournil foutes foutre fraction fractionnees fracturation
fraichement fraie fraisons franche franchise franques frape freinte freons fretins fretter friable friche fricotions
frites froncais frotteur fruite fuies fuimes fumets fumeur fumier fumure furies fusees fusse futee futes gager gagneur
garces garcons gardeur gardian gardienne gargot gaspilleur gauchere gauchers gaucho geants gelent gendre generalite
genese genet genette genies genome gentes gents germen germer gerome gille glands glenent glissage glissance glycerie
glycometre gnous gonflerent gordien gorget gorille gouges graces grade grader grandet grange grappe gravide greges
grives grolle grouse gruerie gueres guerite guerre guiche guilde guillemette guillerets guinee gutte habilete
habilleur habituation habituelles hagard haites haltes harcelerent hastee heaume heberger hebergerent hebergeuse
hematite heres heriter hetres heurts hiles home hospitaliser hote hotteur huates humerus humour ides idoles immobilier
impassible importance imposeur imposte imprimeur incidence incisent incoherente inconscience incontinente incubation
inculte indiction infectieuse inferieure infestions infirmation informais informative informel inimite inique
injecteur inquietates inscrirez inscris inscrivais inscrivant inscrive insecte instable instillation insuffisance
integriste intelligente intensive intentionne interdimes interdis interdites interfacee interieure interieurs internet
interpreteur interrogea interrogeais interrogeant interrogeat interrogee interrompe interrompt interrompue
intervenions intimates intimiste invention invitation iodees iodique isomere jambais jardinet jardon jasais jattee
jattes jaugee jaugent jauger jauges jaunes jaunet javelles jeteur jetterai jetterez jettes jeunet joignais joignes
joins jouites journade jugeant jugeas jugeat jugee jugeote jugerent juges jugeur jument juntes jurement jurent jusee
justicier justificative lacage laceur laize lamage lamies lancage lancers lanceuse landes lange langeai langez
langueur lanice lapie lapis lapone largage largueur larmes larvees lasers latine latins laveur laveuse lavure layees
lecheur lechons legats legere legers legion lente lenteur lepres lepture lesquels lesrions lestement letale lette
levage levier levre levriers levure liages liames lianes liasse liates liber liberable libero liberty libration lice
licitation licteur liees liegee lieges lient lierez liesse lieue lieurs lieus lievres liions limier limiteur limnee
lines lingeates lingee lingere lingue linguettes lions lipide lires lirons lisais lisant lise lisette lisiez lisions
listel liures livet livreur loberez locule logerent logicielles logicien loisible lombago longe longeai longez longues
longuet lopins lovees loyale loyaux lueurs luisent luisez luisons luisse lupins lusses lycee magner maieur maigre
mainte maintienne maintient maintins maints maire maisonnee maitres maitresse maladif maladive malaire malavise
malines malins maltaise manade manage manager managerent manche mandale mangea mangee manges mangeur mangue maniere
manique manse mantele mantes manuelles marais marcheur marger margis marin maris marqueur marrie marris martel martien
martines martinet martins martre maser masquage masseur massier massue masure materielles maternates maternel mateur
matiere matins matite maudis mauser mauves mazer mecontenterent media medial mediante mediat mediatisons mediaux
medicamenteuse medication medina meditation mefier mefites megere megites meilleures melangea melangee melanges
melangeur meleze memere menade menagee menagement menager menagerais menagerez menages mendions meneur mentais mentant
mentes mentez mentirons menton menues menure meprites merciers meres merise mesange meson messagere messagers messer
messes mestre mesureur metal metreuse metrite metros mettais mette mettions mettrai mettrez meulees meure meurent
meurs meurtre meute mezieres miment minage minceur minium mireur misere misse miteux mitre mixeur moche modale modems
moderne moeurs moine moiteur molene mollette momification monade monceaux monstre monteur montreur monture moqueur
moralite morave morcelle mordes mordis morelle morene morfal morille morte mortelles mosquee motel motilite motives
motrice mouillere mouilleur mouillure mouquere mouroir mourre moyee moyes muasse multiplet multipliees murale murals
mutins naissant natice nation nationaliste naturelles negative negaton negligente nettete nettoierai nettoierez
nettoies nettoyeur nevropathique niassent niques nivaux niveal noce noies noises nombreuse nome nominatives nonces
nonne normee notaire notres nourrices nourrissais nourrisses nouveaute novice noyers nuises nuitee numerises
numeriseur numerus obligataire observee obtenais obtienne obtiens obtint obvenez obvenir obvenu obvient oeillere
official officielles officiere officiers oncles onglee onglet opales operationnelles opilions opportuniste optons
oracle orage orangers orante ordure organiste organite orientees orienteur originel orignaux ormille oronge orseille
orvale oseille otions ouirent ouirez ouvrier ouvroir ovales pagaies pageais pageas pagee pagent pagez pagnes paient
paierai paierez paies pair pairement pairle pais paissais paissance paisse paissent paissez paitre palace palans
palatre palee pales paleurs palier paliure palmure palots palpeur panier panification panifier pansage pante panzer
paonne paques paquet parage paraitre parcage parchet parcmetre parcoure parcourt parcourue parcourus pareage parement
parente parere pareur parfais parfait parfis parfit pariage parides parieur parite parlers parleurs parleuse parois
parquette parsement parsi partagea partageant partageat partagee partageur partaient partais partait partant parte
partial partielles partiez partouse partouze parues parumes parvis passade passageres passagers passement passeur
passible patents patere patiences patinent patre patrie patrologie pavement paveur payement payeur pays paysage
paysager peages pechette pedant pedologue peignees peille peinte peints pelage pellet pelotage peltee penates pence
pende pendent pendez pendre pends pendue pendus penes penne penseur pentes pepere pepier pepite percue percus perdant
perde perdimes perdis pere performant perigee perinee permanences permettais permettait permettant permette permettez
permettrais permimes permisse permit peronnelle pers persistance persistates personnalisme personnaliste personnalite
pertinente peseur pessaire pesse petale petiot petre peze phares pharmacienne phasme phonos photon picotage picrate
piegee pieges pieze pifates pilage pilets pileur pilous pinnes pipates pipier piquet piqueur piquier pires pirole
pises pives pivots placet placeur placier plaids plaies plain plaire plaise plait planete planques plant plaste plate
pleur pleureur pleuve pleuvent pliage pliement plique ploies ploques plots pluies pluton pochetee podologie poemes
poetes poignais poignait poigne poignent poignez poignit poilons poings poins poiree poires poise poisson pokers
polissais pommier pomologie pomologue pompeur pompiere ponant pondant ponge ponts porche pores portage portal portance
porteur portier portor portos poseur positive positon positron postage posters potable potee potes poudreuse poule
poulie poulpe poupee poupes poupon pourrais pourrites pourront poursuis poursuivant poursuive poursuivie pourtant
pourvoir pousseur poussier pouvais pouvant praire preavisions precite predis predisant predisez predisions preemption
prefete pregnant prenais prenne prenons preoccupates prepaie preposition prescris prescrite prescrive preseance
pressens pressentais pressente pressentez presseur pressier prestant preste pretention pretoire pretre prevenais
prevenions preventives previenne previens prevint previrent previs previssions previt prevoie prevoient prevois prevot
prevoyais prevoyiez prince principaute prisme prison prisse prissions prites privatisons privees probabiliste probes
processionnel processionnelles processions procurer produis produites profes programmee programmeur proies projections
projette prolongea prolongee prolonges promets promettais promette promettrez promeus promeut promimes promisse promit
prompt promusse promut pronom prophete propret proprette propriete proscripteur proscription proscrire proscrit proses
prote protegea protele protestions protet proue prouesse provenez provenir provenu provient provision prudente psaume
puames puante puasse puassent puces puissante pulveriseur pumes punirions puree purent pures purete purgea purgee
purges purgeur purulence pusse pussent quarto quartz quater quetions queutions quiete quine quinte quotidiennes
quotidiennete racontar raconteur ragee rager rages ragez ragions raides raidirai raidirez raies raiponce rairons
raisin raites ralais ramasseur rances rancune rangea rangeais rangerent ranides ranimation rappellerai rappellerez
rappelles rapporteur rassembleur rassir rassoir rassoirai rassoirez ravoir reacteur reactionnel reactivons reaient
reais reait reales realisme realistes realite reassorts reates rebats rebond rebours rebout rebus recence recenseur
receprions receptionnaire reces recette recevais receviez recevrais recevrons rechange recherchees reches recifs
recits reclus recoin recois recoive recoliez reconnaissais reconnaisses recors recoudre recouds recoupiez recoure
recourt recourue recourus recouse recrirai recrire recrirez recris recrit recrivent recrivons recroit recrues recrumes
recrus rection rectite recueillais recueilles recuire recuis recuit reculs recumes recusse recutes redactionnelles
redente redevez redevoir redevons redevra redevrez redie redigea redigeais redigee rediges redirez redis redisent
redisions redite redits redoit redoivent reducteur reductionnel redue reduis reduites redumes redus redut reecrirons
reecrite reecrive reelirai reelire reelirez reelisais reelisant reelise reelisent reelisez reelit reelue reerait
reerent reerez refaction refais refaite referentielles referont refimes refirent refit refond refondent refondez
refondra refondre reforger refrenez refuge refuyez regalement regations regirez regirons reglet regleur reglure
regularite reine reions reiteres reitre rejets rejoignant rejoins relaie relaps relaxions releveur relief relieur
relirez relis relisais relisant relisions reliure relues reluire reluis reluisent reluisez reluit relumes relutes
rembourserent remedes remere remettais remette remettrez remige remimes remisse remites remiz remois remoudre rempart
remplage remplissais remploie renais renait renard rendais rendes rendit rendors rendrez rendrons rendue renduire
renduit renes renettez renfermer rennes renouvellerai renouvellerez rentier rentraie rentrairai rentraire rentrairez
rentraite rentraits renvoies reouvrir repaie repaierai repaierez repais repait repand repandent repandez repandra
repandre repars reparte repartent repartez repartiez repartions repartirions reparu reparut repend rependent rependez
rependra rependre repente repentez reperable reperd reperdez reperdre repits replacement replete replis repondais
repondant reponde repondeuse repondrez repondue repons reporteur repousseur reprenais reprenne reprisse reprites
reprouver repues repumes repusse requimes requisse requit resais resait residence residuel resinent respectueuse
ressent ressentais ressentez ressers ressert resservais resserve resservez ressors ressorte ressorts restau restreins
resucee resutes retations reteint retenais retend retendez retendre retendu retentir retenues reticent retienne
retiennent retiens retine retins retint retive retond retondent retondez retondra retondre retord retors retraie
retraire retrais retreint reunionnais reunirons reussite revalez revecu revend revendre revendu revenez revente
revenue revenus reverence revernir revete revetez revets reveuse revienne reviens revients revimes revins revint
reviseur revit revive revivent revivions revoie revoient revois revoyais revoyiez revues riens rinceur rincure riperez
rivoir rogue rompe rompues rondes rongee rongement ronger ronges rongeur rongez roseau rotirez rouage rouet rougeoies
rouget rouleur roulier roulure routeur ruelle rugimes rutine sabine sabrons sachee sachem saches sachet sacret sagine
saigneur sainement saines sainte saints saisine saisissais sake salaire salete saleuse saline saloir salse salve sanie
sanves sapine sapons sarment satisfais satisferai satisferez satisfites saulee saules saumons sauris sauront
sauvegardee savais savane saviez savions saxons scalaire scares scene schorre sciene scient scille scythe seante
sebile secateur secheur secoueur secoure secouriste secourt secourue secourus secousse secretoire sectes sedition
segment seiche seigles seille seillon seine sejours sellers semple sene senestre senile sentais sente senteur sentez
sentions sepale sequelles serai serail serbes sereux serez sergent serges seriel serieuse serins serons serpent serpes
servait servant serves serveuse servez servile seulet sevices seyait shake sherries sierait sieurs sifflerent
signaleur signet simile simplet simplexe singe singer singez sirvente sites sixtes skient slavon smocks sociable sodee
soeurs soffite soigneur soirees solaire soles solitaire solive solliciteur sommet somnolente songee songes sorbes
sornette sortais sortes sotie sottes sottie soucis soudage soudan soufflet souffrante souffres souffrez soufis
soulagea soulagees soulagerent soulages soumettais soumette soumettez soumis soumit soupente sourdre sourds sourie
sourimes sourire sourisse sourites soutes soutienne soutient soutier soutins souvenir souvenu souviens souvient
souvint specialites speculames spiree spondee sprats squille stages stalle stance stature sterait steride sterilet
steriliste sterilite sticks stimulation stoker stores structurel strume suates subissais subite subits subvenu
sucement suceur sudation suerait suffete suffie suffimes suffire suffirent suffis suffisance suffisante suffissent
suides suies suiez suitee suivais suivantes suive suivies suivimes suivites suivrez sujette supere superviseur
supporteur suppot surcout sures surete surfit surjet surplis surprendre surprenne surpression surprime surprisse
surprites sursement sursites surtonte survecu survente surviens survies survins survis survive susdite suspende
suspendue suspens suspente sutes tabes tabler tacles tairai taire tairez taise tanche tancions tapais tapins tapirs
tarage tardives tardivete tarente tariere tarif tasseur tateur taules taulier technicienne teins teint tele telle
tempe temple tempos tenant tendance tenders tendre tendue tendus teneuse tenias tenions tenors tenson tenture tenure
terbine termes termite ternes ternir terpine terrine tertre tetues theiere theiste thermes theses thrace tiares tienne
tiento tilleurs tirade tirets tireur tireuse tisser tissure titrage tombeur tonale tonals tondant tondue tondus
tonique tontes topique topologie torchere torique tortes tosser touchette toucheur touque tourie tourier tourneur
tournure tourte trabee traceret traceuse trachee tracteur tracts traduis traduite traie traient traille trainement
trains traire trais traiteur traitre tramail trameur tranchet trancheur transis transissions transmettais transmette
transmettrez transmimes transmisse transmit transparente transporteur travailleuse travee trayait trayeur tremblerent
tremiere triage triaire triedre triere trieur trimere trimetre trios tripes trombe trompeur tronche trope troupe
trouvere trouveur truble truite tuable tuames tueur tuilette tumeur turne tusse tutes tutoierai tutoierez tutoyeur
typtologie uniate unies unimes urgeant urgeat urgentes urineuse urique urnes usagee usagere usames usates usines
usitee usites vacance vacantes vaille vaine vaire valant valideurs valine vallee valseur valumes vapeur variete
vasiere veces vecues vecumes vecutes vehement veilleur veineuses velaire velement velite velues vendes vendre vendue
vengee venges venins vents vepres verbes vergee verger verges verifieur verine verins veriste vermee vermis vernale
verrage verrat verres verrions verrue verset verseur versification verste verte vertement vertigo verves vestige
veuille vexille vice vidage videuse vieille vieillot vienne viens vigilante vile villes vinage vinette vineuse vineux
vintes violacions violats violets violette virage virale vireuse virolent virose virure visiere visiteuse visnage
vissage visuelles vivait vivat vivent vobulons voient voilure voire voise volable volet voleur volley volute volves
voulumes voulutes voutons voyance voyers voyous
"""
)

VERBS_IN_ER = listed(
    """
abandonn abced abim abond about absent absorb acced acceler accessoiris accompagn accor accord accoud accul accus acer
achal achet achev act actionn activ actualis adher administr admir adopt adress adul adulter aer affich affrich agenc
agend aggrav agiot agress ahan aich aid aiguillet aim aimant air ajour ajout ajust alert aliment alit all allegu allum
alter altern ambr amelior amend amur anim anis annel annex annul antidat aout appareill appari appel appliqu appont
apport approuv appuy apur arbitr arbor archiv argent argu armori arpent arrent arret arrim arris arriv articul aspir
assen assimil assist associ assum assur attach attent attenu attest attif attribu attriqu autoris avanc aver azur bacl
bad bafr bais baiss balad balay ball ballonn banalis banch band bann barb bard bas bast bat bav bay benefici besogn
biberonn bigarr bil biloqu bis biseaut biss bit blagu blas bles bless bluff bois boit bond born boss bott bouch
bouchonn bouchoy boucl boud bouel boul boum bout brais branch bras brass bray brel brod bronch brouillonn broy bruin
brum brunch buch but butt cabal cabl cabr cacard cach cachet cafard caft cagnard cal calcul calfeutr calm calt cam
cambr camp can capt captur caqu caquet card caress cargu cari carm carr cart cartonn cas cass catch categoris caus
caval cel cendr centr certifi cess chabl chain chant charm chass chatr chaul chaum chauss chemis cher cherch chi
chienn chin chiqu chlor chom chop choqu chour choy chut cicl cill cintr cir circonstanci circul cit clam clamp clams
claps claqu claquet class clich cliqu cliquet cliss cloch clon cloqu clotur clou clout coach coalis coass coch cod
coger cogit cogn coit coll collect collet color colport combin command commenc comment commer commerc commissionn
commu communiqu commut compact compar complet complex compliment complot compost compot compt comptabilis comput
concert concord conditionn confer confi confin confirm conform confort congre conseill conserv constat consult cont
content contest contingent continu contourn contr contract contrari contrast conventionn convi convoqu convulsionn
cooper coopt coordonn copin copul coqu cord cordonn cors cosign coss cot cotis cotonn cotoy couch coud coul coup coupl
courb cours cout coutur couv crach cram cramp cran crant craqu crass cre crem cren crep creus crev cri cribl crisp
criss croch crois cross croul crout cul cur dam dat deband debat debauch debect debin debit deboit debott deboucl
deboud deboul debouqu debout debranch debroch debuch debut decant deced decel decess decharn dechir decid decim declam
declar declench decoch decod decouch decoul decoupl decret decri defi defruit degain degant degaz degit degivr deglac
degot degout degraf degrev deguis dejant delac delain delait delass delav delay delect delegu deli delir delit delut
demaill demanch demand demarqu demarr demembr demen demin demont deni denonc denot depaill depann depar depari deparl
depays depens depist depit deplac deport depos depot depreci depris deput derad deraill derid deroch derout desadapt
desarm desembray design desinfect desserr dessin dessoud dessoul destin destructur detach detaill detal detall detartr
detect detel detest detourn detranch devanc devas devast developp devent devi devid devin devir devis deviss devoil
devor dies differenci diffus diminu din disciplin discut dispos disput distanci distribu document domicili domin donn
dop dor dos dot dou dout dragu dress dross dup dur ebauch ebout ecaill ecal ecangu echantillonn echaul eclabouss
eclair economis ecop ecor ecoul ecourt ecout ecras ecrem ecret ecri ecrout ecul edit editionn effac effan effar
effectu elev elimin eloign elud emball emboit embou embouch emech emeris emmen emperch empir employ empoch emport
empot encart encir encod encord encorn encr endev enfait enfil enfl engam engendr engonc enjonc enlev ennuy enonc
enquet enregistr ent enterr entour entr entraid entrain entrelac entrepos envi environn envoil envol envoy epal epanch
epeul eploy espac esper essaim essay essuy estiv etal etalonn etam etamp etay etet etiquet etoff etriqu etudi etuv
evacu evalu evid evit evolu exager exalt excis execr exempt exerc exil exist expi expliqu explos export expos exprim
fabriqu fach faconn faill fart faut fax fecul fenestr ferl ferr fet feuillet fianc figur finalis fix flair flamb flut
foir fonc fonctionn for forc form formul fouill fractur fragilis francis fray frein frequent frictionn fris fritt
frond frott fum fusionn gach gagn gain gans gant gar gard gargot garrott gaspill gav gemm gen gener generalis ger gerb
gerc gland gliss gout gouvern graill granit grav gre grel gren grev grimp grond gue guid guillemet guind guip habill
habitu hant hat hesit heurt histori hongr honor hott hum hurl identifi immobilis implos import impos impressionn
imprim incit indic indiqu infect infirm informatis initi inject insist insol install instill integr interpret intimid
invent inveter invit isol jet jeun jou jout jouxt justifi jut lac lacer lain laiss laiuss lam lamin lanc languet
languey lap lapid largu lass lav les lesin lest leurr lev liaisonn liber licit lift lign ligu lim limit liser liss
list lit livr lys macer mach macqu maill maitris malax mand mani manipul manoqu manqu maqu march margin mari marin
marqu marquet martel masqu mass mat match matelass maternis matin maugre medit mel men menac mensur mentionn mesur
mesus metr min mis mobilis model moder modifi modul mois moit momifi mond mont montr moqu morcel morfl mott mouchet
mouill mouv moyenn much multiplex musqu muss mutin nationalis natt nettoy nitr nomm nop not notifi nou nov noy numerot
object objectiv occasionn occup oeuvr offici oppos organis outill outr ouvr pagay paill palm palot pam pan pans paquet
par parasit parement paress pari parl parqu particip pass passement pastell pat patent patient patt paum paus pav pay
peauss pech pedal pein pel pellet pelot pens perc perch perdur perfor perfus perl permanent permut peror pes pest pet
photographi phras piaul picot piet pil pill pilot pinc pint pioch pionc piqu piquet pirat piss pist pivot plac plafonn
plagi plaid plain plan planifi plaqu pleur pli pliss plum poch point poiss pomm pommel pomp ponc ponctionn ponctu pont
poqu port pos positionn post postul poudr pourpr pouss pouts pratiqu precautionn preced prech precis prefer prelev
prenomm prepar prepay prepos present preserv press pressur pret pri prim prioris pris proced procre profer profess
progress projet promen pron propos prouv psychiatris publi puis puls pulveris quarr quart questionn quill quitt quott
raccroch racont rad radi raill rain raisonn ram ramass ramend ramon ranconn rap rapin rappel rapport raqu ras rassembl
rassur rattach rattrap ravis reales realis reassur rebell rebout recard recas recaus reced recel recens recentr recep
receptionn recit recolt recommand reconstitu recopi recourb recre recri recrut recul recuper recur recus redemand
redim redond redonn redor reedit refer referenci referm reflet reflu reform reformul refus refut regal regard regel
regent regimb regl reglement regn regratt regre regress regrett regroup regul rejet relaiss relanc relat relav relay
relev reli relou remarch rembarqu remedi remerci remis remorqu rempar rempil remplac rempli remport remu renard
rencontr rendoss renfait renfonc renforc reni renomm renou renouvel renseign rent rentr rentray renvi renvoy reoper
repair repar reparl repass repav repay repens reper reperc repertori repet replac repli repliss report repos repouss
represent reprim reput resequ reserv resid resign resonn respect respir responsabilis ressembl rest restaur result
resum retard retent retir retoup retourn retract retremp retrouv reutilis rev reveill revel rever revir revis reviss
revol revolt revot revuls rid rinc roch rocqu roqu rot rou rougeoy roul rout sabl sacqu sacr saign saill sal salu
sanctionn saqu sarment satin satur sauc saun saut sauv savonn savour scell sech second secou secret sectionn securis
segment sejourn selectionn sell sem sembl sensibilis separ seranc seri serin serpent serr sevr sign signal simul situ
soign sold sollicit solutionn somm sommeill sond sonn soud souffl soufflet soufr souhait soul soup soupconn soutir
specialis stationn statu stimul stipul stock stri stupefi styl suc succed sucr suffix suggestionn suicid suif suint
sulfit supervis supplant supple supplement suppli support suppos supprim surf surjet surli surveill survir tabass
tabul tachet tal tall tamis tanis tapin tapiss tapot taqu tar tard tarif tass teill teint telephon temoign temper
tempet tend tenonn tent terc termin terr ters test tet tierc tigr till tint tir tis titr tois toler tom tomb torch
tore tou touch tourb tourn touss trac tract train trait tram tranch transfer transform transmut transport transvas
traumatis travaill tremp tri trill trim tromp trompet trou trouss trouv tub tuberculis tutoy tuyaut typis urin utilis
vach valid valis vaqu vari vas vautr veill vel ven vener vent verifi verniss verot verrouill vers versifi vess vetill
vid videl viell vignet vin viol violent violet vir vis visit viss vitr vitul voil voisin vol volet volley volt vot vou
voy vrill zon
"""
)

VERBS_IN_IR = listed(
    """
accueill alleg approfond arrond avert bat bru brun cat chois con cot couvr defin douc empl enfu etabl faibl faill fin
fourn fraich franch garant grav gross guer mat mois moit mur ouvr pal part pat per petr pol pun raccourc raid reag
recueill reflech refu reg rempl repart ressais retabl reun reuss revet rou rouss rouvr sais sal sert serv sev sort
souffr sub sur surg tap tar trah verd vern vert vet vieill vom
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
