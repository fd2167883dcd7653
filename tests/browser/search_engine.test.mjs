// The search without a page: asked by tests/unit/test_search_engine.py, which makes the indexes in CLASSEUR_INDEXES.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '..', '..', 'site_templates', 'assets');
const SCRIPTS = ['analysis', 'data', 'dictionary', 'engine', 'everyday', 'marks', 'plan', 'spelling'].map((name) => `search-${name}.js`); // a page's order
for (const name of SCRIPTS) {
  runInThisContext(readFileSync(join(assets, name), 'utf8'), { filename: name });
}
const analysis = globalThis.classeurSearchAnalysis;
const cases = JSON.parse(readFileSync(join(here, '..', 'unit', 'search_cases.json'), 'utf8'));

function dataOf(folder) {
  let data = null;
  const script = readFileSync(join(process.env.CLASSEUR_INDEXES, folder, 'search', 'index.js'), 'utf8');
  globalThis.window = { classeurSearchIndex: (text) => { data = JSON.parse(text); } };
  runInThisContext(script);
  delete globalThis.window;
  return data;
}

const data = dataOf('house');
const house = globalThis.classeurSearchEngine.create(data);
const found = (query, engine = house) => engine.search(query, 10).hits.map((hit) => engine.pages.title[hit.page]);
const references = (query) => house.search(query, 10).hits.map((hit) => house.pages.reference[hit.page]);
const forms = globalThis.classeurSearchEngine.create(dataOf('forms'));
const HOSTILE = /<\/script><b>/;

test('the analysis is that of Python', () => {
  const stop = new Set(data.stop.split(' '));
  const same = (list, method) => list.forEach(([given, expected]) => assert.deepEqual(method(given), expected, given));
  same(cases.words, analysis.words);
  same(cases.content, (text) => analysis.contentWords(text, stop));
  same(cases.stem, analysis.stem);
  same(cases.root, analysis.root);
  same(cases.canonical, analysis.canonicalReference);
  cases.phonetic.forEach(([one, other]) => assert.equal(analysis.phoneticKey(one), analysis.phoneticKey(other), other));
});

test('medicament without its accent finds médicament', () => {
  assert.equal(found('medicament')[0], 'Préparer les médicaments');
});

test('a word in the title comes before the same word in a text', () => {
  assert.deepEqual(found('médicament'), ['Préparer les médicaments', 'Évaluer et soulager la douleur']);
});

test('a reference is found however it is typed', () => {
  for (const typed of ['PR-R2-012', 'pr r2 12', 'PRR2012', 'prr212', 'pr_r2_012', 'voir la PR-R2-012', 'R2-012']) {
    assert.equal(references(typed)[0], 'PR-R2-012', typed);
  }
});

test('a reference that begins like a small word is found, a duration is none', () => {
  assert.equal(references('de 024')[0], 'DE-024');
  assert.equal(references('voir DE-24')[0], 'DE-024');
  assert.ok(!references('plus de 24 heures').includes('DE-024'));
});

test('the beginning of a reference finds all that it begins', () => {
  assert.deepEqual(references('PR-R2').slice(0, 2).sort(), ['PR-R2-001', 'PR-R2-012']);
});

test('a spelling mistake finds the word and says so', () => {
  const answer = house.search('hipotermie', 5);
  assert.equal(house.pages.title[answer.hits[0].page], "Conduite en cas d'hypothermie");
  assert.deepEqual(answer.corrections, [['hipotermie', ['hypothermie']]]);
});

test('a correct word is never corrected', () => {
  assert.deepEqual(house.search('douleur', 5).corrections, []);
});

test('the beginning of the last word is enough', () => {
  assert.equal(found('fiche bran')[0], 'Fiche réflexe de brancardage');
});

test('a finished word is not taken for a beginning', () => {
  assert.deepEqual(found('bran '), []);
});

