/* The search box of every page. Needs search-analysis.js and search-engine.js; reads search/index.js when first asked,
   then the texts (search/p0.js…) of the pages it shows. Works from file://: scripts only, no fetch, worker or eval. */
(function () {
  'use strict';

  const { words } = window.classeurSearchAnalysis;
  const FRENCH = {
    'search.one': '1 résultat', 'search.many': '{count} résultats', 'search.list': 'Résultats de la recherche',
    'search.none': 'Aucun résultat pour « {query} ».', 'search.suggest': 'Vouliez-vous dire :',
    'search.corrected': 'Recherché aussi : {words}.', 'search.all': 'Voir tous les résultats',
    'search.loading': 'Recherche…',
    'search.failed': 'La recherche ne peut pas être lue. Rechargez la page ou passez par le menu.'
  };
  const SHOWN = 10, SHOWN_ON_ITS_PAGE = 60, PAUSE = 60, SNIPPET = 220;

  function say(key, values) {
    const block = document.getElementById('classeur-words');
    let given = {};
    try { given = JSON.parse((block && block.textContent) || '{}'); } catch (error) { given = {}; }
    const fill = (text, name) => text.split(`{${name}}`).join(values[name]);
    return Object.keys(values || {}).reduce(fill, given[key] || FRENCH[key]);
  }

  // ---- Loading ---------------------------------------------------------------------------------------------------
  const meta = document.querySelector('meta[name="classeur-root"]');
  const root = ((meta && meta.content) || '.').replace(/\/*$/, '/');
  const loads = new Map(), texts = new Map();
  let index = null, engine = null, firstPages = [];

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
      let first = 0;
      firstPages = index.shards.map((many) => { first += many; return first - many; });
    });
  }

  function shardOf(page) {
    let shard = 0;
    while (shard + 1 < firstPages.length && firstPages[shard + 1] <= page) shard += 1;
    return shard;
  }

  // ---- Asking ----------------------------------------------------------------------------------------------------
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;

  // The text cut in pieces: [{ text, marked }].
  function pieces(text, isMarked) {
    const found = [];
    let after = 0;
    for (let hit = WORD.exec(text); hit; hit = WORD.exec(text)) {
      if (!words(hit[0]).some(isMarked)) continue;
      if (hit.index > after) found.push({ text: text.slice(after, hit.index), marked: false });
      found.push({ text: hit[0], marked: true });
      after = hit.index + hit[0].length;
    }
    if (after < text.length) found.push({ text: text.slice(after), marked: false });
    return found;
  }

  // The part of a text that holds the most different words asked for.
  function snippet(text, isMarked) {
    if (text.length <= SNIPPET) return text;
    const hits = [];
    let place = 0, best = { from: 0, many: 0 };
    for (const piece of pieces(text, isMarked)) {
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

  function resultOf(hit, isMarked) {
    const { pages } = index, shard = shardOf(hit.page);
    const passages = (texts.get(shard) || [])[hit.page - firstPages[shard]] || [];
    const [heading, anchor, text] = passages[hit.passage] || ['', '', ''];
    return {
      reference: pages.reference[hit.page], title: pages.title[hit.page], url: pages.url[hit.page], score: hit.score,
      passage: snippet(text, isMarked), heading, anchor, kind: pages.kind[hit.page], state: pages.state[hit.page]
    };
  }

  function ask(query, limit) {
    return ready().then(() => {
      const found = engine.search(query, limit);
      const isMarked = (word) => engine.isMarked(word, found.marked);
      const shards = Array.from(new Set(found.hits.map((hit) => shardOf(hit.page))));
      // A result whose text cannot be read is still a result.
      const parts = shards.map((shard) => load(`p${shard}`).catch(() => null));
      return Promise.all(parts).then(() => ({
        query, isMarked, total: found.total, corrections: found.corrections,
        suggestions: found.total ? [] : engine.suggestions(query),
        results: found.hits.map((hit) => resultOf(hit, isMarked))
      }));
    });
  }

  window.classeurSearch = (query, limit) => ask(String(query), limit || SHOWN).then((answer) => answer.results);

  // ---- Showing ---------------------------------------------------------------------------------------------------
  function make(tag, className, content) {
    const element = document.createElement(tag);
    element.className = className;
    (Array.isArray(content) ? content : [content]).forEach((one) => { if (one) element.append(one); });
    return element;
  }

  const marks = (text, isMarked) => pieces(text, isMarked)
    .map((piece) => (piece.marked ? make('mark', 'cl-search__mark', piece.text) : piece.text));

  // From a folder of files, an address that ends in / would show a list of files.
  const reached = (url) => root + (location.protocol === 'file:' ? url.replace(/(^|\/)$/, '$1index.html') : url);

  function option(className, address, content) {
    const link = make('a', className, content);
    link.href = address;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.tabIndex = -1;
    return link;
  }

  function shownResult(result, isMarked) {
    const about = [result.reference, result.kind, result.state].filter(Boolean);
    const title = option('cl-search__title', reached(result.url), [
      make('span', 'cl-search__name', marks(result.title, isMarked)),
      make('span', 'cl-search__about', about.map((word) => make('span', 'cl-search__label', word)))
    ]);
    const group = make('div', 'cl-search__result', title);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', result.title);
    if (!result.passage && !result.heading) return group;
    const place = result.anchor ? `#${encodeURIComponent(result.anchor)}` : '';
    const passage = option('cl-search__passage', reached(result.url) + place, [
      result.heading && make('span', 'cl-search__heading', marks(result.heading, isMarked)),
      make('span', 'cl-search__text', marks(result.passage, isMarked))
    ]);
    group.append(passage);
    return group;
  }

  class Box {
    constructor(form, number) {
      this.form = form;
      this.input = form.querySelector('input[type="search"]');
      this.panel = form.querySelector('.cl-search__panel') || form.appendChild(make('div', 'cl-search__panel', ''));
      this.status = form.appendChild(make('p', 'cl-search__status', ''));
      this.list = make('div', 'cl-search__list', '');
      this.list.id = `cl-search-list-${number}`;
      this.turn = 0;
      this.chosen = -1;
      this.itsPage = this.isItsPage();
      this.describe();
      this.listen();
      this.close();
    }

    describe() {
      const told = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox',
        'aria-controls': this.list.id, 'aria-expanded': 'false' };
      Object.keys(told).forEach((name) => this.input.setAttribute(name, told[name]));
      this.status.setAttribute('role', 'status');
      this.status.setAttribute('aria-live', 'polite');
      this.list.setAttribute('role', 'listbox');
      this.list.setAttribute('aria-label', say('search.list'));
    }

    listen() {
      this.input.addEventListener('focus', () => { ready().catch(() => null); });
      this.input.addEventListener('input', () => this.later());
      this.input.addEventListener('keydown', (event) => this.key(event));
      this.input.addEventListener('click', () => { if (this.panel.hidden && this.isLongEnough()) this.run(); });
      document.addEventListener('click', (event) => { if (!this.form.contains(event.target)) this.close(); });
      this.form.addEventListener('focusout', (event) => {
        if (event.relatedTarget && !this.form.contains(event.relatedTarget)) this.close();
      });
    }

    isItsPage() {
      const bare = (address) => new URL(address, location.href).pathname.replace(/index\.html$/, '');
      return bare(this.form.action) === bare(location.href);
    }

    isLongEnough() {
      return this.input.value.trim().length > 1;
    }

    later() {
      clearTimeout(this.waiting);
      this.turn += 1; // what is still being asked is no longer wanted
      if (!this.isLongEnough()) this.close();
      else this.waiting = setTimeout(() => this.run(), PAUSE);
    }

    run() {
      const query = this.input.value.trim(), turn = this.turn += 1;
      if (!engine) this.open(make('p', 'cl-search__note', say('search.loading')));
      return ask(query, this.itsPage ? SHOWN_ON_ITS_PAGE : SHOWN)
        .then((answer) => { if (turn === this.turn) this.show(answer); },
          () => { if (turn === this.turn) this.tell(say('search.failed'), []); });
    }

    show(answer) {
      const many = answer.total === 1 ? say('search.one') : say('search.many', { count: answer.total });
      const likely = answer.corrections.map(([, words]) => words[0]);
      const corrected = likely.length ? ` ${say('search.corrected', { words: likely.join(', ') })}` : '';
      if (!answer.total) {
        this.tell(say('search.none', { query: answer.query }), this.proposals(answer.suggestions));
        return;
      }
      const shown = answer.results.map((result) => shownResult(result, answer.isMarked));
      if (answer.total > shown.length && !this.itsPage) {
        const address = `${this.form.action}?q=${encodeURIComponent(answer.query)}`;
        shown.push(option('cl-search__all', address, say('search.all')));
      }
      this.list.replaceChildren(...shown);
      this.tell(many + (corrected && '.') + corrected, [this.list]);
      this.options = Array.from(this.list.querySelectorAll('[role="option"]'));
      this.options.forEach((one, nth) => { one.id = `${this.list.id}-${nth}`; });
    }

    proposals(suggestions) {
      if (!suggestions.length) return [];
      return [make('p', 'cl-search__note', [say('search.suggest'), ...suggestions.map((words) => {
        const button = make('button', 'cl-search__suggestion', words);
        button.type = 'button';
        button.addEventListener('click', () => { this.input.value = words; this.input.focus(); this.run(); });
        return button;
      })])];
    }

    tell(sentence, below) {
      this.status.textContent = sentence;
      const note = make('p', 'cl-search__note', sentence);
      note.setAttribute('aria-hidden', 'true'); // the status says it
      this.open(note, ...below);
    }

    open(...content) {
      this.panel.replaceChildren(...content);
      this.panel.hidden = false;
      this.panel.scrollTop = 0;
      this.options = [];
      this.choose(-1);
      this.input.setAttribute('aria-expanded', 'true');
    }

    close() {
      this.turn += 1;
      this.panel.hidden = true;
      this.options = [];
      this.choose(-1);
      this.input.setAttribute('aria-expanded', 'false');
    }

    choose(nth) {
      this.options.forEach((one, place) => one.setAttribute('aria-selected', String(place === nth)));
      this.chosen = nth;
      if (nth < 0) { this.input.removeAttribute('aria-activedescendant'); return; }
      this.input.setAttribute('aria-activedescendant', this.options[nth].id);
      this.options[nth].scrollIntoView({ block: 'nearest' });
    }

    key(event) {
      const many = this.options.length + 1, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && many > 1) this.choose((this.chosen + 1 + step + many) % many - 1);
      else if (event.key === 'Escape' && !this.panel.hidden) this.close();
      else if (event.key === 'Enter' && this.chosen >= 0) this.options[this.chosen].click();
      else return; // Enter with nothing chosen submits the form: the page of the search
      event.preventDefault();
    }
  }

  function start() {
    const boxes = Array.from(document.querySelectorAll('form.cl-search')).map((form, number) => new Box(form, number));
    if (!boxes.length) return;
    document.addEventListener('keydown', (event) => {
      const writing = event.target.closest && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      boxes[0].input.focus();
      boxes[0].input.select();
    });
    const asked = new URLSearchParams(location.search).get('q');
    const box = boxes.filter((one) => one.itsPage).pop(); // the page's own, after the header's
    if (!asked || !box) return;
    box.input.value = asked;
    box.run();
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}());
