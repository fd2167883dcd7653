/* The search box of every page: what is typed, the results, the filters, the keyboard. Its words are those of
   search/words.js, in the reader's language; the answers those of search-answers.js. */
(function () {
  'use strict';

  const { ask, pieces, ready, root, isReady } = window.classeurSearchAnswers;
  const WORDS = window.classeurSearchWords || {};
  const SHOWN = 10, SHOWN_ON_ITS_PAGE = 60, PAUSE = 60;
  const FACETS = ['kind', 'process', 'unit'];

  const say = (key, values) => Object.keys(values || {})
    .reduce((text, name) => text.split(`{${name}}`).join(values[name]), WORDS[key] || '');

  function make(tag, className, content) {
    const element = document.createElement(tag);
    element.className = className;
    (Array.isArray(content) ? content : [content]).forEach((one) => { if (one) element.append(one); });
    return element;
  }

  const note = (content) => make('p', 'cl-search__note', content);

  // ---- Results ---------------------------------------------------------------------------------------------------
  const marks = (text, marksOf) => pieces(text, marksOf)
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

  function shownResult(result, marksOf) {
    const about = [result.reference, result.kind, result.state, ...result.processes].filter(Boolean);
    const title = option('cl-search__title', reached(result.url), [
      make('span', 'cl-search__name', marks(result.title, marksOf)),
      make('span', 'cl-search__about', about.map((word) => make('span', 'cl-search__label', word)))
    ]);
    const group = make('div', 'cl-search__result', title);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', result.title);
    if (!result.passage && !result.heading) return group;
    const place = result.anchor ? `#${encodeURIComponent(result.anchor)}` : '';
    group.append(option('cl-search__passage', reached(result.url) + place, [
      result.heading && make('span', 'cl-search__heading', marks(result.heading, marksOf)),
      make('span', 'cl-search__text', marks(result.passage, marksOf))
    ]));
    return group;
  }

  // The référent's address, with what was looked for.
  function contact(query) {
    if (!WORDS.contactAddress) return null;
    const asked = say('ask', { name: WORDS.contactName, address: WORDS.contactAddress });
    const link = make('a', 'cl-search__contact', asked);
    link.href = `mailto:${WORDS.contactAddress}?subject=${encodeURIComponent(say('subject', { query }))}`;
    return note(link);
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
      this.filters = {};
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
      this.list.setAttribute('aria-label', say('list'));
    }

    listen() {
      this.input.addEventListener('focus', () => { ready().catch(() => null); });
      this.input.addEventListener('input', () => this.later());
      this.input.addEventListener('keydown', (event) => this.key(event));
      this.input.addEventListener('click', () => { if (this.panel.hidden && this.isLongEnough()) this.run(); });
      this.panel.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return;
        this.input.focus();
        this.close();
      });
      document.addEventListener('click', (event) => {
        if (event.target.isConnected && !this.form.contains(event.target)) this.close();
      });
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
      if (!isReady()) this.open(note(say('loading')));
      return ask(query, this.itsPage ? SHOWN_ON_ITS_PAGE : SHOWN, this.filters)
        .then((answer) => { if (turn === this.turn) this.show(answer); },
          () => { if (turn === this.turn) this.tell(say('failed'), []); });
    }

    show(answer) {
      const filters = this.filterRow(answer);
      if (!answer.total) {
        const none = say(this.isFiltered() ? 'noneHere' : 'none', { query: answer.query });
        this.tell(none, [filters, this.proposals(answer.suggestions), contact(answer.query)]);
        return;
      }
      const many = answer.total === 1 ? say('one') : say('many', { count: answer.total });
      const likely = answer.corrections.map(([, words]) => words[0]);
      const explained = answer.explained.map(([term, meaning]) => `${say('explained', { term, meaning })}.`);
      const corrected = likely.length ? [say('corrected', { words: likely.join(', ') })] : [];
      const shown = answer.results.map((result, nth) => shownResult(result, answer.marks[nth]));
      if (answer.total > shown.length && !this.itsPage) {
        const address = `${this.form.action}?${new URLSearchParams({ q: answer.query, ...this.filters })}`;
        shown.push(option('cl-search__all', address, say('all')));
      }
      this.list.replaceChildren(...shown);
      const others = likely.length ? this.proposals(this.otherReadings(answer)) : null;
      this.tell([`${many}.`, ...corrected, ...explained].join(' '), [others, filters, this.list]);
      this.options = Array.from(this.list.querySelectorAll('[role="option"]'));
      this.options.forEach((one, nth) => { one.id = `${this.list.id}-${nth}`; });
    }

    // The query with its mistyped words replaced by the likeliest ones.
    otherReadings({ query, corrections }) {
      const typed = query.split(/\s+/);
      const plain = (text) => window.classeurSearchAnalysis.words(text).join(' ');
      const reading = (nth) => typed.map((word) => {
        const found = corrections.find(([wrong]) => plain(word) === wrong);
        return found ? found[1][Math.min(nth, found[1].length - 1)] : word;
      }).join(' ');
      return Array.from(new Set([reading(0), reading(1)]));
    }

    isFiltered() {
      return FACETS.some((facet) => this.filters[facet]);
    }

    // One choice a facet, where the results differ in it.
    filterRow({ facets, titleOf }) {
      const choices = FACETS.filter((facet) => facets[facet].length > 1 || this.filters[facet])
        .map((facet) => this.filterChoice(facet, facets[facet], titleOf));
      if (!choices.length) return null;
      const row = make('div', 'cl-search__filters', choices);
      if (this.isFiltered()) {
        row.append(this.button(say('everything'), () => { this.filters = {}; this.run(); this.input.focus(); }));
      }
      return row;
    }

    filterChoice(facet, values, titleOf) {
      const choice = make('select', 'cl-search__choice', [new Option(say('any', { facet: say(facet) }), '')]);
      const listed = values.some(([value]) => value === this.filters[facet]) || !this.filters[facet] ? values
        : [[this.filters[facet], 0], ...values];
      for (const [value, many] of listed) choice.append(new Option(`${titleOf(value)} (${many})`, value));
      choice.value = this.filters[facet] || '';
      choice.setAttribute('aria-label', say(facet));
      choice.dataset.facet = facet;
      choice.addEventListener('change', () => {
        if (choice.value) this.filters[facet] = choice.value;
        else delete this.filters[facet];
        this.run().then(() => {
          const again = this.panel.querySelector(`[data-facet="${facet}"]`);
          if (again) again.focus();
        });
      });
      return choice;
    }

    button(words, act) {
      const button = make('button', 'cl-search__suggestion', words);
      button.type = 'button';
      button.addEventListener('click', act);
      return button;
    }

    proposals(suggestions) {
      if (!suggestions.length) return null;
      const buttons = suggestions.map((words) => this.button(words, () => {
        this.input.value = words;
        this.input.focus();
        this.run();
      }));
      return note([`${say('suggest')} `, ...buttons]);
    }

    tell(sentence, below) {
      this.status.textContent = sentence;
      const told = note(sentence);
      told.setAttribute('aria-hidden', 'true'); // the status says it
      this.open(told, ...below.filter(Boolean));
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
      const shown = boxes.find((one) => one.input.offsetParent) || boxes[0]; // on a phone, the home page shows its own only
      shown.input.focus();
      shown.input.select();
    });
    const given = new URLSearchParams(location.search), asked = given.get('q');
    const box = boxes.filter((one) => one.itsPage).pop(); // the page's own, after the header's
    if (!asked || !box) return;
    FACETS.forEach((facet) => { if (given.get(facet)) box.filters[facet] = given.get(facet); });
    box.input.value = asked;
    box.run();
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}());
