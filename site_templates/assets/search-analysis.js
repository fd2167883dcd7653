/* French text as search terms, and references. The analysis is that of classeur/writers/search/analysis.py;
   tests/unit/search_cases.json holds both to it. */
(function (scope) {
  'use strict';

  const LETTERS = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' };
  const LONGEST_WORD = 32;
  // The stems of words whose forms differ more than by an ending, or that an ending would confuse with another word.
  const IRREGULAR = new Map(Object.entries({
    beau: 'bel belle belles', bail: 'baux', blanc: 'blanche blanches', donnee: 'donnee donnees', dose: 'dose doses',
    dou: 'douce douces', fau: 'fausse fausses', frai: 'fraiche fraiches', jaunisse: 'jaunisse jaunisses',
    long: 'longue longues', mal: 'maux', male: 'male males',
    nouveau: 'nouvel nouvelle nouvelles', oeil: 'yeux', pris: 'pris', public: 'publique publiques',
    travail: 'travaux', vieu: 'vieil vieille vieilles'
  }).flatMap(([stemmed, forms]) => forms.split(' ').map((form) => [form, stemmed])));
  // How a verb or an adjective changes before an ending.
  const TURNS = [
    ['^gestion$', 'ger'], ['^hopital$', 'hospital'], ['^mord[ru]$', 'mors'], ['^pharmaceut$', 'pharmac'],
    ['^redig$', 'redact'], ['^soign$', 'soin'], ['therapeut$', 'therap'], ['(?<=cul)air$', ''],
    ['scri[rtv]$', 'script'], ['(?<=d)ui[rt]$|(?<=tr)ui[rt]$', 'uct'], ['(?<=..)mettr$', 'mis'],
    ['(?<=..[vt])eni$', 'ent'], ['cevoi$', 'cept'], ['ouvri$', 'ouvert'], ['(?<=..)endr$', 'ens'], ['teg$', 'tect'],
    ['thora$', 'thorac'], ['(?<=ar)yn$', 'yng'],
    ['(?<=..)rig$', 'rect'], ['(?<=^...)enc$', 'ent'], ['if$', 'iv'], ['y$', 'i'], ['(?<=..[aeiou])s$', '']
  ].map((pair) => [new RegExp(pair[0]), pair[1]]);
  const TURNING = new RegExp(TURNS.map(([pattern]) => pattern.source).join('|'));
  const ENDINGS = ('ication icateu abilit ibilit issement isation issant isateu ateu ation ativit ativ atoir iteu ition ' +
    'itiv iement ement ivit ivement ment ance anc enc ant abl ibl ical icien eu esse aison ison ion iv ' +
    'iag ag etur itur ur iqu ic ism ist it at ien el al is i u').split(' '); // what derives one word from another, in the order in which it is tried
  // The endings that make a noun of what a verb does.
  const ACTION = /(?:ication|isation|issement|ation|ition|ement|ment|ion|iag|ag|ant)$/;
  const AGENT = /^(.{3,})eu(?:re|se|r)$/;
  const SOUNDS = [
    ['eau|au', 'o'], ['ph', 'f'], ['sth(?=m)', 's'], ['sch|sh|ch', '1'], ['h', ''], ['y', 'i'], ['(?:t|ss|s)ion', '4'],
    ['qu|q|ck|c(?![ei])', 'k'], ['c', 's'], ['gu(?=[ei])', 'g'], ['ge(?=[ao])|g(?=[ei])', 'j'], ['z', 's'],
    ['(?:ai|ei|i|u)[mn](?=[^aeioumn]|$)', '3'], ['[ae][mn](?=[^aeioumn]|$)', '2'], ['ai|ei', 'e']
  ].map((pair) => [new RegExp(pair[0], 'g'), pair[1]]);

  function fold(text) {
    return text.replace(/[œŒæÆßøØłŁđĐ]/g, (letter) => LETTERS[letter]).replace(/[’‘ʼ`´′＇]/g, "'")
      .normalize('NFKD').replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  }

  function tokens(text) {
    const joined = fold(text).replace(/(^|[^A-Za-z0-9])((?:[A-Za-z]\.){2,}[A-Za-z]?)(?![A-Za-z0-9])/g,
      (whole, before, dotted) => before + dotted.replace(/\./g, ''));
    const bare = joined.replace(
      /(^|[^A-Za-z0-9])(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|qu|[ldjmtsnc])'(?=[A-Za-z0-9])/gi, '$1 ');
    return (bare.match(/[A-Za-z0-9]+/g) || []).filter((word) => word.length <= LONGEST_WORD);
  }

  const words = (text) => tokens(text).map((word) => word.toLowerCase());

  // AS, SI or CA in capitals are acronyms, not the small words they look like.
  function contentWords(text, stop) {
    const all = tokens(text);
    const spoken = text !== text.toUpperCase();
    return all.filter((word) => !stop.has(word.toLowerCase()) || all.length === 1 ||
      (spoken && word.length > 1 && word === word.toUpperCase())).map((word) => word.toLowerCase());
  }

  const single = (word) => (word.length > 3 && /([^aeiou])\1$/.test(word) ? word.slice(0, -1) : word);

  function stem(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (IRREGULAR.has(word)) return IRREGULAR.get(word);
    if (word.endsWith('eaux')) return word.slice(0, -1);
    if (word.endsWith('aux') && word.length > 5) return word.slice(0, -3) + 'al';
    if (/[sx]$/.test(word)) word = word.slice(0, -1);
    if (word.endsWith('trice') && word.length > 6) return word.slice(0, -4) + 'eu';
    if (AGENT.test(word)) return word.replace(AGENT, '$1eu');
    if (word.endsWith('ive') && word.length > 5) return word.slice(0, -2) + 'f';
    if (word.endsWith('iere') && word.length > 6) word = word.slice(0, -1);
    if (/(?:er|ez|ee|ir)$/.test(word) && word.length > 4) word = word.slice(0, word.endsWith('ir') ? -1 : -2);
    else if (word.endsWith('e') && word.length > 3) word = word.slice(0, -1);
    return single(word).replace(/([a-z]{3}[aeiouy])s$/, '$1');
  }

  function withoutEnding(stemmed) {
    if (stemmed.length < 5 || !/^[a-z]+$/.test(stemmed)) return stemmed;
    if (TURNING.test(stemmed)) for (const [pattern, turned] of TURNS) stemmed = stemmed.replace(pattern, turned);
    for (const ending of ENDINGS) {
      const shortest = ending === 'ag' || ending === 'ement' || ending === 'ation' ? 3 : 4;
      if (!stemmed.endsWith(ending) || stemmed.length - ending.length < shortest) continue;
      return single(stemmed.slice(0, -ending.length));
    }
    return stemmed;
  }

  // What a verb shares with the noun of its action: vacciner and vaccination, but not vaccinal.
  function actionOf(stemmed) {
    if (TURNING.test(stemmed)) for (const [pattern, turned] of TURNS) stemmed = stemmed.replace(pattern, turned);
    const short = stemmed.replace(ACTION, '');
    return short.length >= 4 ? single(short) : stemmed;
  }

  function rootOf(stemmed) {
    for (let shorter = withoutEnding(stemmed); shorter !== stemmed; shorter = withoutEnding(shorter)) stemmed = shorter;
    return stemmed;
  }

  // The root, where it is long enough to mean one thing: « viol » is no root of violence.
  function broadStem(stemmed) {
    const short = rootOf(stemmed);
    return short.length >= 5 ? short : stemmed;
  }

  function phoneticKey(word) {
    for (const [pattern, sound] of SOUNDS) word = word.replace(pattern, sound);
    const key = word.replace(/(.)\1+/g, '$1');
    return key.replace(/(?:ent|[estdxp])+$/, '') || key;
  }

  const groups = (text) => (fold(text).toLowerCase().match(/[a-z]+|[0-9]+/g) || [])
    .map((group) => (/^[0-9]/.test(group) ? group.replace(/^0+(?=[0-9])/, '') : group));
  const joinGroups = (list) => list.reduce(
    (done, group) => done + (/[0-9]$/.test(done) && /^[0-9]/.test(group) ? '.' : '') + group, '');
  const canonicalReference = (text) => joinGroups(groups(text));

  // ---- References: every way to type one leads to its page ------------------------------------------------------
  const plain = (text) => fold(text).toLowerCase().replace(/[^a-z0-9]/g, '');
  const EXACT = 1000, LITERAL_BEGINNING = 1100, BEGINNING = 900, ENDING = 500;

  function add(table, key, page) {
    if (!table.has(key)) table.set(key, new Set());
    table.get(key).add(page);
  }

  // list: the reference of each page, or null. Gives a function: query -> Map of page to score.
  function referenceTable(list, stop) {
    const whole = new Map(), ends = new Map(), flat = [];
    list.forEach((reference, page) => {
      if (!reference) return;
      const parts = groups(reference);
      [joinGroups(parts), parts.join(''), plain(reference)].forEach((key) => add(whole, key, page));
      for (let from = 1; from < parts.length; from += 1) add(ends, joinGroups(parts.slice(from)), page);
      flat.push([plain(reference), page]);
    });
    return (query) => {
      const scores = new Map();
      const keep = (page, score) => scores.set(page, Math.max(score, scores.get(page) || 0));
      findWhole(query, { whole, ends, stop }, keep);
      findBeginnings(query, flat, keep);
      return scores;
    };
  }

  // The longest run of typed groups that is a reference, from each place on; or the end of one, as in "R2-012".
  function findWhole(query, { whole, ends, stop }, keep) {
    const bare = fold(query).toLowerCase(), typed = bare.match(/[a-z]+|[0-9]+/g) || [];
    // In "plus de 24 heures", "de 24" is no reference; in "voir DE-24" it is.
    const spoken = (run) => stop.has(run[0]) && !bare.includes(`${run[0]}-`) && !bare.includes(run[0] + run[1]);
    for (let from = 0; from < typed.length; from += 1) {
      for (let to = Math.min(typed.length, from + 8); to > from; to -= 1) {
        const run = typed.slice(from, to), text = run.join(''), all = run.length === typed.length;
        if (!/[0-9]/.test(text) || (!all && (!/[a-z]/.test(text) || spoken(run)))) continue;
        const key = canonicalReference(run.join(' '));
        const hit = whole.get(key) || whole.get(text);
        if (hit) hit.forEach((page) => keep(page, EXACT + 10 * run.length));
        if (!hit && all && ends.has(key)) ends.get(key).forEach((page) => keep(page, ENDING));
        if (hit) break;
      }
    }
  }

  // "PR-01" is also the beginning of PR-010 to PR-019: before PR-001 if the zero was typed and no PR-01 exists.
  function findBeginnings(query, flat, keep) {
    const typed = plain(query);
    if (!/^[a-z]{1,6}[0-9]/.test(typed) || typed.length > 20) return;
    const literal = /[a-z]0[0-9]*$/.test(typed) && !flat.some((one) => one[0] === typed);
    for (const [reference, page] of flat) {
      if (reference.startsWith(typed)) keep(page, literal ? LITERAL_BEGINNING : BEGINNING);
    }
  }

  scope.classeurSearchAnalysis = {
    fold, words, contentWords, stem, root: rootOf, actionOf, broadStem, phoneticKey, canonicalReference, referenceTable
  };
}(typeof window === 'undefined' ? globalThis : window));