test('an elision is no part of the word, with any apostrophe or none', () => {
  for (const typed of ["l'hypothermie", 'l’hypothermie', 'lhypothermie']) {
    assert.equal(found(typed)[0], "Conduite en cas d'hypothermie", typed);
  }
});

test('a related word is found after the word itself', () => {
  assert.equal(found('lavage des mains')[0], 'Laver les mains');
});

test('one word or two makes no difference', () => {
  assert.equal(found('télé expertise')[0], 'Téléexpertise');
  assert.equal(found('hydro-alcoolique')[0], 'Laver les mains');
});

test('the glossary works both ways', () => {
  assert.equal(found('FEI')[0], 'Registre des événements indésirables');
  assert.equal(found('EVA')[0], 'Évaluer et soulager la douleur');
  assert.equal(found('règle de la douleur')[0], 'Évaluer et soulager la douleur');
});

test('what the glossary says of a word is told', () => {
  assert.deepEqual(house.search('remplir une FEI', 5).explained, [['FEI', 'événement indésirable']]);
  assert.deepEqual(house.search('douleur', 5).explained, []);
});

test('an everyday word finds the word of the texts', () => {
  assert.ok(found('feu').includes("Prévenir l'incendie"));
  assert.equal(found('il a mal, il souffre')[0], 'Évaluer et soulager la douleur');
});

test('a slip that only the ear forgives finds the word', () => {
  assert.equal(found('asme')[0], 'Asthme');
});

test('a filter keeps the pages of one kind or process', () => {
  const only = (chosen) => house.search('incendie', 10, chosen).hits.map((hit) => house.pages.title[hit.page]);
  assert.deepEqual(only({ kind: 'Fiche réflexe' }), ["Prévenir l'incendie"]);
  assert.deepEqual(only({ process: 'S1' }), ["Vérifier les détecteurs d'incendie"]);
});

test('a unit is also shown what is for everyone', () => {
  const titles = house.search('incendie', 10, { unit: 'soins' }).hits.map((hit) => house.pages.title[hit.page]);
  assert.deepEqual(titles.sort(), ["Prévenir l'incendie", "Sensibiliser à l'incendie"]);
});

test('the filters say how many pages each would keep, whatever is chosen', () => {
  const { facets } = house.search('incendie', 10, { process: 'S1' });
  assert.deepEqual(facets.process, [['S1', 1], ['S2', 1]]);
  assert.deepEqual(facets.kind, [['Procédure', 2], ['Fiche réflexe', 1]]);
});

test('an acronym that a text explains finds the long form elsewhere', () => {
  assert.ok(found('DAE').includes('Défibrillateur automatisé externe'));
});

test('an acronym that looks like a small word is found', () => {
  assert.equal(found("rôle de l'AS")[0], "Rôle de l'AS auprès du résident");
});

test('the initials of a title find it', () => {
  assert.equal(found('cvs')[0], 'Conseil de la vie sociale');
});

test('another name of a document finds it', () => {
  assert.equal(found('que faire en cas de fausse route ?')[0], 'Obstruction des voies aériennes');
});

test('of two equal pages the reflex card comes first', () => {
  assert.deepEqual(references("chute d'une personne").slice(0, 2), ['FR-R1-005', 'PR-R1-004']);
});

test('the passage that answers is named', () => {
  const [hit] = house.search('frictionner', 1).hits;
  assert.equal(hit.passage, 1);
});

test('links to other documents are a passage only when nothing else holds the words', () => {
  const passageOf = (query) => house.search(query, 1).hits[0].passage;
  assert.equal(passageOf('pilulier sauterelle'), 1);
  assert.equal(passageOf('sauterelle'), 2);
});

test('a word of another form is found: feminine, irregular plural, verb for its noun', () => {
  assert.equal(found('préparation du médicament')[0], 'Préparer les médicaments');
  assert.equal(found('sensibilisation')[0], "Sensibiliser à l'incendie");
  assert.equal(found('vérification des détecteurs')[0], "Vérifier les détecteurs d'incendie");
});

