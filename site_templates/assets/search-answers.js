/* The answers of the search, on every page: classeurSearch(query, limit). Reads search/index.js when first asked, then
   the texts (search/p0.js…) of the pages that answer. Works from file://: scripts only, no fetch, worker or eval. */
(function () {
  'use strict';

  const { words } = window.classeurSearchAnalysis;
  const SHOWN = 10, SNIPPET = 220;

  // ---- Loading ---------------------------------------------------------------------------------------------------
  const meta = document.querySelector('meta[name="classeur-root"]');
  const root = ((meta && meta.content) || '.').replace(/\/*$/, '/');
  const loads = new Map(), texts = new Map();
  let index = null, engine = null, starts = []; // of each part: its first page, and the first of that page's passages

  window.classeurSearchIndex = (text) => { index = JSON.parse(text); };
  window.classeurSearchPassages = (number, text) => { texts.set(number, JSON.parse(text)); };

  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = `${root}search/${name}.js`;
        script.onload = done;
        script.onerror = () => {
          loads.delete(name);
          script.remove();
          failed(new Error(`${script.src} cannot be read`));
        };
        document.head.appendChild(script);
      }));
    }
    return loads.get(name);
  }

  function ready() {
    return load('index').then(() => {
      if (engine) return;
      engine = window.classeurSearchEngine.create(index);
      starts = window.classeurSearchData.unpackParts(index.parts);
    });
  }

  // The part that holds a passage of a page.
  function partOf(page, passage) {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1, [itsPage, itsPassage] = starts[middle];
      if (itsPage < page || (itsPage === page && itsPassage <= passage)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // [heading, anchor, text]
  function passageOf({ page, passage }) {
    const part = partOf(page, passage), [firstPage, firstPassage] = starts[part] || [0, 0];
    const passages = (texts.get(part) || [])[page - firstPage] || [];
    return passages[page === firstPage ? passage - firstPassage : passage] || ['', '', ''];
  }

  // ---- Asking ----------------------------------------------------------------------------------------------------
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;

  // The text cut in pieces: [{ text, marked }]. `marksOf` says which of the words of a text are marked.
  function pieces(text, marksOf) {
    const found = [], all = Array.from(text.matchAll(WORD)), marks = marksOf(all.map((hit) => hit[0]));
    let after = 0;
    for (const hit of all.filter((_, nth) => marks[nth])) {
      if (hit.index > after) found.push({ text: text.slice(after, hit.index), marked: false });
      found.push({ text: hit[0], marked: true });
      after = hit.index + hit[0].length;
    }
    if (after < text.length) found.push({ text: text.slice(after), marked: false });
    return found;
  }

  // The part of a text that holds the most different words asked for.
  function snippet(text, marksOf) {
    if (text.length <= SNIPPET) return text;
    const hits = [];
    let place = 0, best = { from: 0, many: 0 };
    for (const piece of pieces(text, marksOf)) {
      if (piece.marked) hits.push({ place, word: words(piece.text)[0] });
      place += piece.text.length;
    }
    hits.forEach((hit, nth) => {
      const near = hits.slice(nth, nth + 30).filter((other) => other.place < hit.place + SNIPPET - 60);
      const many = new Set(near.map((other) => other.word)).size;
      if (many > best.many) best = { from: hit.place, many };
    });
    const from = best.from < 50 ? 0 : text.indexOf(' ', best.from - 50) + 1;
    const last = from + SNIPPET;
    const end = last < text.length ? Math.max(text.lastIndexOf(' ', last), from + 50) : text.length;
    return (from ? '… ' : '') + text.slice(from, end) + (end < text.length ? ' …' : '');
  }

  // Which of the words of a text of a result are to be marked.
  const markedIn = (hit) => (written) => engine.marks.among(written, hit.marked);

  function resultOf(hit) {
    const { pages } = index, [heading, anchor, text] = passageOf(hit);
    return {
      reference: pages.reference[hit.page], title: pages.title[hit.page], url: pages.url[hit.page], score: hit.score,
      passage: snippet(text, markedIn(hit)), heading, anchor, kind: pages.kind[hit.page], state: pages.state[hit.page],
      processes: pages.process[hit.page].map((code) => index.titles[code] || code)
    };
  }

  // chosen: { kind, process, unit } to keep only such pages.
  function ask(query, limit, chosen) {
    return ready().then(() => {
      const found = engine.search(query, limit, chosen);
      const needed = Array.from(new Set(found.hits.map((hit) => partOf(hit.page, hit.passage))));
      // A result whose text cannot be read is still a result.
      const parts = needed.map((part) => load(`p${part}`).catch(() => null));
      return Promise.all(parts).then(() => ({
        query, total: found.total, corrections: found.corrections,
        explained: found.explained, facets: found.facets, titleOf: (value) => index.titles[value] || value,
        suggestions: found.total ? [] : engine.suggestions(query),
        results: found.hits.map(resultOf), marks: found.hits.map(markedIn)
      }));
    });
  }

  window.classeurSearch = (query, limit) => ask(String(query), limit || SHOWN).then((answer) => answer.results);
  const rank = (query, limit) => engine.search(query, limit);
  window.classeurSearchAnswers = { ask, rank, pieces, ready, root, isReady: () => Boolean(engine) };
}());