test('a verb counts for the noun of its action, more than for an adjective of the same root', () => {
  assert.deepEqual(found('vacciner', forms).slice(0, 2), ['Vaccination des adultes', 'Carnet vaccinal']);
});

test('words typed side by side are sought side by side in the titles', () => {
  assert.equal(found('infection urinaire de la femme', forms)[0], 'Infection urinaire communautaire simple et compliquée');
});

test('a word that is typed is not counted again as what everyday words stand for', () => {
  assert.equal(found("intégration d'un nouvel arrivant", forms)[0], 'Embarquer un nouveau membre');
});

test('everyday words are known with the words of the question that they hold', () => {
  assert.equal(found("comment aider quelqu'un qui veut mourir", forms)[0], 'Crise suicidaire');
});

test('words that several everyday phrases share lead together to what they mean', () => {
  assert.equal(found('une omoplate de travers')[0], 'Scoliose');
  const { Everyday } = globalThis.classeurSearchEveryday;
  const list = new Everyday(['mal bras,bras lourd>1', 'mal tete>2']);
  const near = (words, isTyped = () => false) => list.nearest(words, isTyped).map(({ to: [[phrase]] }) => phrase);
  assert.deepEqual(near(['mal', 'lourd']), ['1']);
  assert.deepEqual(near(['lourd']), []);
  assert.deepEqual(near(['lourd', 'inconnu']), []);
  assert.deepEqual(near(['mal', 'lourd'], (phrase) => phrase === '1'), []);
});

test('each part of the texts says which passage it begins with', () => {
  const { unpackParts } = globalThis.classeurSearchData;
  assert.deepEqual(unpackParts(dataOf('long').parts), [[0, 0], [1, 0], [1, 2], [1, 4]]);
});

test('the words to mark are those that were found', () => {
  const { hits: [{ marked }] } = house.search('laver', 5);
  assert.ok(house.marks.isMarked('laver', marked) && !house.marks.isMarked('mains', marked));
});

test('a meaning in several words is marked where it stands whole', () => {
  const { hits: [{ marked }] } = house.search('EVA', 1);
  const marksOf = (text) => house.marks.among(text.split(' '), marked);
  assert.deepEqual(marksOf('une échelle visuelle et analogique'), [false, true, true, false, true]);
  assert.deepEqual(marksOf('un repère visuel sur une échelle de bois'), Array(8).fill(false));
  assert.deepEqual(marksOf('une échelle visuelle'), [false, false, false]);
});

test('a hostile title comes back whole', () => {
  const [title] = found('titre hostile');
  assert.match(title, HOSTILE);
  assert.ok(title.includes('\u2028') && title.includes('😀'));
});

test('nothing found gives likely words, with their accents', () => {
  assert.equal(house.search('xqzwk').total, 0);
  assert.ok(house.suggestions('medikcammants ').includes('médicaments'));
});

test('any query is answered', () => {
  for (const typed of ['', ' ', '?', 'de la', '😀', '((((', '\\', '0', '__proto__', 'constructor', 'x'.repeat(5000)]) {
    assert.ok(Array.isArray(house.search(typed, 10).hits), typed);
  }
});

test('an empty index answers with nothing', () => {
  const empty = globalThis.classeurSearchEngine.create(dataOf('empty'));
  assert.deepEqual(empty.search('médicament', 10).hits, []);
  assert.deepEqual(empty.suggestions('médicament'), []);
});

test('a vocabulary of fifty thousand words still answers while one types', () => {
  const large = globalThis.classeurSearchEngine.create(dataOf('large'));
  assert.ok(large.dictionary.size > 50000);
  const start = performance.now();
  for (const typed of ['me', 'medicam', 'medicamment ecrasable', 'medicaments ecrasables']) large.search(typed, 10);
  assert.ok(performance.now() - start < 2000);
  assert.equal(found('medicamment ecrasable', large)[0], 'Médicaments écrasables');
});
